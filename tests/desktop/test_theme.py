"""The theme dresses the application, follows a choice, and names only what is bundled."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from healingpartner.desktop import fonts, icons, tokens
from healingpartner.desktop.kit.buttons import PrimaryButton
from healingpartner.desktop.theme import Look, Theme, palette_of, stylesheet
from healingpartner.foundation.paths import resource


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(look=Look.LIGHT, high_contrast=False)
    theme.apply(qapp)
    yield theme
    theme.choose(look=Look.LIGHT, text_percent=100, high_contrast=False)


def test_a_choice_of_dark_reaches_palette_and_tokens(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(look=Look.DARK)
    assert tokens.now() is tokens.DARK
    assert qapp.palette().window().color().name().upper() == tokens.DARK.paper


def test_high_contrast_has_sets_of_its_own(theme: Theme) -> None:
    theme.choose(high_contrast=True)
    assert theme.tokens is tokens.LIGHT_HIGH_CONTRAST
    theme.choose(look=Look.DARK)
    assert theme.tokens is tokens.DARK_HIGH_CONTRAST


def test_text_size_is_held_between_one_and_two_hundred(theme: Theme, qapp: QApplication) -> None:
    theme.choose(text_percent=900)
    assert theme.text_percent == 200
    assert qapp.font().pixelSize() == 30
    theme.choose(text_percent=5)
    assert qapp.font().pixelSize() == 15


def test_a_magnified_window_is_larger_than_the_rest_and_follows_the_text_size(theme: Theme, qtbot: QtBot) -> None:
    turned, desk = QWidget(), QWidget()
    for window in (turned, desk):
        qtbot.addWidget(window)
        PrimaryButton("Go on", parent=window)
        window.show()
    theme.magnify(turned, 1.4)
    theme.choose(text_percent=150)
    assert turned.font().pixelSize() == round(15 * 1.4 * 1.5)
    assert turned.findChild(PrimaryButton).sizeHint().height() > desk.findChild(PrimaryButton).sizeHint().height()


def test_the_sheet_holds_no_colour_of_its_own() -> None:
    template = resource("styles", "desk.qss.template").read_text(encoding="utf-8")
    assert re.search(r"#[0-9a-fA-F]{3,8}\b(?=\s*[;\s])", template) is None
    assert "$" not in stylesheet(tokens.LIGHT, 1.0)


def test_the_bundled_faces_are_the_ones_shown(theme: Theme) -> None:
    assert QFontInfo(fonts.text_font()).family() == fonts.FAMILY_TEXT
    assert QFontInfo(fonts.serif_font(19)).family() == fonts.FAMILY_SERIF
    assert fonts.text_font().families()[1:] == list(fonts.FALLBACKS)


def test_every_bundled_icon_can_be_drawn_and_takes_the_colour_of_its_token(theme: Theme) -> None:
    for file in resource("icons").glob("*.svg"):
        assert b"currentColor" in file.read_bytes()
    light = icons.icon("lock", "mine").pixmap(32, 32).toImage()
    theme.choose(look=Look.DARK)
    dark = icons.icon("lock", "mine").pixmap(32, 32).toImage()
    seen = {dark.pixelColor(x, y).name().upper() for x in range(32) for y in range(32)}
    assert light != dark
    assert tokens.DARK.mine in seen


def test_an_unknown_icon_is_named_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_palette_says_soft_for_what_is_switched_off() -> None:
    palette = palette_of(tokens.LIGHT)
    group, role = palette.ColorGroup.Disabled, palette.ColorRole.Text
    assert palette.color(group, role).name().upper() == tokens.LIGHT.soft
