"""Private hints to the practitioner that it might be a good moment to ask "how are we doing?".

They are worked out when asked for, from both sides' doings, the practitioner's own first; they expire by themselves
and are never kept anywhere, least of all as something about the patient (partnership science §4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.journal.reflections import store as reflections
from healingpartner.journal.reflections.model import DROP, GAP, Opened, gaps_of
from healingpartner.journal.reflections.statements import Domain, Instead
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import hard_things_waiting, questions_waiting, repairs_waiting
from healingpartner.people.views import ids_of
from healingpartner.plans.views import promises_due
from healingpartner.vault.reading import Reader
from healingpartner.visits import store as visits
from healingpartner.visits.appointments import store as appointments
from healingpartner.visits.times import waits_of

FRESH_DAYS = 14  # after that a hint is gone
UNANSWERED_DAYS = 7
MANY_NOT_NOWS = 4
MOVED_TWICE, MOVED_WITHIN_DAYS = 2, 60
LATE_MINUTES = 5
_NEWEST = 2**62


class Signal(StrEnum):
    """What there is to think of. The practitioner's own come first."""

    OWN_LATENESS = "own_lateness"
    OWN_OVERDUE = "own_overdue"
    UNANSWERED = "unanswered"
    DROP = "drop"
    GAP = "gap"
    ALL_TOP = "all_top"
    NOT_NOWS = "not_nows"
    MOVED = "moved"


SIGNAL_WORDS: Mapping[Signal, str] = {
    Signal.OWN_LATENESS: N_("You began late last time."),
    Signal.OWN_OVERDUE: N_("A promise of yours is past its day."),
    Signal.UNANSWERED: N_("Something has waited more than a week for your answer."),
    Signal.DROP: N_("Something felt less good last time than before."),
    Signal.GAP: N_("You two saw something quite differently."),
    Signal.ALL_TOP: N_("Everything was at the top after a hard visit. Less would be welcome, too."),
    Signal.NOT_NOWS: N_("Many lines were left for another time."),
    Signal.MOVED: N_("Two visits were moved."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What there is to think of before somebody comes, the practitioner's own part first."""

    person_id: str
    signals: tuple[Signal, ...]


def hint_for(db: Reader, person_id: str, *, now: Instant) -> Hint | None:
    """What there is to think of for this person today; None for nothing."""
    ids, today = ids_of(db, person_id), now.local().date()
    found = {
        *_of_visits(db, ids, today),
        *_of_promises(db, ids, today),
        *_of_reflections(db, ids, today),
        *_of_appointments(db, ids, now),
    }
    ordered = tuple(one for one in Signal if one in found)
    return Hint(person_id=person_id, signals=ordered) if ordered else None


def _of_visits(db: Reader, ids: tuple[str, ...], today: date) -> Iterator[Signal]:
    newest = next(iter(visits.lines_of(db, ids, before_us=_NEWEST, limit=1)), None)
    visit = None if newest is None else visits.visit_with(db, newest.id)
    if visit is None or not _fresh(visit.at(), today):
        return
    if waits_of(visit).patient_waited >= LATE_MINUTES:
        yield Signal.OWN_LATENESS
    opened = reflections.opened_of(db, ids)
    hard = visit.leaves_unsettled(Voice.PATIENT)
    if hard and opened and opened[-1].visit_id == visit.id and opened[-1].patient.is_all_top():
        yield Signal.ALL_TOP


def _of_promises(db: Reader, ids: tuple[str, ...], today: date) -> Iterator[Signal]:
    yesterday = today - timedelta(days=1)
    steps = any(one.person_id in ids and one.owner is not Voice.PATIENT for one in promises_due(db, today=yesterday))
    calls = any(one.person_id in ids and one.due_on < today for one in visits.owed_open(db))
    if steps or calls:
        yield Signal.OWN_OVERDUE
    limit = today - timedelta(days=UNANSWERED_DAYS)
    if any(one in ids and since.local().date() < limit for one, since in _unanswered(db)):
        yield Signal.UNANSWERED


def _unanswered(db: Reader) -> Iterator[tuple[str, Instant]]:
    """(person, since when) of what the patient wrote and the practitioner owes an answer to."""
    for entry in questions_waiting(db):
        yield entry.person_id, entry.shared
    for offer in hard_things_waiting(db):
        yield offer.person_id, offer.asked
    for repair in repairs_waiting(db):
        if repair.by is Voice.PATIENT and repair.state is RepairState.SAID:
            yield repair.person_id, repair.said


def _of_reflections(db: Reader, ids: tuple[str, ...], today: date) -> Iterator[Signal]:
    opened = reflections.opened_of(db, ids)
    if not opened or not _fresh(opened[-1].opened, today):
        return
    newest, before = opened[-1], opened[-2] if len(opened) > 1 else None
    if before is not None and _dropped(before, newest):
        yield Signal.DROP
    if any(abs(gap) >= GAP for gap in gaps_of(newest.patient, newest.practitioner).values()):
        yield Signal.GAP
    if sum(other is Instead.NOT_NOW for other in newest.patient.instead.values()) >= MANY_NOT_NOWS:
        yield Signal.NOT_NOWS


def _of_appointments(db: Reader, ids: tuple[str, ...], now: Instant) -> Iterator[Signal]:
    since = now.local().date() - timedelta(days=MOVED_WITHIN_DAYS)
    moved = [one for one in appointments.of_people(db, ids) if one.moved_from is not None and one.day >= since]
    if len(moved) >= MOVED_TWICE:
        yield Signal.MOVED


def _dropped(before: Opened, newest: Opened) -> bool:
    return any(
        before.patient.levels.get(domain, 0) - newest.patient.levels[domain] >= DROP
        for domain in Domain
        if domain in newest.patient.levels
    )


def _fresh(at: Instant, today: date) -> bool:
    return today - at.local().date() <= timedelta(days=FRESH_DAYS)
