"""What can be asked about appointments, and about what waits for the practitioner in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.people import views as people
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits import store as visits
from healingpartner.visits.appointments import store
from healingpartner.visits.appointments.model import Appointment, Waiting, in_the_way
from healingpartner.visits.model import Owed, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One appointment with whose it is, as `called`, and the visit that came of it. beside: another at that time."""

    appointment: Appointment
    name: str
    called: str
    visit: Visit | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One who waits for a place."""

    waiting: Waiting
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedLine:
    """A call or a look again that the practitioner owes."""

    owed: Owed
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAppointments:
    """A person's appointments: those to come, the next one first, and those that were, the newest first.

    waiting: their place on the list of those who wait, or None.
    """

    person_id: str
    called: str
    to_come: tuple[Appointment, ...]
    past: tuple[Appointment, ...]
    waiting: Waiting | None


def lines_between(db: Reader, from_us: int, to_us: int) -> tuple[Line, ...]:
    """Every appointment that begins in [from_us, to_us), microseconds of UTC, cancelled ones too, earliest first."""
    found = store.between(db, from_us, to_us)
    names = _names(db, (one.person_id for one in found))
    return tuple(
        Line(
            appointment=one,
            name=names[one.person_id][0],
            called=names[one.person_id][1],
            visit=visits.visit_with(db, one.visit_id) if one.visit_id else None,
            beside=one.stands() and in_the_way(one, found) is not None,
        )
        for one in found
    )


def appointments_of(db: Reader, person_id: str, *, now: Instant) -> PersonAppointments:
    """A person's appointments, records merged into theirs included."""
    ids = ids_of(db, person_id)
    found = store.of_people(db, ids)
    to_come = tuple(one for one in found if one.ends_us > now.utc_us)
    return PersonAppointments(
        person_id=person_id,
        called=_names(db, (person_id,))[person_id][1],
        to_come=to_come,
        past=tuple(reversed([one for one in found if one not in to_come])),
        waiting=next((one for one in store.all_waiting(db) if one.person_id in ids), None),
    )


def appointment(db: Reader, appointment_id: str) -> Line | None:
    """One appointment, or None when it is gone."""
    one = store.appointment_with(db, appointment_id)
    if one is None:
        return None
    name, called = _names(db, (one.person_id,))[one.person_id]
    visit = visits.visit_with(db, one.visit_id) if one.visit_id else None
    return Line(appointment=one, name=name, called=called, visit=visit)


def next_of_everyone(db: Reader, *, now: Instant) -> Mapping[str, Appointment]:
    """By person id, the next appointment that stands."""
    return store.next_by_person(db, now.utc_us)


def everyone_waiting(db: Reader) -> tuple[WaitingLine, ...]:
    """Those who wait for a place, the longest first."""
    found = store.all_waiting(db)
    names = _names(db, (one.person_id for one in found))
    return tuple(WaitingLine(waiting=one, name=names[one.person_id][0]) for one in found)


def owed_until(db: Reader, day: date) -> tuple[OwedLine, ...]:
    """What the practitioner owes by that day or owed before, the earliest first."""
    found = [one for one in visits.owed_open(db) if one.due_on <= day]
    names = _names(db, (one.person_id for one in found))
    return tuple(OwedLine(owed=one, name=names[one.person_id][0]) for one in sorted(found, key=lambda one: one.due_on))


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person among appointments, row by row."""
    return store.rows_of(db, ids_of(db, person_id))


def _names(db: Reader, person_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By id: the name shown, and the one they asked to be called by."""
    found: dict[str, tuple[str, str]] = {}
    for person_id in person_ids:
        if person_id not in found and is_here(db, person_id):
            given = people.record(db, person_id).particulars
            found[person_id] = (given.shown(), given.called or given.shown())
    return found
