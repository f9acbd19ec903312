"""What is asked, of whom, and when it stops: the practitioner first, and never as a mark against anybody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.plans import acts as plans
from healingpartner.plans.consents import acts as consents
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import DecisionState
from healingpartner.plans.decisions.store import decisions_of
from healingpartner.plans.differing import acts as differing
from healingpartner.plans.differing.model import About
from healingpartner.plans.follow_through import acts
from healingpartner.plans.follow_through.model import CheckIn, Obstacle, Went
from healingpartner.plans.follow_through.promises import said_at_the_desk, said_to_the_patient
from healingpartner.plans.follow_through.questions import Asking
from healingpartner.plans.follow_through.views import kept_promises, questions_now
from healingpartner.plans.model import PlanState
from healingpartner.plans.money import Ceiling
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import DayTime, StepState, Treatment, TreatmentKind
from healingpartner.practice import Practice
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, Two

EN = Words("en_GB")
WENT = CheckIn(id="", plan_id="", by=PATIENT, at=NO_TIME)


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def taken(two: Two, what: str, owner: object, **given: object) -> str:
    step_id = two.step(what, owner, **given)  # type: ignore[arg-type]
    for voice in (PRACTITIONER, PATIENT):
        if owner is voice:
            (two.offers if voice is PRACTITIONER else two.says)(steps.turn_step, step_id, StepState.TAKEN_ON)
    return step_id


def asked(two: Two, days: int = 0) -> list[tuple[Asking, str]]:
    found = two.practice.ask(questions_now, two.plan_id, two.today + timedelta(days=days))
    return [(one.asking, one.label) for one in found]


def says(two: Two, step_id: str, **given: object) -> None:
    two.says(acts.check_in, two.plan_id, replace(WENT, step_id=step_id, **given))  # type: ignore[arg-type]


def test_a_late_step_of_the_practitioner_asks_the_practitioner_first_for_a_mending_word(two: Two) -> None:
    taken(two, "Walk", PATIENT, due_on=two.today)
    taken(two, "Call the clinic", PRACTITIONER, due_on=two.today)
    two.stands(PlanState.UNDER_WAY)
    assert asked(two) == []
    assert asked(two, 1) == [(Asking.REPAIR, "Call the clinic"), (Asking.IN_THE_WAY, "Walk")]
    found = two.practice.ask(questions_now, two.plan_id, two.today + timedelta(days=1))
    assert [one.asked for one in found] == [PRACTITIONER, PATIENT]
    assert "what got in the way? Does it still fit?" in found[1].words(EN)


def test_what_both_owe_asks_each_in_their_own_words(two: Two) -> None:
    letter = two.step("Write the letter", Voice.BOTH, due_on=two.today)
    two.offers(steps.turn_step, letter, StepState.TAKEN_ON)
    two.says(steps.turn_step, letter, StepState.TAKEN_ON)
    two.stands(PlanState.UNDER_WAY)
    assert [one for one, _label in asked(two, 1)] == [Asking.REPAIR, Asking.IN_THE_WAY]


def test_a_step_set_down_leads_to_does_the_plan_still_fit(two: Two) -> None:
    walk = taken(two, "Walk", PATIENT)
    two.stands(PlanState.UNDER_WAY)
    two.says(steps.turn_step, walk, StepState.SET_DOWN)
    assert asked(two) == [(Asking.STILL_FITS, "Walk")]
    two.says(acts.check_in, two.plan_id, replace(WENT, still_fits=True))
    assert asked(two) == []


def test_what_was_said_before_a_step_was_set_down_is_no_answer_to_it(two: Two) -> None:
    walk = taken(two, "Walk", PATIENT)
    two.stands(PlanState.UNDER_WAY)
    two.says(acts.check_in, two.plan_id, replace(WENT, still_fits=True))
    two.says(steps.turn_step, walk, StepState.SET_DOWN)
    assert asked(two) == [(Asking.STILL_FITS, "Walk")]


def test_two_changes_of_mind_in_a_row_ask_about_the_parts_once(two: Two) -> None:
    walk = taken(two, "Walk", PATIENT)
    two.stands(PlanState.UNDER_WAY)
    says(two, walk, went=Went.CHANGED_MIND)
    says(two, walk, went=Went.DONE)
    says(two, walk, went=Went.CHANGED_MIND)
    assert asked(two) == []
    says(two, walk, went=Went.CHANGED_MIND)
    assert asked(two) == [(Asking.PARTS, "Walk")]
    decision_id = two.says(acts.ask_anew, walk)
    (fresh,) = two.practice.ask(decisions_of, two.plan_id)
    assert (fresh.id, fresh.state) == (decision_id, DecisionState.EXPLORING)
    assert asked(two) == []
    two.says(decisions.decide, decision_id, chose_not_to=True)
    assert asked(two) == []
    says(two, walk, went=Went.CHANGED_MIND)
    assert asked(two) == []
    says(two, walk, went=Went.CHANGED_MIND)
    assert asked(two) == [(Asking.PARTS, "Walk")]


def test_the_practitioners_own_change_of_mind_says_nothing_about_the_patients_parts(two: Two) -> None:
    call = taken(two, "Call", PRACTITIONER)
    two.stands(PlanState.UNDER_WAY)
    for _time in range(2):
        two.offers(acts.check_in, two.plan_id, replace(WENT, step_id=call, went=Went.CHANGED_MIND))
    assert asked(two) == []


@pytest.mark.parametrize("given", [{"went": Went.NO_LONGER_FITS}, {"went": Went.SOME, "obstacles": (Obstacle.COST,)}])
def test_what_did_not_fit_or_cost_too_much_leads_to_another_way(two: Two, given: dict[str, object]) -> None:
    swim = taken(two, "Swim", PATIENT)
    two.stands(PlanState.UNDER_WAY)
    says(two, swim, **given)
    assert asked(two) == [(Asking.ANOTHER_WAY, "Swim")]
    says(two, swim, went=Went.DONE)
    assert asked(two) == []


def test_what_is_seen_differently_waits_to_be_heard_by_the_other(two: Two) -> None:
    said = two.says(differing.differ, two.plan_id, about=About.PLAN, words="Not so")
    found = two.practice.ask(questions_now, two.plan_id, two.today)
    assert [(one.asking, one.asked) for one in found] == [(Asking.HEAR, PRACTITIONER)]
    two.offers(differing.answer_dissent, said, "I hear you")
    assert asked(two) == []


def test_with_a_ceiling_a_price_nobody_knows_is_the_practitioners_to_find_out(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    two.says(plans.change_plan, replace(two.plan, ceiling=Ceiling(amount=Money(minor=3_000, currency="EUR"))))
    assert (Asking.PRICE, "Valerian drops") in asked(two)
    two.offers(decisions.owe_price, valerian, two.today)
    assert (Asking.PRICE, "Valerian drops") not in asked(two)


def test_a_yes_taken_back_asks_to_stop_first_of_all_and_even_while_the_plan_rests(two: Two) -> None:
    drops = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.NOON: "5"})
    needles = taken(two, "Needles", PATIENT, treatment=drops)
    yes = TreatmentConsent(
        id="", plan_id="", what="Needles in the neck", given=NO_TIME, way=ConsentWay.TAPPED, why="x", risks="x",
        alternatives="x", questions_answered=True, free_choice=True, step_id=needles,
    )  # fmt: skip
    consent_id = two.says(consents.give, two.plan_id, yes)
    two.says(consents.withdraw, consent_id, ConsentWay.TAPPED)
    two.says(differing.differ, two.plan_id, about=About.PLAN, words="Not so")
    assert [one for one, _label in asked(two)] == [Asking.STOP, Asking.HEAR]
    two.stands(PlanState.PAUSED)
    assert [one for one, _label in asked(two)] == [Asking.STOP]
    two.offers(steps.turn_step, needles, StepState.SET_DOWN, why="The yes was taken back")
    assert asked(two) == []


def test_a_yes_to_a_way_taken_back_stops_the_treatments_of_that_way(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    drops = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.NOON: "5"})
    taken(two, "Drops at noon", PATIENT, treatment=drops, option_id=valerian)
    taken(two, "Buy them", PATIENT, option_id=valerian)
    yes = TreatmentConsent(
        id="", plan_id="", what="Drops", given=NO_TIME, way=ConsentWay.TAPPED, why="x", risks="x", alternatives="x",
        questions_answered=True, free_choice=True, option_id=valerian,
    )  # fmt: skip
    consent_id = two.says(consents.give, two.plan_id, yes)
    assert asked(two) == []
    two.says(consents.withdraw, consent_id, ConsentWay.TAPPED)
    assert asked(two) == [(Asking.STOP, "Drops")]
    two.says(consents.give, two.plan_id, yes)
    assert asked(two) == []


def test_while_a_plan_rests_nothing_is_expected_of_anyone(two: Two) -> None:
    taken(two, "Walk", PATIENT, due_on=two.today)
    taken(two, "Call", PRACTITIONER, due_on=two.today)
    for state in (PlanState.PAUSED, PlanState.RELEASED):
        two.stands(state)
        assert asked(two, 30) == []


def test_kept_promises_are_told_by_side_as_words(two: Two) -> None:
    due = two.today
    assert said_to_the_patient(two.practice.ask(kept_promises, two.plan_id, due), EN) == ""
    ids = [taken(two, f"Walk {n}", PATIENT, due_on=due) for n in range(4)]
    calls = [taken(two, f"Call {n}", PRACTITIONER, due_on=due) for n in range(3)]
    taken(two, "Later", PATIENT, due_on=due + timedelta(days=9))
    rests = taken(two, "Swim", PATIENT, due_on=due)
    for one in ids[:3]:
        two.says(steps.turn_step, one, StepState.DONE)
    for one in calls[:2]:
        two.offers(steps.turn_step, one, StepState.DONE)
    two.says(steps.turn_step, rests, StepState.SET_DOWN)
    kept = two.practice.ask(kept_promises, two.plan_id, due + timedelta(days=1))
    assert said_to_the_patient(kept, EN) == "I kept 2 of 3. You kept 3 of 4."
    at_the_desk = said_at_the_desk(kept, EN, name="Rosa").replace("\u2068", "").replace("\u2069", "")
    assert at_the_desk == "You kept 2 of 3. Rosa kept 3 of 4."
    assert "%" not in at_the_desk
