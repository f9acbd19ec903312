"""The cards of steps, treatments, follow-through, consents and differing, on the tab, with a real practice behind."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.plans import a_plan
from desktop.plans.a_plan import Made, whole
from desktop.stage import Stage, set_up
from healingpartner.desktop.plans.check_in_editor import CheckInEditor
from healingpartner.desktop.plans.consent_editor import ConsentEditor
from healingpartner.desktop.plans.differ_editor import DifferEditor
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.instead_editor import InsteadEditor
from healingpartner.desktop.plans.step_editor import StepEditor
from healingpartner.desktop.plans.steps_line import StepLine
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.plans.consents.model import ConsentWay
from healingpartner.plans.differing.acts import differ
from healingpartner.plans.differing.model import About, AlternativeState, DissentState
from healingpartner.plans.follow_through.model import Went
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.steps.acts import put_step, turn_step
from healingpartner.plans.steps.model import DayTime, Step, StepState, TreatmentKind
from healingpartner.plans.versions.model import WholePlan


@pytest.fixture
def stage(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Stage]:
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made


def tab_of(stage: Stage, made: Made) -> PlanTab:
    tab = PlanTab(stage.desk, made.person_id)
    stage.show(tab)
    stage.qtbot.waitUntil(lambda: tab.found is not None)
    rest(stage, tab)
    return tab


def rest(stage: Stage, tab: PlanTab) -> None:
    stage.settle()
    stage.qtbot.waitUntil(lambda: tab.later.is_settled)
    stage.settle()


def card(tab: PlanTab, name: str) -> Any:
    return tab.cards[name]


def over(tab: PlanTab, kind: type[PartEditor]) -> Any:
    assert isinstance(tab.over, kind)
    return tab.over


def now(stage: Stage, made: Made) -> WholePlan:
    return stage.do(lambda practice: whole(practice, made))


def step(stage: Stage, made: Made, step_id: str) -> Any:
    return next(one for one in now(stage, made).contents.steps if one.id == step_id)


def words_of(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def pass_days(stage: Stage, days: int) -> None:
    clock = stage.desk.clock
    assert isinstance(clock, SteppingClock)
    clock._next_us += int(timedelta(days=days) / timedelta(microseconds=1))


def save(stage: Stage, tab: PlanTab) -> None:
    assert isinstance(tab.over, PartEditor)
    tab.over.save()
    stage.settle()


def test_steps_of_both_sides_stand_in_columns_of_one_width(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(a_plan.agreed))
    steps = card(tab, "steps")
    sides = [steps.sides[voice].width() for voice in (Voice.PRACTITIONER, Voice.PATIENT)]
    assert abs(sides[0] - sides[1]) <= 1
    assert "What you will do" in words_of(steps)
    assert "What \u2068Mira\u2069 will do" in words_of(steps)
    assert nameless(tab) == []


def test_a_late_step_of_the_practitioner_is_told_like_any_other_and_asked_about_first(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    pass_days(stage, 10)
    tab = tab_of(stage, made)
    assert "3 days past its day" in words_of(card(tab, "steps"))
    said = words_of(card(tab, "follow"))
    assert "its day has passed. Say so first" in said
    assert "You kept 0 of 1." in said
    card(tab, "steps").lines[made.my_step].acts.made["Done"].click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.my_step).state is StepState.DONE)
    rest(stage, tab)
    assert "You kept 1 of 1." in words_of(card(tab, "follow"))


def test_the_patients_step_is_taken_on_in_the_patients_voice(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    line = card(tab, "steps").lines[made.her_step]
    line.acts.made["\u2068Mira\u2069 takes it on"].click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.her_step).state is StepState.TAKEN_ON)
    assert step(stage, made, made.her_step).taken_by == (Voice.PATIENT,)
    assert stage.troubles == []


def test_a_step_set_down_asks_whether_the_plan_still_fits(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    tab = tab_of(stage, made)
    line = card(tab, "steps").lines[made.her_step]
    line.acts.made["Set it down"].click()
    line.why.go.click()
    assert line.why.side.sentence()
    line.why.side.set_value("patient")
    line.why.why.set_value("My knee.")
    line.why.go.click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.her_step).state is StepState.SET_DOWN)
    rest(stage, tab)
    assert "Does the plan still fit?" in words_of(card(tab, "follow"))
    assert "My knee." in words_of(card(tab, "steps"))


def test_a_step_is_written_with_its_bad_inputs_beside_their_fields(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    card(tab, "steps").add.click()
    editor = over(tab, StepEditor)
    fields = editor.form.fields
    save(stage, tab)
    assert "no words yet" in fields["what"].sentence()
    fields["what"].set_value("Zinc, for six weeks")
    fields["due_on"].set_value("yesterday or so")
    save(stage, tab)
    assert "not yet a date" in fields["due_on"].sentence()
    fields["due_on"].set_value("1 May 2020")
    save(stage, tab)
    assert "before the plan began" in fields["due_on"].sentence()
    fields["due_on"].set_value("1 May 2027")
    fields["cost"].show_typed({"kind": "amount", "low": "9", "high": "5", "currency": "EUR", "per": "month"})
    save(stage, tab)
    assert "lower amount is above" in fields["cost"].sentence()
    fields["cost"].show_typed({"kind": "amount", "low": "5", "high": "9", "currency": "USD", "per": "month"})
    save(stage, tab)
    assert "two currencies" in fields["cost"].sentence()
    fields["cost"].show_typed({"kind": "amount", "low": "5", "high": "9", "currency": "EUR", "per": "month"})
    fields["kind"].set_value("supplement")
    fields["morning"].set_value("w" * 600)
    save(stage, tab)
    assert "Nothing was lost" in fields["morning"].sentence()
    fields["morning"].set_value("15 mg")
    assert fields["what"].value() == "Zinc, for six weeks"
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    made_step = now(stage, made).contents.steps[-1]
    assert made_step.treatment.kind is TreatmentKind.SUPPLEMENT
    assert made_step.treatment.amounts == {DayTime.MORNING: "15 mg"}
    assert made_step.cost.low.minor == 500
    rest(stage, tab)
    assert "15 mg" in words_of(card(tab, "treatments"))


def test_a_step_that_is_here_for_a_rule_says_so_and_keeps_it(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    card(tab, "steps").edit(made.her_step)
    fields = over(tab, StepEditor).form.fields
    fields["rule"].set_value("insurance")
    fields["rule_words"].set_value("w" * 5_001)
    save(stage, tab)
    assert "Nothing was lost" in fields["rule"].sentence()
    fields["rule_words"].set_value("Form 7, once a year")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    assert step(stage, made, made.her_step).rule == Rule(kind=RuleKind.INSURANCE, words="Form 7, once a year")
    rest(stage, tab)
    assert "Form 7, once a year" in words_of(card(tab, "steps").lines[made.her_step])
    card(tab, "steps").edit(made.her_step)
    assert over(tab, StepEditor).form.typed()["rule_words"] == "Form 7, once a year"


def test_a_step_being_written_comes_back_with_what_changed_meanwhile(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    card(tab, "steps").edit(made.her_step)
    editor = over(tab, StepEditor)
    editor.form.fields["supports"].editor.setPlainText("A friend who comes along")
    editor.flush()
    stage.settle()
    tab.close_over()
    stage.settle()
    card(tab, "steps").edit(made.her_step)
    again = over(tab, StepEditor)
    stage.qtbot.waitUntil(lambda: again.form.fields["supports"].value() == "A friend who comes along")


def test_a_treatment_starts_rests_and_stops_with_its_why(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    tab = tab_of(stage, made)
    line = card(tab, "treatments").lines[made.drops]
    line.acts.made["Start it"].click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.drops).state is StepState.UNDER_WAY)
    rest(stage, tab)
    line = card(tab, "treatments").lines[made.drops]
    line.acts.made["Rest it"].click()
    line.rest.side.set_value("practitioner")
    line.rest.go.click()
    stage.qtbot.waitUntil(lambda: bool(line.rest.why.sentence()))
    line.rest.why.set_value("Before the operation.")
    line.rest.go.click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.drops).state is StepState.PAUSED)
    rest(stage, tab)
    assert "Before the operation." in words_of(card(tab, "treatments"))
    line = card(tab, "treatments").lines[made.drops]
    line.acts.made["Stop it"].click()
    line.stop.side.set_value("patient")
    line.stop.go.click()
    stage.qtbot.waitUntil(lambda: step(stage, made, made.drops).state is StepState.SET_DOWN)
    assert stage.troubles == []


def test_either_checks_in_and_nothing_is_counted_up(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    tab = tab_of(stage, made)
    card(tab, "follow").add.click()
    editor = over(tab, CheckInEditor)
    save(stage, tab)
    assert editor.form.fields["side"].sentence()
    editor.form.fields["side"].set_value("patient")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: bool(editor.form.fields["went"].sentence()))
    editor.form.fields["went"].set_value("some")
    editor.form.fields["step"].set_value(made.her_step)
    editor.form.fields["helped"].set_value("The dog.")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    said = now(stage, made).check_ins[-1]
    assert (said.by, said.went, said.helped) == (Voice.PATIENT, Went.SOME, "The dog.")
    rest(stage, tab)
    shown = words_of(card(tab, "follow"))
    assert "What helped: \u2068The dog.\u2069" in shown
    assert "%" not in shown


def test_the_patient_moves_a_day_or_drops_it(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    tab = tab_of(stage, made)
    follow = card(tab, "follow")
    mover = follow.movers[made.her_step]
    mover.open.click()
    mover.keep.click()
    assert mover.day.sentence()
    mover.day.set_value("1 May 2020")
    mover.keep.click()
    stage.qtbot.waitUntil(lambda: "has passed" in mover.day.sentence())
    mover.day.set_value("1 February 2027")
    mover.keep.click()
    stage.qtbot.waitUntil(lambda: len(now(stage, made).check_ins) == 1)
    rest(stage, tab)
    follow.more.click()
    rest(stage, tab)
    assert "Feb 1, 2027" in words_of(follow)
    follow.movers[made.her_step].drop.click()
    stage.qtbot.waitUntil(lambda: len(now(stage, made).check_ins) == 2)
    rest(stage, tab)
    assert made.her_step not in follow.movers


def test_a_yes_is_asked_for_said_aloud_and_taken_back_in_one_tap(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    consents = card(tab, "consents")
    consents.add.click()
    editor = over(tab, ConsentEditor)
    fields = editor.form.fields
    fields["option_id"].set_value(made.walk)
    fields["option_id"].changed.emit()
    assert fields["what"].value().startswith("Walk after supper")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: bool(fields["risks"].sentence()))
    fields["risks"].set_value("None that we know of.")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: bool(fields["questions_answered"].sentence()))
    fields["questions_answered"].set_value(True)
    fields["free_choice"].set_value(True)
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    given = now(stage, made).contents.consents[0]
    assert (given.way, given.option_id, given.withdrawn) == (ConsentWay.SAID, made.walk, None)
    rest(stage, tab)
    consents.acts[given.id].made["Take it back"].click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.consents[0].withdrawn is not None)
    rest(stage, tab)
    assert "Taken back on" in words_of(consents)
    assert stage.troubles == []


def test_a_yes_asked_for_at_the_desk_is_given_on_the_turned_screen(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    card(tab, "consents").add.click()
    editor = over(tab, ConsentEditor)
    for name in ("what", "why", "risks", "alternatives"):
        editor.form.fields[name].set_value(f"The {name}.")
    editor.turn_button.click()
    view = tab.view
    assert view is not None
    from healingpartner.desktop.plans.turned.task import PlanTask

    task = view.findChild(PlanTask)
    stage.qtbot.waitUntil(lambda: task.page is not None)
    stage.settle()
    assert "The risks." in words_of(task)
    for name in ("questions_answered", "free_choice"):
        task.page.fields[name].tick.click()
    task.page.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: bool(now(stage, made).contents.consents))
    assert now(stage, made).contents.consents[0].way is ConsentWay.TAPPED


def test_what_is_seen_differently_is_said_answered_and_respected(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    differing = card(tab, "differing")
    differing.add.click()
    editor = over(tab, DifferEditor)
    editor.form.fields["side"].set_value("patient")
    editor.form.fields["about"].set_value(f"option/{made.pills}")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: bool(editor.form.fields["words"].sentence()))
    editor.form.fields["words"].set_value("<b>No pills</b> for me.")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    rest(stage, tab)
    dissent = now(stage, made).contents.dissents[0]
    line = differing.lines[dissent.id]
    assert "<b>No pills</b> for me." in words_of(line)
    assert "Low-dose amitriptyline" in words_of(line)
    line.acts.made["Answer it"].click()
    line.keep.click()
    stage.qtbot.waitUntil(lambda: bool(line.answer.sentence()))
    line.answer.set_value("I hear you.")
    line.keep.click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.dissents[0].state is DissentState.HEARD)
    rest(stage, tab)
    differing.lines[dissent.id].acts.made["It stands, and I respect it"].click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.dissents[0].state is DissentState.STANDS)
    rest(stage, tab)
    assert "I hear you." in words_of(differing)
    assert nameless(tab) == []


def test_another_way_with_its_net_shows_the_thread_from_the_first(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    stage.do(
        lambda practice: practice.do(
            differ, made.plan_id, about=About.OPTION, about_id=made.pills, words="It frightens me.", by=Voice.PATIENT,
            hand=ON_THE_TURNED_VIEW,
        )
    )  # fmt: skip
    tab = tab_of(stage, made)
    differing = card(tab, "differing")
    differing.instead.click()
    editor = over(tab, InsteadEditor)
    save(stage, tab)
    assert editor.form.fields["side"].sentence()
    editor.form.fields["side"].set_value("practitioner")
    save(stage, tab)
    assert editor.form.fields["instead"].sentence()
    editor.form.fields["instead"].set_value(made.pills)
    editor.form.fields["review_on"].set_value("1 May 2020")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: "has passed" in editor.form.fields["review_on"].sentence())
    editor.form.fields["review_on"].set_value("1 May 2027")
    editor.form.fields["watch_for"].set_value("Three bad nights.")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: bool(editor.form.fields["label"].sentence()))
    editor.form.fields["label"].set_value("Half the dose")
    save(stage, tab)
    stage.qtbot.waitUntil(lambda: tab.over is None)
    rest(stage, tab)
    said = words_of(differing)
    for words in ("First:", "It frightens me.", "Then, proposed by you", "Half the dose", "Three bad nights."):
        assert words in said, words
    net = now(stage, made).contents.alternatives[0]
    assert net.dissent_id == now(stage, made).contents.dissents[0].id
    panel = differing.threads[0]
    panel.acts.made["\u2068Mira\u2069 goes this way"].click()
    stage.qtbot.waitUntil(lambda: "Write when to call." in panel.sentence.text())
    panel.acts.made["\u2068Mira\u2069 needs no net"].click()
    stage.qtbot.waitUntil(lambda: now(stage, made).contents.alternatives[0].state is AlternativeState.TAKEN)
    assert now(stage, made).contents.alternatives[0].no_net_needed


def test_nobody_takes_on_a_step_for_the_other(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    mine, theirs = (card(tab, "steps").lines[one] for one in (made.my_step, made.her_step))
    assert "I take it on" not in theirs.acts.made
    assert "\u2068Mira\u2069 takes it on" not in mine.acts.made


def test_a_step_being_written_is_told_of_on_the_tab(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    tab = tab_of(stage, made)
    card(tab, "steps").edit(made.her_step)
    over(tab, StepEditor).form.fields["supports"].editor.setPlainText("A friend")
    tab.close_over()
    rest(stage, tab)
    assert tab.drafts is not None
    assert "You were writing a step." in words_of(tab.drafts)
    tab.drafts.links[0].click()
    again = over(tab, StepEditor)
    stage.qtbot.waitUntil(lambda: again.form.fields["supports"].value() == "A friend")


def test_of_many_steps_the_first_are_shown_and_each_once(stage: Stage) -> None:
    made = stage.do(a_plan.offered)

    def many(practice: Any) -> None:
        for number in range(60):
            one = Step(id="", plan_id=made.plan_id, owner=Voice.BOTH, what=f"Step {number}", proposed_by=Voice.PATIENT)
            practice.do(put_step, made.plan_id, one, by=Voice.PRACTITIONER)

    stage.do(many)
    tab = PlanTab(stage.desk, made.person_id)
    stage.show(tab)
    stage.qtbot.waitUntil(lambda: tab.found is not None)
    assert tab.found is not None
    stage.do(lambda practice: practice.do(turn_step, made.her_step, StepState.TAKEN_ON, by=Voice.PATIENT))
    rest(stage, tab)
    steps = card(tab, "steps")
    shown = [line for line in steps.findChildren(StepLine) if line.isVisibleTo(steps)]
    assert len(shown) == len(steps.lines) == 15
    assert steps.more.text() == "Show all 63 steps"


def test_an_answer_being_written_is_there_again(stage: Stage) -> None:
    made = stage.do(a_plan.offered)
    stage.do(lambda practice: practice.do(differ, made.plan_id, about=About.PLAN, words="No.", by=Voice.PATIENT))
    tab = tab_of(stage, made)
    line = next(iter(card(tab, "differing").lines.values()))
    line.open_answer()
    line.answer.editor.setPlainText("I hear")
    tab.flush()
    stage.settle()
    again = PlanTab(stage.desk, made.person_id)
    stage.show(again)
    stage.qtbot.waitUntil(lambda: again.found is not None)
    rest(stage, again)
    fresh = next(iter(card(again, "differing").lines.values()))
    stage.qtbot.waitUntil(lambda: fresh.answer.value() == "I hear")
    assert fresh.answer.isVisible()
