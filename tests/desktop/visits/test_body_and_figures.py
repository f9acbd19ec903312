"""The figure by mouse and by keys, what was measured, whose words are whose, and who else may see."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.agreements.people import answer_passphrase
from desktop.stage import Stage
from desktop.visits.meeting_pages import begun, visit, visits_tab
from healingpartner.desktop.visits.body_card import BodyTask
from healingpartner.desktop.visits.body_figure import BodyFigure
from healingpartner.foundation.voices import Voice
from healingpartner.visits.body.model import Side, regions_of
from healingpartner.visits.body.views import layers_of
from healingpartner.visits.measurements.views import measurements_of
from healingpartner.visits.sharing.model import Reach
from healingpartner.visits.sharing.views import standing_sharings

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT


def middle_of(figure: BodyFigure, key: str) -> QPoint:
    box = figure._box(next(one for one in regions_of(figure.side) if one.key == key))
    return box.center().toPoint()


def test_a_place_is_marked_by_a_click_a_key_or_drawn_and_kept_as_a_layer(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.body.open.click()
    QApplication.processEvents()
    panel = page.body.panel
    panel.keep.click()
    stage.settle()
    assert panel.sentence.text()
    figure = panel.figure
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=middle_of(figure, "left_knee"))
    assert figure.regions == {"left_knee"}
    assert "Left knee" in panel.marked.text()
    figure._at = 0
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert figure.regions == {"left_knee", "head"}
    start = middle_of(figure, "right_chest")
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 30):
        QTest.mouseMove(figure, start + QPoint(0, step))
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 30))
    assert len(figure.strokes) == 1
    panel.words.set_value("burning")
    panel.keep.click()
    person_id = visit(stage, page).visit.person_id
    (layer,) = stage.do(lambda p: p.ask(layers_of, person_id))
    assert (layer.voice, layer.regions, layer.words, len(layer.strokes)) == (DESK, ("head", "left_knee"), "burning", 1)
    assert figure.regions == set()
    panel.sides[Side.BACK].click()
    QTest.keyClick(figure, Qt.Key.Key_Down)
    QTest.keyClick(figure, Qt.Key.Key_Delete)
    assert figure.side is Side.BACK


def test_the_patient_draws_in_their_own_hand(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    page.body.turn.click()
    view = tab.view
    assert view is not None
    task = view.findChild(BodyTask)
    stage.settle()
    task.panel.figure.regions.add("left_knee")
    task.choices.go_on.click()
    stage.settle()
    assert task.done is not None
    task.done.give_back.click()
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: tab.view is None, timeout=20_000)
    person_id = visit(stage, page).visit.person_id
    (layer,) = stage.do(lambda p: p.ask(layers_of, person_id))
    assert (layer.voice, layer.regions) == (OTHER, ("left_knee",))


def test_a_figure_is_written_down_by_either_and_set_aside(stage: Stage):
    page = begun(stage, visits_tab(stage))
    card = page.measured
    card.open.click()
    card.keep[DESK].click()
    stage.settle()
    assert card.what.sentence()
    card.what.set_value("Weight")
    card._suggest_unit()
    assert card.unit.value() == "kg"
    card.value.set_value("heavy")
    card.keep[DESK].click()
    stage.settle()
    assert card.value.sentence()
    card.value.set_value("71.5")
    card.keep[OTHER].click()
    stage.settle()
    person_id = visit(stage, page).visit.person_id
    (figure,) = stage.do(lambda p: p.ask(measurements_of, person_id))
    assert (figure.what, figure.value, figure.unit, figure.voice) == ("Weight", "71.5", "kg", OTHER)
    card._set_aside(figure.id)
    stage.settle()
    assert stage.do(lambda p: p.ask(measurements_of, person_id))[0].set_aside is not None


def test_where_two_speak_it_is_kept_whose_words_are_whose(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.exact.others.click()
    page.exact.speaker.set_value("Sara, my wife")
    page.exact.exact.show_words("We quarrel")
    page.exact.exact.keep.click()
    (word,) = visit(stage, page).words
    assert (word.words, word.speaker) == ("We quarrel", "Sara, my wife")


def test_what_a_guardian_may_see_is_asked_and_kept(stage: Stage):
    tab = visits_tab(stage)
    stage.settle()
    card = tab.list.sharing
    card.open.click()
    card.keep.click()
    stage.settle()
    assert card.who.sentence()
    card.who.set_value("Sara, my mother")
    card.reach.set_value(Reach.ASK_EACH.value)
    card.keep.click()
    stage.settle()
    (one,) = stage.do(lambda p: p.ask(standing_sharings, tab.list._person_id))
    assert (one.who, one.reach) == ("Sara, my mother", Reach.ASK_EACH)
    assert card._form.isHidden()


@pytest.mark.parametrize("words", ["<img src='file:///etc'><b>x</b>", "\u202eesrever", "'; DROP TABLE visit; --"])
def test_hostile_words_in_every_field_of_a_visit_do_no_harm(stage: Stage, words: str):
    tab = visits_tab(stage, words)
    page = begun(stage, tab)
    for field in page._fields().values():
        field.show_words(words)
        field.give()
    form = page.examining.form
    for line in (form.what, form.where_on, form.why, form.stop_signal):
        line.set_value(words)
    form.ask.click()
    page.measured.what.set_value(words)
    page.measured.value.set_value(words)
    page.measured.keep[DESK].click()
    page.body.panel.words.set_value(words)
    page.body.panel.keep.click()
    assert page.note.editor is not None
    for part in page.note.editor.fields.values():
        part.set_value(words)
    page.note.keep.click()
    stage.settle()
    stage.settle()
    found = visit(stage, page)
    assert {one.words for one in (*found.words, *found.heard, *found.questions)} == {words}
    assert page.measured.value.sentence()
    order = page._order()
    assert stage.do(order.make).pdf.startswith(b"%PDF")
    tab.show_list()
    stage.settle()
    assert stage.troubles == []
