"""What comes from paper and from files: sheets typed in, a picture taken in as it came, words written by hand."""

import json
from pathlib import Path

import pytest

from desktop.accessibility import nameless
from desktop.journal.test_journal_tab import DESK, OTHER, SAID, add, done, tab_of
from desktop.stage import Stage
from healingpartner.desktop.journal.repair_forms import LinesForm
from healingpartner.desktop.journal.turned.begin_page import BeginPage
from healingpartner.desktop.journal.turned.task import JournalTask, Place as Where
from healingpartner.desktop.journal.turned.write_page import WritePage
from healingpartner.foundation.voices import Place, Voice
from healingpartner.journal import acts
from healingpartner.journal.model import Kind
from healingpartner.journal.reflections.model import ReflectionState
from healingpartner.journal.reflections.statements import Domain
from healingpartner.journal.reflections.store import reflections_of
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import PersonJournal, journal_of
from healingpartner.practice import Practice
from healingpartner.vault.files import attachments
from healingpartner.vault.ledger import read_hand

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9


def journal(stage: Stage, person_id: str) -> PersonJournal:
    return stage.do(lambda practice: practice.ask(journal_of, person_id))


def test_two_sheets_filled_by_hand_are_typed_in_and_open_at_once(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    assert tab.paper is not None
    tab.paper.open_link.click()
    stage.settle()
    assert nameless(tab) == []
    tab.paper.keep_button.click()
    assert tab.paper.sentence.text()  # nothing is answered yet
    tab.paper.forms[Voice.PRACTITIONER].rows[Domain.PACE].scale.set_value(4)
    patient = tab.paper.forms[Voice.PATIENT]
    patient.rows[Domain.PACE].scale.set_value(1)
    patient.valued.set_value("The window was open.")
    patient.changed.emit()
    tab.flush()
    stage.settle()
    again = tab_of(stage, person_id)
    assert again.paper is not None
    again.paper.open_link.click()
    stage.settle()
    again.paper.keep_button.click()
    stage.settle()
    (opened,) = journal(stage, person_id).opened
    assert (opened.patient.levels, opened.practitioner.levels) == ({Domain.PACE: 1}, {Domain.PACE: 4})
    assert opened.patient.valued == "The window was open."
    (one,) = stage.do(lambda practice: practice.ask(reflections_of, [person_id]))
    assert (one.state, one.sealed_to) == (ReflectionState.OPENED, "")
    assert stage.do(lambda practice: practice.drafts()) == ()
    assert places(stage) == {Place.PAPER}


def places(stage: Stage) -> set[Place]:
    """From where everything in the journal was typed."""

    def look(practice: Practice) -> set[Place]:
        rows = practice.db.rows("SELECT hand FROM ledger WHERE room = 'journal'")
        return {read_hand(str(row["hand"]), "").place for row in rows}

    return stage.do(look)


def test_words_written_by_hand_are_kept_as_typed_in_from_paper(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    composer = tab.composer
    assert composer is not None
    composer.kinds[Kind.THANKS].click()
    composer.side.set_value(OTHER.value)
    composer.field.set_value("Thank you.")
    composer.on_paper.set_value(True)
    composer.share_button.click()
    stage.settle()
    assert places(stage) == {Place.PAPER}
    assert composer.on_paper.value() is False


def test_a_picture_is_kept_as_it_came_and_a_copy_goes_out(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    composer = tab.composer
    assert composer is not None
    composer.kinds[Kind.MEANING].click()
    composer.side.set_value(OTHER.value)
    given = tmp_path / "Mira Rahimi at the lake.jpg"
    given.write_bytes(PNG)
    composer.take_picture(given)
    composer.share_button.click()
    stage.settle()
    (card,) = tab.entries.values()
    kept = stage.do(lambda practice: attachments(practice.db, person_id))
    assert [(one.id, one.media_type, one.name) for one in kept] == [
        (card.line.entry.picture_id, "image/png", "picture")
    ]
    tab.doing.save_picture_to(card.line.entry.picture_id, tmp_path / "copy")
    stage.settle()
    assert (tmp_path / "copy.png").read_bytes() == PNG


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"%PDF-1.7 a page", "not a picture"), (b"MZ\x90\x00 a program", "no PDF, PNG or JPEG")],
)
def test_what_is_no_picture_is_said_and_the_words_stay(stage: Stage, tmp_path: Path, content: bytes, said: str) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    composer = tab.composer
    assert composer is not None
    composer.kinds[Kind.LEARNED].click()
    composer.side.set_value(DESK.value)
    composer.field.set_value("You taught me to wait.")
    given = tmp_path / "picture.png"
    given.write_bytes(content)
    composer.take_picture(given)
    composer.share_button.click()
    stage.settle()
    assert said in composer.field.sentence()
    assert composer.field.value() == "You taught me to wait."
    assert journal(stage, person_id).lines == ()
    assert stage.do(lambda practice: attachments(practice.db, person_id)) == ()


