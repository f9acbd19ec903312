"""The kit is tested in its dress: light, 100 %, bundled faces."""

import pytest
from PySide6.QtWidgets import QApplication

from healingpartner.desktop.theme import Look, Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The theme in force while a test runs."""
    theme = Theme(look=Look.LIGHT, high_contrast=False)
    theme.apply(qapp)
    return theme
