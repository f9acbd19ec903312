"""What every test of the desktop leaves behind: nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """Widgets put down are gone before the next test puts on its look, which dresses anew whatever is still there."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
