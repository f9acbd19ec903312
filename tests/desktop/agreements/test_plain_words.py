"""Plain words beside the full ones: both voices, by a switch, and what is signed stays the full text."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.agreements.people import add, tab_of, turn
from desktop.stage import Stage
from healingpartner.agreements.acts import offer
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Text
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.reading import ReadingPage
from healingpartner.foundation.voices import Voice


@pytest.fixture
def wording() -> Wording:
    return starting_wording("full")


def page_of(qtbot: QtBot, wording: Wording) -> ReadingPage:
    made = ReadingPage(Text(wording=wording))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def visible(page: ReadingPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_plain_words_of_both_stand_below_the_full_ones_while_switched_on(qtbot: QtBot, wording: Wording) -> None:
    page = page_of(qtbot, wording)
    one = wording.commitments[0]
    assert one.plain is not None
    both, full = {one.plain.practitioner, one.plain.patient}, {one.practitioner, one.patient}
    assert not both & visible(page)
    page.plain.button.click()
    assert both | full <= visible(page)
    assert one.plain.patient in page.text.cards[0].accessibleDescription()
    assert any("What is signed is the full text" in words for words in visible(page))
    assert nameless(page) == []
    page.plain.button.click()
    assert not both & visible(page)
    assert one.plain.patient not in page.text.cards[0].accessibleDescription()


def test_without_plain_words_there_is_no_switch(qtbot: QtBot, wording: Wording) -> None:
    bare = replace(wording, commitments=tuple(replace(one, plain=None) for one in wording.commitments))
    page = page_of(qtbot, bare)
    assert not page.plain.isVisible()


def test_the_switch_stays_as_it_was_left_on_the_tab_and_on_the_turned_view(stage: Stage) -> None:
    person_id = add(stage)
    stage.do(lambda practice: practice.do(offer, person_id, wording=starting_wording("full"), by=Voice.PRACTITIONER))
    tab = tab_of(stage, person_id)
    assert tab.found is not None
    assert tab.found.version is not None
    assert tab.plain is not None
    tab.plain.button.click()
    tab.found = None
    tab._ask()
    stage.settle()
    assert tab.plain.on()
    assert tab.found is not None
    _view, task = turn(stage, tab)
    assert task.reading is not None
    assert not task.reading.plain.on()
    task.reading.plain.button.click()
    task._show_reading(tab.found, frozenset())
    assert task.reading.plain.on()
