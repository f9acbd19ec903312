"""Intervals and numbers needed: the oracles to four decimals, and what always holds."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.numbers.intervals import Between, Counted, difference, nothing_seen, wilson
from healingpartner.plans.numbers.needed import Needed, Side, needed, number_needed, whole_people

GROUPS = some.integers(1, 5_000).flatmap(lambda of: some.builds(Counted, events=some.integers(0, of), of=some.just(of)))


@pytest.mark.parametrize(
    ("events", "of", "low", "high"), [(0, 20, 0, 0.1611), (3, 20, 0.0524, 0.3604), (81, 263, 0.2553, 0.3662)]
)
def test_the_range_of_one_chance_is_wilsons(events: int, of: int, low: float, high: float) -> None:
    found = wilson(Counted(events=events, of=of))
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)
    assert found.value == Fraction(events, of)


def test_the_range_of_a_difference_is_newcombes() -> None:
    found = difference(Counted(events=56, of=70), Counted(events=48, of=80))
    assert (float(found.value), round(found.low, 4), round(found.high, 4)) == (0.2, 0.0524, 0.3339)
    many = number_needed(found)
    assert many.value == Needed(number=Fraction(5), side=Side.BENEFIT)
    assert (round(float(many.best.number or 0), 1), round(float(many.worst.number or 0), 1)) == (3.0, 19.1)
    assert not many.through_infinity


def test_a_difference_that_may_be_none_runs_through_infinity_to_harm() -> None:
    found = difference(Counted(events=15, of=100), Counted(events=10, of=100))
    assert (round(found.low, 3), round(found.high, 3)) == (-0.044, 0.144)
    many = number_needed(found)
    assert many.through_infinity
    assert many.value.people() == 20
    assert (many.best.side, round(float(many.best.number or 0), 1)) == (Side.BENEFIT, 6.9)
    assert (many.worst.side, round(float(many.worst.number or 0), 1)) == (Side.HARM, 22.9)


def test_a_range_from_five_of_a_hundred_worse_to_a_quarter_better() -> None:
    many = number_needed(Between(value=Fraction(1, 10), low=-0.05, high=0.25))
    assert (many.best.people(), many.value.people(), many.worst.people()) == (4, 10, 20)


def test_no_difference_needs_infinitely_many() -> None:
    assert needed(Fraction(0)) == Needed(number=None, side=None)
    assert needed(Fraction(0)).people() is None


def test_the_dust_of_floats_adds_no_person() -> None:
    assert ceil(1 / (0.15 - 0.10)) == 21  # the trap
    assert whole_people(1 / (0.15 - 0.10)) == 20
    assert needed(Fraction("0.15") - Fraction("0.10")).people() == 20
    assert whole_people(Fraction(201, 10)) == 21


def test_nothing_seen_is_not_never() -> None:
    found = nothing_seen(100)
    assert (float(found.three), round(found.one_sided, 4), round(found.two_sided, 4)) == (0.03, 0.0295, 0.0362)
    assert nothing_seen(1).three == 1


@given(GROUPS)
def test_the_range_holds_the_number_within_none_and_all(group: Counted) -> None:
    found = wilson(group)
    assert 0 <= found.low <= found.value <= found.high <= 1
    mirror = wilson(Counted(events=group.of - group.events, of=group.of))
    assert mirror.low == pytest.approx(1 - found.high, abs=1e-12)


@given(GROUPS, GROUPS)
def test_the_range_of_a_difference_holds_it_and_turns_with_it(one: Counted, other: Counted) -> None:
    found, back = difference(one, other), difference(other, one)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert back.value == -found.value
    assert back.low == pytest.approx(-found.high, abs=1e-12)
    number_needed(found)


@given(some.integers(1, 2_000))
def test_more_people_make_the_range_no_wider(of: int) -> None:
    few, many = wilson(Counted(events=of // 2, of=of)), wilson(Counted(events=of // 2 * 4, of=of * 4))
    if of % 2 == 0:
        assert many.high - many.low <= few.high - few.low
    assert nothing_seen(of).two_sided >= nothing_seen(of + 1).two_sided


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (lambda: wilson(Counted(events=-1, of=10)), "group_events"),
        (lambda: wilson(Counted(events=11, of=10)), "group_events"),
        (lambda: wilson(Counted(events=0, of=0)), "group_of"),
        (lambda: wilson(Counted(events=0, of=-4)), "group_of"),
        (lambda: wilson(Counted(events=0, of=10**12)), "group_of"),
        (lambda: difference(Counted(events=1, of=2), Counted(events=3, of=2)), "second_events"),
        (lambda: nothing_seen(0), "of"),
        (lambda: number_needed(Between(value=Fraction(1, 10), low=0.3, high=0.2)), "gain"),
        (lambda: number_needed(Between(value=Fraction(1, 10), low=0.2, high=0.3)), "gain"),
    ],
)
def test_numbers_that_cannot_be_are_told_beside_their_field(broken, field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        broken()
    assert amiss.value.field == field
    assert amiss.value.sentence.endswith(".")
