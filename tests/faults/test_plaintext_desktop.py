"""An hour at the screen leaves no word of anyone on the disk: typed, found, half written, slipped, locked, cut off."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import settled, started, unlock
from faults.test_plaintext import Planted, cut_off, seen_on_disk
from healingpartner.desktop.people.form_page import PersonFormPage
from healingpartner.desktop.slip_reports import keep_report
from healingpartner.desktop.start import Started
from healingpartner.foundation.clock import SteppingClock
from healingpartner.people.views import list_rows
from healingpartner.practice import Practice, open_practice


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every place a desktop program writes to by itself lies below this one."""
    for name in ("TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        place = tmp_path / name.lower()
        place.mkdir()
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmpdir"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "xdg_config_home"))
    return tmp_path


def type_everywhere(page: QWidget, planted: Planted) -> list[str]:
    """A planted word in every line and text of the page that can be written in; the words."""
    typed = []
    for editor in page.findChildren(QWidget):
        if not isinstance(editor, QLineEdit | QPlainTextEdit) or not editor.isVisibleTo(page) or _is_of_numbers(editor):
            continue
        typed.append(planted())
        editor.setFocus()
        QTest.keyClicks(editor, typed[-1])
    return typed


def _is_of_numbers(editor: QWidget) -> bool:
    """A day or a sum: a word there would only be answered beside the field."""
    return editor.accessibleName() in {"Birth date", "Sum"}


def new_form(qtbot: QtBot, desktop: Started) -> PersonFormPage:
    """The form for a new person, opened from the frame."""
    shell = desktop.door.shell
    assert shell is not None
    shell._open_new_person()
    settled(qtbot, desktop)
    page = shell.findChild(PersonFormPage)
    assert isinstance(page, PersonFormPage)
    return page


def test_an_hour_at_the_screen_leaves_no_word_on_the_disk(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    planted, desktop = Planted(), started(qtbot, folder, clock)
    unlock(qtbot, desktop)
    settled(qtbot, desktop)
    page = new_form(qtbot, desktop)
    assert len(type_everywhere(page, planted)) > 12
    with qtbot.waitSignal(page.saved, timeout=20_000):
        page.save_button.click()
    settled(qtbot, desktop)
    half = type_everywhere(new_form(qtbot, desktop), planted)
    assert len(planted.words) >= 40
    qtbot.wait(2_500)
    settled(qtbot, desktop)
    assert seen_on_disk(home, planted) == [], "while it is open, with a draft kept"
    QGuiApplication.clipboard().setText(half[0])
    keep_report(ValueError(half[1]), clock)
    desktop.door.lock()
    qtbot.waitUntil(lambda: desktop.door.shell is None)
    settled(qtbot, desktop)
    assert seen_on_disk(home, planted) == [], "locked"
    shown = "\n".join(window.windowTitle() for window in QApplication.topLevelWidgets())
    assert [word for word in planted.words if word in shown + QGuiApplication.clipboard().text()] == []
    unlock(qtbot, desktop)
    settled(qtbot, desktop)
    drafts: list[str] = []
    desktop.desk.runner.run(_cut, owner=desktop.window, then=drafts.append)
    qtbot.waitUntil(lambda: bool(drafts))
    assert half[0] in drafts[0], "from inside, the half-written words are there"
    assert seen_on_disk(home, planted) == [], "after a power cut"
    said = capfd.readouterr()
    assert [word for word in planted.words if word in said.out + said.err] == []
    desktop.desk.runner.stop()
    practice = open_practice(folder, data_key=data_key, clock=clock)
    assert len(practice.ask(list_rows)) == 1
    practice.close()


def _cut(practice: Practice) -> str:
    kept = "\n".join(draft.body for draft in practice.drafts())
    cut_off(practice)
    return kept


def test_the_scan_sees_what_a_desktop_would_leave(home: Path) -> None:
    planted = Planted()
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "x", "y").setValue("last", planted())
    (home / "tmpdir" / planted()).write_bytes(planted().encode("utf-16-le"))
    assert len(seen_on_disk(home, planted)) >= 2
