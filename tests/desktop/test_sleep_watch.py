"""Sleep and a locked screen are heard where there is a bus, and nothing breaks where there is none."""

import pytest
from pytestqt.qtbot import QtBot

from healingpartner.desktop.sleep_watch import SleepWatch


def test_only_the_beginning_of_sleep_locks(qtbot: QtBot) -> None:
    watch, heard = SleepWatch(), list[int]()
    watch.leaving.connect(lambda: heard.append(1))
    watch.told(False)
    assert heard == []
    watch.told(True)
    watch.locked()
    assert heard == [1, 1]


def test_without_a_bus_nothing_is_heard_and_nothing_breaks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    watch = SleepWatch()
    assert watch.listen() in (False, True)
    assert watch.listen() in (False, True)
