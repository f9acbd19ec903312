"""The kit is tested in its dress: light, 100 %, bundled faces."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from healingpartner.desktop.theme import Look, Theme


@pytest.fixture(scope="session")
def dress(qapp: QApplication) -> Theme:
    """The theme, put on once: dressing is the slowest part of a test of widgets."""
    theme = Theme(look=Look.LIGHT, high_contrast=False)
    theme.apply(qapp)
    return theme


@pytest.fixture(autouse=True)
def theme(dress: Theme) -> Iterator[Theme]:
    """The theme in force while a test runs; what a test changes is changed back."""
    before = (dress.look, dress.text_percent, dress.tokens)
    yield dress
    if (dress.look, dress.text_percent, dress.tokens) != before:
        dress.choose(look=Look.LIGHT, text_percent=100, high_contrast=False)