def test_a_life_line_alone_says_nothing_and_what_is_drawn_on_it_stands(stage: Stage) -> None:
    person_id = add(stage)
    task = JournalTask(stage.desk, person_id, place=Where.WRITE, subject_id=Kind.MEANING.value)
    stage.show(task)
    task.begin()
    stage.settle()
    page = task.page
    assert isinstance(page, WritePage)
    assert page.pad is not None
    page.begin_life_line()
    page.share()
    stage.settle()
    assert page.field.sentence()
    from desktop.stage import draw

    draw(page.pad, points=30)
    page.share()
    stage.settle()
    (line,) = journal(stage, person_id).lines
    assert len(json.loads(line.entry.strokes)["strokes"]) == 2


def test_only_who_wishes_to_hear_such_things_is_told_and_says_so_on_the_turned_view(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    assert not tab.mending.begin_button.isVisible()
    task = JournalTask(stage.desk, person_id)
    stage.show(task)
    task.begin()
    stage.settle()
    assert isinstance(task.page, BeginPage)
    task.page.wish.tick.click()
    stage.settle()
    assert journal(stage, person_id).hears_such
    assert tab.mending.begin_button.isVisible()
    assert stage.do(lambda practice: hears_not(practice, person_id)) is None
    task.page.wish.tick.click()
    stage.settle()
    assert not journal(stage, person_id).hears_such
    assert not tab.mending.begin_button.isVisible()


def hears_not(practice: Practice, person_id: str) -> None:
    practice.do(repairs.say, person_id, SAID, hears_such=True, by=DESK)


def test_papers_to_keep_come_when_there_is_something_to_keep(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    assert tab.papers is not None
    before = len(tab.papers.links)
    done(stage, acts.share, person_id, Kind.MEANING, "I planted garlic.", by=OTHER)
    assert tab.papers is not None
    assert len(tab.papers.links) == before + 1


def test_an_answer_that_was_added_is_no_draft_any_more(stage: Stage) -> None:
    person_id = add(stage)
    entry = str(done(stage, acts.share, person_id, Kind.QUESTION, "Why this?", by=OTHER))
    tab = tab_of(stage, person_id)
    tab.entries[entry].open_reply("Because it acts faster.")
    tab.entries[entry].typed_on.emit()
    tab.flush()
    stage.settle()
    assert len(stage.do(lambda practice: practice.drafts())) == 1
    tab.entries[entry].give_reply()
    stage.settle()
    assert stage.do(lambda practice: practice.drafts()) == ()
    assert tab_of(stage, person_id).entries[entry].typed() == ""


def test_a_long_journal_is_made_a_few_cards_at_a_time_and_goes_on_where_one_reads(stage: Stage) -> None:
    person_id = add(stage)

    def write(practice: Practice) -> None:
        for number in range(95):
            practice.do(acts.share, person_id, Kind.THANKS, f"Thank you {number}", by=OTHER)

    stage.do(write)
    tab = tab_of(stage, person_id)
    written = tab.written
    assert written is not None
    stage.qtbot.waitUntil(lambda: len(tab.entries) == 40 and written.is_whole())
    bar = tab._page.verticalScrollBar()
    first = next(iter(tab.entries.values()))
    for _round in range(40):
        bar.setValue(bar.maximum())
        stage.settle()
    stage.qtbot.waitUntil(lambda: len(tab.entries) == 95)
    assert next(iter(tab.entries.values())) is first
    shown = [card.line.entry.words for card in written.parts()]  # type: ignore[attr-defined]
    assert shown == [f"Thank you {number}" for number in reversed(range(95))]
    done(stage, acts.reply, written.lines()[-1].entry.id, "I remember.", by=DESK)
    assert [card.line.entry.words for card in written.parts()] == shown  # type: ignore[attr-defined]


def test_an_answer_to_an_old_entry_comes_back_when_its_card_stands(stage: Stage) -> None:
    person_id = add(stage)
    old = str(done(stage, acts.share, person_id, Kind.QUESTION, "Why this?", by=OTHER))
    for number in range(9):
        done(stage, acts.share, person_id, Kind.THANKS, f"Thank you {number}", by=OTHER)
    tab = tab_of(stage, person_id)
    stage.qtbot.waitUntil(lambda: old in tab.entries)
    tab.entries[old].open_reply("Because")
    tab.entries[old].typed_on.emit()
    tab.flush()
    stage.settle()
    again = tab_of(stage, person_id)
    stage.qtbot.waitUntil(lambda: old in again.entries and again.entries[old].typed() == "Because")


def test_a_backup_made_while_something_was_written_is_named_when_it_is_unsaid(stage: Stage, tmp_path: Path) -> None:
    from healingpartner.desktop.backing_up import back_up_into
    from healingpartner.desktop.notice_panels import Line
    from healingpartner.vault.backup import Watch

    tab = tab_of(stage, add(stage))
    composer = tab.composer
    assert composer is not None

    def write_and_unsay() -> list[str]:
        composer.kinds[Kind.LET_DOWN].click()
        composer.field.set_value("You looked at the clock.")
        composer.typed_on.emit()
        if stage.window.property("backs_up"):
            stage.do(lambda practice: back_up_into(practice, tmp_path, Watch()))
        composer.unsay_link.click()
        stage.settle()
        return [line.accessibleName() for line in stage.window.findChildren(Line)]

    assert not any("The backup of" in words for words in write_and_unsay())
    stage.window.setProperty("backs_up", True)
    assert any("The backup of" in words for words in write_and_unsay())
    assert stage.do(lambda practice: practice.drafts()) == ()


def test_what_is_typed_in_a_repair_is_back_and_stays_while_another_is_said(stage: Stage) -> None:
    person_id = add(stage)
    done(stage, acts.wish_to_hear, person_id, yes=True, by=OTHER)
    one = str(done(stage, repairs.say, person_id, SAID, by=OTHER))
    done(stage, repairs.receive, one, by=DESK)
    tab = tab_of(stage, person_id)
    tab.repairs[one].open_give_back()
    giving = tab.repairs[one].form
    assert isinstance(giving, LinesForm)
    giving.show_typed({"hears": "That you were not done."})
    giving.typed_on.emit()
    tab.mending.begin().show_typed({"when": "you looked away"})
    done(stage, repairs.say, person_id, SAID, by=OTHER)
    assert tab.repairs[one].form is giving
    tab.flush()
    stage.settle()
    again = tab_of(stage, person_id)
    stage.settle()
    assert again.repairs[one].typed()["hears"] == "That you were not done."
    assert again.mending.form is not None
    assert again.mending.form.typed()["when"] == "you looked away"
    given = again.repairs[one].form
    assert isinstance(given, LinesForm)
    given.keep_button.click()
    stage.settle()
    assert again.repairs[one].repair.state is RepairState.REFLECTED
    again.mending.form.show_typed({"felt": "small"})
    again.mending.form.keep_button.click()
    stage.settle()
    assert again.mending.form is None
    assert stage.do(lambda practice: practice.drafts()) == ()
