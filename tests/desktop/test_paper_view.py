"""Paper is looked at before it is printed, and what no face can draw is named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.paper_view import PaperView, look_at
from healingpartner.paper.preview import Picture

PAGE = Picture(width=85, height=110, rgba=b"\xff" * (85 * 110 * 4))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    with qtbot.waitActive(window):
        window.show()
    return window


def words_on(view: PaperView) -> str:
    return " ".join(label.text() for label in view.findChildren(PlainLabel))


def test_the_paper_is_shown_and_printing_goes_on_from_there(qtbot: QtBot, host: QWidget) -> None:
    wanted: list[str] = []
    view = look_at(host, "Agreement & copy", [PAGE, PAGE], (), lambda: wanted.append("print"))
    assert view.preview.page_count() == 2
    assert "2 pages" in words_on(view)
    assert view.print_button.hasFocus()
    qtbot.mouseClick(view.print_button, Qt.MouseButton.LeftButton)
    assert wanted == ["print"]
    assert view.isHidden()


def test_escape_closes_it_and_prints_nothing(qtbot: QtBot, host: QWidget) -> None:
    wanted: list[str] = []
    view = look_at(host, "Agreement", [PAGE], (), lambda: wanted.append("print"))
    qtbot.keyClick(view.print_button, Qt.Key.Key_Escape)
    assert view.isHidden()
    assert wanted == []


def test_characters_that_no_face_can_draw_are_named(host: QWidget) -> None:
    view = look_at(host, "Agreement", [PAGE], ("U+0378", "U+E000"), lambda: None)
    assert "U+0378, U+E000" in words_on(view)


def test_everything_on_it_is_named_and_whole(host: QWidget) -> None:
    view = look_at(host, "Agreement", [PAGE], ("U+0378",), lambda: None)
    assert nameless(view) == []
    assert clipped(view) == []
    assert view.preview.height() > 300
