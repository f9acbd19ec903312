"""At a quiet moment the practice is tidied, and not while someone is writing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from tests.desktop.stage import Stage, set_up

from healingpartner.desktop.quiet_moments import QuietMoments
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars


@pytest.fixture
def stage(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Stage]:
    """A desk with its practice open."""
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made


def waiting(stage: Stage) -> int:
    """How many entries the index has not taken in."""
    return stage.do(lambda practice: int(practice.db.value("SELECT count(*) FROM found WHERE state <> 1") or 0))


def test_words_are_indexed_and_the_log_is_cut_when_it_is_quiet(stage: Stage, folder: Path) -> None:
    quiet = QuietMoments(stage.desk.runner, stage.window)
    stage.desk.runner.do(add_person, Particulars(legal_name="Mira Rahimi"), by=Voice.PRACTITIONER, owner=stage.window)
    stage.settle()
    assert waiting(stage) > 0
    quiet.tidy()
    stage.settle()
    assert waiting(stage) == 0
    assert (folder / "practice.db-wal").stat().st_size == 0


def test_nothing_is_tidied_after_the_practice_is_being_closed(stage: Stage) -> None:
    quiet = QuietMoments(stage.desk.runner, stage.window)
    stage.desk.runner.do(add_person, Particulars(legal_name="Mira Rahimi"), by=Voice.PRACTITIONER, owner=stage.window)
    stage.settle()
    timers = quiet.findChildren(QTimer)
    assert [timer.isActive() for timer in timers] == [True]
    quiet.stop()
    assert [timer.isActive() for timer in timers] == [False]
