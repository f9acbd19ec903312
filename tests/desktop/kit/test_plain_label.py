"""Labels show words as they were written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.plain_label import ElidedLabel, PlainLabel, TitleLabel, set_tip, without_mnemonic

KINDS = (PlainLabel, ElidedLabel, TitleLabel)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_become_markup(qtbot: QtBot, kind: type[QLabel], words: str) -> None:
    label = kind(words)
    qtbot.addWidget(label)
    label.resize(240, 60)
    label.grab()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == words


def test_a_line_without_room_offers_its_words_escaped(qtbot: QtBot) -> None:
    label = ElidedLabel("<img src=/etc/hostname> and a very long name & another very long name")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.toolTip().startswith("<qt>&lt;img")
    label.resize(2000, 24)
    assert label.toolTip() == ""


def test_a_long_word_does_not_widen_the_line(qtbot: QtBot) -> None:
    label = ElidedLabel("x" * 10_000)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 100


def test_words_grow_downward_when_they_wrap(qtbot: QtBot) -> None:
    label = PlainLabel("one two three four five six seven eight nine ten")
    qtbot.addWidget(label)
    assert label.heightForWidth(80) > 3 * label.heightForWidth(2000)


def test_a_selectable_label_can_be_read_by_keys(qtbot: QtBot) -> None:
    label = PlainLabel("To garden", selectable=True)
    qtbot.addWidget(label)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_an_ampersand_stays_an_ampersand() -> None:
    assert without_mnemonic("Tom & Jo") == "Tom && Jo"


def test_a_tip_of_nothing_is_no_tip(qtbot: QtBot) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    set_tip(label, "")
    assert label.toolTip() == ""
