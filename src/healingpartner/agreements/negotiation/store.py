"""Rows of what was said in and out, and which agreement follows which: the only SQL of the negotiation."""

from collections.abc import Mapping
from typing import Any

from healingpartner.agreements.negotiation.model import Reply, Said, Stance
from healingpartner.agreements.store import ROOM
from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

STANCE = Table(ROOM, "agreement_stance")
SUCCESSION = Table(ROOM, "agreement_succession")


def put_said(tx: Transaction, said: Said) -> None:
    """Write one side's answer as it now stands; what it was before stays in the ledger."""
    row: dict[str, Value] = {
        "id": said.id,
        "person_id": said.person_id,
        "agreement_id": said.agreement_id,
        "version_id": said.version_id,
        "commitment_id": said.commitment_id,
        "side": said.side.value,
        "stance": said.stance.value,
        "practitioner_words": said.practitioner,
        "patient_words": said.patient,
        "help": said.help,
        "reply": said.reply.value,
        "reason": said.reason,
        "replied_us": None,
        "replied_offset": None,
        "replied_zone": None,
    }
    row |= instant_columns("said", said.said)
    if said.replied is not None:
        row |= instant_columns("replied", said.replied)
    tx.put(STANCE, row, person_id=said.person_id)


def remove_said(tx: Transaction, said: Said) -> None:
    """Take an answer back; that it was given stays in the ledger."""
    tx.remove(STANCE, said.id, person_id=said.person_id)


def said_about(db: Reader, agreement_id: str) -> tuple[Said, ...]:
    """Everything both say of an agreement now, in the order it was first said."""
    return tuple(
        map(said_of, db.rows("SELECT * FROM agreement_stance WHERE agreement_id = ? ORDER BY n", agreement_id))
    )


def said_by(db: Reader, agreement_id: str, commitment_id: str, side: Voice) -> Said | None:
    """What one side says of one commitment now."""
    row = db.row(
        "SELECT * FROM agreement_stance WHERE agreement_id = ? AND commitment_id = ? AND side = ?",
        agreement_id,
        commitment_id,
        side.value,
    )
    return None if row is None else said_of(row)


def put_succession(tx: Transaction, *, agreement_id: str, former_id: str, person_id: str) -> None:
    """Write down that `agreement_id`, once both have signed it, takes the place of `former_id`."""
    row = {"id": tx.new_id(), "person_id": person_id, "agreement_id": agreement_id, "former_id": former_id}
    tx.put(SUCCESSION, row, person_id=person_id)


def former_of(db: Reader, agreement_id: str) -> str:
    """The agreement that this one follows, or ""."""
    found = db.value("SELECT former_id FROM agreement_succession WHERE agreement_id = ?", agreement_id)
    return "" if found is None else words(found)


def superseded_by(db: Reader, agreement_id: str) -> str:
    """The agreement both signed that took the place of this one, or ""."""
    found = db.value(
        "SELECT s.agreement_id FROM agreement_succession s JOIN agreement a ON a.id = s.agreement_id "
        "WHERE s.former_id = ? AND a.signed_us IS NOT NULL ORDER BY a.n DESC LIMIT 1",
        agreement_id,
    )
    return "" if found is None else words(found)


def rows_about(db: Reader, agreement_id: str) -> tuple[Row, ...]:
    """What was said, as it lies."""
    return tuple(db.rows("SELECT * FROM agreement_stance WHERE agreement_id = ? ORDER BY n", agreement_id))


def succession_rows(db: Reader, agreement_id: str) -> tuple[Row, ...]:
    """Which agreement this one follows, as it lies."""
    return tuple(db.rows("SELECT * FROM agreement_succession WHERE agreement_id = ?", agreement_id))


def said_of(row: Row | Mapping[str, Value]) -> Said:
    """An answer from its row, or from what the ledger keeps of a row."""
    at: Any = row
    return Said(
        id=words(at["id"]),
        person_id=words(at["person_id"]),
        agreement_id=words(at["agreement_id"]),
        version_id=words(at["version_id"]),
        commitment_id=words(at["commitment_id"]),
        side=Voice(words(at["side"])),
        stance=Stance(words(at["stance"])),
        said=instant_of(at, "said"),
        practitioner=words(at["practitioner_words"]),
        patient=words(at["patient_words"]),
        help=words(at["help"]),
        reply=Reply(words(at["reply"])),
        reason=words(at["reason"]),
        replied=None if at["replied_us"] is None else instant_of(at, "replied"),
    )
