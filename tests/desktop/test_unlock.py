"""Unlocking: a greeting and one field; every problem is a plain sentence beside it, and nothing inside is shown."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from desktop.accessibility import nameless
from desktop.opened import settled, started, unlock
from healingpartner.desktop.older import OlderPage
from healingpartner.desktop.passphrase_field import PassphraseField
from healingpartner.desktop.start import Started
from healingpartner.desktop.unlock import UnlockPage, greeting
from healingpartner.foundation.clock import Instant, SteppingClock
from healingpartner.foundation.paths import app_folder
from healingpartner.practice import open_practice
from healingpartner.vault import header


@pytest.fixture
def front(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    desktop = started(qtbot, folder, clock)
    yield desktop
    desktop.end()


def _page(desktop: Started) -> UnlockPage:
    page = desktop.window.scene()
    assert isinstance(page, UnlockPage)
    return page


def _try(qtbot: QtBot, desktop: Started, passphrase: str) -> str:
    page = _page(desktop)
    page.passphrase.line.clear()
    qtbot.keyClicks(page.passphrase.line, passphrase)
    page.try_key()
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    return page.passphrase.sentence()


@pytest.mark.parametrize(
    ("hour", "words"), [(4, "Good evening"), (9, "Good morning"), (12, "Good afternoon"), (19, "Good evening")]
)
def test_the_greeting_follows_the_hour(hour: int, words: str) -> None:
    moment = datetime(2026, 11, 22, hour, 30, tzinfo=UTC)
    assert greeting(Instant(utc_us=int(moment.timestamp() * 1_000_000), offset_min=0, zone="UTC")) == words


def test_nothing_from_inside_the_practice_stands_before_the_door(qtbot: QtBot, front: Started) -> None:
    shown = {label.text() for label in front.window.findChildren(QLabel) if label.isVisible() and label.text()}
    assert shown == {
        "Good morning",
        "Elm Street.healing",
        "Offline. Nothing leaves this computer unless you print or export it.",
    }
    assert front.window.windowTitle() == "Healing Partner"
    assert nameless(front.window) == []


def test_a_wrong_passphrase_is_said_beside_the_field_and_the_next_try_is_free(qtbot: QtBot, front: Started) -> None:
    sentence = _try(qtbot, front, "not this one at all")
    assert "not the passphrase" in sentence
    assert "Nothing was changed" in sentence
    assert _page(front).unlock_button.isEnabled()


def test_the_fourth_wrong_try_has_to_wait(qtbot: QtBot, front: Started) -> None:
    for _attempt in range(4):
        _try(qtbot, front, "not this one at all")
        if not _page(front).unlock_button.isEnabled():
            break
    assert "again in" in _page(front).below.text()
    assert not _page(front).unlock_button.isEnabled()


def test_tries_are_told_once_after_unlocking(qtbot: QtBot, front: Started) -> None:
    _try(qtbot, front, "not this one at all")
    _page(front).passphrase.line.clear()
    unlock(qtbot, front)
    assert any("1 try with a wrong passphrase" in text for text in front.desk.notices.texts())
    front.door.lock()
    settled(qtbot, front)
    unlock(qtbot, front)
    assert not any("wrong passphrase" in text for text in front.desk.notices.texts())


def test_an_empty_field_asks_for_the_passphrase(qtbot: QtBot, front: Started) -> None:
    _page(front).try_key()
    assert _page(front).passphrase.sentence() == "Please type your passphrase."


def test_the_recovery_sheet_opens_the_practice_too(
    qtbot: QtBot, front: Started, template: tuple[Path, bytes, str]
) -> None:
    page = _page(front)
    page.sheet_link.click()
    qtbot.keyClicks(page.code.line, template[2].lower().replace("-", " "))
    page.try_key()
    qtbot.waitUntil(lambda: front.door.shell is not None, timeout=20_000)
    assert any("recovery sheet" in text for text in front.desk.notices.texts())


def test_a_mistyped_recovery_code_says_which_group(
    qtbot: QtBot, front: Started, template: tuple[Path, bytes, str]
) -> None:
    page, code = _page(front), template[2]
    page.sheet_link.click()
    page.code.set_value(("1" if code[0] == "0" else "0") + code[1:])
    page.try_key()
    settled(qtbot, front)
    settled(qtbot, front)
    assert page.code.sentence()
    assert front.door.shell is None


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda folder: (folder / "practice.db").unlink(), "not in its folder"),
        (lambda folder: (folder / "practice.db").write_bytes(b""), "empty file"),
        (lambda folder: (folder / "keys.json").write_bytes(b"{}"), ""),
        (lambda folder: (folder / "keys.json").unlink(), ""),
        (lambda folder: (folder / "practice.db").write_bytes(bytes(8192)), ""),
    ],
)
def test_a_practice_that_cannot_be_opened_says_so_plainly(
    qtbot: QtBot, front: Started, folder: Path, harm: object, words: str
) -> None:
    assert callable(harm)
    harm(folder)
    sentence = _try(qtbot, front, PASSPHRASE)
    assert words in sentence
    assert len(sentence) > 40
    for never in ("rror", "nvalid", "ailed", "Traceback"):
        assert never not in sentence


def test_an_older_practice_is_asked_about_before_entering(qtbot: QtBot, folder: Path, clock: SteppingClock) -> None:
    before = (folder / "practice.db").read_bytes()
    desktop = started(qtbot, folder, clock)
    unlock(qtbot, desktop)
    desktop.door.lock()
    settled(qtbot, desktop)
    (folder / "practice.db").write_bytes(before)
    page = _page(desktop)
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    page.try_key()
    qtbot.waitUntil(lambda: isinstance(desktop.window.scene(), OlderPage), timeout=20_000)
    older = desktop.window.scene()
    assert isinstance(older, OlderPage)
    assert desktop.door.shell is None
    older.open_button.click()
    qtbot.waitUntil(lambda: desktop.door.shell is not None, timeout=20_000)
    desktop.end()


def test_the_eye_shows_and_hides_the_passphrase_and_caps_lock_is_mentioned(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase", bare=True)
    qtbot.addWidget(field)
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide the passphrase"
    qtbot.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock" not in field.editor.accessibleDescription()
    field.line.caps_lock.emit(True)
    assert "Caps Lock" in field.editor.accessibleDescription()


@pytest.mark.parametrize("harm", [lambda keys: keys.write_bytes(b"{}"), lambda keys: keys.unlink()])
def test_a_lost_key_file_is_mended_from_the_whole_copy_at_hand(
    qtbot: QtBot, folder: Path, clock: SteppingClock, harm: Callable[[Path], None]
) -> None:
    open_practice(folder, passphrase=PASSPHRASE, clock=clock).close()
    header.keep_copy(header.read(folder))
    harm(folder / "keys.json")
    desktop = started(qtbot, folder, clock)
    _try(qtbot, desktop, PASSPHRASE)
    page = _page(desktop)
    qtbot.waitUntil(page.mend_button.isVisible)
    page.mend_button.click()
    qtbot.waitUntil(lambda: "in its place" in page.below.text())
    assert not page.mend_button.isVisible()
    assert page.passphrase.sentence() == ""
    unlock(qtbot, desktop)
    desktop.end()


def test_without_a_whole_copy_none_is_offered(qtbot: QtBot, front: Started, folder: Path) -> None:
    shutil.rmtree(app_folder() / "keys", ignore_errors=True)
    (folder / "keys.previous.json").write_bytes(b"{}")
    (folder / "keys.json").write_bytes(b"{}")
    assert _try(qtbot, front, PASSPHRASE)
    assert not _page(front).mend_button.isVisible()
