"""Money on the way to a choice: the running total beside the ceiling, and lighter ways where one is too much."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.money import Money
from healingpartner.plans import acts as plans
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import Asks, OptionKind, OptionStanding
from healingpartner.plans.decisions.views import lighter_ways, prices_missing, side_by_side
from healingpartner.plans.decisions.ways import lighter_than
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.running_total import costs_of, running_total
from healingpartner.plans.steps.model import StepState
from healingpartner.practice import Practice
from plans.deciding import Two, doing, way


def euros(amount: int, per: Per = Per.MONTH) -> Cost:
    return Cost(low=Money(minor=amount, currency="EUR"), high=Money(minor=amount, currency="EUR"), per=per)


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def test_the_total_counts_chosen_ways_and_steps_that_are_not_over(two: Two) -> None:
    plan = replace(two.plan, ceiling=Ceiling(amount=Money(minor=3_000, currency="EUR")))
    chosen = way("Tea", cost=euros(900), standing=OptionStanding.CHOSEN)
    ways = (chosen, way("Pill", cost=euros(5_000)), way("Nothing", kind=OptionKind.NOTHING))
    steps = (
        doing("Swim", cost=euros(2_000), state=StepState.TAKEN_ON),
        doing("Gym", cost=euros(9_000), state=StepState.SET_DOWN),
        doing("Walk", state=StepState.UNDER_WAY),
    )
    total = running_total(plan, ways, steps)
    assert (total.month_low, total.once_low, total.unknown) == (2_900, 0, 0)
    assert plan.ceiling is not None
    assert not total.may_be_over(plan.ceiling)


def test_unknown_is_never_nothing() -> None:
    unknown = way("Pill", standing=OptionStanding.CHOSEN)
    assert costs_of([unknown], []) == (None,)
    nothing = way("Nothing", kind=OptionKind.NOTHING, standing=OptionStanding.CHOSEN)
    assert costs_of([nothing], []) == ()


def test_with_a_ceiling_every_way_has_a_price_or_somebody_who_finds_it_out(two: Two) -> None:
    decision_id = two.decision()
    tea = two.option(decision_id, "Tea", cost=euros(900))
    pill = two.option(decision_id, "Pill")
    two.option(decision_id, "Nothing", kind=OptionKind.NOTHING)
    two.option(decision_id, "Paid", cost=Cost(covered=True))
    assert two.practice.ask(prices_missing, two.plan_id) == ()
    two.says(plans.change_plan, replace(two.plan, ceiling=Ceiling(amount=Money(minor=3_000, currency="EUR"))))
    assert [one.id for one in two.practice.ask(prices_missing, two.plan_id)] == [pill]
    two.offers(acts.owe_price, pill, two.today)
    assert two.practice.ask(prices_missing, two.plan_id) == ()
    assert tea
    costs = next(one for one in two.practice.ask(side_by_side, decision_id).lines if one.fixed == "cost")
    assert [len(cell.said) for cell in costs.cells] == [1, 2, 1, 1]


def test_too_much_for_me_finds_cheaper_lighter_and_later(two: Two) -> None:
    decision_id = two.decision()
    gym = two.option(decision_id, "Gym", cost=euros(4_000), asks=Asks.MUCH)
    two.option(decision_id, "Pool", cost=euros(2_000), asks=Asks.MUCH)
    two.option(decision_id, "Walk", cost=euros(0), asks=Asks.SOME)
    two.option(decision_id, "Stretch", asks=Asks.LITTLE)
    two.option(decision_id, "Wait", kind=OptionKind.WAIT)
    found = two.practice.ask(lighter_ways, gym)
    assert [one.label for one in found.cheaper] == ["Walk", "Pool"]
    assert [one.label for one in found.lighter] == ["Stretch", "Walk"]
    assert [one.label for one in found.later] == ["Wait"]
    assert [one.label for one in found.price_unknown] == ["Stretch", "Wait"]
    assert found.any


def test_where_there_is_no_other_way_it_says_so(two: Two) -> None:
    decision_id = two.decision()
    gym = two.option(decision_id, "Gym")
    assert not two.practice.ask(lighter_ways, gym).any


COSTS = st.one_of(
    st.none(),
    st.just(Cost(covered=True)),
    st.builds(
        lambda low, more, per: Cost(
            low=Money(minor=low, currency="EUR"), high=Money(minor=low + more, currency="EUR"), per=per
        ),
        st.integers(0, 9_000),
        st.integers(0, 3_000),
        st.sampled_from(Per),
    ),
)


@given(st.lists(COSTS, min_size=1, max_size=6))
def test_no_way_is_cheaper_than_one_that_is_cheaper_than_it(costs: list[Cost | None]) -> None:
    ways = [replace(way(str(place), cost=cost), id=str(place)) for place, cost in enumerate(costs)]
    cheaper = {one.id: {each.id for each in lighter_than(one, ways).cheaper} for one in ways}
    for one in ways:
        assert one.id not in cheaper[one.id]
        assert all(one.id not in cheaper[other] for other in cheaper[one.id])
        if one.cost is None:
            assert cheaper[one.id] == set()
            assert all(one.id not in each for each in cheaper.values())
