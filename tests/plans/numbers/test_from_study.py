"""What studies report, made into people and into sentences."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.plans.numbers.course_words import course_sentences, near_time, scenario_sentences
from healingpartner.plans.numbers.estimate import (
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
)
from healingpartner.plans.numbers.from_study import from_counts, from_ratio
from healingpartner.plans.numbers.intervals import Counted
from healingpartner.plans.numbers.ratios import Ratio, RatioKind
from healingpartner.plans.numbers.scenarios import scenarios
from healingpartner.plans.numbers.survival import Watched, course_of
from healingpartner.plans.numbers.testing import as_people, results_of
from healingpartner.plans.numbers.testing_words import result_sentences

EN = Words("en_US")
BLANK = OutcomeEstimate(
    outcome="have a stroke",
    direction=OutcomeDirection.HARM,
    horizon=Horizon(amount=10, unit=HorizonUnit.YEARS),
)
GROUPS = some.integers(1, 3_000).flatmap(lambda of: some.builds(Counted, events=some.integers(0, of), of=some.just(of)))


def test_counts_of_a_study_become_people_with_their_ranges() -> None:
    found = from_counts(BLANK, Counted(events=3, of=20), Counted(events=81, of=263)).cleaned()
    assert (found.denominator, found.n_with, found.n_without) == (100, 15, 31)
    assert (found.interval_with, found.interval_without) == (Interval(low=5, high=36), Interval(low=26, high=37))
    alone = from_counts(BLANK, Counted(events=0, of=20)).cleaned()
    assert (alone.n_with, alone.n_without, alone.interval_with) == (0, None, Interval(low=0, high=16))


def test_a_ratio_becomes_people_on_the_same_ground() -> None:
    ratio = Ratio(kind=RatioKind.RISK, value=Decimal("0.80"), low=Decimal("0.65"), high=Decimal("0.98"))
    found = from_ratio(BLANK, Decimal("0.20"), ratio).cleaned()
    assert (found.denominator, found.n_with, found.n_without) == (100, 16, 20)
    assert found.interval_with == Interval(low=13, high=20)
    held = from_ratio(BLANK, Decimal("0.20"), ratio, of=1_000).cleaned()
    assert (held.n_with, held.n_without, held.interval_with) == (160, 200, Interval(low=130, high=196))
    bare = from_ratio(BLANK, Decimal("0.004"), Ratio(kind=RatioKind.RISK, value=Decimal("0.5")))
    assert (bare.denominator, bare.n_with, bare.n_without, bare.interval_with) == (1_000, 2, 4, None)


@given(GROUPS, some.none() | GROUPS)
def test_what_comes_from_counts_is_always_an_estimate_that_can_be_kept(one: Counted, other: Counted | None) -> None:
    kept = from_counts(BLANK, one, other).cleaned()
    assert kept.has_numbers


@given(some.fractions(0, 1, max_denominator=1_000), some.fractions(Fraction(1, 20), 10, max_denominator=100))
def test_what_comes_from_odds_can_be_kept(base: Fraction, value: Fraction) -> None:
    ratio = Ratio(kind=RatioKind.ODDS, value=value, low=value / 2, high=value * 2)
    assert from_ratio(BLANK, base, ratio).cleaned().has_numbers


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (lambda: from_counts(BLANK, Counted(events=21, of=20)), "with_events"),
        (lambda: from_counts(BLANK, Counted(events=1, of=20), Counted(events=1, of=0)), "without_of"),
        (lambda: from_counts(BLANK, Counted(events=1, of=20), of=20_000), "of"),
        (lambda: from_ratio(BLANK, Decimal("1.5"), Ratio(kind=RatioKind.RISK, value=1)), "base"),
        (lambda: from_ratio(BLANK, Decimal("0.9"), Ratio(kind=RatioKind.RISK, value=2)), "ratio"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(broken, field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        broken()
    assert amiss.value.field == field


def test_a_test_result_is_told_in_people() -> None:
    people = as_people(results_of(prevalence=Decimal("0.01"), sensitivity=Decimal("0.9"), specificity=Decimal("0.91")))
    assert result_sentences(people, EN) == (
        "Of 1,000 people like you, about 10 have it.",
        "The test finds 9 of them and misses 1.",
        "Of the 990 who do not have it, it says yes to 89 all the same.",
        "So of 98 who hear yes, 9 have it. Of 902 who hear no, 1 has it all the same.",
    )


def test_one_expected_time_is_told_as_three_courses_and_as_not_known() -> None:
    told = scenario_sentences(scenarios(12), HorizonUnit.MONTHS, EN)
    assert told[:3] == (
        "At best: 36 months or longer. So it is for about 10 of 100 people.",
        "Most likely: from 6 months to 24 months. So it is for about 50 of 100.",
        "If it is hard: 3 months or less. So it is for about 10 of 100.",
    )
    assert "Nobody can know" in told[3]


def test_a_time_of_less_than_two_is_told_in_a_smaller_unit() -> None:
    assert near_time(Fraction(3, 4), HorizonUnit.YEARS, EN) == "9 months"
    assert near_time(Fraction(7, 4), HorizonUnit.MONTHS, EN) == "8 weeks"
    assert near_time(Fraction(1), HorizonUnit.YEARS, EN) == "1 year"
    assert near_time(Fraction(1, 100), HorizonUnit.WEEKS, EN) == "1 day"
    assert near_time(Fraction(5, 2), HorizonUnit.YEARS, EN) == "3 years"


def test_a_course_is_told_time_by_time() -> None:
    times = ((1, True), (2, False), (3, True), (4, True), (4, True), (5, False), (6, True))
    course = course_of([Watched(time=time, happened=happened) for time, happened in times])
    told = course_sentences(course, HorizonUnit.MONTHS, EN)
    assert told[1] == "After 3 months, about 69 of 100 are still free of it. It may be between 21 and 91."
    assert told[3] == "After 6 months, nobody who was watched is still free of it."
    assert told[-2:] == ("Half of them were still free of it until 4 months.", "7 people were watched.")
    open_ = course_of([Watched(time=5, happened=False)] * 3)
    assert course_sentences(open_, HorizonUnit.MONTHS, EN)[0].startswith("More than half")


def test_these_sentences_are_easy_to_read() -> None:
    people = as_people(results_of(prevalence=Decimal("0.01"), sensitivity=Decimal("0.9"), specificity=Decimal("0.91")))
    course = course_of([Watched(time=time, happened=True) for time in range(1, 6)])
    for told in (
        result_sentences(people, EN),
        scenario_sentences(scenarios(12), HorizonUnit.MONTHS, EN),
        course_sentences(course, HorizonUnit.MONTHS, EN),
    ):
        assert flesch_kincaid_grade(count_text(" ".join(told))) <= 7
