"""Locking destroys every page and closes the practice; unlocking is the same path as starting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from conftest import PASSPHRASE
from desktop.opened import settled, started, unlock
from healingpartner.desktop.neutral import NeutralPage
from healingpartner.desktop.people.form_page import PersonFormPage
from healingpartner.desktop.start import Started
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.words import spoken
from healingpartner.practice import open_practice


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    running = started(qtbot, folder, clock)
    unlock(qtbot, running)
    yield running
    running.end()


def test_locking_destroys_every_page_and_closes_the_practice(
    qtbot: QtBot, desktop: Started, folder: Path, clock: SteppingClock
) -> None:
    shell = desktop.door.shell
    desktop.door.lock()
    settled(qtbot, desktop)
    qtbot.waitUntil(lambda: not isValid(shell))
    assert isinstance(desktop.window.scene(), UnlockPage)
    assert not (folder / "practice.db-wal").exists()
    open_practice(folder, passphrase=PASSPHRASE, clock=clock).close()


def test_one_comes_back_to_the_same_place(qtbot: QtBot, desktop: Started) -> None:
    assert desktop.door.shell is not None
    desktop.door.shell.show_room("settings")
    desktop.door.lock()
    shell = unlock(qtbot, desktop)
    assert shell.standing().room == "settings"


def test_a_rest_locks_and_a_screen_lock_too(qtbot: QtBot, desktop: Started) -> None:
    desktop.door.rest.due.emit()
    assert desktop.door.shell is None
    unlock(qtbot, desktop)
    desktop.door.sleep.told(True)
    assert desktop.door.shell is None


def test_a_minutes_notice_covers_the_screen_and_goes_when_someone_is_there(qtbot: QtBot, desktop: Started) -> None:
    desktop.desk.ways.turned.emit(True)
    desktop.door.rest.notice.emit()
    neutral = desktop.window.findChild(NeutralPage)
    assert isinstance(neutral, NeutralPage)
    assert neutral.geometry() == desktop.window.rect()
    desktop.door.rest.back.emit()
    assert not neutral.isVisible()
    assert desktop.door.shell is not None


def test_what_we_put_on_the_clipboard_goes_with_the_lock(qtbot: QtBot, desktop: Started) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    QGuiApplication.clipboard().setText("Mira Rahimi")
    desktop.door.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_windows_beside_the_main_one_go_with_the_lock(qtbot: QtBot, desktop: Started) -> None:
    beside = QWidget()
    beside.show()
    desktop.door.lock()
    qtbot.waitUntil(lambda: not isValid(beside))


def test_notices_are_taken_back_when_locking(qtbot: QtBot, desktop: Started) -> None:
    desktop.desk.notices.warn("Mira Rahimi was saved.")
    desktop.desk.notices.ask("Delete this draft of Mira's?", yes="Delete draft", no="Keep", then=lambda _yes: None)
    desktop.door.lock()
    assert desktop.desk.notices.texts() == ()
    assert not desktop.desk.notices.asking


def test_the_practice_is_remembered_for_the_next_start(qtbot: QtBot, desktop: Started, folder: Path) -> None:
    assert desktop.desk.settings.values.practice == str(folder)


def test_the_passphrase_panel_asks_the_vault(qtbot: QtBot, desktop: Started) -> None:
    told: list[bool] = []
    desktop.door._check_passphrase("not this one", told.append)
    desktop.door._check_passphrase(PASSPHRASE, told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert told == [False, True]


def test_closing_the_window_closes_the_practice(
    qtbot: QtBot, desktop: Started, folder: Path, clock: SteppingClock
) -> None:
    assert desktop.window.close()
    settled(qtbot, desktop)
    open_practice(folder, passphrase=PASSPHRASE, clock=clock).close()


def test_an_unreadable_settings_file_is_said_and_the_program_starts(
    qtbot: QtBot, clock: SteppingClock, app_home: Path
) -> None:
    app_home.mkdir(exist_ok=True)
    (app_home / "settings.json").write_bytes(b"{")
    running = started(qtbot, None, clock)
    assert any("settings" in text for text in running.desk.notices.texts())
    running.end()


def test_the_minutes_notice_covers_the_turned_window_when_another_program_has_the_keyboard(
    qtbot: QtBot, desktop: Started
) -> None:
    beside = QWidget()
    beside.resize(900, 600)
    beside.show()
    desktop.window.hide()
    desktop.door.rest.notice.emit()
    neutral = beside.findChild(NeutralPage)
    assert isinstance(neutral, NeutralPage)
    assert neutral.isVisible()
    desktop.door.rest.back.emit()
    desktop.window.show()


def test_another_language_is_spoken_once_the_practice_was_locked(qtbot: QtBot, desktop: Started) -> None:
    before = spoken().locale
    desktop.desk.settings.change(locale="en_GB")
    assert spoken().locale == before
    desktop.door.lock()
    assert spoken().locale == "en_GB"
    desktop.desk.settings.change(locale=before)
    unlock(qtbot, desktop)
    desktop.door.lock()
    assert spoken().locale == before


def test_words_half_typed_are_back_after_the_window_was_closed(
    qtbot: QtBot, desktop: Started, folder: Path, clock: SteppingClock
) -> None:
    desktop.desk.ways.new_person.emit()
    settled(qtbot, desktop)
    assert desktop.door.shell is not None
    form = desktop.door.shell.findChild(PersonFormPage)
    assert isinstance(form, PersonFormPage)
    qtbot.waitUntil(form.form.isEnabled)
    qtbot.keyClicks(form.form.fields["preferred_name"].editor, "Thandiwe Underhill")
    assert desktop.window.close()
    settled(qtbot, desktop)
    practice = open_practice(folder, passphrase=PASSPHRASE, clock=clock)
    assert ["Thandiwe Underhill" in draft.body for draft in practice.drafts()] == [True]
    practice.close()
