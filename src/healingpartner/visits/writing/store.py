"""Rows of choices about writing in and out."""

from collections.abc import Mapping, Sequence

from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.store import ROOM, rows_by_table
from healingpartner.visits.writing.model import Choice, Way, WritingChoice

CHOICE = Table(ROOM, "writing_choice")
TABLES = (CHOICE,)


def put_choice(tx: Transaction, one: WritingChoice) -> None:
    """Write what was chosen, once."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "choice": one.choice.value,
        "words": one.words,
        "shown": one.shown,
        "way": one.way.value,
    }
    tx.put(CHOICE, row | instant_columns("chosen", one.chosen), person_id=one.person_id)


def choices_of(db: Reader, person_ids: Sequence[str]) -> tuple[WritingChoice, ...]:
    """Everything a person chose, the oldest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM writing_choice WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(
        WritingChoice(
            id=words(row["id"]),
            person_id=words(row["person_id"]),
            choice=Choice(words(row["choice"])),
            words=words(row["words"]),
            shown=words(row["shown"]),
            way=Way(words(row["way"])),
            chosen=instant_of(row, "chosen"),
        )
        for row in found
    )


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)
