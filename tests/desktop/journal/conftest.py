"""Every page here stands on a desk with a real, encrypted practice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.stage import Stage, set_up
from healingpartner.foundation.clock import SteppingClock


@pytest.fixture
def stage(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Stage]:
    """A window and a desk, in the light."""
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made
