"""Only the patient decides, each side speaks in its own voice, and nothing that is said stands in the way."""

from datetime import timedelta

import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions import acts, store
from healingpartner.plans.decisions.model import (
    Certainty,
    Decision,
    DecisionState,
    Felt,
    Option,
    OptionKind,
    OptionStanding,
    Stance,
)
from healingpartner.plans.differing import acts as differing
from healingpartner.plans.differing.model import About
from healingpartner.plans.model import PlanState
from healingpartner.plans.steps import store as steps
from healingpartner.plans.steps.model import Errand, StepState
from healingpartner.plans.store import part_with, parts_of
from healingpartner.practice import Practice
from plans.deciding import PATIENT, PRACTITIONER, Two, ask, broken, way


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def decision_of(two: Two, decision_id: str) -> Decision:
    return two.practice.ask(part_with, store.DECISION, decision_id)


def option_of(two: Two, option_id: str) -> Option:
    return two.practice.ask(part_with, store.OPTION, option_id)


def test_the_patient_chooses_two_ways_and_both_stand_as_chosen(two: Two) -> None:
    decision_id, (valerian, diary, wait, _pill) = two.four_ways()
    two.says(acts.turn_decision, decision_id, DecisionState.WEIGHING)
    two.says(acts.decide, decision_id, chosen=(diary, valerian), words="Both, please", certainty=Certainty(sure=True))
    decided = decision_of(two, decision_id)
    assert decided.state is DecisionState.DECIDED
    assert decided.outcome is not None
    assert (decided.outcome.by, decided.outcome.chosen) == (PATIENT, (valerian, diary))
    standing = [option_of(two, one).standing for one in (valerian, diary, wait)]
    assert standing == [OptionStanding.CHOSEN, OptionStanding.CHOSEN, OptionStanding.OPEN]


