"""Time shared fairly: planned, arrived, begun, ended, and who waited for whom. No rule here knows whose doing it was.

A moment typed by hand is a wall-clock time of the visit's own day; what is pressed is the clock's own moment.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import MICROSECONDS, Instant, NotOnTheClock
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.visits.model import Visit

MINUTE_US = 60 * MICROSECONDS
LONGEST_HOURS = 12
Wall = Callable[[date, int], Instant]  # the instant at which a clock on the wall shows that minute of that day
_TYPED = re.compile(r"^\s*(\d{1,2})\s*[:.h ]\s*(\d{2})\s*([ap])?\.?m?\.?\s*$", re.IGNORECASE)


class Point(StrEnum):
    """The moments of a visit, in the order they usually come."""

    PLANNED = "planned"
    PATIENT_ARRIVED = "patient_arrived"
    PRACTITIONER_READY = "practitioner_ready"
    BEGUN = "begun"
    ENDED = "ended"


POINT_WORDS: Mapping[Point, str] = {
    Point.PLANNED: N_("Planned for"),
    Point.PATIENT_ARRIVED: N_("The patient was here"),
    Point.PRACTITIONER_READY: N_("I was ready"),
    Point.BEGUN: N_("We began"),
    Point.ENDED: N_("We ended"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Whole minutes: how long each waited for the other, and how much later than planned each came."""

    patient_waited: int
    practitioner_waited: int
    patient_late: int
    practitioner_late: int


def waits_of(visit: Visit) -> Waits:
    """Both sides by one rule: one waits from when it is time and one is there, until the other is there too.

    Who is not noted is taken to have been there when it began.
    """
    patient = visit.patient_arrived or visit.begun
    practitioner = visit.practitioner_ready or visit.begun
    if patient is None or practitioner is None:
        return Waits(patient_waited=0, practitioner_waited=0, patient_late=0, practitioner_late=0)
    planned = None if visit.planned is None else visit.planned.utc_us
    patient_from = max(patient.utc_us, planned if planned is not None else patient.utc_us)
    practitioner_from = max(practitioner.utc_us, planned if planned is not None else practitioner.utc_us)
    return Waits(
        patient_waited=_minutes(practitioner.utc_us - patient_from),
        practitioner_waited=_minutes(patient.utc_us - practitioner_from),
        patient_late=0 if planned is None else _minutes(patient.utc_us - planned),
        practitioner_late=0 if planned is None else _minutes(practitioner.utc_us - planned),
    )


def lasted(visit: Visit) -> int | None:
    """Minutes from the beginning to the end by the clock that never jumps; None while one of them is open."""
    if visit.begun is None or visit.ended is None:
        return None
    return _minutes(visit.ended.utc_us - visit.begun.utc_us)


def with_point(visit: Visit, point: Point, at: Instant | None) -> Visit:
    """The visit with one moment told or taken away; RuleBroken when it would end before it begins, or never end."""
    changed = _told(visit, point, at)
    if changed.ended is not None:
        start = changed.begun or changed.practitioner_ready
        if start is None:
            raise RuleBroken(point.value, _("Say first when you began."))
        if changed.ended.utc_us < start.utc_us:
            raise RuleBroken(point.value, _("It would end before it begins. Look at both times again."))
        if changed.ended.utc_us - start.utc_us > LONGEST_HOURS * 60 * MINUTE_US:
            raise RuleBroken(point.value, _("This would be longer than twelve hours. Look at both times again."))
    return changed


def typed_point(visit: Visit, point: Point, typed: str, *, wall: Wall | None = None) -> Instant | None:
    """The moment meant by "14:05", "2:05 pm" or "14h05" on the visit's day; None for "".

    `wall`: what the clock on the wall showed when; without it the offset holds that the visit began with. An end
    earlier in the day than the beginning is taken for the hour that came twice, or else for the next day.
    """
    if not typed.strip():
        return None
    minute = _minute_of(typed, point)
    day = visit.at().local().date()
    wall = wall or _by_the_offset_of(visit.at())
    moment = _shown(wall, day, minute, point)
    if point is not Point.ENDED or visit.begun is None or moment.utc_us >= visit.begun.utc_us:
        return moment
    for later in (_second_time(wall, day, minute), _shown(wall, day + timedelta(days=1), minute, point)):
        if later is not None and 0 <= later.utc_us - visit.begun.utc_us <= LONGEST_HOURS * 60 * MINUTE_US:
            return later
    return moment


def sides_of(waits: Waits) -> tuple[tuple[Voice, int, int], ...]:
    """(voice, how long it waited, how much later it came), the practitioner's own first: one looks at oneself first."""
    return (
        (Voice.PRACTITIONER, waits.practitioner_waited, waits.practitioner_late),
        (Voice.PATIENT, waits.patient_waited, waits.patient_late),
    )


def overlap(one: Visit, other: Visit) -> bool:
    """Whether two visits have time in common; one that has not ended goes on."""
    if one.begun is None or other.begun is None:
        return False
    begins = max(one.begun.utc_us, other.begun.utc_us)
    ends = [visit.ended.utc_us for visit in (one, other) if visit.ended is not None]
    return all(end > begins for end in ends)


def _told(visit: Visit, point: Point, at: Instant | None) -> Visit:
    match point:
        case Point.PLANNED:
            return replace(visit, planned=at)
        case Point.PATIENT_ARRIVED:
            return replace(visit, patient_arrived=at)
        case Point.PRACTITIONER_READY:
            return replace(visit, practitioner_ready=at)
        case Point.BEGUN:
            return replace(visit, begun=at)
        case Point.ENDED:
            return replace(visit, ended=at)


def _minute_of(typed: str, point: Point) -> int:
    found = _TYPED.match(typed)
    hour, minute = (int(found[1]), int(found[2])) if found else (99, 99)
    if found and found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise RuleBroken(point.value, _("A time has an hour and minutes, as in 14:05."))
    return hour * 60 + minute


def _shown(wall: Wall, day: date, minute: int, point: Point) -> Instant:
    try:
        return wall(day, minute)
    except NotOnTheClock:
        sentence = _("The clocks went forward over this time, so it was never shown. Choose another one.")
        raise RuleBroken(point.value, sentence) from None


def _second_time(wall: Wall, day: date, minute: int) -> Instant | None:
    """The same time once more, on a day whose clocks are put back over it; None on every other."""
    try:
        first, last = wall(day, minute), wall(day, 24 * 60 - 1)
        back = first.offset_min - last.offset_min
        after = wall(day, minute + back) if back > 0 else first
    except NotOnTheClock:
        return None
    if after.utc_us - first.utc_us <= back * MINUTE_US:
        return None
    return Instant(utc_us=after.utc_us - back * MINUTE_US, offset_min=last.offset_min, zone=last.zone)


def _by_the_offset_of(base: Instant) -> Wall:
    def wall(day: date, minute: int) -> Instant:
        local = base.local()
        midnight = local.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0, microsecond=0)
        by = midnight - local + timedelta(minutes=minute)
        return replace(base, utc_us=base.utc_us + by // timedelta(microseconds=1))

    return wall


def _minutes(span_us: int) -> int:
    return max(0, span_us // MINUTE_US)
