"""Every widget in every dress: pictures are made, and nothing that takes the focus is nameless."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.kit.gallery import PAGES, take
from healingpartner.desktop.theme import Theme


def test_the_gallery_can_be_taken_in_every_dress(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    pictures = take(tmp_path, qapp, theme)
    assert len(pictures) == 5 * len(PAGES)
    assert all(picture.stat().st_size > 1000 for picture in pictures)


def test_nothing_in_the_gallery_is_nameless(qtbot: QtBot) -> None:
    for make in PAGES.values():
        page = make()
        qtbot.addWidget(page)
        page.show()
        assert nameless(page) == []
