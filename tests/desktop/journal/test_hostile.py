"""Words that look like markup, turn round or are very many: in every field of the journal, on both views, harmless."""

import json

import pytest

from desktop.journal.test_journal_tab import OTHER, SAID, add, done, tab_of
from desktop.journal.test_journal_turned import journal, task_of
from desktop.stage import Stage
from healingpartner.desktop.journal.repair_forms import ChangeForm, LinesForm
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.journal.turned.repair_page import RepairPage
from healingpartner.desktop.journal.turned.write_page import WritePage
from healingpartner.journal import acts
from healingpartner.journal.model import WORDS_LIMIT, Kind
from healingpartner.journal.repairs import acts as repairs

HOSTILE = ("<img src='file:///etc'><b>x</b>", "\u202eesrever", "'; DROP TABLE journal_entry; --", "مريم 王 🌱")
LINES = ("hears", "sees", "own_part", "sorry", "differently")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_field_at_the_desk_do_no_harm(stage: Stage, words: str) -> None:
    person_id = add(stage, words)
    one = str(done(stage, repairs.say, person_id, SAID, by=OTHER))
    tab = tab_of(stage, person_id)
    assert tab.composer is not None
    tab.composer.kinds[Kind.QUESTION].click()
    tab.composer.side.set_value(OTHER.value)
    tab.composer.field.set_value(words)
    tab.composer.give()
    stage.settle()
    (line,) = journal(stage, person_id).lines
    card = tab.entries[line.entry.id]
    card.open_reply(words)
    card.give_reply()
    tab.repairs[one].buttons["receive"].click()  # type: ignore[attr-defined]
    stage.settle()
    tab.repairs[one].open_give_back()
    form = tab.repairs[one].form
    assert isinstance(form, LinesForm)
    form.show_typed(dict.fromkeys(LINES, words))
    form.keep_button.click()
    stage.settle()
    done(stage, repairs.feel_understood, one, yes=True, by=OTHER)
    tab.repairs[one].open_change()
    change = tab.repairs[one].form
    assert isinstance(change, ChangeForm)
    change.words.set_value(words)
    change.give()
    stage.settle()
    (line,), (repair,) = journal(stage, person_id).lines, journal(stage, person_id).repairs
    assert [line.entry.words, line.replies[0].words] == [words, words]
    assert {getattr(repair.given_back[0], name) for name in LINES} == {words}
    assert repair.changes[0].words == words
    assert tab.papers is not None
    for link in tab.papers.links:
        assert stage.do(link._order().make).pdf.startswith(b"%PDF")
    assert stage.troubles == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_on_the_turned_view_do_no_harm(stage: Stage, words: str) -> None:
    person_id = add(stage, words)
    page = task_of(stage, person_id, Place.WRITE, Kind.MEANING.value).page
    assert isinstance(page, WritePage)
    page.field.set_value(words)
    page.share()
    stage.settle()
    saying = task_of(stage, person_id, Place.REPAIR).page
    assert isinstance(saying, RepairPage)
    assert saying.form is not None
    saying.form.show_typed(dict.fromkeys(("when", "felt", "matters", "like"), words))
    saying.form.keep_button.click()
    stage.settle()
    found = journal(stage, person_id)
    assert [line.entry.words for line in found.lines] == [words]
    assert {found.repairs[0].statement.when, found.repairs[0].statement.like} == {words}
    assert stage.troubles == []


def test_more_than_fifty_thousand_letters_stay_in_the_field_with_a_sentence(stage: Stage) -> None:
    person_id = add(stage)
    page = task_of(stage, person_id, Place.WRITE, Kind.MEANING.value).page
    assert isinstance(page, WritePage)
    page.field.set_value("x" * (WORDS_LIMIT + 1))
    page.share()
    stage.settle()
    assert page.field.sentence()
    assert len(page.field.value()) == WORDS_LIMIT + 1
    assert journal(stage, person_id).lines == ()


def test_a_very_long_entry_with_a_very_large_drawing_is_shown(stage: Stage) -> None:
    person_id = add(stage)
    words = ("Knoblauch im November · ثوم في تشرين · " * 2_000)[:WORDS_LIMIT].strip()
    points = [number for at in range(20_000) for number in (at % 9_000, at % 4_000, 1_000, at * 16)]
    strokes = json.dumps({"width": 9_000, "height": 4_000, "strokes": [points]})
    entry = str(done(stage, acts.share, person_id, Kind.MEANING, words, strokes=strokes, by=OTHER))
    tab = tab_of(stage, person_id)
    assert tab.entries[entry].isVisible()
    tab.grab()
    assert stage.do(tab._papers.meaning_order().make).pdf.startswith(b"%PDF")
    assert stage.troubles == []
