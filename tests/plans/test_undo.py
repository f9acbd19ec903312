"""Taking back, and leaving a rework: former words in place again, the other's untouched, nothing left in the air."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.plans import acts
from healingpartner.plans.decisions.acts import decide, lean, put_decision, put_option, remove_option, say_felt
from healingpartner.plans.decisions.model import (
    Decision,
    DecisionState,
    Felt,
    Option,
    OptionKind,
    OptionStanding,
    Stance,
)
from healingpartner.plans.differing.acts import differ
from healingpartner.plans.differing.model import About
from healingpartner.plans.goals.acts import put_goal, remove_goal, turn_goal
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.kept import GOAL
from healingpartner.plans.model import Plan
from healingpartner.plans.parts.acts import put_part_voice
from healingpartner.plans.steps.acts import put_step, turn_step
from healingpartner.plans.steps.model import Step, StepState
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_of
from plans.planning import agreed, begun, both_say_yes, does, goal, part, says, under_way, whole

ASKED = Decision(id="", plan_id="", question="What first?")


def _way(label: str, kind: OptionKind = OptionKind.TREATMENT) -> Option:
    return Option(id="", plan_id="", decision_id="", label=label, kind=kind)


def _step(what: str, owner: Voice = Voice.PATIENT) -> Step:
    return Step(id="", plan_id="", owner=owner, what=what, proposed_by=Voice.PRACTITIONER)


def _sha(practice: Practice, person_id: str) -> str:
    return whole(practice, person_id).contents_sha256


def _renamed(practice: Practice, person_id: str) -> Plan:
    plan = whole(practice, person_id).plan
    return replace(plan, title=f"{plan.title}!")


KINDS: dict[str, Callable[[Practice, str, str], object]] = {
    "a goal": lambda practice, _person, plan: says(practice, put_goal, plan, goal("Sing")),
    "a part": lambda practice, _person, plan: says(practice, put_part_voice, plan, part()),
    "a step": lambda practice, _person, plan: says(practice, put_step, plan, _step("Sing")),
    "a decision": lambda practice, _person, plan: says(practice, put_decision, plan, ASKED),
    "the name": lambda practice, person, _plan: says(practice, acts.change_plan, _renamed(practice, person)),
    "a goal less": lambda practice, person, _plan: [
        says(practice, remove_goal, one.id) for one in whole(practice, person).contents.goals[:1]
    ],
}  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=6))
def test_as_many_undos_as_changes_lead_back_to_the_beginning(practice: Practice, kinds: list[str]) -> None:
    person_id, plan_id = begun(practice)
    stood = [_sha(practice, person_id)]
    for kind in kinds:
        KINDS[kind](practice, person_id, plan_id)
        if _sha(practice, person_id) != stood[-1]:
            stood.append(_sha(practice, person_id))
    for sha256 in reversed(stood[:-1]):
        says(practice, acts.undo, plan_id)
        assert _sha(practice, person_id) == sha256
    with pytest.raises(RuleBroken):
        says(practice, acts.undo, plan_id)


def test_undo_takes_back_ones_own_and_leaves_the_others(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    says(practice, put_goal, plan_id, goal("The patient's"))
    does(practice, put_goal, plan_id, goal("The practitioner's"))
    says(practice, acts.undo, plan_id)
    assert [one.patient_words for one in whole(practice, person_id).contents.goals] == ["The practitioner's"]
    with pytest.raises(RuleBroken) as broken:
        says(practice, acts.undo, plan_id)
    assert broken.value.field == "undo"


def test_what_the_other_has_worked_on_since_is_not_taken_back(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    goal_id = says(practice, put_goal, plan_id, goal())
    (first,) = whole(practice, person_id).contents.goals
    does(practice, put_goal, plan_id, replace(first, shared_wording="Together"))
    with pytest.raises(RuleBroken):
        says(practice, acts.undo, plan_id)
    does(practice, acts.undo, plan_id)
    says(practice, acts.undo, plan_id)
    assert not whole(practice, person_id).contents.goals
    assert [one.row is None for one in versions_of(practice.db, GOAL.table, goal_id)] == [False, False, False, True]


def test_what_is_spoken_of_or_holds_the_others_words_is_not_taken_back(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    decision_id = does(practice, put_decision, plan_id, ASKED)
    does(practice, put_option, decision_id, _way("Drops"))
    option_id = says(practice, put_option, decision_id, _way("Tea"))
    says(practice, differ, plan_id, about=About.OPTION, about_id=option_id, words="Not the bitter one.")
    with pytest.raises(RuleBroken):
        says(practice, acts.undo, plan_id)
    does(practice, acts.undo, plan_id)
    with pytest.raises(RuleBroken):
        does(practice, acts.undo, plan_id)


def test_a_decision_is_taken_back_with_all_that_it_touched(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    decision_id = does(practice, put_decision, plan_id, ASKED)
    drops = does(practice, put_option, decision_id, _way("Drops"))
    does(practice, put_option, decision_id, _way("Wait", OptionKind.WAIT))
    does(practice, lean, drops, Stance.TOWARD, "It helped others.")
    says(practice, say_felt, drops, Felt(ready=7))
    before = _sha(practice, person_id)
    says(practice, decide, decision_id, chosen=(drops,))
    assert whole(practice, person_id).contents.options[0].standing is OptionStanding.CHOSEN
    says(practice, acts.undo, plan_id)
    assert _sha(practice, person_id) == before


def test_nothing_both_agreed_to_is_taken_back(practice: Practice) -> None:
    _person_id, plan_id = agreed(practice)
    with pytest.raises(RuleBroken) as broken:
        says(practice, acts.undo, plan_id)
    assert broken.value.field == "state"
    says(practice, acts.rework, plan_id)
    with pytest.raises(RuleBroken) as broken:
        says(practice, acts.undo, plan_id)
    assert broken.value.field == "undo"


def test_offering_and_pausing_in_between_do_not_stand_in_the_way(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    before = _sha(practice, person_id)
    does(practice, acts.change_plan, replace(whole(practice, person_id).plan, title="Another", reach="555 0111"))
    does(practice, acts.offer, plan_id)
    does(practice, acts.pause, plan_id)
    does(practice, acts.go_on, plan_id)
    does(practice, acts.undo, plan_id)
    assert _sha(practice, person_id) == before
    assert whole(practice, person_id).plan.state.value == "offered"


def test_leaving_a_rework_keeps_how_far_it_has_come(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    says(practice, acts.rework, plan_id)
    step_id = says(practice, put_step, plan_id, _step("Walk"))
    both_say_yes(practice, person_id, plan_id)
    agreed_sha = _sha(practice, person_id)
    (first,) = whole(practice, person_id).contents.goals
    says(practice, acts.rework, plan_id)
    says(practice, put_goal, plan_id, replace(first, patient_words="Other words"))
    says(practice, turn_step, step_id, StepState.TAKEN_ON)
    says(practice, turn_goal, first.id, GoalState.ACTIVE)
    says(practice, acts.pause, plan_id)
    says(practice, acts.go_on, plan_id)
    says(practice, acts.leave_as_it_was, plan_id)
    contents = whole(practice, person_id).contents
    assert _sha(practice, person_id) == agreed_sha
    assert contents.steps[0].state is StepState.TAKEN_ON
    assert contents.goals[0].state is GoalState.ACTIVE


def test_what_came_in_a_rework_and_was_spoken_of_is_set_aside_and_stays(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    says(practice, acts.rework, plan_id)
    decision_id = does(practice, put_decision, plan_id, ASKED)
    spoken_of = does(practice, put_option, decision_id, _way("Drops"))
    does(practice, put_option, decision_id, _way("Tea"))
    says(practice, put_goal, plan_id, goal("Sing"))
    says(practice, differ, plan_id, about=About.OPTION, about_id=spoken_of, words="I would rather not.")
    says(practice, acts.leave_as_it_was, plan_id)
    contents = whole(practice, person_id).contents
    assert [(one.label, one.standing) for one in contents.options] == [("Drops", OptionStanding.DECLINED)]
    assert [one.state for one in contents.decisions] == [DecisionState.PARKED]
    assert [one.words for one in contents.dissents] == ["I would rather not."]
    assert [one.patient_words for one in contents.goals] == ["Walk to the lake again"]


def test_what_was_taken_out_in_a_rework_is_there_again(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    says(practice, put_goal, plan_id, goal())
    decision_id = does(practice, put_decision, plan_id, ASKED)
    option_id = does(practice, put_option, decision_id, _way("Drops"))
    does(practice, acts.offer, plan_id)
    both_say_yes(practice, person_id, plan_id)
    before = _sha(practice, person_id)
    does(practice, acts.rework, plan_id)
    does(practice, remove_option, option_id)
    says(practice, remove_goal, whole(practice, person_id).contents.goals[0].id)
    says(practice, acts.leave_as_it_was, plan_id)
    assert _sha(practice, person_id) == before
