"""Rows of examinations in and out."""

from collections.abc import Mapping, Sequence

from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.examinations.model import Asked, Examination, Reached, Step
from healingpartner.visits.store import ROOM, rows_by_table

EXAMINATION = Table(ROOM, "visit_examination")
STEP = Table(ROOM, "visit_examination_step")
TABLES = (EXAMINATION, STEP)


def put_examination(tx: Transaction, one: Examination) -> None:
    """Write the examination's own row as it now stands."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "visit_id": one.visit_id,
        "what": one.said.what,
        "where_on": one.said.where_on,
        "why": one.said.why,
        "chaperone": one.said.chaperone,
        "stop_signal": one.said.stop_signal,
        "agreed": None if one.agreed is None else int(one.agreed),
        "found": one.found,
    }
    row |= instant_columns("answered", one.answered) | instant_columns("asked", one.asked)
    row |= instant_columns("stopped", one.stopped) | instant_columns("ended", one.ended)
    tx.put(EXAMINATION, row, person_id=one.person_id)


def put_step(tx: Transaction, one: Examination, step: Step) -> None:
    """Write that a step was reached, once."""
    row: dict[str, Value] = {
        "id": tx.new_id(),
        "person_id": one.person_id,
        "examination_id": one.id,
        "step": step.value,
    }
    tx.put(STEP, row | instant_columns("reached", tx.at), person_id=one.person_id)


def examination_with(db: Reader, examination_id: str) -> Examination | None:
    """The examination of that id."""
    row = db.row("SELECT * FROM visit_examination WHERE id = ?", examination_id)
    return None if row is None else _examination(db, row)


def examinations_in(db: Reader, visit_id: str) -> tuple[Examination, ...]:
    """Those of a visit, in the order they were asked."""
    found = db.rows("SELECT * FROM visit_examination WHERE visit_id = ? ORDER BY n", visit_id)
    return tuple(_examination(db, row) for row in found)


def last_signal(db: Reader, person_ids: Sequence[str]) -> str:
    """How a person last agreed to say stop, or ""."""
    marks = ", ".join("?" * len(person_ids))
    found = db.value(
        f"SELECT stop_signal FROM visit_examination WHERE person_id IN ({marks}) ORDER BY n DESC LIMIT 1", *person_ids
    )
    return words(found or "")


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _examination(db: Reader, row: Row) -> Examination:
    steps = db.rows("SELECT * FROM visit_examination_step WHERE examination_id = ? ORDER BY n", words(row["id"]))
    return Examination(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"]),
        said=Asked(
            what=words(row["what"]),
            where_on=words(row["where_on"]),
            why=words(row["why"]),
            chaperone=words(row["chaperone"]),
            stop_signal=words(row["stop_signal"]),
        ),
        asked=instant_of(row, "asked"),
        agreed=None if row["agreed"] is None else bool(whole(row["agreed"])),
        answered=instant_if_any(row, "answered"),
        steps=tuple(Reached(step=Step(words(each["step"])), at=instant_of(each, "reached")) for each in steps),
        found=words(row["found"]),
        stopped=instant_if_any(row, "stopped"),
        ended=instant_if_any(row, "ended"),
    )
