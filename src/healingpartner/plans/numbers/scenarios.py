"""Best, most likely and hard course from one expected time, so that nobody is given a single number.

Kiely 2010 and later: about one person in ten lives at most a quarter of the expected time, half of all between a
half and the double of it, one in ten three times as long or more. The rule was found in cancer care; the page
that shows it says so.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import log2

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import Exact, above_none, exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """Times in the unit of what was given. Hard: at most `hard`; likely: from `likely_from` to `likely_to`; best: at
    least `best`.
    """

    hard: Fraction
    likely_from: Fraction
    likely_to: Fraction
    best: Fraction


def scenarios(expected: Exact, *, field: str = "expected") -> Scenarios:
    """A quarter; a half to the double; three times."""
    time = above_none(expected, field)
    return Scenarios(hard=time / 4, likely_from=time / 2, likely_to=2 * time, best=3 * time)


def time_of_share(share: Exact, *, field: str = "share") -> float:
    """By what multiple of the median that share of people has had the event, if it strikes evenly: log₂ 1/(1−q)."""
    gone = exact(share, field)
    if not 0 <= gone < 1:
        raise RuleBroken(field, _("This share lies between 0 and 1, and is less than 1."))
    return log2(1 / (1 - float(gone)))
