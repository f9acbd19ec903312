"""Rows of what others may see, in and out."""

from collections.abc import Mapping, Sequence

from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.sharing.model import Reach, Sharing, Way
from healingpartner.visits.store import ROOM, rows_by_table

SHARING = Table(ROOM, "visit_sharing")
TABLES = (SHARING,)


def put_sharing(tx: Transaction, one: Sharing) -> None:
    """Write what was said, once."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "who": one.who,
        "reach": one.reach.value,
        "words": one.words,
        "way": one.way.value,
    }
    tx.put(SHARING, row | instant_columns("chosen", one.chosen), person_id=one.person_id)


def sharings_of(db: Reader, person_ids: Sequence[str]) -> tuple[Sharing, ...]:
    """Everything a person said about it, the oldest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM visit_sharing WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(
        Sharing(
            id=words(row["id"]),
            person_id=words(row["person_id"]),
            who=words(row["who"]),
            reach=Reach(words(row["reach"])),
            words=words(row["words"]),
            way=Way(words(row["way"])),
            chosen=instant_of(row, "chosen"),
        )
        for row in found
    )


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)
