"""The note at hand: kept in two presses from the list, drafted while typing, signed and locked each by its own act."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from desktop.agreements.people import answer_passphrase
from desktop.stage import Stage
from desktop.visits.meeting_pages import begun, notes, visits_tab, write
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.notice_panels import QuestionPanel
from healingpartner.desktop.people.draft_keeper import WAIT_MS
from healingpartner.desktop.visits.note_card import FORM
from healingpartner.desktop.visits.note_task import NoteTask
from healingpartner.foundation.voices import Place, Voice
from healingpartner.vault.history import versions_of
from healingpartner.visits import acts as visits
from healingpartner.visits.model import WordKind
from healingpartner.visits.notes import acts, own_acts
from healingpartner.visits.notes.model import NoteAsked, Section, Standing, Way
from healingpartner.visits.notes.store import NOTE
from healingpartner.visits.notes.views import desk_of
from healingpartner.visits.times import Point

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT


def test_two_presses_lead_from_the_list_to_a_usable_note(stage: Stage):
    page = begun(stage, visits_tab(stage))  # the first
    write(stage, page, "Slept badly.")
    page.note.keep.click()  # the second
    (kept,) = notes(stage, page)
    assert kept.note.sections[0].words == "Slept badly."
    assert stage.do(lambda p: p.draft(page.visit_id, FORM, DESK)) is None


def test_what_is_typed_is_a_draft_within_two_seconds_and_comes_back(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    assert WAIT_MS < 2_000
    write(stage, page, "Half a sentence")
    stage.qtbot.waitUntil(lambda: stage.do(lambda p: p.draft(page.visit_id, FORM, DESK)) is not None, timeout=2_000)
    tab.show_list()
    again = begun(stage, tab)
    editor = again.note.editor
    assert editor is not None
    stage.qtbot.waitUntil(lambda: editor.fields["told"].value() == "Half a sentence")
    assert notes(stage, again) == ()


def test_a_note_is_signed_and_locked_each_by_its_own_act(stage: Stage):
    page = begun(stage, visits_tab(stage))
    write(stage, page, "Slept badly.")
    assert not page.note.sign.isVisible()
    page.note.keep.click()
    stage.settle()
    page.note.sign.click()
    stage.settle()
    assert notes(stage, page)[0].note.standing() is Standing.SIGNED
    assert page.note.editor is None
    page.note._lock(notes(stage, page)[0].note)
    panel = stage.window.findChild(QuestionPanel)
    panel.yes.click()
    stage.settle()
    assert notes(stage, page)[0].note.standing() is Standing.LOCKED
    (reader,) = page.note.readers.values()
    for voice in (OTHER, DESK):
        reader = next(iter(page.note.readers.values()))
        reader.links[voice].click()
        reader.sides[voice].show_words(f"Added by {voice.value}")
        reader.sides[voice].keep.click()
        stage.settle()
    assert [one.voice for one in notes(stage, page)[0].note.addenda] == [OTHER, DESK]


def test_typed_words_are_kept_before_signing(stage: Stage):
    page = begun(stage, visits_tab(stage))
    write(stage, page, "One")
    page.note.keep.click()
    stage.settle()
    write(stage, page, " two")
    page.note.sign.click()
    stage.settle()
    assert notes(stage, page)[0].note.standing() is Standing.WRITTEN
    assert "Keep what you wrote first" in page.note.state.text()


def test_another_shape_keeps_every_word(stage: Stage):
    page = begun(stage, visits_tab(stage))
    write(stage, page, "All in one")
    editor = page.note.editor
    assert editor is not None
    editor.template.set_value("soap")
    editor._change_template()
    assert [field.value() for field in editor.fields.values()] == ["", "", "", "", "All in one"]
    write(stage, page, "So it goes on", "plan")
    editor.template.set_value("dap")
    editor._change_template()
    assert editor.fields["plan"].value() == "So it goes on"
    assert editor.fields["told"].value() == "All in one"


def test_carried_words_are_marked_until_they_are_touched(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    write(stage, page, "Knee sore.")
    page.note.keep.click()
    stage.settle()
    page.going.end.click()
    stage.settle()
    tab.show_list()
    stage.settle()
    later = begun(stage, tab)
    editor = later.note.editor
    assert editor is not None
    editor.start.click()
    assert editor.fields["told"].value() == "Knee sore."
    assert [one.carried for one in editor.asked().sections] == [True]
    write(stage, later, " Better now.")
    assert [one.carried for one in editor.asked().sections] == [False]


def test_a_note_changed_elsewhere_is_never_written_over(stage: Stage):
    page = begun(stage, visits_tab(stage))
    write(stage, page, "Mine")
    page.note.keep.click()
    (kept,) = notes(stage, page)
    write(stage, page, " and more")
    other = NoteAsked(template="narrative", sections=(Section(key="told", title="T", words="From elsewhere"),))
    stage.do(
        lambda p: p.do(
            acts.keep_note, kept.note.person_id, other, visit_id=page.visit_id, note_id=kept.note.id, base=kept.base,
            by=DESK,
        )
    )  # fmt: skip
    page.note.keep.click()
    stage.settle()
    editor = page.note.editor
    assert editor is not None
    assert editor.sentence.text()
    assert editor.fields["told"].value() == "Mine and more"
    assert notes(stage, page)[0].note.sections[0].words == "From elsewhere"


def test_two_hundred_thousand_letters_stay_in_the_field_with_a_sentence(stage: Stage):
    page = begun(stage, visits_tab(stage))
    editor = page.note.editor
    assert editor is not None
    editor.fields["told"].set_value("word " * 40_000)
    editor.typed_on.emit()
    page.note.keep.click()
    stage.settle()
    assert editor.fields["told"].sentence()
    assert len(editor.fields["told"].value()) == 200_000
    assert notes(stage, page) == ()


def test_pasted_text_with_pictures_and_links_leaves_its_plain_words(stage: Stage):
    page = begun(stage, visits_tab(stage))
    editor = page.note.editor
    assert editor is not None
    pasted = QMimeData()
    pasted.setHtml('<b>Bold</b> <a href="http://example.org">a link</a><img src="file:///etc/passwd">')
    pasted.setText("Bold a link")
    QApplication.clipboard().setMimeData(pasted)
    editor.fields["told"].text.paste()
    assert editor.fields["told"].value() == "Bold a link"
    QApplication.clipboard().clear()


def test_snippets_are_seen_before_they_go_in(stage: Stage):
    page = begun(stage, visits_tab(stage))
    tools = page.note.tools
    tools.open.click()
    tools.keep.click()
    stage.settle()
    assert tools.name.sentence() or tools.words.sentence()
    tools.name.set_value("Rest")
    tools.words.set_value("We spoke about rest.")
    tools.keep.click()
    stage.settle()
    assert tools.preview.text() == "We spoke about rest."
    tools.use.click()
    assert page.note.editor is not None
    assert page.note.editor.fields["told"].value() == "We spoke about rest."
    tools.forget.click()
    stage.settle()
    assert tools.choice.isHidden()


def test_the_note_is_read_together_and_the_patient_writes_below_it(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    write(stage, page, "Slept badly.")
    page.note.keep.click()
    stage.settle()
    page.note.sign.click()
    stage.settle()
    page.note.show_patient.click()
    view = tab.view
    assert view is not None
    task = view.findChild(NoteTask)
    stage.qtbot.waitUntil(lambda: task.found is not None)
    stage.settle()
    task.own.show_words("Since Tuesday, not Monday.")
    task.own.keep.click()
    stage.settle()
    task.choices.go_on.click()
    stage.settle()
    assert task.done is not None
    task.done.give_back.click()
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: tab.view is None, timeout=20_000)
    (kept,) = notes(stage, page)
    assert [(one.voice, one.words) for one in kept.note.addenda] == [(OTHER, "Since Tuesday, not Monday.")]
    assert [(one.voice, one.way) for one in kept.note.readings] == [(OTHER, Way.ON_THE_TURNED_VIEW)]


def test_a_jot_and_a_remark_stand_beside_the_note(stage: Stage):
    page = begun(stage, visits_tab(stage))
    stage.do(lambda p: p.do(visits.say, page.visit_id, WordKind.JOT, "left knee", by=DESK))
    stage.do(lambda p: p.do(visits.say, page.visit_id, WordKind.REMARK, "It was both", by=OTHER))
    stage.settle()
    page.note._put_in("left knee\n")
    assert page.note.editor is not None
    assert page.note.editor.fields["told"].value() == "left knee\n"


def test_a_call_is_noted_without_a_visit(stage: Stage):
    tab = visits_tab(stage)
    tab.list.contacts.new.click()
    contact = tab.contact
    assert contact is not None
    stage.qtbot.waitUntil(lambda: contact.note.editor is not None)
    stage.settle()
    assert contact.note.editor is not None
    contact.note.editor.title.set_value("About the scan")
    stage.qtbot.keyClicks(contact.note.editor.fields["told"].text, "Rang at noon.")
    contact.note.keep.click()
    stage.settle()
    contact.note.sign.click()
    stage.settle()
    assert contact.note.readers
    assert tab.go_back()
    stage.settle()
    assert len(tab.list.contacts.links) == 1


def test_private_reflections_are_closed_until_they_are_opened(stage: Stage):
    tab = visits_tab(stage)
    stage.settle()
    private = tab.list.private
    assert private._inside.isHidden()
    private.open.click()
    private.field.set_value("I was tired myself.")
    private.keep.click()
    stage.settle()
    assert private.field.value() == ""
    assert private._lines.count() == 3


def test_the_visit_ends_and_its_note_can_still_be_written(stage: Stage):
    page = begun(stage, visits_tab(stage))
    stage.do(lambda p: p.do(visits.press_point, page.visit_id, Point.ENDED, by=DESK))
    stage.settle()
    write(stage, page, "Afterwards.")
    page.note.keep.click()
    assert len(notes(stage, page)) == 1


def test_a_letter_is_written_without_a_visit_and_can_be_printed_as_one(stage: Stage):
    tab = visits_tab(stage)
    tab.list.contacts.new.click()
    contact = tab.contact
    assert contact is not None
    stage.qtbot.waitUntil(lambda: contact.note.editor is not None)
    stage.settle()
    editor = contact.note.editor
    assert editor is not None
    assert contact.letter.isHidden()
    editor.kind.set_value("letter")
    editor.template.set_value("confirmation")
    editor._change_template()
    editor.title.set_value("To whom it concerns")
    editor.fields["confirm"].set_value("Mira was here on Monday.")
    contact.note.keep.click()
    stage.settle()
    assert not contact.letter.isHidden()
    order = contact._letter_order()
    assert order.purpose.to_whom == "To whom it concerns"
    assert stage.do(order.make).pdf.startswith(b"%PDF")
    assert stage.do(contact._note_order().make).pdf.startswith(b"%PDF")


def test_a_page_filled_in_at_home_is_typed_in_as_from_paper(stage: Stage):
    page = begun(stage, visits_tab(stage))
    editor = page.note.editor
    assert editor is not None
    assert editor.from_paper.isHidden()
    editor.template.set_value("intake")
    editor._change_template()
    editor.from_paper.tick.click()
    editor.fields["hope"].set_value("To walk to the lake")
    page.note.keep.click()
    (kept,) = notes(stage, page)
    line = stage.do(lambda p: p.ask(versions_of, NOTE, kept.note.id))[0]
    assert line.hand.place is Place.PAPER


def test_headings_of_any_kept_note_are_used_again_and_offered_no_longer(stage: Stage):
    tab = visits_tab(stage)
    page = begun(stage, tab)
    write(stage, page, "Slept badly.")
    page.note.keep.click()
    stage.settle()
    (kept,) = notes(stage, page)
    key = stage.do(lambda p: p.do(own_acts.make_template, kept.note.id, "My way", by=DESK))
    tab.show_list()
    again = begun(stage, tab)
    assert any(button.text() == "Use these headings again" for button in again.note.findChildren(LinkButton))
    editor = again.note.editor
    assert editor is not None
    assert again.note.tools.aside.isHidden()
    editor.template.set_value(key)
    editor.template.changed.emit()
    assert not again.note.tools.aside.isHidden()
    assert editor.fields["told"].value() == "Slept badly."
    again.note.tools.aside.click()
    stage.settle()
    offered = stage.do(lambda p: p.ask(desk_of, kept.note.person_id, language="en")).templates
    assert not any(one.is_own() for one in offered)
