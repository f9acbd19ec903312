"""Repair: said gently, received, given back, understood, agreed, tended, closed by both; either may begin it."""

from datetime import date, timedelta

import pytest

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.journal.repairs import acts, store
from healingpartner.journal.repairs.model import GivenBack, Mended, Repair, RepairState, Statement
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from journal.writing import DESK, OTHER, add

from conftest import START  # isort: skip

TODAY = date(2026, 11, 22)
SAID = Statement(when="you looked at the clock", felt="rushed", matters="to finish a thought", like="time to finish")


def back(hears: str = "You stopped before the part that mattered.", **more: str) -> GivenBack:
    return GivenBack(hears=hears, at=SteppingClock(START).now(), **more)


def said(practice: Practice, by: Voice = OTHER) -> str:
    return practice.do(acts.say, add(practice), SAID, by=by)


def stands(practice: Practice, repair_id: str) -> Repair:
    found = practice.ask(store.repair_with, repair_id)
    assert found is not None
    return found


def let_pass(clock: SteppingClock, hours: int) -> None:
    clock._next_us += timedelta(hours=hours) // timedelta(microseconds=1)


def test_a_let_down_is_told_heard_mended_and_closed_by_both(practice: Practice) -> None:
    one = said(practice)
    practice.do(acts.receive, one, by=DESK)
    practice.do(acts.give_back, one, back(own_part="I was worried about the next person.", sorry="for that"), by=DESK)
    practice.do(acts.feel_understood, one, yes=True, by=OTHER)
    practice.do(acts.agree_changes, one, [(DESK, "The clock stands behind you.", TODAY + timedelta(days=7))], by=DESK)
    change = stands(practice, one).changes[0]
    practice.do(acts.tend, one, change.id, by=DESK)
    assert stands(practice, one).state is RepairState.TENDED
    practice.do(acts.close, one, Mended.MENDED, by=OTHER)
    assert stands(practice, one).closed is None
    practice.do(acts.close, one, Mended.ENOUGH, by=DESK)
    closed = stands(practice, one)
    assert (closed.state, closed.patient_says, closed.practitioner_says) == (
        RepairState.CLOSED, Mended.MENDED, Mended.ENOUGH,
    )  # fmt: skip
    practice.do(acts.reopen, one, by=OTHER)
    assert stands(practice, one).state is RepairState.RECEIVED


def test_what_a_practitioner_says_sleeps_until_the_next_morning(practice: Practice, clock: SteppingClock) -> None:
    one = said(practice, DESK)
    wakes = stands(practice, one).wakes
    assert wakes is not None
    assert wakes.local().strftime("%Y-%m-%d %H:%M") == "2026-11-23 07:00"
    with pytest.raises(RuleBroken):
        practice.do(acts.receive, one, by=OTHER)
    let_pass(clock, 24)
    practice.do(acts.receive, one, by=OTHER)
    assert stands(practice, one).state is RepairState.RECEIVED


def test_a_practitioner_says_nothing_to_one_who_does_not_wish_to_hear_such_things(practice: Practice) -> None:
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.say, add(practice), SAID, hears_such=False, by=DESK)
    assert broken.value.field == "opted"


def test_three_times_not_quite_offers_a_third_person(practice: Practice) -> None:
    one = said(practice)
    practice.do(acts.receive, one, by=DESK)
    for number in range(3):
        assert not stands(practice, one).wants_a_third()
        practice.do(acts.give_back, one, back(f"Try {number}"), by=DESK)
        practice.do(acts.feel_understood, one, yes=False, not_quite="Not that.", by=OTHER)
    assert stands(practice, one).wants_a_third()
    practice.do(acts.ask_a_third, one, "A colleague we both trust", by=OTHER)
    assert stands(practice, one).outside


def test_each_step_is_for_the_one_whose_step_it_is(practice: Practice) -> None:
    one = said(practice)
    for act, args, more in (
        (acts.receive, (), {}),
        (acts.not_ready_yet, (TODAY,), {}),
    ):
        with pytest.raises(RuleBroken):
            practice.do(act, one, *args, by=OTHER, **more)
    with pytest.raises(RuleBroken):
        practice.do(acts.take_back, one, by=DESK)
    practice.do(acts.receive, one, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.give_back, one, back(), by=OTHER)
    practice.do(acts.give_back, one, back(), by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.feel_understood, one, yes=True, by=DESK)


def test_one_may_ask_for_time_and_nothing_presses(practice: Practice) -> None:
    one = said(practice)
    practice.do(acts.not_ready_yet, one, TODAY + timedelta(days=3), by=DESK)
    assert stands(practice, one).not_ready_until == TODAY + timedelta(days=3)
    with pytest.raises(RuleBroken):
        practice.do(acts.not_ready_yet, one, TODAY - timedelta(days=1), by=DESK)
    practice.do(acts.receive, one, by=DESK)
    assert stands(practice, one).not_ready_until is None


def test_what_is_taken_back_is_found_no_more_and_goes_no_further(practice: Practice) -> None:
    one = said(practice)
    assert practice.ask(find, "rushed")
    practice.do(acts.take_back, one, by=OTHER)
    assert not practice.ask(find, "rushed")
    with pytest.raises(RuleBroken):
        practice.do(acts.receive, one, by=DESK)


@pytest.mark.parametrize(
    ("statement", "field"), [(Statement(when="", felt="sad"), "when"), (Statement(when="then", felt=" "), "felt")]
)
def test_a_statement_needs_a_when_and_a_feeling(practice: Practice, statement: Statement, field: str) -> None:
    person_id = add(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.say, person_id, statement, by=OTHER)
    assert broken.value.field == field
