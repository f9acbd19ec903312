"""Rows of measurements in and out."""

from collections.abc import Mapping, Sequence

from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.measurements.model import Measurement
from healingpartner.visits.store import ROOM, rows_by_table

MEASUREMENT = Table(ROOM, "measurement")
TABLES = (MEASUREMENT,)


def put_measurement(tx: Transaction, one: Measurement) -> None:
    """Write a figure, or that it was set aside."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "visit_id": one.visit_id or None,
        "what": one.what,
        "value": one.value,
        "unit": one.unit,
        "words": one.words,
        "voice": one.voice.value,
    }
    row |= instant_columns("measured", one.measured) | instant_columns("set_aside", one.set_aside)
    tx.put(MEASUREMENT, row, person_id=one.person_id)


def measurement_with(db: Reader, measurement_id: str) -> Measurement | None:
    """The figure of that id."""
    row = db.row("SELECT * FROM measurement WHERE id = ?", measurement_id)
    return None if row is None else _measurement(row)


def measurements_of(db: Reader, person_ids: Sequence[str], *, limit: int) -> tuple[Measurement, ...]:
    """The newest figures of a person, the newest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(
        f"SELECT * FROM measurement WHERE person_id IN ({marks}) ORDER BY n DESC LIMIT ?", *person_ids, limit
    )
    return tuple(map(_measurement, found))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _measurement(row: Row) -> Measurement:
    return Measurement(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"] or ""),
        what=words(row["what"]),
        value=words(row["value"]),
        unit=words(row["unit"]),
        words=words(row["words"]),
        voice=Voice(words(row["voice"])),
        measured=instant_of(row, "measured"),
        set_aside=instant_if_any(row, "set_aside"),
    )
