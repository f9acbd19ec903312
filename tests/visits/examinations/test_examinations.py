"""Nobody is examined without a yes, and one tap takes it back at every step."""

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from healingpartner.visits.examinations import acts, store
from healingpartner.visits.examinations.model import ORDER, Asked, Examination, Reached, Step, checked_step
from healingpartner.visits.examinations.views import copy_of, examinations_in
from visits.meeting import DESK, HOSTILE, OTHER, met

KNEE = Asked(what="Feel how the knee bends", where_on="Left knee", why="To see what hurts", stop_signal="A raised hand")
NOW = Instant(utc_us=0, offset_min=0, zone="UTC")


def asked(practice: Practice) -> tuple[str, str, str]:
    person_id, visit_id = met(practice)
    return person_id, visit_id, practice.do(acts.ask_to_examine, visit_id, KNEE, by=DESK)


def one(practice: Practice, examination_id: str) -> Examination:
    found = practice.ask(store.examination_with, examination_id)
    assert found is not None
    return found


def test_it_goes_step_by_step_after_a_yes(practice: Practice):
    person_id, visit_id, examination_id = asked(practice)
    practice.do(acts.answer_asked, examination_id, agreed=True, by=OTHER)
    for step in (Step.STEP_OUT, Step.EXAMINE, Step.DRESS, Step.TALK_AFTER):
        practice.do(acts.reach, examination_id, step, by=DESK)
    practice.do(acts.end_examination, examination_id, "It bends, and is warm.", by=DESK)
    found = one(practice, examination_id)
    assert [each.step for each in found.steps] == list(ORDER[1:])
    assert (found.found, found.is_open()) == ("It bends, and is warm.", False)
    assert practice.ask(find, "warm", person_id=person_id)[0].subject_id == examination_id
    shown = practice.ask(examinations_in, person_id, visit_id)
    assert (shown.open, [each.id for each in shown.over], shown.stop_signal) == (
        None,
        [examination_id],
        "A raised hand",
    )


def test_only_the_patient_answers_and_nothing_happens_before_a_yes(practice: Practice):
    _person, _visit, examination_id = asked(practice)
    with pytest.raises(RuleBroken):
        practice.do(acts.answer_asked, examination_id, agreed=True, by=DESK)
    for step in ORDER:
        with pytest.raises(RuleBroken):
            practice.do(acts.reach, examination_id, step, by=DESK)
    practice.do(acts.answer_asked, examination_id, agreed=False, by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.answer_asked, examination_id, agreed=True, by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.reach, examination_id, Step.EXAMINE, by=DESK)


@pytest.mark.parametrize("reached", [(), (Step.STEP_OUT,), (Step.EXAMINE,), (Step.EXAMINE, Step.DRESS)])
def test_a_stop_is_one_act_at_any_step_and_it_is_not_gone_on_with(practice: Practice, reached: tuple[Step, ...]):
    _person, _visit, examination_id = asked(practice)
    practice.do(acts.answer_asked, examination_id, agreed=True, by=OTHER)
    for step in reached:
        practice.do(acts.reach, examination_id, step, by=DESK)
    practice.do(acts.stop, examination_id, by=OTHER)
    practice.do(acts.stop, examination_id, by=OTHER)
    assert one(practice, examination_id).next_steps() == ()
    for step in ORDER:
        with pytest.raises(RuleBroken):
            practice.do(acts.reach, examination_id, step, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.end_examination, examination_id, by=DESK)


@pytest.mark.parametrize("field", ["what", "why", "stop_signal"])
def test_what_has_to_be_said_first_is_asked_for_beside_its_field(practice: Practice, field: str):
    _person, visit_id = met(practice)
    said = {"what": "a", "why": "b", "stop_signal": "c", field: "  "}
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.ask_to_examine, visit_id, Asked(**said), by=DESK)
    assert broken.value.field == field


def test_one_at_a_time_and_gone_ones_are_said(practice: Practice):
    _person, visit_id, _examination = asked(practice)
    with pytest.raises(RuleBroken):
        practice.do(acts.ask_to_examine, visit_id, KNEE, by=DESK)
    with pytest.raises(Refused):
        practice.do(acts.ask_to_examine, "nothing", KNEE, by=DESK)
    for act in (acts.stop, acts.end_examination):
        with pytest.raises(Refused):
            practice.do(act, "nothing", by=DESK)


@given(st.lists(st.sampled_from(ORDER), max_size=6), st.sampled_from(ORDER))
def test_a_step_never_goes_back(reached: list[Step], step: Step):
    going = Examination(
        id="e", person_id="p", visit_id="v", said=KNEE, asked=NOW, agreed=True,
        steps=tuple(Reached(step=each, at=NOW) for each in reached),
    )  # fmt: skip
    try:
        checked_step(going, step)
    except RuleBroken:
        return
    assert ORDER.index(step) > ORDER.index(going.stands_at())


@pytest.mark.parametrize("words", [each for each in HOSTILE if len(each) < 300])
def test_any_words_come_back_as_they_were_asked(practice: Practice, words: str):
    person_id, visit_id = met(practice)
    said = Asked(what=words, where_on=words, why=words, chaperone=words, stop_signal=words)
    examination_id = practice.do(acts.ask_to_examine, visit_id, said, by=DESK)
    assert one(practice, examination_id).said == said.cleaned()
    assert len(practice.ask(copy_of, person_id)["visit_examination"]) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE visit_examination SET stopped_us = NULL",
        "UPDATE visit_examination SET agreed = 0",
        "DELETE FROM visit_examination",
        "INSERT OR REPLACE INTO visit_examination SELECT * FROM visit_examination",
        "UPDATE visit_examination_step SET step = 'talk'",
        "DELETE FROM visit_examination_step",
        "INSERT OR REPLACE INTO visit_examination_step SELECT * FROM visit_examination_step",
    ],
)
def test_no_statement_changes_what_was_stopped(practice: Practice, statement: str):
    person_id, _visit, examination_id = asked(practice)
    practice.do(acts.answer_asked, examination_id, agreed=True, by=OTHER)
    practice.do(acts.reach, examination_id, Step.EXAMINE, by=DESK)
    practice.do(acts.stop, examination_id, by=OTHER)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    practice.erase_person(person_id)
    assert practice.db.value("SELECT count(*) FROM visit_examination_step") == 0
