"""The practitioner's own pages: practising in private, own wordings, and which words are offered."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.accessibility import nameless
from desktop.agreements.people import add, offer, tab_of
from desktop.stage import Stage
from healingpartner.agreements.library import starting_wording, write_wording
from healingpartner.agreements.own.acts import keep_wording
from healingpartner.agreements.own.views import own_wordings
from healingpartner.agreements.practising.model import Practised
from healingpartner.agreements.practising.views import adopted
from healingpartner.desktop.agreements.list_page import PRACTISING, WORDINGS, AgreementsPage
from healingpartner.desktop.agreements.wordings_panel import WordingsPanel
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice


def page_at(stage: Stage, place: str) -> AgreementsPage:
    page = AgreementsPage(stage.desk)
    stage.show(page)
    page.return_to(place)
    stage.settle()
    return page


def panel_of(page: AgreementsPage) -> WordingsPanel:
    assert page.wordings is not None
    return page.wordings


def test_a_promise_is_practised_in_private_and_its_note_is_kept(stage: Stage) -> None:
    page = page_at(stage, PRACTISING)
    assert page.practising is not None
    card = page.practising.cards[0]
    card.buttons[Practised.PRACTISING].click()
    stage.settle()
    card.own_note.line.setText("Two weeks <b>now</b>")
    page.flush()
    stage.settle()
    kept = stage.do(lambda practice: practice.ask(adopted))[card.commitment.id]
    assert (kept.state, kept.note) == (Practised.PRACTISING, "Two weeks <b>now</b>")
    assert card.buttons[Practised.PRACTISING].isChecked()
    assert nameless(page) == []


def test_what_is_still_practised_is_offered_as_not_yet_in_one_press(stage: Stage) -> None:
    page = page_at(stage, PRACTISING)
    assert page.practising is not None
    shared = {one.id for one in starting_wording().commitments}
    card = next(card for card in page.practising.cards if card.commitment.id in shared)
    card.buttons[Practised.PRACTISING].click()
    stage.settle()
    page.hide()
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    stage.settle()
    assert tab.talking is not None
    assert tab.talking.practise.isVisible()
    tab.talking.practise.click()
    stage.settle()
    assert tab.found is not None
    assert [point.commitment.id for point in tab.found.points if point.is_open] == [card.commitment.id]


def test_an_own_wording_is_made_edited_and_offered(stage: Stage) -> None:
    page = page_at(stage, WORDINGS)
    panel = panel_of(page)
    assert panel.make is not None
    panel.make.click()
    assert panel.editor is not None
    panel.editor.title.set_value("Our own way")
    panel.editor.add.click()
    panel.editor.keep.click()
    stage.settle()
    assert panel.editor is not None
    assert panel.editor.cards[-1].fields["title"].sentence()
    for field, words in zip(
        panel.editor.cards[-1].fields.values(), ("Tea", "I make tea.", "I bring cake.", "Why not"), strict=True
    ):
        field.set_value(words)
    panel.editor.keep.click()
    stage.settle()
    assert panel.editor is None
    assert nameless(page) == []
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
    page.hide()
    tab = tab_of(stage, add(stage))
    stage.settle()
    assert tab.standing is not None
    assert tab.standing.choice is not None
    own = tab.standing.choice.box
    own.setCurrentIndex(own.count() - 1)
    tab.standing.choice.changed.emit()
    stage.settle()
    assert tab.standing.choice.chosen() is not None
    offer(stage, tab)
    assert tab.found is not None
    assert tab.found.version is not None
    assert tab.found.version.wording.title == "Our own way"
    assert tab.found.version.wording.commitments[-1].title == "Tea"


def test_what_was_being_written_comes_back(stage: Stage) -> None:
    page = page_at(stage, WORDINGS)
    panel = panel_of(page)
    panel.edit(starting_wording())
    assert panel.editor is not None
    panel.editor.title.set_value("Half a ti")
    page.flush()
    stage.settle()
    page.deleteLater()
    again = page_at(stage, WORDINGS)
    stage.settle()
    assert any("Go on" in button.text() for button in again.findChildren(type(panel.editor.add)))


def test_a_wording_leaves_and_comes_in_as_a_file(stage: Stage, tmp_path: Path) -> None:
    page = page_at(stage, WORDINGS)
    panel = panel_of(page)
    path = tmp_path / "Agreement wording.json"
    panel.save_to(starting_wording(), path)
    stage.qtbot.waitUntil(path.exists)
    stage.settle()
    assert path.read_bytes() == write_wording(starting_wording())
    kept = stage.do(lambda practice: practice.db.rows("SELECT what, outcome, person_id FROM released"))
    assert [tuple(row) for row in kept] == [("Agreement wording", "left", None)]
    panel.take_in(path)
    stage.settle()
    (tmp_path / "amiss.json").write_bytes(b"{}")
    panel.take_in(tmp_path / "amiss.json")
    stage.settle()
    assert len(stage.do(lambda practice: practice.ask(own_wordings))) == 1
    assert stage.troubles == []


def test_a_former_edition_of_an_own_wording_can_be_read_again(stage: Stage) -> None:
    first = replace(starting_wording(), title="Our <b>first</b> way")

    def twice(practice: Practice) -> str:
        own_id = practice.do(keep_wording, first, by=Voice.PRACTITIONER)
        (own,) = practice.ask(own_wordings)
        practice.do(keep_wording, replace(own.wording, title="Our second way"), own_id=own_id, by=Voice.PRACTITIONER)
        return own_id

    own_id = stage.do(twice)
    page = page_at(stage, WORDINGS)
    editions = panel_of(page).editions[own_id]
    stage.qtbot.waitUntil(lambda: bool(editions.links))
    assert list(editions.links) == [1]
    editions.links[1].click()
    assert editions.text is not None
    assert first.title in {label.text() for label in editions.text.findChildren(QLabel)}
    assert nameless(page) == []
    editions.links[1].click()
    assert editions.text is None
