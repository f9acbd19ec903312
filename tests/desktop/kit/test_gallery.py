"""Every widget in every dress: pictures are made, and nothing that takes the focus is nameless."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless
from desktop.kit.gallery import PAGES, in_window, take
from healingpartner.desktop.theme import Theme


def test_the_gallery_can_be_taken_in_every_dress(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    pictures = take(tmp_path, qapp, theme)
    assert len(pictures) == 5 * len(PAGES)
    assert all(picture.stat().st_size > 1000 for picture in pictures)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_no_words_are_cut_at_double_size_on_a_small_screen(
    qtbot: QtBot, theme: Theme, page: Callable[[], QWidget], way: Qt.LayoutDirection
) -> None:
    theme.choose(text_percent=200)
    window = in_window(page())
    qtbot.addWidget(window)
    window.setLayoutDirection(way)
    window.resize(1024, 700)
    window.show()
    QApplication.processEvents()
    assert clipped(window) == []


def test_nothing_in_the_gallery_is_nameless(qtbot: QtBot) -> None:
    for make in PAGES.values():
        page = make()
        qtbot.addWidget(page)
        page.show()
        assert nameless(page) == []
