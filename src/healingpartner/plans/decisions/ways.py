"""When a way is too much: the others that are cheaper, lighter, or can come later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.words import N_
from healingpartner.plans.decisions.model import Asks, Option, OptionKind, OptionStanding
from healingpartner.plans.money import Cost, total_of
from healingpartner.plans.steps.model import STANDING, Errand, Step


class Lighter(StrEnum):
    """What would make it fit."""

    CHEAPER = "cheaper"
    LIGHTER = "lighter"
    LATER = "later"


LIGHTER_WORDS: Mapping[Lighter, str] = {
    Lighter.CHEAPER: N_("It costs too much"),
    Lighter.LIGHTER: N_("It is too much to do"),
    Lighter.LATER: N_("Not now, later perhaps"),
}
_SIZE: Mapping[Asks, int] = {Asks.LITTLE: 0, Asks.SOME: 1, Asks.MUCH: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class LighterWays:
    """The other ways of the same decision. cheaper: the cheapest first, only where both prices are known.

    price_unknown: those that may be cheaper, which nobody knows yet. One way can stand in several.
    """

    option: Option
    cheaper: tuple[Option, ...] = ()
    lighter: tuple[Option, ...] = ()
    later: tuple[Option, ...] = ()
    price_unknown: tuple[Option, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is another way at all; where there is none, the practitioner can be asked to look for one."""
        return bool(self.cheaper or self.lighter or self.later)


def lighter_than(option: Option, others: Iterable[Option]) -> LighterWays:
    """Every other way that costs less, asks less, or is to wait; also those set aside before, for minds change."""
    rest = tuple(one for one in others if one.id != option.id)
    own = _price(option.cost)
    priced = [(price, one) for one in rest if (price := _price(one.cost)) is not None]
    cheaper = [(price, one) for price, one in priced if own is not None and _is_less(price, own)]
    size = None if option.asks is None else _SIZE[option.asks]
    lighter = [one for one in rest if one.asks is not None and size is not None and _SIZE[one.asks] < size]
    return LighterWays(
        option=option,
        cheaper=tuple(one for _price_of, one in sorted(cheaper, key=lambda each: each[0])),
        lighter=tuple(sorted(lighter, key=lambda one: _SIZE[one.asks or Asks.MUCH])),
        later=tuple(
            one for one in rest
            if one.kind in {OptionKind.WAIT, OptionKind.NOTHING} or one.standing is OptionStanding.FALLBACK
        ),
        price_unknown=tuple(one for one in rest if _price(one.cost) is None and one.kind is not OptionKind.NOTHING),
    )  # fmt: skip


def without_a_price(options: Iterable[Option], steps: Iterable[Step]) -> tuple[Option, ...]:
    """Every way without a price for which nobody has taken on to find it out; to do nothing needs none."""
    finding = {one.option_id for one in steps if one.errand is Errand.PRICE and one.state in STANDING}
    return tuple(
        one for one in options
        if _price(one.cost) is None and one.id not in finding and one.kind is not OptionKind.NOTHING
    )  # fmt: skip


def _price(cost: Cost | None) -> tuple[int, int] | None:
    """The higher end, a month and once, in minor units; None where it is not known."""
    if cost is None or not (cost.covered or cost.is_known):
        return None
    total = total_of((cost,))
    return total.month_high, total.once_high


def _is_less(price: tuple[int, int], own: tuple[int, int]) -> bool:
    """Less a month, or once, and not more of the other."""
    return price != own and price[0] <= own[0] and price[1] <= own[1]
