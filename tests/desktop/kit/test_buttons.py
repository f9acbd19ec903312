"""Buttons have names, keep ampersands and answer to keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless, spoken
from healingpartner.desktop.kit.buttons import IconButton, LinkButton, PatientButton, PrimaryButton, QuietButton

KINDS = (PrimaryButton, PatientButton, QuietButton, LinkButton)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_keeps_its_ampersand_and_tells_its_name(qtbot: QtBot, kind: type[PrimaryButton]) -> None:
    button = kind("Turn to Tom & Jo")
    qtbot.addWidget(button)
    assert button.text() == "Turn to Tom && Jo"
    assert spoken(button) == [("Button", "Turn to Tom & Jo", "")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_without_words_is_not_made(qapp: object, kind: type[PrimaryButton]) -> None:
    with pytest.raises(ValueError, match="words"):
        kind(" ")


def test_an_icon_without_a_name_is_not_made(qapp: object) -> None:
    with pytest.raises(ValueError, match="name"):
        IconButton("plus", "")


def test_space_and_return_press_and_the_focus_can_be_seen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    buttons = [kind("Go on") for kind in KINDS] + [IconButton("plus", "Add a person")]
    for button in buttons:
        column.addWidget(button)
    with qtbot.waitActive(page):
        page.show()
    for button in buttons:
        button.clearFocus()
        before = button.grab().toImage()
        button.setFocus()
        assert button.grab().toImage() != before
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with qtbot.waitSignal(button.clicked):
                qtbot.keyClick(button, key)
    assert nameless(page) == []
