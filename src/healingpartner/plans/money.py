"""What a plan may cost and does cost. What is not known is never counted as nothing.

Amounts are whole minor units with their ISO 4217 code (foundation/money). A month is counted as the twelfth part of a
year of 365 days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.words import N_, _

NOTE_LIMIT = 500


class Per(StrEnum):
    """How often an amount is paid."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


PER_WORDS: Mapping[Per, str] = {
    Per.ONCE: N_("once"),
    Per.DAY: N_("a day"),
    Per.WEEK: N_("a week"),
    Per.MONTH: N_("a month"),
    Per.QUARTER: N_("every three months"),
    Per.YEAR: N_("a year"),
}
A_MONTH: Mapping[Per, Fraction] = {
    Per.DAY: Fraction(365, 12),
    Per.WEEK: Fraction(365, 84),
    Per.MONTH: Fraction(1),
    Per.QUARTER: Fraction(1, 3),
    Per.YEAR: Fraction(1, 12),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The most that the patient says the plan may cost, a month or in all."""

    amount: Money
    per: Per = Per.MONTH

    def __post_init__(self) -> None:
        """RuleBroken when it is neither a month's nor the whole plan's."""
        if self.per not in {Per.MONTH, Per.ONCE}:
            raise RuleBroken("ceiling", _("Say what the plan may cost a month, or in all."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What something costs: from `low` to `high`, equal when it is known. Both None: not known yet.

    covered: someone else pays it, in whole. note: who finds out by when, what is covered, own words.
    """

    low: Money | None = None
    high: Money | None = None
    per: Per = Per.ONCE
    covered: bool = False
    note: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is an amount."""
        return self.low is not None

    def cleaned(self) -> "Cost":
        """As it is kept; RuleBroken beside "cost" when the two amounts do not go together."""
        low, high = self.low or self.high, self.high or self.low
        if low is not None and high is not None:
            if low.currency != high.currency:
                raise RuleBroken("cost", _("These are two currencies. Use one for this plan."))
            if low.minor > high.minor:
                raise RuleBroken("cost", _("The lower amount is above the higher one. Change one of the two."))
        return replace(self, low=low, high=high, note=clean_line(self.note, field="cost", limit=NOTE_LIMIT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What all of it comes to, in whole minor units, from low to high; `unknown`: how many have no amount yet."""

    currency: str
    month_low: int
    month_high: int
    once_low: int
    once_high: int
    unknown: int

    def over(self, ceiling: Ceiling) -> bool:
        """Whether even the lower end lies above what the patient said."""
        return self._end(ceiling, self.month_low, self.once_low) > ceiling.amount.minor

    def may_be_over(self, ceiling: Ceiling) -> bool:
        """Whether it could come to more: the higher end lies above it, or something has no amount yet."""
        return self.unknown > 0 or self._end(ceiling, self.month_high, self.once_high) > ceiling.amount.minor

    @staticmethod
    def _end(ceiling: Ceiling, month: int, once: int) -> int:
        return month if ceiling.per is Per.MONTH else once


def total_of(costs: Iterable[Cost | None], *, ceiling: Ceiling | None = None) -> Total:
    """All costs added up; None and what has no amount count as not known. What others pay counts as nothing.

    RuleBroken beside "cost" when two currencies meet, the ceiling's included.
    """
    given = list(costs)
    counted = [one for one in given if one is not None and (one.covered or one.is_known)]
    paid = [one for one in counted if not one.covered]
    currencies = {one.low.currency for one in paid if one.low is not None}
    if ceiling is not None:
        currencies.add(ceiling.amount.currency)
    if len(currencies) > 1:
        raise RuleBroken("cost", _("These are two currencies. Use one for this plan."))
    return Total(
        currency=next(iter(currencies), ""),
        month_low=_rounded(_monthly(one, one.low) for one in paid),
        month_high=_rounded(_monthly(one, one.high) for one in paid),
        once_low=_rounded(_once(one, one.low) for one in paid),
        once_high=_rounded(_once(one, one.high) for one in paid),
        unknown=len(given) - len(counted),
    )


def _monthly(cost: Cost, amount: Money | None) -> Fraction:
    return Fraction(0) if amount is None or cost.per is Per.ONCE else amount.minor * A_MONTH[cost.per]


def _once(cost: Cost, amount: Money | None) -> Fraction:
    return Fraction(amount.minor) if amount is not None and cost.per is Per.ONCE else Fraction(0)


def _rounded(parts: Iterable[Fraction]) -> int:
    whole = sum(parts, Fraction(0))
    return int(whole + Fraction(1, 2))
