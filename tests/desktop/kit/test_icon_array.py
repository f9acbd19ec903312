"""Pictures of people on the screen: as many as are meant, named in words, mirrored and enlarged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from healingpartner.desktop import tokens
from healingpartner.desktop.kit.icon_array import IconPair, IconPicture
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.numbers.estimate import OutcomeDirection
from plans.numbers.test_estimate import SLEEP


def shown(qtbot: QtBot, events: int, of: int = 100, **more: object) -> IconPicture:
    picture = IconPicture(events, of, outcome="sleep better", **more)  # type: ignore[arg-type]
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    return picture


def filled(picture: IconPicture) -> list[tuple[int, int]]:
    """Column and row of every icon whose middle has the colour of those it happens to."""
    image: QImage = picture.grab().toImage()
    ratio, array = image.devicePixelRatio(), picture.array
    pitch = picture.width() / array.columns
    found = []
    for row in range(array.rows):
        for column in range(array.columns):
            middle = QPoint(round((column + 0.5) * pitch * ratio), round((row + 0.5) * pitch * ratio))
            if image.pixelColor(middle) == QColor(tokens.now().mine):
                found.append((column, row))
    return found


@pytest.mark.parametrize("direction", OutcomeDirection)
def test_as_many_are_filled_as_it_happens_to(qtbot: QtBot, direction: OutcomeDirection) -> None:
    for events in (0, 1, 24, 100):
        assert len(filled(shown(qtbot, events, direction=direction))) == events


def test_it_is_filled_from_the_bottom_at_the_side_where_reading_begins(qtbot: QtBot) -> None:
    picture = shown(qtbot, 3)
    assert filled(picture) == [(0, 9), (1, 9), (2, 9)]
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert filled(picture) == [(7, 9), (8, 9), (9, 9)]


@pytest.mark.parametrize(("look", "high"), [(Look.DARK, False), (Look.LIGHT, True), (Look.DARK, True)])
def test_it_follows_the_light_and_the_contrast(qtbot: QtBot, theme: Theme, look: Look, high: bool) -> None:
    picture = shown(qtbot, 24)
    theme.choose(look=look, high_contrast=high)
    assert len(filled(picture)) == 24


def test_it_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    small = shown(qtbot, 24).sizeHint()
    theme.choose(text_percent=200)
    large = shown(qtbot, 24).sizeHint()
    assert large.width() == pytest.approx(2 * small.width(), abs=2)


def test_it_says_in_words_what_it_shows(qtbot: QtBot) -> None:
    name = shown(qtbot, 38).accessibleName().replace("\u2068", "").replace("\u2069", "")
    assert name == "38 of 100 people: sleep better."


def test_a_pair_shows_without_and_with_in_one_size(qtbot: QtBot) -> None:
    pair = IconPair(SLEEP)
    qtbot.addWidget(pair)
    assert nameless(pair) == []
    without, with_it = pair.findChildren(IconPicture)
    assert (without.array.events, with_it.array.events) == (24, 38)
    assert without.sizeHint() == with_it.sizeHint()


def test_a_pair_of_no_numbers_is_empty(qtbot: QtBot) -> None:
    pair = IconPair(replace(SLEEP, n_with=None, n_without=None, denominator=None, interval_with=None))
    qtbot.addWidget(pair)
    assert pair.findChildren(IconPicture) == []


def test_more_than_there_are_cannot_be_shown(qtbot: QtBot) -> None:
    with pytest.raises(RuleBroken):
        IconPicture(101, 100, outcome="sleep better")
