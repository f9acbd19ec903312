"""What an appointment is: a time both mean to keep, which either may move or cancel without a reason.

Its time is an instant with the offset of its own day, so that half past ten stays half past ten on both sides of a
change of the clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.visits.model import Kind

ABOUT_LIMIT = 200
WORDS_LIMIT = 2_000
SHORTEST, LONGEST = 5, 480
FURTHEST_DAYS = 1_100
MOST_TIMES = 52
MINUTE_US = 60 * MICROSECONDS


class Rhythm(StrEnum):
    """How often it is repeated."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"


RHYTHM_WORDS: Mapping[Rhythm, str] = {
    Rhythm.ONCE: N_("Once"),
    Rhythm.DAY: N_("Every day"),
    Rhythm.WEEK: N_("Every week"),
    Rhythm.TWO_WEEKS: N_("Every two weeks"),
    Rhythm.FOUR_WEEKS: N_("Every four weeks"),
    Rhythm.MONTH: N_("Every month, on the same day"),
}
_STEPS = {Rhythm.DAY: 1, Rhythm.WEEK: 7, Rhythm.TWO_WEEKS: 14, Rhythm.FOUR_WEEKS: 28}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One appointment. minutes: how long; about: neutral words of one's own; series_id: of those repeated with it.

    moved_from: where it stood before it was last moved, and by whom. cancelled: when, by whom, in which words; the
    words may be empty. visit_id: of the visit that came of it.
    """

    id: str
    person_id: str
    starts: Instant
    minutes: int
    made: Instant
    kind: Kind = Kind.IN_THE_ROOM
    about: str = ""
    series_id: str = ""
    moved_from: Instant | None = None
    moved_by: Voice | None = None
    cancelled: Instant | None = None
    cancelled_by: Voice | None = None
    words: str = ""
    visit_id: str = ""

    @property
    def ends_us(self) -> int:
        """When it ends, in microseconds of UTC."""
        return self.starts.utc_us + self.minutes * MINUTE_US

    @property
    def day(self) -> date:
        """Its day, where it takes place."""
        return self.starts.local().date()

    def stands(self) -> bool:
        """Whether it is still to be kept or was kept."""
        return self.cancelled is None

    def meets(self, other: "Appointment") -> bool:
        """Whether the two have time in common."""
        return self.starts.utc_us < other.ends_us and other.starts.utc_us < self.ends_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Someone waits for a place. suits: which times suit, in their words; soon: until when it would help, or None."""

    id: str
    person_id: str
    since: Instant
    suits: str = ""
    until: date | None = None
    appointment_id: str = ""
    let_go: Instant | None = None

    def is_open(self) -> bool:
        """Whether they still wait."""
        return not self.appointment_id and self.let_go is None


def checked(appointment: Appointment, *, today: date) -> Appointment:
    """As it is kept; RuleBroken beside the first thing that does not fit."""
    if not SHORTEST <= appointment.minutes <= LONGEST:
        raise RuleBroken(
            "minutes",
            _("This can take from {least} to {most} minutes.").format(least=SHORTEST, most=LONGEST),
        )
    if appointment.day < today:
        raise RuleBroken("day", _("This day has passed. Choose today, or one that is still to come."))
    if appointment.day > today + timedelta(days=FURTHEST_DAYS):
        raise RuleBroken("day", _("This is very far away. Choose a day within the next three years."))
    local = appointment.starts.local()
    if (local + timedelta(minutes=appointment.minutes - 1)).date() != local.date():
        raise RuleBroken("minutes", _("This would go on past midnight. Make it shorter, or begin earlier."))
    return replace(
        appointment,
        about=clean_line(appointment.about, field="about", limit=ABOUT_LIMIT),
        words=clean_text(appointment.words, field="words", limit=WORDS_LIMIT),
    )


def days_of(first: date, rhythm: Rhythm, times: int) -> tuple[date, ...]:
    """The days of a series. A month without that day is passed over. RuleBroken beside "times"."""
    if rhythm is Rhythm.ONCE:
        return (first,)
    if not 2 <= times <= MOST_TIMES:
        raise RuleBroken("times", _("This can be repeated from 2 to {most} times.").format(most=MOST_TIMES))
    if rhythm is Rhythm.MONTH:
        return tuple(_monthly(first, times))
    return tuple(first + timedelta(days=_STEPS[rhythm] * at) for at in range(times))


def _monthly(first: date, times: int) -> Iterable[date]:
    at = given = 0
    while given < times:
        year, month = divmod(first.month - 1 + at, 12)
        at += 1
        try:
            day = first.replace(year=first.year + year, month=month + 1)
        except ValueError:
            continue
        given += 1
        yield day


def in_the_way(new: Appointment, others: Iterable[Appointment]) -> Appointment | None:
    """The first that stands at the same time, or None."""
    return next((one for one in others if one.id != new.id and one.stands() and one.meets(new)), None)
