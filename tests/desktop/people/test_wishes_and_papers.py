"""Wishes written by the patient on the turned view, and what this room puts on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from healingpartner.desktop.people import papers
from healingpartner.desktop.people.preferences_form import PreferencesForm
from healingpartner.desktop.people.question_field import QuestionField
from healingpartner.desktop.people.sheet_page import SheetPage
from healingpartner.desktop.people.wishes_task import WishesTask
from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.printed import Paper, PaperSize
from healingpartner.people import acts, views
from healingpartner.people.answers import Answer, Said
from healingpartner.people.history import history_of
from healingpartner.people.practitioner import views as own_views
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.questions import Group, question

A4 = Paper(size=PaperSize.A4, large=False)
ENGLISH = Words("en_US")


def words_of(printed):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)


def test_the_patient_writes_their_wishes_by_their_own_hand(stage, mira):
    task = WishesTask(stage.desk, mira)
    stage.show(task)
    task.begin()
    stage.settle()
    assert task.form.field("touch").typed()["pressed"] == "ask"
    task.form.field("dressed")._pressed["first"].click()
    task.form.field("know")._pressed[Said.NOT_NOW.value].click()
    with stage.qtbot.waitSignal(task.finished):
        task.save_button.click()
    newest = stage.do(lambda practice: practice.ask(history_of, mira))[0]
    assert (newest.by, newest.hand.place) == (Voice.PATIENT, Place.TURNED)
    answers = {each.question: each for each in stage.do(lambda practice: practice.ask(views.record, mira)).answers}
    assert answers["know"].said is Said.NOT_NOW
    assert answers["dressed"].choice == "first"
    assert stage.do(lambda practice: practice.drafts()) == ()


def test_a_pause_keeps_what_the_patient_has_answered_so_far(stage, mira):
    task = WishesTask(stage.desk, mira)
    stage.show(task)
    task.begin()
    stage.settle()
    task.form.field("settles")._words.text.setPlainText("Tea")
    task.flush()
    stage.settle()
    again = WishesTask(stage.desk, mira)
    stage.show(again)
    again.begin()
    stage.settle()
    assert again.form.field("settles").typed()["words"] == "Tea"


@pytest.mark.usefixtures("qtbot")
def test_not_now_clears_what_was_chosen_and_writing_clears_not_now():
    field = QuestionField(question("touch"))
    field._pressed["ask"].click()
    field._pressed[Said.NOT_NOW.value].click()
    assert field.answer() == Answer(question="touch", said=Said.NOT_NOW)
    field._words.text.setPlainText("My hand is fine")
    assert field.answer() == Answer(question="touch", words="My hand is fine")
    field._pressed["tell"].click()
    field._pressed["tell"].click()
    assert field.answer().choice == ""


@pytest.mark.usefixtures("qtbot")
def test_a_sum_that_is_no_number_is_told_beside_its_question():
    form = PreferencesForm(Group.LIMITS)
    form.field("money")._amount.line.setText("a few")
    assert form.answers() is None
    assert form.field("money")._sentence.text()
    assert form.field("money").typed()["amount"] == "a few"


@pytest.mark.usefixtures("qtbot")
def test_a_sum_in_another_currency_keeps_it():
    field = QuestionField(question("money"))
    given = Answer(question="money", amount=Money(minor=8050, currency="CHF"), words="a month")
    field.show_answer(given)
    assert field.answer() == given


def test_the_own_card_holds_every_word_of_the_person(stage, mira):
    odd = Answer(question="unsettles", words="<b>doors</b> & <img src=file:///etc/passwd>")
    stage.do(lambda practice: practice.do(acts.set_preferences, mira, [odd], by=Voice.PATIENT))
    printed = stage.do(lambda practice: papers.person_card(practice, mira, words=ENGLISH, paper=A4))
    text = words_of(printed)
    for words in ("Mira Rahimi", "My garden", "Ask me, each time", "030 123 4567", "<b>doors</b>"):
        assert words in text, words


def test_the_own_sheet_is_kept_and_printed(stage):
    amara = Practitioner(name="Amara Osei", title="Dr.", called="Amara")
    stage.do(lambda practice: practice.do(set_practitioner, amara, by=Voice.PRACTITIONER))
    page = SheetPage(stage.desk)
    stage.show(page)
    stage.settle()
    page.form.field("meet_joy")._words.text.setPlainText("Mending clocks")
    page._keep(page.saved.emit)
    stage.settle()
    assert [each.words for each in stage.do(lambda practice: practice.ask(own_views.sheet)).answers] == [
        "Mending clocks"
    ]
    text = words_of(stage.do(lambda practice: papers.own_sheet(practice, words=ENGLISH, paper=A4)))
    assert "Amara" in text
    assert "Mending clocks" in text
