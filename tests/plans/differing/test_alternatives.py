"""Another way in place of one, from either side, with its safety net; and the thread from the first to the last."""

from datetime import date, timedelta

import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import Option, OptionKind
from healingpartner.plans.decisions.store import OPTION
from healingpartner.plans.decisions.ways import Lighter
from healingpartner.plans.differing import acts, rules, store
from healingpartner.plans.differing.model import About, Alternative, AlternativeState, DissentState, Ground
from healingpartner.plans.differing.views import thread_of
from healingpartner.plans.model import PlanState
from healingpartner.plans.steps.model import Errand, StepState
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import part_with
from healingpartner.practice import Practice
from plans.deciding import NO_TIME, PATIENT, PRACTITIONER, Two, broken, way

NET = {"watch_for": "A rash", "call_when": "It spreads"}


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def other(two: Two, alternative_id: str) -> Alternative:
    return two.practice.ask(part_with, store.ALTERNATIVE, alternative_id)


def option_of(two: Two, option_id: str) -> Option:
    return two.practice.ask(part_with, OPTION, option_id)


def test_a_declined_way_leads_to_another_from_either_side(two: Two) -> None:
    _decision_id, (valerian, _diary, _wait, pill) = two.four_ways()
    two.says(decisions.set_aside, pill)
    ours = two.offers(acts.propose_instead, pill, option=way("Half a pill"), changes="Half of it", **NET)
    theirs = two.says(acts.propose_instead, pill, option=way("A warm bath"))
    assert [other(two, one).proposed_by for one in (ours, theirs)] == [PRACTITIONER, PATIENT]
    became = option_of(two, other(two, theirs).option_id)
    assert (became.instead_of, became.proposed_by, became.label) == (pill, PATIENT, "A warm bath")
    assert option_of(two, valerian).instead_of == ""


def test_going_another_way_needs_its_safety_net(two: Two) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    made = two.offers(acts.propose_instead, pill, option=way("Half a pill"))
    assert broken(two.says, acts.take_alternative, made) == "watch_for"
    two.offers(acts.change_alternative, made, changes="", watch_for="A rash", call_when=" ", review_on=None)
    assert broken(two.says, acts.take_alternative, made) == "call_when"
    assert broken(two.offers, acts.take_alternative, made) == "side"
    two.offers(acts.change_alternative, made, changes="", **NET, review_on=two.today + timedelta(days=14))
    two.says(acts.take_alternative, made)
    assert (other(two, made).state, other(two, made).no_net_needed) == (AlternativeState.TAKEN, False)
    assert broken(two.says, acts.take_alternative, made) == "state"


def test_the_patient_can_say_that_no_net_is_needed(two: Two) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    made = two.says(acts.propose_instead, pill, option=way("A warm bath"))
    two.says(acts.take_alternative, made, no_net_needed=True)
    assert other(two, made).no_net_needed


def test_the_net_of_the_way_they_go_stays_whole_and_the_patients(two: Two) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    made = two.offers(acts.propose_instead, pill, option=way("Half a pill"), **NET)
    two.says(acts.take_alternative, made)
    less = {"changes": "", "watch_for": "", "call_when": "", "review_on": None}
    assert broken(two.offers, acts.change_alternative, made, **less) == "side"
    assert broken(two.says, acts.change_alternative, made, **less) == "watch_for"


def test_taking_it_settles_the_patients_own_dissent_and_nobody_elses(two: Two) -> None:
    _decision_id, (valerian, _diary, _wait, pill) = two.four_ways()
    for voice, option_id, state in (
        (two.says, pill, DissentState.NEGOTIATED),
        (two.offers, valerian, DissentState.OPEN),
    ):
        dissent = voice(acts.differ, two.plan_id, about=About.OPTION, about_id=option_id, words="Not so")
        made = two.offers(acts.propose_instead, option_id, option=way("Half"), dissent_id=dissent, **NET)
        two.says(acts.take_alternative, made)
        assert two.practice.ask(part_with, store.DISSENT, dissent).state is state


def test_it_is_left_by_the_patient_or_by_whoever_proposed_it(two: Two) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    theirs = two.says(acts.propose_instead, pill, option=way("A warm bath"))
    ours = two.offers(acts.propose_instead, pill, option=way("Half a pill"), **NET)
    assert broken(two.offers, acts.set_alternative_aside, theirs) == "side"
    two.says(acts.take_alternative, ours)
    assert broken(two.offers, acts.set_alternative_aside, ours) == "side"
    two.says(acts.set_alternative_aside, ours)
    two.says(acts.set_alternative_aside, theirs)
    assert {other(two, one).state for one in (ours, theirs)} == {AlternativeState.SET_ASIDE}


