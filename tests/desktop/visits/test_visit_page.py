"""One visit on its page: what both say is kept as theirs, and nothing has to be filled in."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.agreements.people import answer_passphrase
from desktop.stage import Stage
from desktop.visits.meeting_pages import begun, visit, visits_tab
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.visits.arriving_task import ArrivingTask
from healingpartner.foundation.voices import Voice
from healingpartner.vault.history import versions_of
from healingpartner.visits import store
from healingpartner.visits.model import Felt, HeardAnswer, Moment, OwedKind, WordKind
from healingpartner.visits.times import Point

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT


def test_an_empty_chart_says_how_to_begin(stage: Stage):
    tab = visits_tab(stage)
    assert tab.list.begin.isVisible()
    assert not tab.list.rows
    assert tab.turning() is None
    assert not tab.go_back()


def test_a_press_leads_to_each_part_of_the_page(stage: Stage):
    page = begun(stage, visits_tab(stage))
    stage.window.resize(760, 500)
    stage.settle()
    bar = page.page.verticalScrollBar()
    for link in page.parts.links:
        bar.setValue(0)
        link.click()
        card = next(one for one in page.findChildren(Card) if one.title.text() == link.text())
        top = card.mapTo(page.page.viewport(), QPoint(0, 0)).y()
        assert 0 <= top < 40 or bar.value() == bar.maximum()
        assert card.isAncestorOf(page.window().focusWidget())
    assert page.pause.visibleRegion().boundingRect() == page.pause.rect()  # a pause is always at hand


def test_what_the_patient_brings_is_kept_as_theirs_and_ticked_off(stage: Stage):
    page = begun(stage, visits_tab(stage))
    stage.qtbot.keyClicks(page.agenda.hers.field.text, "My sleep")
    stage.qtbot.keyClick(page.agenda.hers.field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (word,) = visit(stage, page).of_kind(WordKind.AGENDA)
    assert (word.words, word.voice) == ("My sleep", OTHER)
    assert page.agenda.hers.words() == ""
    page.agenda.open_mine.click()
    page.agenda.mine.show_words("The scan")
    page.agenda.mine.keep.click()
    page.agenda.ticks[word.id].click()
    hers, mine = visit(stage, page).of_kind(WordKind.AGENDA)
    assert (hers.done is not None, mine.voice) == (True, DESK)


def test_exact_words_are_kept_and_mended(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.exact.exact.show_words("Its like  a drum")
    page.exact.exact.keep.click()
    (word,) = visit(stage, page).of_kind(WordKind.FIRST_MINUTES)
    assert word.words == "Its like  a drum"
    page.exact._mend(word)
    page.exact.exact.show_words("It's like a drum at night")
    page.exact.exact.keep.click()
    assert [one.words for one in visit(stage, page).words] == ["It's like a drum at night"]


def test_both_check_in_by_a_press_and_a_number_only_if_they_like(stage: Stage):
    page = begun(stage, visits_tab(stage))
    hers = page.arriving.sides[OTHER]
    assert hers.level.isHidden()
    hers.buttons[Felt.KEYED_UP].click()
    stage.settle()
    assert hers.level.isHidden()
    hers.add_number.click()
    hers.level.chosen.emit(3) if hers.level.value() == 3 else hers.level._choose(3)
    page.arriving.sides[DESK].buttons[Felt.NOT_NOW].click()
    page.arriving.phones[OTHER].tick.click()
    found = visit(stage, page).visit
    told = found.check_in(OTHER, Moment.ARRIVING)
    mine = found.check_in(DESK, Moment.ARRIVING)
    assert told is not None
    assert mine is not None
    assert (told.felt, told.level, mine.felt, mine.level) == (Felt.KEYED_UP, 3, Felt.NOT_NOW, None)
    assert found.phones_away == frozenset({OTHER})
    assert page.arriving.sides[DESK].add_number.isHidden()


def test_what_was_heard_is_mended_by_the_one_who_said_it(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.heard.mine.show_words("You would rather wait")
    page.heard.mine.keep.click()
    stage.settle()
    (line,) = page.heard.lines.values()
    line.mend_button.click()
    line.mended.show_words("Until spring")
    line.mended.keep.click()
    stage.settle()
    page.heard.turn_round.click()
    page.heard.hers.show_words("You will call on Friday")
    page.heard.hers.keep.click()
    stage.settle()
    page.heard.lines[visit(stage, page).heard[1].id].confirm.click()
    first, second = visit(stage, page).heard
    assert (first.by, first.answer, first.mended) == (DESK, HeardAnswer.MENDED, "Until spring")
    assert (second.by, second.answer) == (OTHER, HeardAnswer.CONFIRMED)


def test_a_question_is_asked_here_and_answered_from_the_list(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    page.questions.asks.show_words("Will it be gone by summer?")
    page.questions.asks.keep.click()
    stage.settle()
    tab.show_list()
    stage.settle()
    assert tab.list.questions is not None
    (line,) = tab.list.questions.lines.values()
    line.open.click()
    line.answer.show_words("For most people it is better by then.")
    line.answer.keep.click()
    stage.settle()
    assert tab.list.questions.isHidden()


def test_times_are_told_and_what_cannot_be_is_said_beside_the_field(stage: Stage):
    page = begun(stage, visits_tab(stage))
    page.times.show_points()
    for point, typed in ((Point.PLANNED, "8:50"), (Point.PATIENT_ARRIVED, "8:45"), (Point.ENDED, "25:00")):
        line = page.times.points[point].line
        line.clear()
        stage.qtbot.keyClicks(line, typed)
        line.editingFinished.emit()
        stage.settle()
    assert page.times.points[Point.ENDED].sentence()
    assert "10 minutes" in page.times.sides[DESK].words()
    assert "10 minutes" in page.times.sides[OTHER].words()
    page.times.speak.click()
    page.times.sorry.show_words("I kept you waiting. I am sorry.")
    page.times.sorry.keep.click()
    (word,) = visit(stage, page).of_kind(WordKind.APOLOGY)
    assert word.voice is DESK


def test_nobody_said_what_our_time_shows(stage: Stage):
    page = begun(stage, visits_tab(stage))
    assert not any("“" in side.words() for side in page.times.sides.values())


def test_leaving_unsettled_offers_rest_and_a_call_back(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    assert page.going.unsettled.isHidden()
    stage.do(lambda p: p.db)
    hers = page.leaving.sides[OTHER]
    hers.buttons[Felt.MIXED].click()
    hers.level._choose(8)
    stage.settle()
    assert not page.going.unsettled.isHidden()
    page.going.unsettled.ground.click()
    page.going.unsettled.offer.words.set_value("Ask how the night was")
    page.going.unsettled.offer.keep.click()
    stage.settle()
    assert page.going.unsettled.offer.isHidden()
    page.going.end.click()
    found = visit(stage, page)
    assert found.visit.ended is not None
    assert [(one.kind, one.words) for one in found.owed] == [(OwedKind.CALL_BACK, "Ask how the night was")]
    tab.show_list()
    stage.settle()
    assert tab.list.owed is not None
    next(iter(tab.list.owed.done.values())).click()
    stage.settle()
    assert tab.list.owed.isHidden()


def test_what_is_typed_and_not_kept_comes_back(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    stage.qtbot.keyClicks(page.exact.exact.field.text, "I cannot")
    stage.qtbot.keyClicks(page.questions.asks.field.text, "Why?")
    tab.show_list()
    again = begun(stage, tab)
    stage.qtbot.waitUntil(lambda: again.exact.exact.words() == "I cannot")
    assert again.questions.asks.words() == "Why?"
    assert visit(stage, again).words == ()


def test_the_patient_tells_in_their_own_hand_on_the_turned_view(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    offer = tab.turning()
    assert offer is not None
    offer.run()
    view = tab.view
    assert view is not None
    task = view.findChild(ArrivingTask)
    stage.settle()
    task.brings.show_words("My knee")
    task.brings.keep.click()
    task.side.buttons[Felt.SETTLED].click()
    task.asks.show_words("And the stairs?")
    stage.settle()
    task.choices.go_on.click()
    stage.settle()
    assert task.done is not None
    task.done.give_back.click()
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: tab.view is None, timeout=20_000)
    found = visit(stage, page)
    assert [one.words for one in found.words] == ["My knee"]
    assert [one.words for one in found.questions] == ["And the stairs?"]
    line = stage.do(lambda p: p.ask(versions_of, store.WORD, found.words[0].id))[0]
    assert (line.by, line.hand.typed_by) == (OTHER, OTHER)


@pytest.mark.parametrize("words", ["<b>x</b>", "\u202eabc", "x" * 10_001])
def test_hostile_words_do_no_harm_and_too_many_stay_in_the_field(stage: Stage, words: str):
    page = begun(stage, visits_tab(stage, "<img src=x> & \u202eco"))
    page.exact.exact.show_words(words)
    page.exact.exact.keep.click()
    stage.settle()
    if len(words) > 10_000:
        assert page.exact.exact.field.sentence()
        assert page.exact.exact.field.value() == words
    else:
        assert visit(stage, page).words[0].words == words
    assert stage.troubles == []


def test_a_visit_and_the_questions_before_it_are_printed_from_here(stage: Stage):
    tab = visits_tab(stage)
    assert stage.do(tab.list._order().make).pdf.startswith(b"%PDF")
    assert tab.printing() is not None
    page = begun(stage, tab)
    assert tab.printing() is not None
    order = page._order()
    assert stage.do(order.make).pdf.startswith(b"%PDF")
    assert (order.purpose.to_whom, "Mira" in order.name) == ("Mira Rahimi", False)
