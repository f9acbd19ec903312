"""A desktop on a real practice, for tests: started, unlocked by its passphrase, ended afterwards."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from conftest import LEAST_COST, PASSPHRASE
from healingpartner.desktop.plans.slices import Slices
from healingpartner.desktop.shell import Shell
from healingpartner.desktop.start import Started, start
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.foundation.clock import Clock, SystemClock


def started(qtbot: QtBot, folder: Path | None, clock: Clock) -> Started:
    """The desktop before its door, shown at 1440 × 900."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desktop = start(app, clock=clock, rest_clock=SystemClock(), folder=folder, cost=LEAST_COST)
    qtbot.addWidget(desktop.window)
    desktop.window.resize(1440, 900)
    desktop.window.show()
    return desktop


def unlock(qtbot: QtBot, desktop: Started, passphrase: str = PASSPHRASE) -> Shell:
    """Type the passphrase and wait for the frame."""
    page = desktop.window.scene()
    assert isinstance(page, UnlockPage)
    qtbot.keyClicks(page.passphrase.line, passphrase)
    page.unlock_button.click()
    qtbot.waitUntil(lambda: desktop.door.shell is not None, timeout=20_000)
    shell = desktop.door.shell
    assert shell is not None
    return shell


def settled(qtbot: QtBot, desktop: Started) -> None:
    """Wait until the vault thread has answered everything asked so far, and long pages are built to their end."""
    done: list[int] = []
    desktop.desk.runner.aside(lambda: 1, owner=desktop.window, then=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    slices = desktop.window.findChildren(Slices)
    qtbot.waitUntil(lambda: all(each.is_settled for each in slices if isValid(each)), timeout=20_000)