def test_a_day_that_has_come_may_stay_while_the_net_is_written_anew() -> None:
    day = date(2026, 3, 1)
    one = Alternative(
        id="a", plan_id="p", instead_of="x", option_id="y", proposed_by=PATIENT, proposed=NO_TIME, review_on=day
    )
    assert rules.cleaned_alternative(one, today=date(2026, 5, 1), former=day).review_on == day
    assert broken(rules.cleaned_alternative, one, today=date(2026, 5, 1), former=date(2026, 2, 1)) == "review_on"


def test_what_does_not_fit_is_told_beside_its_field(two: Two, practice: Practice) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    yesterday = two.today - timedelta(days=1)
    assert broken(two.says, acts.propose_instead, pill, option=way("Bath"), review_on=yesterday) == "review_on"
    assert broken(two.says, acts.propose_instead, pill, option=way("Bath"), watch_for="x" * 5_001) == "watch_for"
    assert broken(two.says, acts.propose_instead, pill, option=way(" ")) == "label"
    elsewhere = Two(practice, "Another").says
    foreign = elsewhere(acts.differ, elsewhere.__self__.plan_id, about=About.PLAN, words="No")
    with pytest.raises(Refused):
        two.says(acts.propose_instead, pill, option=way("Bath"), dissent_id=foreign)
    assert two.practice.ask(store.alternatives_of, two.plan_id) == ()
    two.stands(PlanState.UNDER_WAY)
    assert broken(two.says, acts.propose_instead, pill, option=way("Bath")) == "state"


def test_the_thread_goes_from_the_first_to_the_one_agreed(two: Two) -> None:
    decision_id, (*_others, pill) = two.four_ways()
    said = two.says(acts.differ, two.plan_id, about=About.OPTION, about_id=pill, words="Too strong")
    half = two.offers(acts.propose_instead, pill, option=way("Half a pill"), dissent_id=said, **NET)
    bath = two.says(acts.propose_instead, pill, option=way("A warm bath"))
    quarter = two.says(acts.propose_instead, other(two, half).option_id, option=way("A quarter"), **NET)
    two.says(acts.take_alternative, quarter)
    agreed = other(two, quarter).option_id
    two.says(decisions.decide, decision_id, chosen=(agreed,))
    for asked in (pill, other(two, half).option_id, agreed):
        thread = two.practice.ask(thread_of, asked)
        assert [one.option.label for one in thread.links] == ["A sleeping pill", "Half a pill", "A quarter"]
        assert [one.id for one in thread.links[0].dissents] == [said]
        assert [one.id for one in thread.links[0].beside] == [bath]
        assert thread.links[2].came_as is not None
        assert thread.links[2].came_as.proposed_by is PATIENT
        assert thread.was_negotiated


def test_a_way_that_was_not_negotiated_is_a_thread_of_one(two: Two) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    thread = two.practice.ask(thread_of, valerian)
    assert (thread.first.id, thread.last.id, thread.was_negotiated) == (valerian, valerian, False)


@pytest.mark.parametrize(
    ("kind", "ground"), [(Lighter.CHEAPER, Ground.COST), (Lighter.LIGHTER, Ground.BURDEN), (Lighter.LATER, Ground.COST)]
)
def test_too_much_for_me_is_said_and_asks_the_practitioner_to_look(two: Two, kind: Lighter, ground: Ground) -> None:
    _decision_id, (*_others, pill) = two.four_ways()
    assert broken(two.offers, acts.ask_lighter, pill, kind) == "side"
    two.says(acts.ask_lighter, pill, kind)
    (said,) = two.practice.ask(store.dissents_of, two.plan_id)
    assert (said.ground, said.by, said.about_id) == (ground, PATIENT, pill)
    (step,) = two.practice.ask(steps_of, two.plan_id)
    assert (step.owner, step.proposed_by, step.state) == (PRACTITIONER, PATIENT, StepState.PROPOSED)
    assert step.errand is Errand.LIGHTER
    assert "A sleeping pill" in step.what


def test_too_much_for_me_is_said_while_the_plan_is_lived_too(two: Two) -> None:
    _decision_id, (_valerian, _diary, wait, _pill) = two.four_ways()
    two.stands(PlanState.UNDER_WAY)
    two.says(acts.ask_lighter, wait, Lighter.CHEAPER)
    assert len(two.practice.ask(store.dissents_of, two.plan_id)) == 1
    assert two.practice.ask(steps_of, two.plan_id) == ()
    assert option_of(two, wait).kind is OptionKind.WAIT
