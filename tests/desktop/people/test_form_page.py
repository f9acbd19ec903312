"""The form about a person: nothing typed is lost, and nothing newer is written over."""

import pytest

from healingpartner.desktop.people.form_page import PersonFormPage
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.people import acts, views
from healingpartner.people.answers import Answer
from healingpartner.people.history import history_of
from healingpartner.people.model import Particulars


@pytest.fixture
def new_form(stage):
    def make(person_id=""):
        page = PersonFormPage(stage.desk, person_id)
        stage.show(page)
        stage.settle()
        return page

    return make


def write(stage, page, name, words):
    editor = page.form.fields[name].editor
    editor.clear()
    stage.qtbot.keyClicks(editor, words)


def people(stage):
    return stage.do(lambda practice: practice.ask(views.list_rows))


def test_a_person_is_added_and_their_draft_is_gone(stage, new_form):
    page = new_form()
    write(stage, page, "preferred_name", "Jonah Takahashi")
    page.form.wishes.field("touch")._press("ask")
    page.form.wishes.field("touch")._pressed["ask"].setChecked(True)
    with stage.qtbot.waitSignal(page.saved) as saved:
        page.save_button.click()
    record = stage.do(lambda practice: practice.ask(views.record, saved.args[0]))
    assert record.answers == (Answer(question="touch", choice="ask"),)
    assert stage.do(lambda practice: practice.drafts()) == ()
    voices = {each.field: each.by for each in stage.do(lambda practice: practice.ask(history_of, record.id))}
    assert voices["answers.touch"] is Voice.PATIENT
    assert voices["preferred_name"] is Voice.PRACTITIONER


def test_an_empty_form_is_answered_beside_the_name(stage, new_form):
    page = new_form()
    page.save_button.click()
    stage.settle()
    assert page.form.fields["preferred_name"].sentence()
    assert people(stage) == []


def test_ten_thousand_letters_get_a_sentence_and_stay_in_the_field(stage, new_form):
    page = new_form()
    page.form.fields["preferred_name"].line.setText("a" * 10_000)
    page.save_button.click()
    stage.settle()
    assert "9800" in page.form.fields["preferred_name"].sentence()
    assert len(page.form.fields["preferred_name"].value()) == 10_000


@pytest.mark.parametrize("name", ["🦋 Łukasz", "<b>Ann</b>", "<img src=file:///etc/passwd>", "Ann\u202eenA", "A & B"])
def test_odd_names_are_kept_as_typed(stage, new_form, name):
    page = new_form()
    page.form.fields["preferred_name"].line.setText(name)
    with stage.qtbot.waitSignal(page.saved):
        page.save_button.click()
    assert people(stage)[0][1] == name


@pytest.mark.parametrize("typed", ["31 February 1980", "2199", "soon"])
def test_a_day_that_cannot_be_is_told_beside_the_field(stage, new_form, typed):
    page = new_form()
    write(stage, page, "preferred_name", "Kim")
    write(stage, page, "birth_date", typed)
    page.save_button.click()
    stage.settle()
    assert page.form.fields["birth_date"].sentence()
    assert page.form.fields["birth_date"].value() == typed
    assert people(stage) == []


def test_a_very_old_birth_date_is_asked_gently_and_may_be_right(stage, new_form):
    page = new_form()
    write(stage, page, "preferred_name", "Methuselah")
    write(stage, page, "birth_date", "1880")
    page.save_button.click()
    stage.settle()
    assert page.form.sure.isVisible()
    with stage.qtbot.waitSignal(page.saved):
        page.form.sure.click()


def test_what_was_typed_is_back_after_the_page_was_lost(stage, new_form):
    page = new_form()
    write(stage, page, "preferred_name", "Leonie")
    page.form.wishes.field("matters")._words.text.setPlainText("To sleep")
    page.form.contacts._add_by_hand()
    page.form.contacts._rows[0][1].fields["value"].line.setText("555")
    stage.qtbot.waitSignal(page._draft.kept, timeout=4000).wait()
    page.form.contacts.changed.emit()
    page.flush()
    stage.settle()
    page.deleteLater()
    again = new_form()
    assert again.form.fields["preferred_name"].value() == "Leonie"
    assert again.form.wishes.field("matters").typed()["words"] == "To sleep"
    assert again.form.contacts.typed()[0]["value"] == "555"


