"""Rows of adoptions in and out."""

from healingpartner.agreements.practising.model import Adoption, Practised
from healingpartner.agreements.store import ROOM
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

ADOPTION = Table(ROOM, "practice_adoption")


def put_adoption(tx: Transaction, adoption: Adoption) -> None:
    """Write how the practitioner stands to a commitment now."""
    row: dict[str, Value] = {
        "id": adoption.id,
        "commitment_id": adoption.commitment_id,
        "title": adoption.title,
        "state": adoption.state.value,
        "note": adoption.note,
    }
    tx.put(ADOPTION, row | instant_columns("since", adoption.since), person_id=None)


def adoption_of(db: Reader, commitment_id: str) -> Adoption | None:
    """How the practitioner stands to that commitment."""
    row = db.row("SELECT * FROM practice_adoption WHERE commitment_id = ?", commitment_id)
    return None if row is None else _adoption(row)


def adoptions(db: Reader) -> tuple[Adoption, ...]:
    """All of them, in the order they were first thought about."""
    return tuple(map(_adoption, db.rows("SELECT * FROM practice_adoption ORDER BY n")))


def _adoption(row: Row) -> Adoption:
    return Adoption(
        id=words(row["id"]),
        commitment_id=words(row["commitment_id"]),
        title=words(row["title"]),
        state=Practised(words(row["state"])),
        note=words(row["note"]),
        since=instant_of(row, "since"),
    )
