"""From what a study reports to an estimate that people can read: whole people on one denominator, with their ranges."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from healingpartner.plans.numbers.estimate import Interval, OutcomeEstimate
from healingpartner.plans.numbers.frequencies import on_one_denominator
from healingpartner.plans.numbers.given import Exact, half_up
from healingpartner.plans.numbers.icons import icon_array
from healingpartner.plans.numbers.intervals import Between, Counted, wilson
from healingpartner.plans.numbers.ratios import Ratio, made_plain


def from_counts(
    estimate: OutcomeEstimate, with_it: Counted, without: Counted | None = None, *, of: int | None = None
) -> OutcomeEstimate:
    """The estimate with counted people and their Wilson ranges. of: hold to this denominator, as a grid needs it.

    RuleBroken beside with_events, with_of, without_events or without_of.
    """
    one = wilson(with_it, field="with")
    other = None if without is None else wilson(without, field="without")
    shares = [one.value] if other is None else [one.value, other.value]
    people = of or on_one_denominator(shares).of
    at = _people_of(people)
    return replace(
        estimate,
        denominator=people,
        n_with=at(one.value),
        n_without=None if other is None else at(other.value),
        interval_with=Interval(low=at(Fraction(one.low)), high=at(Fraction(one.high))),
        interval_without=None
        if other is None
        else Interval(low=at(Fraction(other.low)), high=at(Fraction(other.high))),
    )


def from_ratio(estimate: OutcomeEstimate, base: Exact, ratio: Ratio, *, of: int | None = None) -> OutcomeEstimate:
    """The estimate with people behind a ratio. base: the chance without it; the range is that of the ratio alone.

    RuleBroken beside base, ratio, ratio_low or ratio_high.
    """
    found = made_plain(base, ratio)
    people = of or on_one_denominator([found.with_it.value, found.without]).of
    at = _people_of(people)
    return replace(
        estimate,
        denominator=people,
        n_with=at(found.with_it.value),
        n_without=at(found.without),
        interval_with=None if ratio.low is None else Interval(low=at(found.with_it.low), high=at(found.with_it.high)),
        interval_without=None,
    )


def _interval(found: Between, at: Callable[[Fraction], int]) -> Interval:
    return Interval(low=at(Fraction(found.low)), high=at(Fraction(found.high)))


def _people_of(of: int) -> Callable[[Fraction], int]:
    """Rounded half up, so that a range keeps holding its number."""
    icon_array(0, of)  # a denominator that cannot be drawn is told here, beside its field
    return lambda share: half_up(share * of)
