"""Money of a plan: exact in minor units, unknown never counted as nothing, one currency, the patient's ceiling."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.plans.money import A_MONTH, NOTE_LIMIT, Ceiling, Cost, Per, total_of

AMOUNTS = st.integers(0, 10**9)


def eur(minor: int) -> Money:
    """Euros, in cents."""
    return Money(minor=minor, currency="EUR")


@st.composite
def costs(draw: st.DrawFn) -> Cost:
    """What something may cost, as it is kept."""
    low = draw(AMOUNTS)
    high = draw(st.integers(low, 10**9))
    per, covered = draw(st.sampled_from(list(Per))), draw(st.booleans())
    known = draw(st.booleans())
    return Cost(low=eur(low) if known else None, high=eur(high) if known else None, per=per, covered=covered).cleaned()


@given(st.lists(st.one_of(st.none(), costs()), max_size=12))
def test_a_total_is_exact_and_counts_what_is_not_known(given_costs: list[Cost | None]) -> None:
    total = total_of(given_costs)
    paid = [one for one in given_costs if one is not None and not one.covered and one.low is not None]
    month = sum((one.low.minor * A_MONTH[one.per] for one in paid if one.per is not Per.ONCE and one.low), Fraction(0))
    assert abs(total.month_low - month) <= Fraction(1, 2)
    assert total.once_low == sum(one.low.minor for one in paid if one.per is Per.ONCE and one.low)
    assert total.month_low <= total.month_high
    assert total.once_low <= total.once_high
    assert total.unknown == sum(one is None or not (one.covered or one.is_known) for one in given_costs)


@given(st.lists(costs(), max_size=8), st.randoms())
def test_a_total_does_not_ask_for_the_order(given_costs: list[Cost], chance: object) -> None:
    shuffled = list(given_costs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert total_of(shuffled) == total_of(given_costs)


@pytest.mark.parametrize(
    ("per", "minor", "a_month"),
    [
        (Per.DAY, 100, 3_042),  # 365 / 12 = 30.41666…
        (Per.WEEK, 100, 435),  # 365 / 84 = 4.34523…
        (Per.MONTH, 100, 100),
        (Per.QUARTER, 100, 33),
        (Per.YEAR, 1_206, 101),  # 100.5 is rounded up
        (Per.ONCE, 100, 0),
    ],
)
def test_a_month_is_the_twelfth_part_of_a_year(per: Per, minor: int, a_month: int) -> None:
    assert total_of([Cost(low=eur(minor), high=eur(minor), per=per)]).month_low == a_month


def test_what_is_not_known_may_always_be_more_than_the_ceiling() -> None:
    ceiling = Ceiling(amount=eur(5_000))
    known = total_of([Cost(low=eur(2_000), high=eur(4_000), per=Per.MONTH)], ceiling=ceiling)
    assert (known.over(ceiling), known.may_be_over(ceiling)) == (False, False)
    unknown = total_of([None, Cost()], ceiling=ceiling)
    assert (unknown.unknown, unknown.over(ceiling), unknown.may_be_over(ceiling)) == (2, False, True)
    wide = total_of([Cost(low=eur(4_000), high=eur(6_000), per=Per.MONTH)], ceiling=ceiling)
    assert (wide.over(ceiling), wide.may_be_over(ceiling)) == (False, True)
    much = total_of([Cost(low=eur(5_001), high=eur(5_001), per=Per.MONTH)], ceiling=ceiling)
    assert much.over(ceiling)
    in_all = Ceiling(amount=eur(100), per=Per.ONCE)
    assert not much.over(in_all)
    assert total_of([Cost(low=eur(101), high=eur(101))]).over(in_all)


def test_what_somebody_else_pays_counts_as_nothing_and_as_known() -> None:
    total = total_of([Cost(low=eur(9_900), high=eur(9_900), covered=True), Cost(covered=True)])
    assert (total.once_high, total.unknown) == (0, 0)


def test_two_currencies_are_not_added_up() -> None:
    dollars = Cost(low=Money(minor=100, currency="USD"), high=Money(minor=100, currency="USD"))
    for given_costs, ceiling in (
        ([Cost(low=eur(1), high=eur(1)), dollars], None),
        ([dollars], Ceiling(amount=eur(5_000))),
    ):
        with pytest.raises(RuleBroken) as broken:
            total_of(given_costs, ceiling=ceiling)
        assert broken.value.field == "cost"
    assert total_of([dollars]).currency == "USD"


@pytest.mark.parametrize(
    "cost",
    [
        Cost(low=eur(2), high=eur(1)),
        Cost(low=eur(1), high=Money(minor=2, currency="USD")),
        Cost(note="x" * (NOTE_LIMIT + 1)),
    ],
)
def test_amounts_that_do_not_go_together_are_said_beside_the_cost(cost: Cost) -> None:
    with pytest.raises(RuleBroken) as broken:
        cost.cleaned()
    assert broken.value.field == "cost"


def test_one_amount_alone_is_the_lower_and_the_higher() -> None:
    assert Cost(high=eur(7)).cleaned().low == Cost(low=eur(7)).cleaned().high == eur(7)


@pytest.mark.parametrize("per", [Per.DAY, Per.WEEK, Per.QUARTER, Per.YEAR])
def test_a_ceiling_is_a_months_or_the_whole_plans(per: Per) -> None:
    with pytest.raises(RuleBroken) as broken:
        Ceiling(amount=eur(1), per=per)
    assert broken.value.field == "ceiling"
