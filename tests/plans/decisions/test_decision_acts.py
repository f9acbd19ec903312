"""Only the patient decides, and nothing that is said stands in the way."""

import pytest

from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.decisions import acts, store
from healingpartner.plans.decisions.model import Certainty, DecisionState, Felt, OptionStanding, Stance
from healingpartner.plans.store import part_with
from healingpartner.practice import Practice
from plans.deciding import PATIENT, Two, way


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def decision_of(two: Two, decision_id: str):
    return two.practice.ask(part_with, store.DECISION, decision_id)


def option_of(two: Two, option_id: str):
    return two.practice.ask(part_with, store.OPTION, option_id)


def test_the_patient_chooses_two_ways_and_both_stand_as_chosen(two: Two) -> None:
    decision_id, (valerian, diary, wait, _pill) = two.four_ways()
    two.says(acts.turn_decision, decision_id, DecisionState.WEIGHING)
    two.says(acts.decide, decision_id, chosen=(diary, valerian), words="Both, please", certainty=Certainty(sure=True))
    decided = decision_of(two, decision_id)
    assert decided.state is DecisionState.DECIDED
    assert decided.outcome is not None
    assert (decided.outcome.by, decided.outcome.chosen) == (PATIENT, (valerian, diary))
    assert [option_of(two, one).standing for one in (valerian, diary, wait)] == [
        OptionStanding.CHOSEN,
        OptionStanding.CHOSEN,
        OptionStanding.OPEN,
    ]


def test_the_practitioner_never_decides_unless_it_was_handed_over(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    with pytest.raises(RuleBroken) as said:
        two.offers(acts.decide, decision_id, chosen=(valerian,))
    assert said.value.field == "side"
    with pytest.raises(RuleBroken):
        two.offers(acts.turn_decision, decision_id, DecisionState.HANDED_OVER)
    two.says(acts.turn_decision, decision_id, DecisionState.HANDED_OVER)
    two.offers(acts.decide, decision_id, chosen=(valerian,))
    assert decision_of(two, decision_id).outcome.by.value == "practitioner"


def test_each_writes_in_their_own_voice(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    with pytest.raises(RuleBroken) as said:
        two.offers(acts.say_felt, valerian, Felt(ready=7))
    assert said.value.field == "felt"
    with pytest.raises(RuleBroken):
        two.says(acts.lean, valerian, Stance.TOWARD, "It is gentle")
    with pytest.raises(RuleBroken):
        two.offers(acts.put_option, decision_id, way("Tea", felt=Felt(ready=7)))
    two.says(acts.say_felt, valerian, Felt(ready=7))
    two.offers(acts.lean, valerian, Stance.TOWARD, "It is gentle")
    assert (option_of(two, valerian).felt.ready, option_of(two, valerian).leaning.reason) == (7, "It is gentle")