def test_the_practitioner_never_decides_for_the_patient(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    for act, args, given in (
        (acts.decide, (decision_id,), {"chosen": (valerian,)}),
        (acts.decide, (decision_id,), {"chose_not_to": True}),
        (acts.set_aside, (valerian,), {}),
        (acts.keep_as_fallback, (valerian,), {}),
        (acts.reopen, (valerian,), {}),
        (acts.turn_decision, (decision_id, DecisionState.HANDED_OVER), {}),
    ):
        assert broken(two.offers, act, *args, **given) == "side"
    assert broken(two.practice.do, acts.decide, decision_id, chosen=(valerian,), by=Voice.BOTH) == "side"


def test_what_was_handed_over_is_recorded_and_can_be_taken_back(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    two.says(acts.turn_decision, decision_id, DecisionState.HANDED_OVER)
    two.says(acts.turn_decision, decision_id, DecisionState.WEIGHING)
    assert broken(two.offers, acts.decide, decision_id, chosen=(valerian,)) == "side"
    two.says(acts.turn_decision, decision_id, DecisionState.HANDED_OVER)
    two.offers(acts.decide, decision_id, chosen=(valerian,))
    decided = decision_of(two, decision_id)
    assert decided.outcome is not None
    assert decided.outcome.by is PRACTITIONER
    two.says(acts.turn_decision, decision_id, DecisionState.REVISITING)
    two.says(acts.decide, decision_id, chose_not_to=True)
    assert option_of(two, valerian).standing is OptionStanding.OPEN


def test_weighing_needs_two_ways_one_of_them_to_do_less_or_why_not(two: Two) -> None:
    decision_id = two.decision()
    assert broken(two.says, acts.turn_decision, decision_id, DecisionState.WEIGHING) == "options"
    two.option(decision_id, "Valerian drops")
    valerian = two.option(decision_id, "A sleep diary")
    for act, given in ((acts.turn_decision, {"to": DecisionState.WEIGHING}), (acts.decide, {"chosen": (valerian,)})):
        assert broken(two.says, act, decision_id, **given) == "why_few"
    two.option(decision_id, "Wait", kind=OptionKind.WAIT)
    two.says(acts.turn_decision, decision_id, DecisionState.WEIGHING)


def test_why_there_are_not_two_is_enough_to_weigh_one(two: Two) -> None:
    decision_id = two.decision(why_few="The bone is broken.")
    cast = two.option(decision_id, "A cast")
    two.says(acts.decide, decision_id, chosen=(cast,))
    assert decision_of(two, decision_id).state is DecisionState.DECIDED


def test_choosing_none_needs_nothing_at_all(two: Two) -> None:
    decision_id = two.decision()
    two.says(acts.decide, decision_id, chose_not_to=True)
    outcome = decision_of(two, decision_id).outcome
    assert outcome is not None
    assert outcome.chose_not_to


def test_a_question_comes_to_decided_only_by_deciding(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    assert broken(two.says, acts.turn_decision, decision_id, DecisionState.DECIDED) == "state"
    assert broken(two.says, acts.decide, decision_id) == "chosen"
    assert broken(two.says, acts.decide, decision_id, chosen=(valerian,), chose_not_to=True) == "chosen"
    assert broken(two.says, acts.decide, decision_id, chosen=("of another plan",)) == "chosen"
    two.says(acts.decide, decision_id, chosen=(valerian,))
    assert broken(two.says, acts.decide, decision_id, chosen=(valerian,)) == "state"
    assert broken(two.says, acts.set_aside, valerian) == "state"


def test_looking_again_and_choosing_anew_leaves_one_way_chosen(two: Two) -> None:
    decision_id, (valerian, diary, *_others) = two.four_ways()
    two.says(acts.decide, decision_id, chosen=(valerian,))
    two.offers(acts.turn_decision, decision_id, DecisionState.REVISITING)
    two.says(acts.decide, decision_id, chosen=(diary,))
    assert [option_of(two, one).standing for one in (valerian, diary)] == [OptionStanding.OPEN, OptionStanding.CHOSEN]


def test_each_writes_in_their_own_voice(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    assert broken(two.offers, acts.say_felt, valerian, Felt(ready=7)) == "felt"
    assert broken(two.says, acts.lean, valerian, Stance.TOWARD, "It is gentle") == "leaning"
    assert broken(two.offers, acts.put_option, decision_id, way("Tea", felt=Felt(ready=7))) == "felt"
    two.says(acts.say_felt, valerian, Felt(ready=7))
    two.offers(acts.lean, valerian, Stance.TOWARD, "It is gentle")
    found = option_of(two, valerian)
    assert found.leaning is not None
    assert (found.felt.ready, found.leaning.reason) == (7, "It is gentle")


def test_a_leaning_without_its_reason_is_not_kept(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    assert broken(two.offers, acts.lean, valerian, Stance.TOWARD, " \n ") == "leaning"
    two.offers(acts.lean, valerian, Stance.AWAY, "It did not help my others")
    two.offers(acts.lean, valerian, None, "")
    assert option_of(two, valerian).leaning is None


def test_the_patients_own_idea_is_theirs(two: Two) -> None:
    decision_id = two.decision()
    own = two.says(acts.put_option, decision_id, way("Tai chi by the lake", kind=OptionKind.PROPOSED))
    assert option_of(two, own).proposed_by is PATIENT
    assert broken(two.offers, acts.remove_option, own) == "state"
    two.says(acts.remove_option, own)
    assert two.practice.ask(parts_of, store.OPTION, two.plan_id) == ()


def test_a_way_of_which_something_was_said_stays(two: Two) -> None:
    decision_id, (valerian, diary, wait, pill) = two.four_ways()
    two.says(differing.differ, two.plan_id, about=About.OPTION, about_id=pill, words="Not that one")
    two.says(acts.say_felt, diary, Felt(inner_words="Warm"))
    two.says(acts.set_aside, wait)
    for kept in (pill, diary, wait):
        assert broken(two.offers, acts.remove_option, kept) == "state"
    assert broken(two.offers, acts.remove_decision, decision_id) == "state"
    two.offers(acts.remove_option, valerian)


def test_rows_of_ones_own_are_filled_and_taken_out_by_whoever_asked(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    row = two.says(acts.add_row, decision_id, "Can I still drive?")
    two.offers(acts.fill_cell, valerian, row, "Yes")
    assert option_of(two, valerian).cells == {row: "Yes"}
    assert broken(two.offers, acts.remove_row, decision_id, row) == "row"
    assert broken(two.says, acts.add_row, decision_id, "  ") == "row"
    with pytest.raises(Refused):
        two.offers(acts.fill_cell, valerian, "no such row", "Yes")
    two.says(acts.remove_row, decision_id, row)
    assert option_of(two, valerian).cells == {}
    assert decision_of(two, decision_id).rows == ()


def test_writing_a_way_anew_leaves_what_became_of_it(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    two.says(acts.set_aside, valerian)
    found = option_of(two, valerian)
    rewritten = Option(
        id=found.id, plan_id="", decision_id="", label="Valerian tea", standing=OptionStanding.CHOSEN, instead_of="x"
    )
    two.offers(acts.put_option, decision_id, rewritten)
    after = option_of(two, valerian)
    assert (after.label, after.standing, after.instead_of) == ("Valerian tea", OptionStanding.DECLINED, "")


def test_what_both_agreed_to_is_decided_anew_only_by_reworking(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    two.stands(PlanState.UNDER_WAY)
    assert broken(two.says, acts.decide, decision_id, chosen=(valerian,)) == "state"
    assert broken(two.offers, acts.put_decision, two.plan_id, ask("And now?")) == "state"
    two.stands(PlanState.REVIEWING)
    two.says(acts.decide, decision_id, chosen=(valerian,))


def test_a_price_is_found_out_by_the_practitioner_once(two: Two) -> None:
    _decision_id, (valerian, diary, *_others) = two.four_ways()
    taken = two.offers(acts.owe_price, valerian, two.today)
    proposed = two.says(acts.owe_price, diary)
    found = {one.id: one for one in two.practice.ask(steps.steps_of, two.plan_id)}
    assert (found[taken].owner, found[taken].state) == (PRACTITIONER, StepState.TAKEN_ON)
    assert found[taken].errand is Errand.PRICE
    assert (found[proposed].owner, found[proposed].state) == (PRACTITIONER, StepState.PROPOSED)
    assert found[proposed].due_on is None
    assert broken(two.offers, acts.owe_price, valerian) == "cost"


def test_finding_out_has_a_day_of_its_own_where_none_is_said(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    two.offers(acts.owe_price, valerian)
    assert [one.due_on for one in two.steps] == [two.today + timedelta(days=acts.PRICE_DAYS)]


def test_steps_of_a_way_taken_out_stand_for_themselves(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    step_id = two.step("Buy the drops", option_id=valerian)
    two.offers(acts.remove_option, valerian)
    assert two.practice.ask(part_with, steps.STEP, step_id).option_id == ""


def test_a_way_of_another_plan_is_not_taken_for_one_of_this(two: Two, practice: Practice) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    other = Two(practice, "Another")
    elsewhere = other.decision()
    with pytest.raises(Refused):
        two.offers(acts.put_option, elsewhere, Option(id=valerian, plan_id="", decision_id="", label="Mine now"))
    with pytest.raises(Refused):
        two.offers(acts.put_decision, other.plan_id, Decision(id=decision_id, plan_id="", question="Mine now?"))
