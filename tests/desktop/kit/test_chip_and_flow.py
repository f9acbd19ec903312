"""Chips wrap rather than hide, and stand where reading goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout


def three(qtbot: QtBot) -> tuple[QWidget, list[Chip]]:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page)
    chips = [Chip("Talk dressed first", icon="eye-slash"), Chip("Ask before touch"), Chip("Trauma: only when I start")]
    for chip in chips:
        flow.addWidget(chip)
    page.show()
    return page, chips


def test_a_narrow_line_makes_more_lines(qtbot: QtBot) -> None:
    page, chips = three(qtbot)
    page.resize(900, 200)
    assert len({chip.y() for chip in chips}) == 1
    page.resize(210, 200)
    assert len({chip.y() for chip in chips}) == 3


def test_words_wider_than_the_page_wrap_and_stay_inside(qtbot: QtBot) -> None:
    page, chips = three(qtbot)
    page.resize(120, 400)
    assert all(chip.geometry().right() < 120 for chip in chips)
    assert chips[2].height() > 1.5 * chips[2].fontMetrics().height()


def test_right_to_left_the_first_chip_stands_on_the_right(qtbot: QtBot) -> None:
    page, chips = three(qtbot)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(900, 200)
    assert chips[0].x() > chips[1].x() > chips[2].x()


def test_a_cleared_flow_is_empty(qtbot: QtBot) -> None:
    page, _chips = three(qtbot)
    flow = page.layout()
    assert isinstance(flow, FlowLayout)
    flow.clear()
    assert flow.count() == 0
    assert flow.takeAt(0) is None


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_can_stand_on_a_chip(qtbot: QtBot, words: str) -> None:
    chip = Chip(words, tint="warn")
    qtbot.addWidget(chip)
    chip.resize(200, 100)
    chip.grab()
    assert chip.text() == words
