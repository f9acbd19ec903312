"""Ratios made plain: what a relative risk, odds ratio or hazard ratio means for people with a known base risk.

Risk: p₁ = p₀·RR. Odds: p₁ = OR·p₀ / (1 − p₀ + OR·p₀). Hazard: p₁ = 1 − (1 − p₀)^HR.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import Exact, above_none, chance, exact, holds

_FINE = 10**12


class RatioKind(StrEnum):
    """What a study reports."""

    RISK = "risk"
    ODDS = "odds"
    HAZARD = "hazard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """`value` with its 95 % ends, both or neither."""

    kind: RatioKind
    value: Exact
    low: Exact | None = None
    high: Exact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A share and its ends; where no interval was reported all three are the same."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAndWithout:
    """Chances with and without. `fewer`: without − with, above 0 where the event becomes rarer."""

    without: Fraction
    with_it: Range
    fewer: Range


def made_plain(base: Exact, ratio: Ratio) -> WithAndWithout:
    """The chances behind a ratio. RuleBroken when the ratio would give more than all people.

    Ends of the interval are held at all people; a hazard's power is kept to twelve decimals.
    """
    without = chance(base, "base")
    value = _ratio(ratio.value, "ratio")
    if (ratio.low is None) != (ratio.high is None):
        raise RuleBroken("ratio_low" if ratio.low is None else "ratio_high", _("A range has two ends. One is missing."))
    low = value if ratio.low is None else _ratio(ratio.low, "ratio_low")
    high = value if ratio.high is None else _ratio(ratio.high, "ratio_high")
    holds(low, value, high, "ratio_low")
    turn = _TURNS[ratio.kind]
    if turn(without, value) > 1:
        raise RuleBroken("ratio", _("With this base risk it would be more than all people. Is it an odds ratio?"))
    here = Range(
        value=turn(without, value), low=min(turn(without, low), Fraction(1)), high=min(turn(without, high), Fraction(1))
    )
    fewer = Range(value=without - here.value, low=without - here.high, high=without - here.low)
    return WithAndWithout(without=without, with_it=here, fewer=fewer)


def _ratio(given: Exact, field: str) -> Fraction:
    """More than nought; for an end of an interval nought itself is possible."""
    return exact(given, field) if field == "ratio_low" and given == 0 else above_none(given, field)


def _risk(without: Fraction, ratio: Fraction) -> Fraction:
    return without * ratio


def _odds(without: Fraction, ratio: Fraction) -> Fraction:
    if without == 1:
        return Fraction(1)
    return ratio * without / (1 - without + ratio * without)


def _hazard(without: Fraction, ratio: Fraction) -> Fraction:
    if without in (0, 1) or ratio == 1:
        return without
    return 1 - Fraction(float(1 - without) ** float(ratio)).limit_denominator(_FINE)


_TURNS: dict[RatioKind, Callable[[Fraction, Fraction], Fraction]] = {
    RatioKind.RISK: _risk,
    RatioKind.ODDS: _odds,
    RatioKind.HAZARD: _hazard,
}
