"""Numbers as sentences: plain, on one ground, easy to read, and honest about where they come from."""

from dataclasses import replace
from fractions import Fraction

import pytest

from healingpartner.foundation.words import Words
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.plans.numbers.estimate import Basis, Horizon, HorizonUnit, Interval, OutcomeDirection, Sureness
from healingpartner.plans.numbers.for_practitioners import needed_sentence
from healingpartner.plans.numbers.intervals import Between, Counted, difference
from healingpartner.plans.numbers.needed import number_needed
from healingpartner.plans.numbers.sentences import (
    difference_sentence,
    outcome_sentence,
    picture_words,
    range_sentence,
    source_sentence,
    time_words,
    whole_story,
)
from plans.numbers.test_estimate import DROWSY, SLEEP

EN = Words("en_US")
BOTH = replace(SLEEP, interval_without=Interval(low=18, high=31))


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_an_outcome_is_told_as_people_with_and_without() -> None:
    told = plain(outcome_sentence(SLEEP, EN))
    assert told == "Of 100 people like you, about 38 sleep better within 8 weeks. Without it, about 24 do."
    assert plain(outcome_sentence(replace(SLEEP, n_without=None), EN, name="Mira")) == (
        "Of 100 people like Mira, about 38 sleep better within 8 weeks."
    )
    assert plain(outcome_sentence(replace(SLEEP, population="people over 60", n_with=1, n_without=0), EN)) == (
        "Of 100 people over 60, about 1 would sleep better within 8 weeks. Without it, fewer than 1 would."
    )
    assert "fewer than 1 would sleep better" in plain(outcome_sentence(replace(SLEEP, n_with=0), EN))


def test_where_there_is_no_number_that_is_said() -> None:
    bare = replace(SLEEP, n_with=None, n_without=None, denominator=None, interval_with=None)
    assert plain(outcome_sentence(bare, EN)) == "Some sleep better within 8 weeks. We have no number for this."
    assert plain(outcome_sentence(replace(bare, horizon=None), EN)).startswith("Some sleep better. We have")
    assert difference_sentence(bare, EN) == range_sentence(bare, EN) == ""


def test_a_difference_is_more_or_fewer_people_in_the_same_words_for_good_and_ill() -> None:
    assert difference_sentence(SLEEP, EN) == "That is 14 more people of 100."
    assert difference_sentence(DROWSY, EN) == "That is 12 more people of 100."
    assert difference_sentence(replace(SLEEP, n_without=39), EN) == "That is 1 fewer person of 100."
    assert difference_sentence(replace(SLEEP, n_without=38), EN) == "That is the same number with it and without it."


def test_how_far_off_it_may_be_is_told() -> None:
    assert range_sentence(SLEEP, EN) == "With it, the true number may lie between 30 and 46."
    assert range_sentence(BOTH, EN).endswith("Without it, between 18 and 31.")
    assert range_sentence(replace(BOTH, interval_with=None), EN) == (
        "Without it, the true number may lie between 18 and 31."
    )


def test_without_a_source_it_is_no_study() -> None:
    assert plain(source_sentence(SLEEP, EN)) == (
        "From a study that gave it to some and not to others: Lind 2024. Last read on Nov 3, 2026. "
        "We can be fairly sure."
    )
    bare = replace(SLEEP, source="", sureness=Sureness.UNKNOWN)
    for basis in (Basis.TRIAL, Basis.COHORT, Basis.EXPERIENCE, Basis.UNKNOWN):
        assert source_sentence(replace(bare, basis=basis), EN) == "My experience, not a study."
    assert source_sentence(replace(bare, basis=Basis.OWN_EXPERIENCE), EN) == "Your own experience, not a study."
    assert source_sentence(replace(bare, basis=Basis.TRADITION), EN) == "A tradition, not a study."


def test_no_sentence_for_the_patient_speaks_of_ratios_or_of_numbers_needed() -> None:
    told = whole_story(BOTH, EN) + whole_story(DROWSY, EN)
    for word in (" in 1", "1 in", "rare", "twice", "treated", "%", "NNT"):
        assert word not in told


@pytest.mark.parametrize("estimate", [SLEEP, BOTH, DROWSY, replace(SLEEP, n_without=None, source="")])
def test_the_sentences_are_easy_to_read(estimate) -> None:
    assert flesch_kincaid_grade(count_text(plain(whole_story(estimate, EN)))) <= 7


def test_a_time_has_its_own_plural_in_each_unit() -> None:
    units = {
        "1 day": HorizonUnit.DAYS,
        "1 week": HorizonUnit.WEEKS,
        "1 month": HorizonUnit.MONTHS,
        "1 year": HorizonUnit.YEARS,
    }
    for words, unit in units.items():
        assert time_words(Horizon(amount=1, unit=unit), EN) == words
        assert time_words(Horizon(amount=2, unit=unit), EN) == words.replace("1", "2") + "s"


def test_braces_and_turned_letters_stay_what_they_are() -> None:
    hostile = replace(SLEEP, outcome="{n} %s \u202eyad", population="{group}", direction=OutcomeDirection.HARM)
    told = whole_story(hostile, EN, name="{x}")
    assert "{n} %s" in told
    assert "\u202e" not in told
    assert plain(picture_words(38, 100, "sleep better", EN)) == "38 of 100 people: sleep better."


def test_numbers_needed_run_through_infinity_where_the_range_does() -> None:
    sure = number_needed(difference(Counted(events=56, of=70), Counted(events=48, of=80)))
    assert needed_sentence(sure, EN) == "5 treated for one more to gain. The range runs from 3 to 20."
    unsure = number_needed(difference(Counted(events=15, of=100), Counted(events=10, of=100)))
    assert needed_sentence(unsure, EN) == (
        "20 treated for one more to gain. The range runs from 7 to gain, through no difference at all, to 23 to harm."
    )
    harm = number_needed(Between(value=Fraction(-1, 10), low=-0.2, high=-0.05))
    assert needed_sentence(harm, EN) == "10 treated for one more to be harmed. The range runs from 5 to 20."
    edge = number_needed(Between(value=Fraction(1, 10), low=0, high=0.2))
    assert needed_sentence(edge, EN).endswith("The range runs from 5 to no difference at all.")
    none = number_needed(Between(value=Fraction(0), low=0, high=0))
    assert needed_sentence(none, EN) == "There is no difference, for any number of people."
