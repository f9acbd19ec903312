"""Talked over on the pages: the patient answers on the turned view, the practitioner at the desk, the text follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.accessibility import nameless
from desktop.agreements.people import (
    add,
    begin_to_sign,
    give_back,
    offer,
    read_all,
    sign_by_stroke,
    tab_of,
    to_sign,
    turn,
)
from desktop.stage import Stage
from healingpartner.agreements.model import State
from healingpartner.agreements.negotiation.model import Stance, Standing
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.pages import WordsFirstPage
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.agreements.task import FORM, AgreementTask
from healingpartner.desktop.agreements.text import AgreementText, CommitmentCard
from healingpartner.foundation.voices import Voice

OWN = "I will say what I think, when I find the words."


def card_of(text: AgreementText | None, commitment_id: str) -> CommitmentCard:
    assert text is not None
    card = text.card(commitment_id)
    assert card is not None
    return card


def words_of(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def press(stage: Stage, card: CommitmentCard, stance: Stance) -> None:
    assert card.bar is not None
    card.bar.buttons[stance].click()
    stage.settle()


def standing_at(found: object, commitment_id: str) -> Standing:
    return next(point.standing for point in found.points if point.commitment.id == commitment_id)  # type: ignore[attr-defined]


def reword(stage: Stage, task: AgreementTask, commitment_id: str, words: str) -> None:
    assert task.reading is not None
    card = card_of(task.reading.text, commitment_id)
    press(stage, card, Stance.REWORDED)
    assert card.bar is not None
    assert card.bar.editor is not None
    card.bar.editor.patient.set_value(words)
    card.bar.editor.keep.click()
    stage.settle()


def talked_over(stage: Stage) -> tuple[AgreementTab, AgreementTask]:
    tab = tab_of(stage, add(stage, preferred="Mira"))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    return tab, task


def test_patient_rewords_practitioner_says_not_yet_and_both_sign_the_changed_text(stage: Stage) -> None:
    tab, task = talked_over(stage)
    reword(stage, task, "equals", OWN)
    assert task.reading is not None
    assert "Reworded by" in words_of(task.reading)
    assert "1 point is still open" in task.reading.open.words.text()
    read_all(stage, task)
    task.reading.choices.go_on.click()
    assert isinstance(task.page(), WordsFirstPage)
    give_back(stage, tab)

    card = card_of(tab.text, "equals")
    assert OWN in words_of(card)
    assert card.said is not None
    assert card.said.reply is not None
    card.said.reply.take.click()
    stage.settle()
    press(stage, card_of(tab.text, "time"), Stance.NOT_YET)
    assert tab.talking is not None
    assert tab.talking.make_text.isVisible()
    tab.sign()
    assert tab.sign_form is None
    tab.talking.make_text.click()
    stage.qtbot.waitUntil(
        lambda: tab.found is not None and tab.found.version is not None and tab.found.version.number == 2
    )
    stage.settle()
    assert "Not agreed yet. It binds nobody." in words_of(tab)

    _view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    form = begin_to_sign(stage, tab)
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.SIGNED)
    assert tab.found is not None
    assert tab.found.version is not None
    assert "time" not in {one.id for one in tab.found.version.body.binding()}
    assert stage.troubles == []


def test_signing_with_an_open_point_reads_the_marked_text_first(stage: Stage) -> None:
    tab, task = talked_over(stage)
    former = task.reading
    assert former is not None
    press(stage, card_of(former.text, "time"), Stance.LEFT_OUT)
    read_all(stage, task)
    former.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.reading is not former)
    stage.settle()
    assert task.reading is not None
    assert "Left out. It binds nobody." in words_of(task.reading)
    assert "time" not in task.reading.seen() or task.reading.isVisible()
    form = to_sign(stage, task)
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)


def test_a_signature_left_behind_is_said_in_sight(stage: Stage) -> None:
    tab, task = talked_over(stage)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    press(stage, card_of(tab.text, "time"), Stance.NOT_YET)
    assert tab.talking is not None
    tab.talking.make_text.click()
    stage.qtbot.waitUntil(lambda: "belongs to the words before the change" in words_of(tab))
    assert tab.found is not None
    assert tab.found.signatures == ()


def test_one_press_agrees_with_all_and_a_second_press_takes_one_back(stage: Stage) -> None:
    tab, task = talked_over(stage)
    reading = task.reading
    assert reading is not None
    reading.agree_with_all.click()
    stage.settle()
    assert not reading.agree_with_all.isVisible()
    assert standing_at(task._found, "equals") is Standing.ONE_AGREES
    press(stage, card_of(reading.text, "equals"), Stance.AGREE)
    assert standing_at(task._found, "equals") is Standing.UNANSWERED
    give_back(stage, tab)
    assert tab.talking is not None
    tab.talking.agree_with_all.click()
    stage.settle()
    assert "Both agree" in words_of(tab)


def test_answers_are_given_by_keys_alone_and_every_button_says_what_it_answers(stage: Stage) -> None:
    _tab, task = talked_over(stage)
    assert task.reading is not None
    card = card_of(task.reading.text, "equals")
    assert card.bar is not None
    button = card.bar.buttons[Stance.NOT_YET]
    assert button.accessibleName() == "Not yet: We meet as equals"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    stage.settle()
    assert card.bar.helps is not None
    QTest.keyClicks(card.bar.helps.field.text, "A slower pace")
    card.bar.helps.keep.click()
    stage.settle()
    assert "A slower pace" in words_of(card)
    task.reading.open.jump.click()
    assert task.window().focusWidget() is card
    assert nameless(task) == []


@pytest.mark.parametrize("words", ["", "x" * 10_000, "I \u202epromise"])
def test_words_that_cannot_be_kept_stay_in_the_field_with_a_sentence(stage: Stage, words: str) -> None:
    _tab, task = talked_over(stage)
    reword(stage, task, "equals", words)
    assert task.reading is not None
    card = card_of(task.reading.text, "equals")
    assert card.bar is not None
    assert card.bar.editor is not None
    assert card.bar.editor.patient.value() == words
    assert card.bar.editor.patient.sentence() or card.bar.editor.practitioner.sentence()
    assert stage.troubles == []


def test_markup_in_own_words_is_shown_as_it_is_written(stage: Stage) -> None:
    tab, task = talked_over(stage)
    reword(stage, task, "equals", "<b>bold</b> <img src=file:///etc/passwd>")
    give_back(stage, tab)
    assert "<b>bold</b>" in words_of(tab)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in tab.findChildren(QLabel))


def test_words_being_typed_come_back_after_a_lock(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    _view, task = turn(stage, tab)
    assert task.reading is not None
    card = card_of(task.reading.text, "equals")
    press(stage, card, Stance.REWORDED)
    assert card.bar is not None
    assert card.bar.editor is not None
    card.bar.editor.patient.set_value(OWN)
    tab.flush()
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    draft = stage.do(lambda practice: (practice.draft(agreement_id, FORM, Voice.PATIENT),))[0]
    assert draft is not None
    assert OWN in draft.body
    tab.deleteLater()
    stage.qtbot.waitUntil(stage.window.isVisible)
    again = tab_of(stage, person_id)
    _view, task = turn(stage, again)
    assert task.reading is not None
    bar = card_of(task.reading.text, "equals").bar
    assert bar is not None
    assert bar.editor is not None
    assert bar.editor.patient.value() == OWN


def test_what_the_practitioner_types_stays_while_the_page_follows(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    card = card_of(tab.text, "equals")
    press(stage, card, Stance.REWORDED)
    assert card.bar is not None
    assert card.bar.editor is not None
    card.bar.editor.practitioner.set_value("Half a sen")
    press(stage, card_of(tab.text, "time"), Stance.AGREE)
    stage.settle()
    bar = card_of(tab.text, "equals").bar
    assert bar is not None
    assert bar.editor is not None
    assert bar.editor.practitioner.value() == "Half a sen"


def test_two_texts_are_compared_and_the_reader_comes_back(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    press(stage, card_of(tab.text, "time"), Stance.NOT_YET)
    assert tab.talking is not None
    tab.talking.make_text.click()
    stage.qtbot.waitUntil(lambda: tab.talking is not None and tab.talking.compare.isVisible())
    tab.talking.compare.click()
    stage.qtbot.waitUntil(lambda: tab.compared is not None)
    QApplication.processEvents()
    assert tab.compared is not None
    assert "[new: Not agreed yet. It binds nobody.]" in words_of(tab.compared)
    assert nameless(tab.compared) == []
    assert isinstance(tab.compared, ComparedPage)
    tab.compared.former.set_value("2")
    tab.compared._compare()
    stage.settle()
    assert "word for word" in words_of(tab.compared)
    tab.compared.back.click()
    stage.qtbot.waitUntil(lambda: tab.text is not None)


def test_everything_said_stays_readable_in_its_order(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    press(stage, card_of(tab.text, "time"), Stance.NOT_YET)
    press(stage, card_of(tab.text, "time"), Stance.AGREE)
    press(stage, card_of(tab.text, "time"), Stance.AGREE)
    assert tab.talking is not None
    tab.talking.recall.click()
    stage.qtbot.waitUntil(lambda: tab.compared is not None)
    stage.settle()
    assert tab.compared is not None
    found = words_of(tab.compared)
    assert found.index("Not yet") < found.index("I agree") < found.index("The answer was taken back.")
    assert nameless(tab.compared) == []
    tab.compared.back.click()
    stage.qtbot.waitUntil(lambda: tab.text is not None)
