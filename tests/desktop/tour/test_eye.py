"""Things are found by the name a screen reader says, and only while they are in sight."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from healingpartner.desktop.kit.buttons import PrimaryButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.hand import Hand, keys
from healingpartner.foundation.text import isolated


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    shown.resize(400, 200)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def shown_in(window: QWidget, widget: QWidget) -> None:
    widget.setParent(window)
    widget.show()


def test_a_name_is_the_same_with_and_without_marks_of_direction(window: QWidget) -> None:
    shown_in(window, PrimaryButton(f"Turn to {isolated('ليلى')}"))
    assert eye.find("Turn to ليلى", QPushButton) is not None
    assert eye.find("Turn to…", QPushButton) is not None
    assert eye.find("Turn", QPushButton) is None


def test_what_is_hidden_or_cannot_be_used_is_not_found(window: QWidget) -> None:
    button = PrimaryButton("Sign")
    shown_in(window, button)
    button.setEnabled(False)
    assert eye.find("Sign", QPushButton) is None
    assert eye.find("Sign", QPushButton, enabled=False) is button
    button.hide()
    assert eye.find("Sign", QPushButton, enabled=False) is None


def test_a_sentence_that_is_not_there_says_what_was(window: QWidget) -> None:
    shown_in(window, PrimaryButton("Save & close"))
    assert eye.must_read("Save & close") == "Save & close"
    with pytest.raises(NotHeld) as missed:
        eye.must_read("Print")
    assert "Save & close" in missed.value.seen


@pytest.mark.parametrize("words", ["Zoë", "王安琪", "ليلى", "🌿 a<b>", "Nguyễn"])
def test_any_script_can_be_typed(window: QWidget, words: str) -> None:
    field = LineField("Name")
    shown_in(window, field)
    keys(field.line, words)
    assert field.value() == words
    assert field.findChild(QLineEdit).text() == words


def test_typing_afresh_takes_the_place_of_what_stood_there(window: QWidget) -> None:
    field = LineField("Name", value="old")
    shown_in(window, field)
    hand = Hand(lambda holds, what: None if holds() else pytest.fail(what))
    hand.type_into("Name", " and more")
    assert hand.value("Name") == "old and more"
    hand.type_into("Name", "new", afresh=True)
    assert hand.value("Name") == "new"
