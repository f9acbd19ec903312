"""What cannot be kept is said in a sentence beside its field, and nothing is written."""

from dataclasses import replace
from datetime import date

import pytest

from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.plans import acts as plans
from healingpartner.plans.decisions import acts, store
from healingpartner.plans.decisions.model import OPTIONS_LIMIT, Courses, Evidence, EvidenceKind, Felt
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.numbers.estimate import (
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
)
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.store import parts_of
from healingpartner.practice import Practice
from plans.deciding import Two, ask, broken, doing, way

LONG = "word " * 2_001
WEEKS = Horizon(amount=8, unit=HorizonUnit.WEEKS)
EUROS, DOLLARS = (Cost(low=Money(minor=900, currency=code), per=Per.MONTH) for code in ("EUR", "USD"))


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def estimate(**given: object) -> OutcomeEstimate:
    facts: dict[str, object] = {
        "outcome": "sleep better", "direction": OutcomeDirection.BENEFIT, "horizon": WEEKS, "n_with": 38,
        "n_without": 24, "denominator": 100,
    }  # fmt: skip
    return OutcomeEstimate(**(facts | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "option"),
    [
        ("label", way("  ")),
        ("label", way("word " * 61)),
        ("involves", way("Tea", involves=LONG)),
        ("helps", way("Tea", helps=LONG)),
        ("harms", way("Tea", harms=LONG)),
        ("effort", way("Tea", effort=LONG)),
        ("cautions", way("Tea", cautions=LONG)),
        ("if_i_wait", way("Tea", if_i_wait=LONG)),
        ("hard", way("Tea", courses=Courses(hard=LONG))),
        ("cell", way("Tea", cells={"row": LONG})),
        ("evidence", way("Tea", evidence=(Evidence(kind=EvidenceKind.STUDY, words=" "),))),
        ("evidence", way("Tea", evidence=(Evidence(kind=EvidenceKind.STUDY, words="It helps"),) * 41)),
        ("dated", way("Tea", evidence=(Evidence(kind=EvidenceKind.STUDY, words="Yes", dated=PartialDate(year=2031)),))),
        ("cost", way("Tea", cost=Cost(low=Money(minor=2, currency="EUR"), high=Money(minor=1, currency="EUR")))),
        ("cost", way("Tea", cost=Cost(low=Money(minor=1, currency="EUR"), high=Money(minor=2, currency="USD")))),
        ("horizon", way("Tea", estimates=(estimate(direction=OutcomeDirection.HARM, horizon=None),))),
        ("n_with", way("Tea", estimates=(estimate(n_with=138),))),
        ("interval_with", way("Tea", estimates=(estimate(interval_with=Interval(low=46, high=30)),))),
        ("interval_with", way("Tea", estimates=(estimate(interval_with=Interval(low=50, high=60)),))),
    ],
)
def test_a_way_that_does_not_fit_is_told_beside_its_field(two: Two, field: str, option: object) -> None:
    decision_id = two.decision()
    assert broken(two.offers, acts.put_option, decision_id, option) == field
    assert two.practice.ask(parts_of, store.OPTION, two.plan_id) == ()


def test_ten_thousand_characters_fit_and_one_more_does_not(two: Two) -> None:
    decision_id = two.decision()
    two.offers(acts.put_option, decision_id, way("Tea", involves="x" * 10_000))
    assert broken(two.offers, acts.put_option, decision_id, way("Tea", involves="x" * 10_001)) == "involves"


def test_forty_ways_fit_and_one_more_does_not(two: Two) -> None:
    decision_id = two.decision()
    for number in range(OPTIONS_LIMIT):
        two.option(decision_id, f"Way {number}")
    assert broken(two.offers, acts.put_option, decision_id, way("One more")) == "options"
    found = two.practice.ask(store.options_of_plan, two.plan_id)
    assert [one.label for one in found] == [f"Way {number}" for number in range(OPTIONS_LIMIT)]


@pytest.mark.parametrize("felt", [Felt(ready=11), Felt(sure=-1), Felt(preference=12), Felt(inner_words=LONG)])
def test_a_ruler_ends_at_ten_and_words_at_their_limit(two: Two, felt: Felt) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    assert broken(two.says, acts.say_felt, valerian, felt) in {"ready", "sure", "preference", "inner_words"}


def test_a_question_needs_words_and_a_day_that_is_not_over(two: Two) -> None:
    assert broken(two.offers, acts.put_decision, two.plan_id, ask(" ")) == "question"
    before = PartialDate(year=2025, month=1, day=2)
    assert broken(two.offers, acts.put_decision, two.plan_id, ask("Which?", decide_by=before)) == "decide_by"
    assert (
        broken(two.offers, acts.put_decision, two.plan_id, ask("Which?", revisit_on=date(2025, 1, 2))) == "revisit_on"
    )
    two.offers(acts.put_decision, two.plan_id, ask("Which?", decide_by=PartialDate(year=2026)))


def test_one_plan_counts_in_one_currency(two: Two) -> None:
    decision_id = two.decision()
    tea = two.offers(acts.put_option, decision_id, way("Tea", cost=EUROS))
    assert broken(two.offers, acts.put_option, decision_id, way("Pill", cost=DOLLARS)) == "cost"
    assert broken(two.offers, steps.put_step, two.plan_id, doing("Swim", cost=DOLLARS)) == "cost"
    two.offers(steps.put_step, two.plan_id, doing("Swim", cost=EUROS))
    found = two.practice.ask(store.options_of_plan, two.plan_id)[0]
    assert broken(two.offers, acts.put_option, decision_id, replace(found, cost=DOLLARS)) == "cost"
    assert found.id == tea


def test_a_ways_own_currency_can_be_changed_while_it_is_alone(two: Two) -> None:
    decision_id = two.decision()
    two.offers(acts.put_option, decision_id, way("Tea", cost=EUROS))
    found = two.practice.ask(store.options_of_plan, two.plan_id)[0]
    two.offers(acts.put_option, decision_id, replace(found, cost=DOLLARS))
    assert two.practice.ask(store.options_of_plan, two.plan_id)[0].cost.low == DOLLARS.low


def test_the_ceiling_says_the_currency_too(two: Two) -> None:
    two.says(plans.change_plan, replace(two.plan, ceiling=Ceiling(amount=Money(minor=3_000, currency="EUR"))))
    decision_id = two.decision()
    assert broken(two.offers, acts.put_option, decision_id, way("Pill", cost=DOLLARS)) == "cost"
    two.offers(acts.put_option, decision_id, way("Tea", cost=EUROS))
