"""The page of a person, the list beside it, and what can be done with a record."""

from dataclasses import replace

import pytest

from desktop.accessibility import clipped, nameless
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.deeper import PAGES
from healingpartner.desktop.people.joined_card import JoinedCard
from healingpartner.desktop.people.page import PeoplePage
from healingpartner.desktop.people.person_page import PersonPage
from healingpartner.desktop.rooms import PERSON_TABS
from healingpartner.foundation.voices import Place, Voice
from healingpartner.people import acts, views
from healingpartner.people.answers import Answer, Said
from healingpartner.people.history import history_of
from healingpartner.people.model import Particulars


@pytest.fixture
def people(stage):
    stage.desk = replace(stage.desk, person_tabs=tuple(tab for tab in PERSON_TABS if tab.name == "together"))
    page = PeoplePage(stage.desk)
    stage.show(page.beside())
    stage.show(page)
    stage.settle()
    return page


def person(page) -> PersonPage:
    assert isinstance(page._page, PersonPage)
    return page._page


def open_at(stage, people, place):
    people.return_to(place)
    stage.settle()


def add(stage, name, *answers):
    return stage.do(lambda p: p.do(acts.add_person, Particulars(legal_name=name), answers=answers, by=Voice.PATIENT))


def test_wishes_stay_in_sight_on_every_page_of_the_person(stage, people, mira):
    for place in ("", *PAGES):
        open_at(stage, people, f"{mira}/{place}")
        assert person(people).header.chips() == ("Ask before touch",), place
        assert person(people).header.isVisible()


def test_the_page_begins_with_what_matters_in_the_persons_own_words(stage, people, mira):
    open_at(stage, people, f"{mira}/together")
    first = next(each for each in person(people).findChildren(SpeechLabel) if each.isVisible())
    assert first.words() == "“My garden”"


def test_a_new_wish_reaches_the_header_at_once(stage, people, mira):
    open_at(stage, people, mira)
    wish = Answer(question="dressed", choice="first")
    stage.do(lambda practice: practice.do(acts.set_preferences, mira, [wish], by=Voice.PATIENT))
    stage.settle()
    assert person(people).header.chips() == ("Talk dressed first", "Ask before touch")


def test_places_are_stood_on_again_and_never_hold_a_name(stage, people, mira):
    for place in (f"{mira}/together", f"{mira}/history", f"{mira}/change", "new", "own-sheet", ""):
        open_at(stage, people, place)
        assert people.place() == place


def test_typing_and_enter_opens_the_first_hit(stage, people, mira):
    add(stage, "Jonah Takahashi")
    stage.settle()
    column = people.beside()
    stage.qtbot.keyClicks(column.filter_field, "rah")
    assert column.model.rowCount() == 1
    column.filter_field.returnPressed.emit()
    assert person(people).person_id == mira


def test_nobody_of_that_name_is_said(stage, people, mira):
    column = people.beside()
    stage.qtbot.keyClicks(column.filter_field, "zz")
    assert column._nobody.isVisible()


def test_two_records_become_one_and_can_be_parted(stage, people, mira):
    other = add(stage, "Myra Rahimi")
    open_at(stage, people, f"{mira}/merge")
    page = person(people)._deeper
    page.picker.chosen.emit(other, "Myra Rahimi")
    stage.settle()
    page.join_button.click()
    stage.settle()
    assert [row[0] for row in stage.do(lambda practice: practice.ask(views.list_rows))] == [mira]
    assert stage.desk.notices.texts() == ("The two records are one now.",)
    stage.do(lambda practice: practice.do(acts.unmerge, other, by=Voice.PRACTITIONER))
    assert len(stage.do(lambda practice: practice.ask(views.list_rows))) == 2


def test_a_joined_record_points_to_where_it_went(stage, people, mira):
    other = add(stage, "Myra Rahimi")
    stage.do(lambda practice: practice.do(acts.merge, other, into_id=mira, by=Voice.PRACTITIONER))
    open_at(stage, people, other)
    assert person(people)._joined.isVisible()


def test_a_record_is_erased_only_after_its_name_was_typed(stage, people, mira):
    open_at(stage, people, f"{mira}/erase")
    page = person(people)._deeper
    assert not page.erase_button.isEnabled()
    stage.qtbot.keyClicks(page.name_field.line, "Mira")
    assert not page.erase_button.isEnabled()
    stage.qtbot.keyClicks(page.name_field.line, " Rahimi")
    page.erase_button.click()
    stage.qtbot.waitUntil(lambda: people.place() == "")
    assert stage.do(lambda practice: practice.ask(views.list_rows)) == []


def test_both_introductions_are_kept_under_their_own_voice(stage, people, mira):
    open_at(stage, people, f"{mira}/meeting")
    page = person(people)._deeper
    page.both._mine.run.fields["meet_joy"]._words.text.setPlainText("Clocks")
    page.both._theirs.run.fields["meet_joy"]._words.text.setPlainText("Garlic")
    page.both._theirs.run.fields["meet_path"]._pressed[Said.NOT_NOW.value].click()
    page.save_button.click()
    stage.settle()
    changes = {each.field: each for each in stage.do(lambda practice: practice.ask(history_of, mira))}
    assert changes["answers.meet_joy"].by is Voice.PATIENT
    assert changes["answers.meet_joy"].hand.place is Place.DESK
    assert changes["answers.meet_path"].after == "Not now"


def test_a_name_of_markup_or_great_length_is_shown_as_written(stage, people):
    for name in ("<img src=file:///etc/passwd>", "W" * 200, "داریوش امینی", "a\u202eb"):
        open_at(stage, people, add(stage, name))
        shown = person(people).header.name
        assert shown.accessibleName() == name
        assert shown.text().replace("\u200b", "") == name


def test_everything_has_a_name_for_screen_readers_and_no_word_is_cut(stage, people, mira):
    for place in ("", *PAGES):
        open_at(stage, people, f"{mira}/{place}")
        assert nameless(people) == [], place
        assert clipped(people) == [], place


def test_a_form_that_was_left_says_that_its_text_is_kept(stage, people, mira):
    open_at(stage, people, f"{mira}/change")
    stage.qtbot.keyClicks(person(people)._deeper.form.fields["called"].line, "x")
    people.go_back()
    stage.settle()
    together = person(people)._tabs["together"]
    assert together._unsaved.isVisible()
    together._unsaved.wanted.emit()
    stage.settle()
    assert person(people)._deeper.form.fields["called"].value() == "xMira"


def test_a_joined_record_is_shown_whole_below(stage, people, mira):
    other = add(stage, "Myra Rahimi", Answer(question="matters", words="Bread"))
    stage.do(lambda practice: practice.do(acts.merge, other, into_id=mira, by=Voice.PRACTITIONER))
    open_at(stage, people, mira)
    (card,) = person(people).findChildren(JoinedCard)
    assert "Bread" in [label.text() for label in card.findChildren(PlainLabel)]
