"""How many are still free of something as time goes on, where not everyone was watched to the end.

Kaplan and Meier 1958; Greenwood 1926 for the standard error; the interval on the log(−log) scale, which stays
within 0 and 1.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import NORMAL_95, Exact, exact

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One person: how long, and whether it happened (True) or the watching ended first (False)."""

    time: Exact
    happened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time at which it happened. `free`: the share still free of it, exact. The rest is None once nobody is."""

    time: Fraction
    at_risk: int
    events: int
    free: Fraction
    standard_error: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All moments, and the first time at which half or fewer are still free (None when that was not reached)."""

    people: int
    moments: tuple[Moment, ...]
    median: Fraction | None

    def free_at(self, time: Exact) -> Fraction:
        """The share still free at a time."""
        past = [moment.free for moment in self.moments if moment.time <= exact(time, "time")]
        return past[-1] if past else Fraction(1)


def course_of(watched: Sequence[Watched], *, field: str = "watched") -> Course:
    """S = Π(1 − d/n) over event times. Whose watching ended at such a time still counts as at risk then."""
    if not 0 < len(watched) <= MOST_ROWS:
        raise RuleBroken(field, _("Between 1 and {most} people can be shown.").format(most=MOST_ROWS))
    times = [(exact(one.time, field), one.happened) for one in watched]
    if any(time < 0 for time, _happened in times):
        raise RuleBroken(field, _("A length of time cannot be less than 0."))
    events = Counter(time for time, happened in times if happened)
    leaving = Counter(time for time, _happened in times)
    at_risk, free, spread = len(times), Fraction(1), Fraction(0)
    moments: list[Moment] = []
    for time in sorted(leaving):
        if d := events[time]:
            free *= 1 - Fraction(d, at_risk)
            spread += Fraction(d, at_risk * (at_risk - d)) if at_risk > d else 0
            moments.append(_moment(time, at_risk, d, free, spread))
        at_risk -= leaving[time]
    half = next((moment.time for moment in moments if 2 * moment.free <= 1), None)
    return Course(people=len(times), moments=tuple(moments), median=half)


def _moment(time: Fraction, at_risk: int, events: int, free: Fraction, spread: Fraction) -> Moment:
    error = low = high = None
    if free:
        root, share = sqrt(spread), float(free)
        error = share * root
        turn = exp(NORMAL_95 * root / abs(log(share)))
        low, high = share**turn, share ** (1 / turn)
    return Moment(time=time, at_risk=at_risk, events=events, free=free, standard_error=error, low=low, high=high)
