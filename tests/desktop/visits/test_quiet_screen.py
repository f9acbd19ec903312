"""Just being here: a clock and one line, a quiet minute, and a pause that asks nothing; one key hides it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.agreements.people import answer_passphrase
from desktop.stage import Stage
from desktop.visits.meeting_pages import begun, visit, visits_tab
from healingpartner.desktop.visits.quiet_pages import QUIET_SECONDS
from healingpartner.desktop.visits.quiet_screen import FORM
from healingpartner.desktop.visits.writing_task import WritingTask
from healingpartner.foundation.voices import Voice
from healingpartner.visits.examinations.model import Step
from healingpartner.visits.examinations.views import examinations_in
from healingpartner.visits.model import WordKind
from healingpartner.visits.writing.model import Choice
from healingpartner.visits.writing.views import choices_of


def test_nothing_of_the_record_is_on_the_quiet_screen_and_one_key_hides_it(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.be_present.click()
    screen = page.quiet
    assert screen is not None
    assert not stage.window.isVisible()
    words = " ".join(label.text() for label in screen.findChildren(QLabel))
    assert "Mira" not in words
    assert "minute" in screen.presence.since.text()
    stage.qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert page.quiet is None
    assert stage.window.isVisible()


def test_a_jot_is_a_draft_within_two_seconds_and_kept_by_return(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.be_present.click()
    screen = page.quiet
    assert screen is not None
    stage.qtbot.keyClicks(screen.presence.jot.line, "left knee")
    desk = Voice.PRACTITIONER
    stage.qtbot.waitUntil(lambda: stage.do(lambda p: p.draft(page.visit_id, FORM, desk)) is not None, timeout=2_000)
    stage.qtbot.keyClick(screen.presence.jot.line, Qt.Key.Key_Return)
    stage.settle()
    assert screen.presence.jot.value() == ""
    (jot,) = visit(stage, page).of_kind(WordKind.JOT)
    assert (jot.words, jot.voice) == ("left knee", desk)
    screen.leave()


def test_a_jot_that_was_not_kept_waits_on_the_screen(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.show_presence()
    screen = page.quiet
    assert screen is not None
    stage.qtbot.keyClicks(screen.presence.jot.line, "half a")
    screen.leave()
    stage.settle()
    page.show_presence()
    again = page.quiet
    assert again is not None
    stage.qtbot.waitUntil(lambda: again.presence.jot.value() == "half a")
    again.leave()


def test_a_pause_keeps_the_drafts_and_goes_on_where_one_wants(stage: Stage):
    page = begun(stage, visits_tab(stage))
    stage.qtbot.keyClicks(page.exact.exact.field.text, "I need a mo")
    page.pause.click()
    stage.settle()
    assert stage.do(lambda p: p.draft(page.visit_id, "visit", Voice.PRACTITIONER)) is not None
    screen = page.quiet
    assert screen is not None
    screen.pause.go_on.click()
    assert screen._stack.currentWidget() is screen.presence
    screen.show_pause()
    screen.pause.give_back.click()
    assert page.quiet is None
    assert page.exact.exact.words() == "I need a mo"


def test_the_quiet_minute_ends_by_itself_or_at_a_press(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.show_presence()
    screen = page.quiet
    assert screen is not None
    screen.presence.minute.click()
    assert screen._stack.currentWidget() is screen.minute
    for _second in range(QUIET_SECONDS):
        screen.minute.step()
    assert screen._stack.currentWidget() is screen.presence
    screen.show_minute()
    screen.minute.end.click()
    assert screen._stack.currentWidget() is screen.presence
    screen.close()
    assert page.quiet is None


@pytest.mark.parametrize("stops", [False, True])
def test_an_examination_goes_step_by_step_and_one_tap_stops_it(stage: Stage, stops: bool):
    page = begun(stage, visits_tab(stage))
    card = page.examining
    stage.settle()
    card.begin.click()
    card.form.ask.click()
    stage.settle()
    assert card.form.what.sentence()
    card.form.what.set_value("Feel how the knee bends")
    card.form.why.set_value("To see what hurts")
    card.form.stop_signal.set_value("A raised hand")
    card.form.ask.click()
    stage.settle()
    assert card.halt.isHidden()
    assert all(button.isHidden() for button in card.steps.values())
    card.yes.click()
    stage.settle()
    assert not card.halt.isHidden()
    card.steps[Step.EXAMINE].click()
    stage.settle()
    if stops:
        card.halt.click()
        stage.settle()
    else:
        card.steps[Step.TALK_AFTER].click()
        stage.settle()
        card.result.set_value("It bends well.")
        card.end.click()
        stage.settle()
    person_id = visit(stage, page).visit.person_id
    found = stage.do(lambda p: p.ask(examinations_in, person_id, page.visit_id))
    assert found.open is None
    assert (found.over[0].stopped is not None) is stops
    assert card.halt.isHidden()
    assert not card.begin.isHidden()


def test_the_patient_chooses_on_the_turned_view_how_it_is_written(stage: Stage):
    tab = visits_tab(stage)
    stage.settle()
    tab.list.writing.turn.click()
    view = tab.view
    assert view is not None
    task = view.findChild(WritingTask)
    stage.settle()
    task.choices.go_on.click()
    stage.settle()
    assert task.sentence.text()
    task.buttons[Choice.TOGETHER].click()
    task.own.set_value("I like to see it.")
    task.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    assert task.done is not None
    task.done.give_back.click()
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: tab.view is None, timeout=20_000)
    stage.settle()
    (chosen,) = stage.do(lambda p: p.ask(choices_of, tab.list._person_id))
    assert (chosen.choice, chosen.words) == (Choice.TOGETHER, "I like to see it.")
    assert "together" in tab.list.writing.state.text()
