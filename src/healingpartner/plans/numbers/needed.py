"""How many people are treated for one of them to gain, or to be harmed: for the practitioner's side only.

Altman 1998: where the range of the difference holds 0, the number runs from gain through infinity to harm.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from healingpartner.plans.numbers.given import holds
from healingpartner.plans.numbers.intervals import Between


class Side(StrEnum):
    """Who the one of them is."""

    BENEFIT = "benefit"
    HARM = "harm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """`number` people for one more on that `side`; None is infinity: no difference, and then no side either."""

    number: Fraction | float | None
    side: Side | None

    def people(self) -> int | None:
        """As whole people."""
        return None if self.number is None else whole_people(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberNeeded:
    """The number and its two ends, from the largest gain to the largest harm. `through_infinity`: the range of the
    difference reaches from one side to the other, so the number runs gain → ∞ → harm.
    """

    value: Needed
    best: Needed
    worst: Needed
    through_infinity: bool


def number_needed(gain: Between, *, field: str = "gain") -> NumberNeeded:
    """From a difference that is gain above 0 and harm below it, and its interval."""
    holds(gain.low, gain.value, gain.high, field)
    return NumberNeeded(
        value=needed(gain.value),
        best=needed(gain.high),
        worst=needed(gain.low),
        through_infinity=gain.low < 0 < gain.high,
    )


def needed(difference: Fraction | float) -> Needed:
    """1 over the difference, with its side."""
    if difference == 0:
        return Needed(number=None, side=None)
    if difference > 0:
        return Needed(number=1 / difference, side=Side.BENEFIT)
    return Needed(number=-1 / difference, side=Side.HARM)


def whole_people(number: Fraction | float) -> int:
    """Rounded up to whole people. A float is first freed of its own dust: 1 / (0.15 − 0.10) is 20, not 21."""
    return ceil(number) if isinstance(number, Fraction) else ceil(round(number, 9))
