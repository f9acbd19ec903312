"""Empty places, long work and paper."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from healingpartner.desktop.kit.empty_state import EmptyState
from healingpartner.desktop.kit.pdf_preview import PdfPreview
from healingpartner.desktop.kit.progress_card import ProgressCard


def test_an_empty_place_offers_one_thing_to_do(qtbot: QtBot) -> None:
    place = EmptyState("users-three", "Nobody is here yet.", button="Add the first person")
    qtbot.addWidget(place)
    place.show()
    with qtbot.waitSignal(place.pressed):
        qtbot.mouseClick(place.button, Qt.MouseButton.LeftButton)
    assert nameless(place) == []


def test_short_work_is_never_seen(qtbot: QtBot) -> None:
    card = ProgressCard()
    qtbot.addWidget(card)
    card.begin("Copying")
    card.end()
    assert not card.isVisible()


def test_long_work_appears_counts_and_can_be_stopped(qtbot: QtBot) -> None:
    card = ProgressCard()
    qtbot.addWidget(card)
    card.begin("Copying the practice")
    qtbot.waitUntil(card.isVisible)
    card.set_progress(3, 10)
    assert (card._bar.value(), card._bar.maximum()) == (3, 10)
    assert nameless(card) == []
    with qtbot.waitSignal(card.stopped):
        qtbot.mouseClick(card._stop, Qt.MouseButton.LeftButton)
    assert not card._stop.isEnabled()


def test_paper_shows_every_page_and_its_number(qtbot: QtBot) -> None:
    preview = PdfPreview("The agreement")
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show_pages([(20, 30, b"\xff\x00\x00\xff" * 600), (20, 30, b"\xff" * 2400)], spoken_text="What we agree")
    preview.show()
    assert preview.page_count() == 2
    assert preview._pages[0].accessibleName() == "Page 1 of 2"
    assert preview._pages[0].grab().toImage().pixelColor(100, 100).name() == "#ff0000"
    preview.show_pages([])
    assert preview.page_count() == 0


def test_bytes_that_do_not_fill_their_page_are_not_shown(qtbot: QtBot) -> None:
    preview = PdfPreview("The agreement")
    qtbot.addWidget(preview)
    with pytest.raises(ValueError, match="bytes"):
        preview.show_pages([(20, 30, b"short")])
