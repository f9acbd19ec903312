"""The turned view in the whole program: no key leads past it, and closing it ends at the unlock page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from agreements.signing import offered
from desktop.opened import settled, started, unlock
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.palette import Palette
from healingpartner.desktop.start import Started
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.foundation.clock import SteppingClock
from healingpartner.practice import open_practice

KEYS = ("Ctrl+K", "Ctrl+P", "Ctrl+F", "Ctrl+Shift+N", "Ctrl+,", "Ctrl+1", "Ctrl+2", "F1", "F11", "Alt+Left")


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock) -> Iterator[Started]:
    practice = open_practice(folder, data_key=data_key, clock=clock)
    person_id, _, _ = offered(practice)
    practice.close()
    running = started(qtbot, folder, clock)
    unlock(qtbot, running)
    running.desk.ways.person.emit(person_id, "agreement")
    settled(qtbot, running)
    yield running
    running.end()


def turned(qtbot: QtBot, desktop: Started) -> TurnedView:
    shell = desktop.door.shell
    assert shell is not None
    qtbot.waitUntil(lambda: shell.findChild(AgreementTab) is not None)
    tab = shell.findChild(AgreementTab)
    qtbot.waitUntil(lambda: tab.standing is not None and tab.standing.how is not None)
    tab.standing.how.set_value("known_in_person")
    tab.turn()
    settled(qtbot, desktop)
    assert tab.view is not None
    return tab.view


def test_no_key_leads_past_it(qtbot: QtBot, desktop: Started) -> None:
    view = turned(qtbot, desktop)
    for keys in KEYS:
        QTest.keySequence(view.focusWidget() or view, keys)
        QApplication.processEvents()
    assert desktop.window.isHidden()
    assert view.is_turned
    assert not any(isinstance(widget, Palette) and widget.isVisible() for widget in QApplication.allWidgets())
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [view]


def test_closing_it_from_outside_locks(qtbot: QtBot, desktop: Started) -> None:
    view = turned(qtbot, desktop)
    view.close()
    qtbot.waitUntil(lambda: not isValid(view))
    qtbot.waitUntil(desktop.window.isVisible)
    assert desktop.door.shell is None
    assert isinstance(desktop.window.scene(), UnlockPage)


def test_the_lock_that_comes_after_rest_takes_it_away(qtbot: QtBot, desktop: Started) -> None:
    view = turned(qtbot, desktop)
    desktop.door.rest.due.emit()
    qtbot.waitUntil(lambda: not isValid(view))
    qtbot.waitUntil(desktop.window.isVisible)
    unlock(qtbot, desktop)
    assert desktop.door.shell is not None
