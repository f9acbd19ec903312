"""Ratios, test results, courses and scenarios: the oracles, and what always holds."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.numbers.needed import needed
from healingpartner.plans.numbers.ratios import Ratio, RatioKind, made_plain
from healingpartner.plans.numbers.scenarios import Scenarios, scenarios, time_of_share
from healingpartner.plans.numbers.survival import Watched, course_of
from healingpartner.plans.numbers.testing import as_people, results_of

SHARES = some.fractions(0, 1, max_denominator=10_000)
RATIOS = some.fractions(Fraction(1, 100), 20, max_denominator=1_000)
TIMES = ((1, True), (2, False), (3, True), (4, True), (4, True), (5, False), (6, True))


def ratio(kind: RatioKind, value: str, low: str = "", high: str = "") -> Ratio:
    ends = {"low": Decimal(low), "high": Decimal(high)} if low else {}
    return Ratio(kind=kind, value=Decimal(value), **ends)


def test_a_relative_risk_becomes_people() -> None:
    found = made_plain(Decimal("0.20"), ratio(RatioKind.RISK, "0.80", "0.65", "0.98"))
    assert [float(one * 100) for one in (found.with_it.value, found.with_it.low, found.with_it.high)] == [16, 13, 19.6]
    assert [float(one * 100) for one in (found.fewer.value, found.fewer.low, found.fewer.high)] == [4, 0.4, 7]
    many = [float(needed(one).number or 0) for one in (found.fewer.value, found.fewer.high, found.fewer.low)]
    assert [round(one, 1) for one in many] == [25, 14.3, 250]


def test_odds_and_hazards_become_people() -> None:
    assert made_plain(Decimal("0.20"), ratio(RatioKind.ODDS, "2")).with_it.value == Fraction(1, 3)
    assert round(float(made_plain(Decimal("0.20"), ratio(RatioKind.HAZARD, "0.5")).with_it.value), 4) == 0.1056
    assert made_plain(1, ratio(RatioKind.ODDS, "3")).with_it.value == 1


@given(SHARES, RATIOS, some.sampled_from([RatioKind.ODDS, RatioKind.HAZARD]))
def test_odds_and_hazards_never_leave_none_to_all(base: Fraction, value: Fraction, kind: RatioKind) -> None:
    found = made_plain(base, Ratio(kind=kind, value=value, low=value / 2, high=value * 2))
    assert 0 <= found.with_it.low <= found.with_it.value <= found.with_it.high <= 1
    assert found.fewer.low <= found.fewer.value <= found.fewer.high
    assert made_plain(base, Ratio(kind=kind, value=1)).fewer.value == 0


def test_a_test_is_told_as_people_of_a_thousand() -> None:
    found = results_of(prevalence=Decimal("0.01"), sensitivity=Decimal("0.90"), specificity=Decimal("0.91"))
    assert [float(one) for one in found.expected()] == [9, 89.1, 1, 900.9]
    assert round(float(found.right_when_positive or 0), 4) == 0.0917
    assert round(float(found.right_when_negative or 0), 4) == 0.9989
    people = as_people(found)
    assert (people.ill, people.ill_found, people.well_alarmed, people.ill_missed, people.well_cleared) == (
        10,
        9,
        89,
        1,
        901,
    )
    assert people.positive + people.negative == people.of == 1_000


def test_a_rare_illness_is_told_of_more_people_and_an_empty_answer_has_no_value() -> None:
    rare = as_people(results_of(prevalence=Decimal("0.0001"), sensitivity=1, specificity=1))
    assert (rare.of, rare.ill) == (10_000, 1)
    nobody = results_of(prevalence=0, sensitivity=1, specificity=1)
    assert nobody.right_when_positive is None
    assert results_of(prevalence=1, sensitivity=1, specificity=1).right_when_negative is None


@given(SHARES, SHARES, SHARES)
def test_all_tested_people_are_counted_once(ill: Fraction, finds: Fraction, clears: Fraction) -> None:
    found = results_of(prevalence=ill, sensitivity=finds, specificity=clears)
    assert sum(found.expected()) == 1_000
    people = as_people(found)
    assert people.positive + people.negative == people.of
    assert min(people.ill_found, people.well_alarmed, people.ill_missed, people.well_cleared) >= 0


def test_a_small_course_is_kaplans_and_meiers() -> None:
    course = course_of([Watched(time=time, happened=happened) for time, happened in TIMES])
    assert [(int(one.time), round(float(one.free), 5)) for one in course.moments] == [
        (1, 0.85714), (3, 0.68571), (4, 0.34286), (6, 0.0)
    ]  # fmt: skip
    assert [round(one.standard_error or 0, 5) for one in course.moments] == [0.13226, 0.18629, 0.1951, 0]
    third = course.moments[1]
    assert (round(third.low or 0, 4), round(third.high or 0, 4)) == (0.2128, 0.9121)
    assert course.median == 4
    assert course.moments[3].low is None
    assert [float(course.free_at(time)) for time in (0, 6, 9)] == [1, 0, 0]
    assert course.free_at(Decimal("3.5")) == course.free_at(3)


def test_a_course_without_an_event_has_no_median() -> None:
    course = course_of([Watched(time=5, happened=False)] * 3)
    assert (course.moments, course.median, course.free_at(9)) == ((), None, 1)


@given(some.lists(some.builds(Watched, time=some.integers(0, 40), happened=some.booleans()), min_size=1, max_size=60))
def test_a_course_only_falls_and_its_range_holds_it(watched: list[Watched]) -> None:
    course = course_of(watched)
    free = [moment.free for moment in course.moments]
    assert free == sorted(free, reverse=True)
    for moment in course.moments:
        if moment.low is not None and moment.high is not None:
            assert 0 <= moment.low <= float(moment.free) + 1e-12
            assert float(moment.free) - 1e-12 <= moment.high <= 1
    if all(one.happened for one in watched):  # with nobody lost it is a plain share
        gone = sum(one.time <= 20 for one in watched)
        assert course.free_at(20) == 1 - Fraction(gone, len(watched))


def test_one_expected_time_becomes_three() -> None:
    assert scenarios(12) == Scenarios(
        hard=Fraction(3), likely_from=Fraction(6), likely_to=Fraction(24), best=Fraction(36)
    )
    shares = ("0.10", "0.25", "0.75", "0.90")
    assert [round(time_of_share(Decimal(share)), 3) for share in shares] == [0.152, 0.415, 2.0, 3.322]


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (lambda: made_plain(Decimal("1.2"), ratio(RatioKind.RISK, "1")), "base"),
        (lambda: made_plain(Decimal("0.6"), ratio(RatioKind.RISK, "2")), "ratio"),
        (lambda: made_plain(Decimal("0.6"), ratio(RatioKind.RISK, "0")), "ratio"),
        (lambda: made_plain(Decimal("0.6"), ratio(RatioKind.RISK, "-1")), "ratio"),
        (lambda: made_plain(Decimal("0.2"), ratio(RatioKind.RISK, "0.8", "0.9", "0.7")), "ratio_low"),
        (lambda: made_plain(Decimal("0.2"), ratio(RatioKind.RISK, "0.8", "0.9", "1.1")), "ratio_low"),
        (lambda: made_plain(Decimal("0.2"), Ratio(kind=RatioKind.RISK, value=1, low=1)), "ratio_high"),
        (lambda: results_of(prevalence=2, sensitivity=1, specificity=1), "prevalence"),
        (lambda: results_of(prevalence=0, sensitivity=-1, specificity=1), "sensitivity"),
        (lambda: results_of(prevalence=0, sensitivity=0, specificity=Decimal("Infinity")), "specificity"),
        (lambda: course_of([]), "watched"),
        (lambda: course_of([Watched(time=-1, happened=True)]), "watched"),
        (lambda: scenarios(0), "expected"),
        (lambda: time_of_share(1), "share"),
    ],
)
def test_numbers_that_cannot_be_are_told_beside_their_field(broken, field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        broken()
    assert amiss.value.field == field
