"""How far a counted number may be from the true one: 95 % intervals for one chance, for a difference, for none.

Wilson 1927 (score interval); Newcombe 1998, method 10 (hybrid of two Wilson intervals); Hanley and Lippman-Hand
1983 (rule of three); Clopper and Pearson 1934 for no event at all.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import NORMAL_95, counted, people

_DOUBT = 0.05  # what 95 % leaves open


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A number and the range that holds it; shares from −1 to 1."""

    value: Fraction
    low: Fraction | float
    high: Fraction | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a study counted: `events` among `of` people."""

    events: int
    of: int

    def share(self, field: str) -> Fraction:
        """Events over people; RuleBroken beside `field`_events or `field`_of."""
        return counted(self.events, self.of, events_field=f"{field}_events", of_field=f"{field}_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingSeen:
    """Upper ends for a chance when nothing was seen. three: 3/n. one_sided and two_sided: exact, 95 %."""

    three: Fraction
    one_sided: float
    two_sided: float


def wilson(group: Counted, *, field: str = "group", z: float = NORMAL_95) -> Between:
    """(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n), held within 0 and 1."""
    share = group.share(field)
    p, n = float(share), group.of
    middle, wide = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    under = 1 + z * z / n
    # At the ends the formula gives 0 and 1; rounding must not leave the number outside its own range.
    low = 0.0 if group.events == 0 else max(0.0, (middle - wide) / under)
    high = 1.0 if group.events == group.of else min(1.0, (middle + wide) / under)
    return Between(value=share, low=low, high=high)


def difference(
    first: Counted, second: Counted, *, first_field: str = "first", second_field: str = "second", z: float = NORMAL_95
) -> Between:
    """The first less the second: d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²)."""
    one, other = wilson(first, field=first_field, z=z), wilson(second, field=second_field, z=z)
    d, p1, p2 = one.value - other.value, float(one.value), float(other.value)
    low = float(d) - sqrt((p1 - one.low) ** 2 + (other.high - p2) ** 2)
    high = float(d) + sqrt((one.high - p1) ** 2 + (p2 - other.low) ** 2)
    return Between(value=d, low=max(-1.0, low), high=min(1.0, high))


def nothing_seen(of: int, *, field: str = "of") -> NothingSeen:
    """How often a thing may happen that none of `of` people had."""
    if people(of, field) == 0:
        raise RuleBroken(field, _("There must be at least one person to count."))
    return NothingSeen(
        three=min(Fraction(1), Fraction(3, of)),
        one_sided=1 - _DOUBT ** (1 / of),
        two_sided=1 - (_DOUBT / 2) ** (1 / of),
    )
