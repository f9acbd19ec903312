"""A practice of invented people opens in the program like any other, by the passphrase that was printed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from conftest import LEAST_COST
from desktop.opened import settled, started, unlock
from healingpartner.demo.making import make
from healingpartner.desktop.people.list_column import PeopleColumn
from healingpartner.foundation.clock import SystemClock


def test_a_demo_practice_opens_at_the_screen_with_everyone_in_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    made = make(tmp_path / "Demo.healing", people=30, entries=20, seed=2, cost=LEAST_COST)
    desktop = started(qtbot, made.folder, SystemClock())
    shell = unlock(qtbot, desktop, made.passphrase)
    settled(qtbot, desktop)
    shell.show_room("people")
    settled(qtbot, desktop)
    column = desktop.window.findChild(PeopleColumn)
    assert column is not None
    qtbot.waitUntil(lambda: column.model.rowCount() == made.people)
    desktop.end()