def test_a_likely_duplicate_is_shown_while_typing(stage, new_form, mira):
    page = new_form()
    write(stage, page, "preferred_name", "Mira Rahimy")
    stage.qtbot.waitUntil(page._likeness.isVisible, timeout=5000)
    opened = []
    stage.desk.ways.person.connect(lambda person_id, _tab: opened.append(person_id))
    page._likeness.opened.emit(mira)
    assert opened == [mira]


def test_a_record_that_changed_meanwhile_is_shown_and_not_written_over(stage, new_form, mira):
    page = new_form(mira)
    write(stage, page, "pronouns", "they/them")
    stage.do(lambda practice: practice.do(
        acts.set_preferences, mira, [Answer(question="dressed", choice="first")], by=Voice.PATIENT))  # fmt: skip
    page.save_button.click()
    stage.qtbot.waitUntil(page._conflict.isVisible)
    assert page.form.fields["pronouns"].value() == "they/them"
    assert stage.do(lambda practice: practice.ask(views.record, mira)).particulars.pronouns == "she/her"
    page._conflict.kept_mine.emit()
    with stage.qtbot.waitSignal(page.saved):
        page.save_button.click()
    assert stage.do(lambda practice: practice.ask(views.record, mira)).particulars.pronouns == "they/them"


def test_the_form_can_be_filled_anew_after_a_change(stage, new_form, mira):
    page = new_form(mira)
    write(stage, page, "called", "M")
    stage.do(lambda practice: practice.do(
        acts.set_preferences, mira, [Answer(question="dressed", choice="first")], by=Voice.PATIENT))  # fmt: skip
    page.save_button.click()
    stage.qtbot.waitUntil(page._conflict.isVisible)
    page._conflict.took_theirs.emit()
    stage.settle()
    assert page.form.fields["called"].value() == "Mira"
    assert page.form.wishes.field("dressed").typed()["pressed"] == "first"


def test_a_form_saved_without_a_change_writes_nothing(stage, new_form, mira):
    before = stage.do(lambda practice: len(practice.ask(history_of, mira)))
    page = new_form(mira)
    with stage.qtbot.waitSignal(page.saved):
        page.save_button.click()
    assert stage.do(lambda practice: len(practice.ask(history_of, mira))) == before


def test_a_form_without_a_word_in_it_is_left_without_a_question(stage, new_form):
    page = new_form()
    with stage.qtbot.waitSignal(page.left):
        page._leave.click()
    assert not stage.desk.notices.asking
    page = new_form()
    write(stage, page, "preferred_name", "Jonah")
    page._leave.click()
    assert stage.desk.notices.asking


def test_a_save_that_the_disk_did_not_take_can_be_tried_again(stage, new_form):
    page = new_form()
    write(stage, page, "preferred_name", "Thandiwe Underhill")
    full = VaultProblem("disk-full", "There is no room left on the disk.", then="Free some space.")

    def no_room(*_args, **_kwargs):
        raise full

    stage.do(lambda practice: setattr(practice, "do", no_room))
    page.save_button.click()
    stage.settle()
    assert stage.troubles == [full]
    assert page.form.fields["preferred_name"].value() == "Thandiwe Underhill"
    stage.do(lambda practice: delattr(practice, "do"))
    with stage.qtbot.waitSignal(page.saved):
        page.save_button.click()


def test_a_draft_that_the_disk_did_not_take_is_tried_again(stage, new_form):
    page = new_form()
    write(stage, page, "preferred_name", "Thandiwe Underhill")

    def no_room(_draft):
        raise VaultProblem("disk-full", "There is no room left on the disk.", then="Free some space.")

    stage.do(lambda practice: setattr(practice, "keep_draft", no_room))
    page.flush()
    stage.settle()
    assert stage.do(lambda practice: practice.drafts()) == ()
    stage.do(lambda practice: delattr(practice, "keep_draft"))
    page.flush()
    stage.settle()
    assert len(stage.do(lambda practice: practice.drafts())) == 1


def test_nobody_else_is_named_while_someone_sits_beside(stage, new_form):
    stage.do(
        lambda practice: practice.do(acts.add_person, Particulars(legal_name="Mira Rahimi"), by=Voice.PRACTITIONER)
    )
    stage.desk.settings.change(discreet=True)
    page = new_form()
    write(stage, page, "preferred_name", "Mira Rahimi")
    page._look_for_likeness()
    stage.settle()
    assert not page._likeness.isVisible()
