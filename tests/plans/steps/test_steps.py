"""Nobody takes on a step for the other, and each can set theirs down at any time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.plans.follow_through import acts as following
from healingpartner.plans.follow_through.model import CheckIn, Went
from healingpartner.plans.model import PlanState
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.steps import acts, rules, store
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind
from healingpartner.plans.store import part_with
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, Two, broken, doing

DROPS = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.EVENING: "20 drops"})


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def step_of(two: Two, step_id: str) -> Step:
    return two.practice.ask(part_with, store.STEP, step_id)


def test_nobody_takes_on_a_step_for_the_other(two: Two) -> None:
    walk, call = two.step("Walk", PATIENT), two.step("Call the clinic", PRACTITIONER)
    assert broken(two.offers, acts.turn_step, walk, StepState.TAKEN_ON) == "side"
    assert broken(two.says, acts.turn_step, call, StepState.TAKEN_ON) == "side"
    assert broken(two.practice.do, acts.turn_step, walk, StepState.TAKEN_ON, by=Voice.BOTH) == "side"
    two.says(acts.turn_step, walk, StepState.TAKEN_ON)
    two.offers(acts.turn_step, call, StepState.TAKEN_ON)
    assert [step_of(two, one).taken_by for one in (walk, call)] == [(PATIENT,), (PRACTITIONER,)]


def test_what_both_owe_stands_once_each_has_taken_it_on(two: Two) -> None:
    letter = two.step("Write to the insurance", Voice.BOTH)
    two.offers(acts.turn_step, letter, StepState.TAKEN_ON)
    assert (step_of(two, letter).state, step_of(two, letter).taken_by) == (StepState.PROPOSED, (PRACTITIONER,))
    assert broken(two.offers, acts.turn_step, letter, StepState.TAKEN_ON) == "state"
    assert broken(two.offers, acts.turn_step, letter, StepState.UNDER_WAY) == "state"
    two.says(acts.turn_step, letter, StepState.TAKEN_ON)
    assert step_of(two, letter).state is StepState.TAKEN_ON
    two.says(acts.turn_step, letter, StepState.SET_DOWN)
    assert step_of(two, letter).taken_by == ()


def test_a_step_that_asks_for_something_else_is_asked_of_its_owner_again(two: Two) -> None:
    walk = two.step("Walk ten minutes")
    two.says(acts.turn_step, walk, StepState.TAKEN_ON)
    two.offers(acts.put_step, two.plan_id, replace(step_of(two, walk), supports="A dog"))
    assert step_of(two, walk).state is StepState.TAKEN_ON
    two.offers(acts.put_step, two.plan_id, replace(step_of(two, walk), what="Walk an hour"))
    assert (step_of(two, walk).state, step_of(two, walk).taken_by) == (StepState.PROPOSED, ())
    two.says(acts.turn_step, walk, StepState.TAKEN_ON)
    two.says(acts.put_step, two.plan_id, replace(step_of(two, walk), what="Walk half an hour"))
    assert step_of(two, walk).state is StepState.TAKEN_ON


def test_handing_a_step_to_the_other_proposes_it_to_them(two: Two) -> None:
    call = two.step("Call the clinic", PRACTITIONER)
    two.offers(acts.turn_step, call, StepState.TAKEN_ON)
    two.offers(acts.put_step, two.plan_id, replace(step_of(two, call), owner=PATIENT))
    assert (step_of(two, call).state, step_of(two, call).taken_by) == (StepState.PROPOSED, ())


def test_a_form_says_nothing_of_how_far_a_step_has_come(two: Two) -> None:
    forged = doing("Walk", state=StepState.DONE, taken_by=(PATIENT,), adapted_to="x", why="because")
    walk = two.offers(acts.put_step, two.plan_id, forged)
    found = step_of(two, walk)
    assert (found.state, found.taken_by, found.adapted_to, found.why) == (StepState.PROPOSED, (), "", "")


def test_a_treatment_is_begun_rested_and_stopped_with_why(two: Two) -> None:
    drops = two.step("Valerian drops", treatment=DROPS)
    for to in (StepState.TAKEN_ON, StepState.UNDER_WAY):
        two.says(acts.turn_step, drops, to)
    two.stands(PlanState.UNDER_WAY)
    two.says(acts.turn_step, drops, StepState.PAUSED, why="My stomach")
    assert (step_of(two, drops).state, step_of(two, drops).why) == (StepState.PAUSED, "My stomach")
    assert step_of(two, drops).turned is not None
    two.says(acts.turn_step, drops, StepState.UNDER_WAY)
    assert broken(two.offers, acts.turn_step, drops, StepState.SET_DOWN) == "why"
    two.offers(acts.turn_step, drops, StepState.SET_DOWN, why="A new warning came out")
    assert step_of(two, drops).state is StepState.SET_DOWN


def test_the_practitioner_does_not_turn_what_is_the_patients_otherwise(two: Two) -> None:
    walk, drops = two.step("Walk"), two.step("Drops", treatment=DROPS)
    for one in (walk, drops):
        two.says(acts.turn_step, one, StepState.TAKEN_ON)
        assert broken(two.offers, acts.turn_step, one, StepState.DONE) == "side"
        assert broken(two.offers, acts.turn_step, one, StepState.UNDER_WAY) == "side"
    assert broken(two.offers, acts.turn_step, walk, StepState.SET_DOWN, why="I think so") == "side"


def test_stopping_is_possible_while_the_plan_rests_and_after_it_was_let_go(two: Two) -> None:
    drops, walk = two.step("Drops", treatment=DROPS), two.step("Walk")
    for one in (drops, walk):
        two.says(acts.turn_step, one, StepState.TAKEN_ON)
    two.stands(PlanState.PAUSED)
    assert broken(two.says, acts.turn_step, walk, StepState.DONE) == "state"
    two.says(acts.turn_step, walk, StepState.SET_DOWN)
    two.stands(PlanState.RELEASED)
    two.says(acts.turn_step, drops, StepState.SET_DOWN)
    assert step_of(two, drops).state is StepState.SET_DOWN


def test_whoever_proposed_a_step_can_take_it_back_before_it_is_taken_on(two: Two) -> None:
    walk, swim = two.step("Walk"), two.step("Swim")
    two.offers(acts.turn_step, walk, StepState.SET_DOWN)
    assert step_of(two, walk).state is StepState.SET_DOWN
    two.offers(acts.remove_step, swim)
    own = two.says(acts.put_step, two.plan_id, doing("Bring my papers", PRACTITIONER))
    assert broken(two.offers, acts.remove_step, own) == "state"


def test_a_step_taken_on_or_spoken_of_is_set_down_and_not_taken_out(two: Two) -> None:
    walk, swim = two.step("Walk"), two.step("Swim")
    two.says(acts.turn_step, walk, StepState.TAKEN_ON)
    two.stands(PlanState.UNDER_WAY)
    went = CheckIn(id="", plan_id="", by=PATIENT, at=NO_TIME, step_id=swim, went=Went.NOT_NOW)
    two.says(following.check_in, two.plan_id, went)
    two.stands(PlanState.REVIEWING)
    for one in (walk, swim):
        assert broken(two.offers, acts.remove_step, one) == "state"


def test_one_step_gives_way_to_another_which_is_taken_on_anew(two: Two) -> None:
    walk = two.step("Walk an hour")
    two.says(acts.turn_step, walk, StepState.TAKEN_ON)
    assert broken(two.offers, acts.adapt_step, walk, doing("Walk ten minutes")) == "side"
    assert broken(two.says, acts.turn_step, walk, StepState.ADAPTED) == "state"
    shorter = two.says(acts.adapt_step, walk, doing("Walk ten minutes"))
    assert (step_of(two, walk).state, step_of(two, walk).adapted_to) == (StepState.ADAPTED, shorter)
    assert step_of(two, shorter).state is StepState.PROPOSED
    assert broken(two.says, acts.turn_step, walk, StepState.TAKEN_ON) == "state"


def test_how_sure_one_is_only_the_owner_says(two: Two) -> None:
    assert broken(two.offers, acts.put_step, two.plan_id, doing("Walk", sure=9)) == "sure"
    walk = two.says(acts.put_step, two.plan_id, doing("Walk", sure=9))
    assert broken(two.offers, acts.put_step, two.plan_id, replace(step_of(two, walk), sure=3)) == "sure"
    two.offers(acts.put_step, two.plan_id, replace(step_of(two, walk), supports="Shoes"))
    assert step_of(two, walk).sure == 9


def test_a_step_that_is_here_for_a_rule_keeps_it_and_is_found_by_its_words(two: Two) -> None:
    rule = Rule(kind=RuleKind.INSURANCE, words="Statutory  ")
    form = two.offers(acts.put_step, two.plan_id, doing("Sign the form", PRACTITIONER, rule=rule))
    assert step_of(two, form).rule == replace(rule, words="Statutory")
    assert {hit.person_id for hit in find(two.practice.db, "statutory")} == {two.person_id}
    two.offers(acts.turn_step, form, StepState.TAKEN_ON)
    two.offers(acts.put_step, two.plan_id, replace(step_of(two, form), rule=None))
    assert (step_of(two, form).rule, step_of(two, form).taken_by) == (None, (PRACTITIONER,))
    assert find(two.practice.db, "statutory") == ()


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("what", doing(" ")),
        ("what", doing("x" * 5_001)),
        ("when", doing("Walk", when="x" * 501)),
        ("sure", doing("Walk", sure=11)),
        ("rule", doing("Sign the form", rule=Rule(kind=RuleKind.LAW, words="x" * 5_001))),
        ("begins_on", doing("Walk", begins_on=date(2026, 1, 2))),
        ("due_on", doing("Walk", due_on=date(2026, 1, 2))),
        ("due_on", doing("Walk", begins_on=date(2027, 3, 2), due_on=date(2027, 3, 1))),
        ("until", doing("Drops", treatment=replace(DROPS, until=date(2026, 1, 2)))),
        ("until", doing("Drops", begins_on=date(2027, 3, 2), treatment=replace(DROPS, until=date(2027, 3, 1)))),
        ("amounts", doing("Drops", treatment=replace(DROPS, amounts={DayTime.NOON: "x" * 501}))),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(two: Two, field: str, step: Step) -> None:
    assert broken(two.says, acts.put_step, two.plan_id, step) == field
    assert two.practice.ask(store.steps_of, two.plan_id) == ()


def test_a_step_belongs_to_a_way_or_a_goal_of_its_own_plan(two: Two, practice: Practice) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    walk = two.step("Buy drops", option_id=valerian)
    elsewhere = Two(practice, "Another").four_ways()[1][0]
    for field in ("option_id", "goal_id"):
        with pytest.raises(Refused):
            two.offers(acts.put_step, two.plan_id, replace(step_of(two, walk), **{field: elsewhere}))


def test_both_sides_late_steps_are_late_alike(two: Two) -> None:
    due = two.today + timedelta(days=3)
    ids = [two.step("Walk", PATIENT, due_on=due), two.step("Call", PRACTITIONER, due_on=due)]
    assert not any(step_of(two, one).is_late(due + timedelta(days=1)) for one in ids)
    two.says(acts.turn_step, ids[0], StepState.TAKEN_ON)
    two.offers(acts.turn_step, ids[1], StepState.TAKEN_ON)
    for one in ids:
        assert not step_of(two, one).is_late(due)
        assert step_of(two, one).is_late(due + timedelta(days=1))


STEPS = st.builds(
    lambda owner, state, taken, treated, proposer: replace(
        doing("Walk", owner, treatment=DROPS if treated else None, state=state), proposed_by=proposer,
        taken_by=tuple(one for one in (PRACTITIONER, PATIENT) if one in taken),
    ),
    st.sampled_from(Voice),
    st.sampled_from(StepState),
    st.sets(st.sampled_from([PATIENT, PRACTITIONER])),
    st.booleans(),
    st.sampled_from([PATIENT, PRACTITIONER]),
)  # fmt: skip


@given(STEPS, st.sampled_from(StepState), st.sampled_from([PATIENT, PRACTITIONER]), st.sampled_from(["", "Why"]))
def test_a_turn_never_puts_the_other_among_those_who_took_it_on(step: Step, to: StepState, by: Voice, why: str) -> None:
    try:
        after = rules.turned(step, to, by=by, why=why)
    except RuleBroken:
        return
    assert set(after.taken_by) - set(step.taken_by) <= {by}
    if after.state is StepState.TAKEN_ON and step.state is not StepState.TAKEN_ON:
        assert after.taken_by == after.owners


@given(STEPS, STEPS, st.sampled_from(Voice))
def test_writing_a_step_anew_never_puts_anyone_among_those_who_took_it_on(former: Step, new: Step, by: Voice) -> None:
    after = rules.rewritten(former, new, by=by)
    assert set(after.taken_by) <= set(former.taken_by)
    if any(getattr(new, name) != getattr(former, name) for name in rules.PROMISED):
        assert set(after.taken_by) <= {by}
