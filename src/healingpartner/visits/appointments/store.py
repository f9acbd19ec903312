"""Rows of appointments and of those who wait for one, in and out."""

from collections.abc import Mapping, Sequence
from datetime import date

from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, as_mapping, whole, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.appointments.model import Appointment, Waiting
from healingpartner.visits.model import Kind

ROOM = "visits"
APPOINTMENT = Table(ROOM, "appointment")
WAITING = Table(ROOM, "appointment_waiting")
TABLES = (APPOINTMENT, WAITING)
SEARCH_KIND = "appointment"


def put_appointment(tx: Transaction, one: Appointment) -> None:
    """Write it as it now stands, and give its words to search."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "minutes": one.minutes,
        "kind": one.kind.value,
        "about": one.about,
        "series_id": one.series_id,
        "moved_by": None if one.moved_by is None else one.moved_by.value,
        "cancelled_by": None if one.cancelled_by is None else one.cancelled_by.value,
        "words": one.words,
        "visit_id": one.visit_id,
        **instant_columns("starts", one.starts),
        **instant_columns("made", one.made),
        **instant_columns("moved_from", one.moved_from),
        **instant_columns("cancelled", one.cancelled),
    }
    tx.put(APPOINTMENT, row, person_id=one.person_id)
    said = "\n".join(part for part in (one.about, one.words) if part)
    if said:
        tx.remember_words(
            room=ROOM, kind=SEARCH_KIND, subject_id=one.id, person_id=one.person_id, title=one.about, words=said
        )
    else:
        tx.forget_words(kind=SEARCH_KIND, subject_id=one.id)


def appointment_with(db: Reader, appointment_id: str) -> Appointment | None:
    """The appointment of that id."""
    row = db.row("SELECT * FROM appointment WHERE id = ?", appointment_id)
    return None if row is None else _appointment(row)


def between(db: Reader, from_us: int, to_us: int) -> tuple[Appointment, ...]:
    """Every appointment that begins in [from_us, to_us), microseconds of UTC, the earliest first."""
    found = db.rows(
        "SELECT * FROM appointment WHERE starts_us >= ? AND starts_us < ? ORDER BY starts_us, n", from_us, to_us
    )
    return tuple(map(_appointment, found))


def of_people(db: Reader, person_ids: Sequence[str]) -> tuple[Appointment, ...]:
    """Every appointment of these ids, the earliest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM appointment WHERE person_id IN ({marks}) ORDER BY starts_us, n", *person_ids)
    return tuple(map(_appointment, found))


def of_series(db: Reader, series_id: str) -> tuple[Appointment, ...]:
    """Every appointment repeated together, the earliest first."""
    found = db.rows("SELECT * FROM appointment WHERE series_id = ? ORDER BY starts_us, n", series_id)
    return tuple(map(_appointment, found))


def next_by_person(db: Reader, from_us: int) -> dict[str, Appointment]:
    """By person id, the next appointment that stands from that moment on."""
    found = db.rows(
        "SELECT * FROM appointment WHERE starts_us >= ? AND cancelled_us IS NULL ORDER BY starts_us DESC, n DESC",
        from_us,
    )
    return {one.person_id: one for one in map(_appointment, found)}


def put_waiting(tx: Transaction, one: Waiting) -> None:
    """Write it as it now stands."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "suits": one.suits,
        "until": None if one.until is None else one.until.isoformat(),
        "appointment_id": one.appointment_id,
        **instant_columns("since", one.since),
        **instant_columns("let_go", one.let_go),
    }
    tx.put(WAITING, row, person_id=one.person_id)


def waiting_with(db: Reader, waiting_id: str) -> Waiting | None:
    """The one of that id."""
    row = db.row("SELECT * FROM appointment_waiting WHERE id = ?", waiting_id)
    return None if row is None else _waiting(row)


def all_waiting(db: Reader) -> tuple[Waiting, ...]:
    """Everyone who still waits, the longest first."""
    found = db.rows(
        "SELECT * FROM appointment_waiting WHERE let_go_us IS NULL AND appointment_id = '' ORDER BY since_us, n"
    )
    return tuple(map(_waiting, found))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    marks = ", ".join("?" * len(person_ids))
    return {
        table.name: tuple(
            map(as_mapping, db.rows(f"SELECT * FROM {table.name} WHERE person_id IN ({marks}) ORDER BY n", *person_ids))
        )
        for table in TABLES
    }


def _appointment(row: Row) -> Appointment:
    return Appointment(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        starts=instant_of(row, "starts"),
        minutes=whole(row["minutes"]),
        made=instant_of(row, "made"),
        kind=Kind(words(row["kind"])),
        about=words(row["about"]),
        series_id=words(row["series_id"]),
        moved_from=instant_if_any(row, "moved_from"),
        moved_by=None if row["moved_by"] is None else Voice(words(row["moved_by"])),
        cancelled=instant_if_any(row, "cancelled"),
        cancelled_by=None if row["cancelled_by"] is None else Voice(words(row["cancelled_by"])),
        words=words(row["words"]),
        visit_id=words(row["visit_id"]),
    )


def _waiting(row: Row) -> Waiting:
    return Waiting(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        since=instant_of(row, "since"),
        suits=words(row["suits"]),
        until=None if row["until"] is None else date.fromisoformat(words(row["until"])),
        appointment_id=words(row["appointment_id"]),
        let_go=instant_if_any(row, "let_go"),
    )
