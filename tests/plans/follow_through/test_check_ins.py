"""Either side says how it goes; every answer is one, and no day that passes is held against anybody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions.model import DecisionState
from healingpartner.plans.decisions.store import decisions_of
from healingpartner.plans.follow_through import acts, store
from healingpartner.plans.follow_through.model import CheckIn, Obstacle, Went
from healingpartner.plans.model import PlanState
from healingpartner.practice import Practice
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, Two, broken

NOT_NOW = CheckIn(id="", plan_id="", by=PATIENT, at=NO_TIME, went=Went.NOT_NOW)


@pytest.fixture
def two(practice: Practice) -> Two:
    found = Two(practice)
    found.step("Walk")
    found.stands(PlanState.UNDER_WAY)
    return found


def check_ins(two: Two) -> tuple[CheckIn, ...]:
    return two.practice.ask(store.check_ins_of, two.plan_id)


@pytest.mark.parametrize("went", Went)
def test_every_answer_is_an_answer_from_either_side(two: Two, went: Went) -> None:
    two.says(acts.check_in, two.plan_id, replace(NOT_NOW, went=went))
    two.offers(acts.check_in, two.plan_id, replace(NOT_NOW, went=went))
    assert [(one.by, one.went) for one in check_ins(two)] == [(PATIENT, went), (PRACTITIONER, went)]
    assert all(one.at != NO_TIME for one in check_ins(two))


def test_words_alone_or_whether_it_still_fits_are_enough_but_nothing_at_all_is_not(two: Two) -> None:
    silent = replace(NOT_NOW, went=None)
    assert broken(two.says, acts.check_in, two.plan_id, silent) == "went"
    assert broken(two.says, acts.check_in, two.plan_id, replace(silent, words="  ")) == "went"
    for said in (replace(silent, words="Better"), replace(silent, still_fits=False),
                 replace(silent, obstacles=(Obstacle.COST, Obstacle.COST))):  # fmt: skip
        two.says(acts.check_in, two.plan_id, said)
    assert check_ins(two)[-1].obstacles == (Obstacle.COST,)


@pytest.mark.parametrize("field", ["helped", "got_in_the_way", "words"])
def test_words_end_at_their_limit(two: Two, field: str) -> None:
    assert broken(two.says, acts.check_in, two.plan_id, replace(NOT_NOW, **{field: "x" * 5_001})) == field


def test_it_is_said_of_what_both_have_agreed_to_and_live(two: Two) -> None:
    for state in PlanState:
        two.stands(state)
        if state in {PlanState.AGREED, PlanState.UNDER_WAY, PlanState.REVIEWING}:
            two.says(acts.check_in, two.plan_id, NOT_NOW)
        else:
            assert broken(two.says, acts.check_in, two.plan_id, NOT_NOW) == "state"


def test_it_is_of_one_voice_and_of_this_plan(two: Two, practice: Practice) -> None:
    assert broken(practice.do, acts.check_in, two.plan_id, NOT_NOW, by=Voice.BOTH) == "side"
    elsewhere = Two(practice, "Another").step("Swim")
    with pytest.raises(Refused):
        two.says(acts.check_in, two.plan_id, replace(NOT_NOW, step_id=elsewhere))


def test_the_day_to_look_again_is_the_patients_to_move(two: Two) -> None:
    tomorrow = two.today + timedelta(days=1)
    assert broken(two.offers, acts.move_review, two.plan_id, on=tomorrow) == "side"
    assert broken(two.says, acts.move_review, two.plan_id, on=two.today - timedelta(days=1)) == "look_again_on"
    two.says(acts.move_review, two.plan_id, on=tomorrow)
    two.says(acts.move_review, two.plan_id, on=None)
    assert [(one.look_again_on, one.no_look_again) for one in check_ins(two)] == [(tomorrow, False), (None, True)]
    with pytest.raises(Refused):
        two.says(acts.move_review, two.plan_id, on=tomorrow, step_id="gone")


def test_a_check_in_itself_moves_no_day(two: Two) -> None:
    two.says(acts.check_in, two.plan_id, replace(NOT_NOW, no_look_again=True, look_again_on=two.today))
    assert (check_ins(two)[0].no_look_again, check_ins(two)[0].look_again_on) == (False, None)


def test_what_no_longer_fits_is_asked_anew_while_reworking(two: Two) -> None:
    (step,) = two.steps
    two.says(acts.ask_anew, step.id)
    assert two.plan.state is PlanState.REVIEWING
    (fresh,) = two.practice.ask(decisions_of, two.plan_id)
    assert (fresh.state, fresh.step_id) == (DecisionState.EXPLORING, step.id)
    assert "Walk" in fresh.question
    two.stands(PlanState.PAUSED)
    assert broken(two.says, acts.ask_anew, step.id) == "state"
