"""Seeing it differently is stored, shown, never in the way, and never lost."""

import pytest

from healingpartner.foundation.errors import Refused, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import DecisionState
from healingpartner.plans.decisions.store import DECISION
from healingpartner.plans.differing import acts, store
from healingpartner.plans.differing.model import About, Dissent, DissentState, Ground
from healingpartner.plans.model import PlanState
from healingpartner.plans.store import part_with
from healingpartner.practice import Practice
from healingpartner.vault.transaction import Transaction
from plans.deciding import PATIENT, PRACTITIONER, Two, broken


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def dissents(two: Two) -> tuple[Dissent, ...]:
    return two.practice.ask(store.dissents_of, two.plan_id)


def differs(two: Two, words: str = "I do not want pills") -> str:
    return str(two.says(acts.differ, two.plan_id, about=About.PLAN, words=words))


def test_an_open_dissent_never_prevents_deciding(two: Two) -> None:
    decision_id, (valerian, *_others) = two.four_ways()
    two.offers(acts.differ, two.plan_id, about=About.DECISION, about_id=decision_id, words="I would wait")
    two.offers(acts.differ, two.plan_id, about=About.OPTION, about_id=valerian, words="I doubt it", ground=Ground.DOUBT)
    two.says(decisions.decide, decision_id, chosen=(valerian,))
    assert two.practice.ask(part_with, DECISION, decision_id).state is DecisionState.DECIDED
    assert [one.state for one in dissents(two)] == [DissentState.OPEN, DissentState.OPEN]


def test_it_is_heard_by_the_other_and_settled_by_the_one_who_said_it(two: Two) -> None:
    dissent_id = differs(two)
    assert broken(two.says, acts.answer_dissent, dissent_id, "I know") == "side"
    assert broken(two.offers, acts.settle, dissent_id, DissentState.NEGOTIATED) == "side"
    assert broken(two.offers, acts.settle, dissent_id, DissentState.STANDS) == "answer"
    assert broken(two.offers, acts.answer_dissent, dissent_id, "  ") == "answer"
    two.offers(acts.answer_dissent, dissent_id, "I hear you. No pills.")
    assert (dissents(two)[0].state, dissents(two)[0].answer) == (DissentState.HEARD, "I hear you. No pills.")
    two.offers(acts.settle, dissent_id, DissentState.STANDS)
    two.says(acts.settle, dissent_id, DissentState.NEGOTIATED)
    assert dissents(two)[0].state is DissentState.NEGOTIATED


def test_it_is_taken_back_only_by_the_one_who_said_it_and_stays_to_be_read(two: Two) -> None:
    dissent_id = differs(two)
    assert broken(two.offers, acts.withdraw, dissent_id) == "side"
    two.says(acts.withdraw, dissent_id)
    (found,) = dissents(two)
    assert (found.state, found.words) == (DissentState.WITHDRAWN, "I do not want pills")
    for act, args in ((acts.settle, (DissentState.STANDS,)), (acts.answer_dissent, ("Yes",)), (acts.withdraw, ())):
        assert broken(two.says, act, dissent_id, *args) == "state"


@pytest.mark.parametrize("state", [DissentState.WITHDRAWN, DissentState.OPEN, DissentState.HEARD])
def test_settling_is_no_way_round_taking_back(two: Two, state: DissentState) -> None:
    assert broken(two.says, acts.settle, differs(two), state) == "state"


def test_it_can_be_said_whatever_state_the_plan_is_in(two: Two) -> None:
    for state in PlanState:
        two.stands(state)
        differs(two, f"While it is {state.value}")
    assert len(dissents(two)) == len(PlanState)


def test_it_needs_words_but_never_a_reason(two: Two) -> None:
    assert broken(two.says, acts.differ, two.plan_id, about=About.PLAN, words=" ") == "words"
    assert broken(two.says, acts.differ, two.plan_id, about=About.PLAN, words="x" * 5_001) == "words"
    assert broken(two.says, acts.differ, two.plan_id, about=About.PLAN, words="No", why="x" * 5_001) == "why"
    assert broken(two.practice.do, acts.differ, two.plan_id, about=About.PLAN, words="No", by=Voice.BOTH) == "side"
    differs(two, "No")
    assert (dissents(two)[0].ground, dissents(two)[0].why) == (Ground.UNSAID, "")


def test_it_is_about_something_of_this_plan(two: Two, practice: Practice) -> None:
    elsewhere = Two(practice, "Another").decision()
    with pytest.raises(Refused):
        two.says(acts.differ, two.plan_id, about=About.DECISION, about_id=elsewhere, words="No")
    with pytest.raises(Refused):
        two.says(acts.differ, two.plan_id, about=About.STEP, about_id="gone", words="No")


def test_no_statement_takes_it_out(two: Two, practice: Practice) -> None:
    dissent_id = differs(two)

    def take_out(tx: Transaction) -> None:
        tx.remove(store.DISSENT.table, dissent_id, person_id=two.person_id)

    with pytest.raises(VaultProblem) as kept:
        practice.do(take_out, by=PRACTITIONER)
    assert kept.value.kind == "kept"
    assert [one.id for one in dissents(two)] == [dissent_id]


def test_both_sides_see_it_differently_in_the_same_way(two: Two) -> None:
    two.offers(acts.differ, two.plan_id, about=About.PLAN, words="I cannot do this", ground=Ground.CONSCIENCE)
    differs(two)
    assert [one.by for one in dissents(two)] == [PRACTITIONER, PATIENT]
    two.says(acts.answer_dissent, dissents(two)[0].id, "I see")
    assert dissents(two)[0].answer == "I see"
