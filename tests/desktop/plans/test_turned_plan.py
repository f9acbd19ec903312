"""The plan on the turned view: the patient's own words, goals, choices, parts, steps and yes, in their own hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.plans import a_plan
from desktop.plans.a_plan import Made, whole
from desktop.stage import Stage, draw, set_up
from healingpartner.desktop.plans.consent_words import asked_of
from healingpartner.desktop.plans.turned.options_page import OptionsPage
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.desktop.plans.turned.places import PLACES
from healingpartner.desktop.plans.turned.task import PlanTask
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.plans.acts import change_plan, pause, release
from healingpartner.plans.consents.acts import give
from healingpartner.plans.consents.model import ConsentWay
from healingpartner.plans.decisions.acts import put_option
from healingpartner.plans.decisions.model import DecisionState, OptionStanding, PreferredRole
from healingpartner.plans.differing.acts import differ
from healingpartner.plans.differing.model import About, AlternativeState, DissentState, Ground
from healingpartner.plans.follow_through.model import Obstacle, Went
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import PlanState
from healingpartner.plans.parts.acts import put_part_voice
from healingpartner.plans.parts.model import PartStance, PartVoice
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.steps.acts import put_step
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import AckWay, WholePlan
from healingpartner.practice import Practice

HOSTILE = ("<b>rest</b><img src=x>", "\u202etser", "أريد أن أنام", "🌿 " * 40, "w" * 3000)


@pytest.fixture
def stage(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Stage]:
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made


def turned(stage: Stage, made: Made, place: str = "list") -> PlanTask:
    """The screen turned at a place."""
    task = PlanTask(stage.desk, made.person_id, made.plan_id, first=place)
    stage.window.show()
    TurnedView(stage.desk, task, "Mira", owner=stage.window).open()
    stage.qtbot.waitUntil(lambda: task.page is not None)
    stage.settle()
    return task


def go(stage: Stage, task: PlanTask, place: str) -> PlanPage:
    task.go(place)
    stage.qtbot.waitUntil(lambda: task.place == place)
    stage.settle()
    return page(task)


def page(task: PlanTask) -> PlanPage:
    assert task.page is not None
    return task.page


def came(stage: Stage, task: PlanTask, place: str) -> PlanPage:
    stage.qtbot.waitUntil(lambda: task.place == place, timeout=8000)
    stage.settle()
    return page(task)


def now(stage: Stage, made: Made) -> WholePlan:
    return stage.do(lambda practice: whole(practice, made))


def press(task: PlanTask) -> None:
    choices = page(task).choices
    assert choices is not None
    choices.go_on.click()


def words_of(task: PlanTask) -> str:
    return " ".join(label.text() for label in task.findChildren(QLabel) if label.isVisible())


def test_every_place_opens_named_and_leads_back(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    about = {
        "goal": made.goal_id, "rate": made.goal_id, "decision": made.decision_id, "role": made.decision_id,
        "question": made.decision_id, "felt": made.walk, "not_for_me": made.pills, "too_much": made.pills,
        "propose": f"{made.decision_id}/{made.pills}", "decide": made.decision_id, "step": made.her_step,
        "set_down": made.her_step, "differ": "plan", "check_in": made.her_step,
    }  # fmt: skip
    task = turned(stage, made)
    for name in (*PLACES, "consent"):
        if name == "net":
            continue
        shown = go(stage, task, f"{name}/{about.get(name, made.walk if name == 'consent' else '')}")
        assert shown.title()
        assert nameless(task) == []
        assert name == "list" or shown.back
    assert stage.troubles == []


def test_a_place_that_is_gone_is_quietly_the_list(stage: Stage) -> None:
    task = turned(stage, stage.do(a_plan.offered), "rate/nothing")
    assert page(task).title() == "Sleeping again"
    go(stage, task, "no-such-page")
    assert stage.troubles == []


@pytest.mark.parametrize("words", HOSTILE)
def test_own_words_are_kept_and_shown_as_written(stage: Stage, words: str) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "words")
    page(task).fields["matters"].set_value(words)
    press(task)
    came(stage, task, "list")
    assert now(stage, made).plan.matters == words.strip()
    assert words.strip().split()[0] in words_of(task)
    assert stage.troubles == []


def test_money_that_is_none_is_told_beside_its_field_and_nothing_is_lost(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "words")
    fields = page(task).fields
    fields["hopes"].set_value("To dream again.")
    fields["ceiling"].set_value("a lot")
    press(task)
    stage.settle()
    assert task.place == "words"
    assert "not yet an amount" in fields["ceiling"].sentence()
    assert fields["hopes"].value() == "To dream again."
    fields["ceiling"].set_value("55")
    press(task)
    came(stage, task, "list")
    found = now(stage, made).plan
    assert found.ceiling is not None
    assert (found.hopes, found.ceiling.amount.minor) == ("To dream again.", 5500)


def test_far_too_many_words_stay_with_a_sentence_beside_them(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "words")
    field = page(task).fields["fears"]
    field.set_value("x" * 10_001)
    press(task)
    stage.qtbot.waitUntil(lambda: "Nothing was lost" in field.sentence())
    assert len(field.value()) == 10_001
    assert stage.troubles == []


def test_what_was_typed_comes_back_after_a_pause_and_a_change_beside_it_is_told(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "words")
    hopes = page(task).fields["hopes"]
    hopes.editor.setPlainText("Half a sentence")
    task.flush()
    stage.settle()
    go(stage, task, "list")
    came_back = go(stage, task, "words")
    stage.qtbot.waitUntil(lambda: came_back.fields["hopes"].value() == "Half a sentence")
    assert "stands here again" in words_of(task)
    go(stage, task, "list")
    stage.do(lambda practice: _say(practice, made, "Other words"))
    again = go(stage, task, "words")
    stage.qtbot.waitUntil(lambda: again.fields["hopes"].value() == "Half a sentence")
    assert "has changed since" in words_of(task)


def _say(practice: Practice, made: Made, hopes: str) -> None:
    practice.do(change_plan, replace(whole(practice, made).plan, hopes=hopes), by=Voice.PATIENT)


def test_a_goal_is_said_and_how_near_it_is(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "goal/")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["patient_words"].sentence()))
    page(task).fields["patient_words"].set_value("I walk to my sister's.")
    page(task).fields["level-1"].set_value("to the corner")
    page(task).fields["level0"].set_value("to her door")
    press(task)
    came(stage, task, "goals")
    goal = now(stage, made).contents.goals[-1]
    assert (goal.patient_words, goal.levels) == ("I walk to my sister's.", {-1: "to the corner", 0: "to her door"})


def test_rating_in_words_keeps_a_number_with_its_level(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    task = turned(stage, made, f"rate/{made.goal_id}")
    press(task)
    stage.settle()
    assert page(task).fields["near"].sentence()
    page(task).fields["near"].buttons["-2"].click()
    page(task).fields["words"].set_value("Tuesday I slept.")
    press(task)
    came(stage, task, "goals")
    rating = now(stage, made).ratings[-1]
    assert (rating.halves, rating.words, rating.voice) == (-2, "Tuesday I slept.", Voice.PATIENT)
    assert "1 night" in words_of(task)


def test_the_ways_stand_side_by_side_with_both_voices(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"decision/{made.decision_id}")
    said = words_of(task)
    for words in (
        "Walk after supper", "38 of 100 with it", "What it may harm", "Nothing is written here yet.",
        "I lean toward it", "It helps many", "“My body says yes to this.”", "ready 9", "We do not know yet.",
    ):  # fmt: skip
        assert words in said, words


def test_numbers_of_other_grounds_are_told_and_not_drawn(stage: Stage) -> None:
    def make(practice: Practice) -> Made:
        made = a_plan.offered(practice)
        walk = next(one for one in whole(practice, made).contents.options if one.id == made.walk)
        other = replace(walk.estimates[0], denominator=1000, n_with=380, n_without=240)
        practice.do(put_option, made.decision_id, replace(walk, estimates=(other,)), by=Voice.PRACTITIONER)
        return made

    made = stage.do(make)
    task = turned(stage, made, f"decision/{made.decision_id}")
    said = words_of(task)
    assert "cannot stand side by side" in said
    assert "Walk after supper" in said
    assert "38 of 100 with it" not in said
    assert "380" in said


def test_what_the_body_says_is_the_patients_alone(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"felt/{made.wait}")
    shown = page(task)
    assert not shown.fields["ready_why"].isVisible()
    shown.fields["inner_words"].set_value("Feels like being left alone.")
    shown.fields["direction"].buttons["away"].click()
    shown.fields["ready"].scale._pressed(4)
    assert shown.fields["ready_why"].isVisible()
    shown.fields["ready_why"].set_value("It costs nothing.")
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    felt = next(one for one in now(stage, made).contents.options if one.id == made.wait).felt
    assert (felt.inner_words, felt.ready, felt.ready_why, felt.sure) == (
        "Feels like being left alone.", 4, "It costs nothing.", None
    )  # fmt: skip


def test_choosing_is_the_patients_tap_and_no_question_is_a_condition(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"decide/{made.decision_id}")
    press(task)
    stage.settle()
    assert "Or take your time." in words_of(task)
    shown = page(task)
    assert shown.choices is not None
    assert shown.choices.go_on.height() == shown.choices.think.height()
    shown.fields[f"way_{made.walk}"].tick.click()
    shown.fields["sure"].buttons["not_yet"].click()
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    one = now(stage, made).contents.decisions[0]
    assert one.outcome is not None
    assert (one.state, one.outcome.chosen, one.outcome.by) == (DecisionState.DECIDED, (made.walk,), Voice.PATIENT)
    assert (one.outcome.certainty.sure, one.outcome.certainty.knows) == (False, None)
    assert isinstance(page(task), OptionsPage)
    page(task).goes.emit(f"role/{made.decision_id}")
    came(stage, task, f"role/{made.decision_id}")


def test_none_of_these_is_a_choice_too(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"decide/{made.decision_id}")
    page(task).fields[f"way_{made.walk}"].tick.click()
    page(task).fields["none"].tick.click()
    assert page(task).fields[f"way_{made.walk}"].value() is False
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    outcome = now(stage, made).contents.decisions[0].outcome
    assert outcome is not None
    assert outcome.chose_not_to


def test_how_much_to_decide_and_a_question_of_ones_own(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"role/{made.decision_id}")
    page(task).fields["role"].buttons["together"].click()
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    go(stage, task, f"question/{made.decision_id}")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["row"].sentence()))
    page(task).fields["row"].set_value("Can I still sing?")
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    one = now(stage, made).contents.decisions[0]
    assert (one.role, one.rows[0].words, one.rows[0].by) == (
        PreferredRole.TOGETHER, "Can I still sing?", Voice.PATIENT
    )  # fmt: skip
    assert "Can I still sing?" in words_of(task)


def test_not_for_me_needs_no_reason_and_leads_to_another_way_with_a_safety_net(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"not_for_me/{made.pills}")
    page(task).fields["ground"].buttons["fear"].click()
    page(task).aside.click()  # type: ignore[attr-defined]
    place = f"propose/{made.decision_id}/{made.pills}"
    shown = came(stage, task, place)
    shown.fields["label"].set_value("Lavender tea")
    shown.fields["watch_for"].set_value("Three bad nights in a row.")
    shown.fields["review_on"].set_value("soon")
    press(task)
    stage.settle()
    assert "not yet a date" in shown.fields["review_on"].sentence()
    shown.fields["review_on"].set_value("2027-01-15")
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    contents = now(stage, made).contents
    net = contents.alternatives[0]
    assert next(one for one in contents.options if one.id == made.pills).standing is OptionStanding.DECLINED
    assert (contents.dissents[0].ground, contents.dissents[0].by) == (Ground.FEAR, Voice.PATIENT)
    assert (net.watch_for, net.instead_of, net.dissent_id) == (
        "Three bad nights in a row.", made.pills, contents.dissents[0].id
    )  # fmt: skip
    go(stage, task, f"net/{net.id}")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["call_when"].sentence()))
    page(task).fields["call_when"].set_value("When I cannot get up.")
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    contents = now(stage, made).contents
    assert contents.alternatives[0].state is AlternativeState.TAKEN
    assert contents.dissents[0].state is DissentState.NEGOTIATED


def test_too_much_shows_the_ways_that_ask_less_and_asks_the_practitioner(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"too_much/{made.pills}")
    page(task).fields["kind"].buttons["cheaper"].click()
    stage.settle()
    said = words_of(task)
    assert "Ways here that cost less" in said
    assert "Walk after supper" in said
    assert "Breathing group on Mondays" in said
    press(task)
    came(stage, task, f"decision/{made.decision_id}")
    contents = now(stage, made).contents
    assert contents.dissents[0].ground is Ground.COST
    assert any(step.owner is Voice.PRACTITIONER and step.option_id == made.pills for step in contents.steps)


def test_going_on_over_a_part_is_an_explicit_tap(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "part/")
    shown = page(task)
    shown.fields["label"].set_value("My heart")
    shown.fields["stance"].buttons["worried"].click()
    press(task)
    shown = came(stage, task, "parts")
    assert "Not everyone is on board" in words_of(task)
    assert "Every part is on board" not in words_of(task)
    shown.tap.click()  # type: ignore[attr-defined]
    stage.qtbot.waitUntil(lambda: bool(now(stage, made).contents.going_on))
    stage.settle()
    assert "you went on, knowing" in words_of(task)


def test_a_yes_is_given_by_the_patient_and_taken_back_in_one_tap(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, f"consent/{made.pills}")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["questions_answered"].sentence()))
    for name in ("questions_answered", "free_choice"):
        page(task).fields[name].tick.click()
    press(task)
    came(stage, task, "consents")
    assert now(stage, made).contents.consents[0].withdrawn is None
    back = next(one for one in task.findChildren(QAbstractButton) if "Take it back" in one.accessibleName())
    back.click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.consents[0].withdrawn is not None)
    stage.settle()
    assert "Taken back on" in words_of(task)


def test_a_step_is_taken_on_set_down_and_the_plan_is_asked(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    task = turned(stage, made, f"set_down/{made.her_step}")
    page(task).fields["why"].set_value("My knee.")
    press(task)
    came(stage, task, "still_fits")
    assert "Nothing is counted against you" in words_of(task)
    step = next(one for one in now(stage, made).contents.steps if one.id == made.her_step)
    assert (step.state, step.why) == (StepState.SET_DOWN, "My knee.")
    page(task).rework.click()  # type: ignore[attr-defined]
    came(stage, task, "list")
    assert now(stage, made).plan.state is PlanState.REVIEWING


def test_a_step_that_is_here_for_a_rule_says_so_and_keeps_it_when_the_patient_changes_it(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    step = next(one for one in now(stage, made).contents.steps if one.id == made.her_step)
    rule = Rule(kind=RuleKind.INSURANCE, words="Form 7, once a year")
    stage.do(lambda practice: practice.do(put_step, made.plan_id, replace(step, rule=rule), by=Voice.PRACTITIONER))
    task = turned(stage, made, "steps")
    assert words_of(task).count("Law, not you") == 1
    assert "An insurance asks for it: \u2068Form 7, once a year" in words_of(task)
    task = turned(stage, made, f"step/{made.her_step}")
    page(task).fields["supports"].set_value("My sister")
    press(task)
    came(stage, task, "steps")
    kept = next(one for one in now(stage, made).contents.steps if one.id == made.her_step)
    assert (kept.supports, kept.rule) == ("My sister", rule)


def test_a_step_of_ones_own_can_be_added_and_changed(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "step/")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["what"].sentence()))
    page(task).fields["what"].set_value("Sing in the choir")
    page(task).fields["due_on"].set_value("1 May 2020")
    press(task)
    stage.qtbot.waitUntil(lambda: "before the plan began" in page(task).fields["due_on"].sentence())
    page(task).fields["due_on"].set_value("1 May 2027")
    press(task)
    came(stage, task, "steps")
    step = now(stage, made).contents.steps[-1]
    assert (step.what, step.owner, step.proposed_by, step.state) == (
        "Sing in the choir", Voice.PATIENT, Voice.PATIENT, StepState.PROPOSED
    )  # fmt: skip


def test_a_check_in_that_no_longer_fits_leads_to_the_plan(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    task = turned(stage, made, f"check_in/{made.her_step}")
    press(task)
    stage.qtbot.waitUntil(lambda: bool(page(task).fields["went"].sentence()))
    page(task).fields["went"].buttons["no_longer_fits"].click()
    page(task).fields["obstacles"].buttons["pain"].click()
    page(task).fields["obstacles"].buttons["time"].click()
    press(task)
    came(stage, task, "still_fits")
    said = now(stage, made).check_ins[-1]
    assert (said.went, said.by, said.step_id) == (Went.NO_LONGER_FITS, Voice.PATIENT, made.her_step)
    assert set(said.obstacles) == {Obstacle.PAIN, Obstacle.TIME}


def test_the_plan_is_signed_by_hand_for_exactly_these_words(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "acknowledge")
    press(task)
    stage.settle()
    assert "no signature yet" in words_of(task)
    draw(page(task).pad)  # type: ignore[attr-defined]
    press(task)
    stage.qtbot.waitUntil(lambda: task.done is not None)
    given = now(stage, made).acknowledgements[0]
    assert (given.way, given.voice, bool(given.strokes)) == (AckWay.SIGNED, Voice.PATIENT, True)


def test_not_now_is_an_answer_and_a_part_that_waits_is_heard_first(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    part = PartVoice(id="", plan_id=made.plan_id, label="My back", stance=PartStance.NOT_WILLING)
    stage.do(
        lambda practice: practice.do(put_part_voice, made.plan_id, part, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW)
    )
    task = turned(stage, made, "acknowledge")
    shown = page(task)
    shown.way.set_value("spoken")  # type: ignore[attr-defined]
    shown.way.changed.emit()  # type: ignore[attr-defined]
    shown.spoken.tick.click()  # type: ignore[attr-defined]
    press(task)
    stage.settle()
    assert "Not every part is on board" in words_of(task)
    assert now(stage, made).acknowledgements == ()
    assert shown.choices is not None
    shown.choices.think.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    assert now(stage, made).acknowledgements[0].way is AckWay.NOT_NOW


def test_what_is_drawn_together_belongs_to_the_plan(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    before = now(stage, made).contents_sha256
    task = turned(stage, made, "draw")
    draw(page(task).pad)  # type: ignore[attr-defined]
    press(task)
    came(stage, task, "list")
    found = now(stage, made)
    assert found.plan.drawing
    assert found.contents_sha256 != before
    shown = go(stage, task, "draw")
    assert shown.pad.strokes().points() > 10  # type: ignore[attr-defined]


def test_a_plan_rests_and_goes_on_without_a_reason(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    task = turned(stage, made)
    next(one for one in task.findChildren(QAbstractButton) if one.text() == "Pause this plan").click()
    stage.qtbot.waitUntil(lambda: now(stage, made).plan.state is PlanState.PAUSED)
    stage.settle()
    assert "Nothing is lost" in words_of(task)
    page(task).go_on.click()  # type: ignore[attr-defined]
    stage.qtbot.waitUntil(lambda: now(stage, made).plan.state is PlanState.UNDER_WAY)


def test_what_the_practitioner_sees_differently_is_answered_and_ones_own_is_settled(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    for voice, words in ((Voice.PRACTITIONER, "I would not wait."), (Voice.PATIENT, "I would.")):
        stage.do(
            lambda practice, voice=voice, words=words: practice.do(
                differ, made.plan_id, about=About.OPTION, about_id=made.wait, words=words, by=voice
            )
        )
    task = turned(stage, made)
    assert "waits for my answer" in words_of(task)
    shown = go(stage, task, "dissents")
    assert "Wait and watch, 6 weeks" in words_of(task)
    keep = next(one for one in task.findChildren(QAbstractButton) if one.text() == "Keep the answer")
    keep.click()
    stage.qtbot.waitUntil(lambda: bool(shown.fields["answer"].sentence()))
    shown.fields["answer"].set_value("I hear your worry.")
    keep.click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.dissents[0].answer == "I hear your worry.")
    stage.settle()
    back = next(one for one in task.findChildren(QAbstractButton) if one.text() == "I take it back")
    back.click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.dissents[1].state is DissentState.WITHDRAWN)
    assert stage.troubles == []


def test_a_drawing_that_was_not_kept_yet_is_there_again(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "draw")
    draw(page(task).pad)  # type: ignore[attr-defined]
    task.flush()
    stage.settle()
    go(stage, task, "list")
    again = go(stage, task, "draw")
    stage.qtbot.waitUntil(lambda: again.pad.strokes().points() > 10)  # type: ignore[attr-defined]
    assert now(stage, made).plan.drawing == ""


def test_a_goal_is_begun_reached_and_set_down_by_its_owner(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    task = turned(stage, made, "goals")
    for words, state in (("It is reached", GoalState.REACHED), ("Set it down for now", GoalState.SET_DOWN)):
        next(one for one in task.findChildren(QAbstractButton) if one.text() == words).click()
        stage.qtbot.waitUntil(lambda state=state: now(stage, made).contents.goals[0].state is state)
        stage.settle()
    assert "Take it up again" in " ".join(one.text() for one in task.findChildren(QAbstractButton))


def test_a_plan_that_was_let_go_can_be_read(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    stage.do(lambda practice: practice.do(release, made.plan_id, by=Voice.PATIENT))
    task = turned(stage, made)
    assert "You can read it" in words_of(task)
    go(stage, task, "read/")
    assert "I want to sleep without listening for my heart." in words_of(task)
    assert "Walk after supper" in words_of(task)


def test_a_yes_can_be_taken_back_while_the_plan_rests(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)

    def rests_with_a_yes(practice: Practice) -> None:
        asked = asked_of(whole(practice, made), made.pills)
        yes = replace(asked, way=ConsentWay.SAID, questions_answered=True, free_choice=True)
        practice.do(give, made.plan_id, yes, by=Voice.PATIENT)
        practice.do(pause, made.plan_id, by=Voice.PRACTITIONER)

    stage.do(rests_with_a_yes)
    task = turned(stage, made)
    assert "My yes to a treatment" in words_of(task)
    go(stage, task, "consents/")
    next(one for one in task.findChildren(QAbstractButton) if one.text() == "Take it back").click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.consents[0].withdrawn is not None)
    assert stage.troubles == []
