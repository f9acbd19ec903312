"""Each setting is in force at once, the letterhead is kept in the practice, and a backup is really made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from desktop.opened import settled, started, unlock
from healingpartner.desktop.backup_on_close import ClosingPage
from healingpartner.desktop.first_run_sheet import SheetStep
from healingpartner.desktop.first_run_steps import PassphraseStep
from healingpartner.desktop.notice_panels import PassphrasePanel
from healingpartner.desktop.settings.page import SettingsPage
from healingpartner.desktop.start import Started
from healingpartner.foundation.clock import SteppingClock
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import open_practice


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    running = started(qtbot, folder, clock)
    unlock(qtbot, running).show_room("settings")
    settled(qtbot, running)
    settled(qtbot, running)
    yield running
    running.end()


def _page(desktop: Started) -> SettingsPage:
    assert desktop.door.shell is not None
    page = desktop.door.shell.page()
    assert isinstance(page, SettingsPage)
    return page


def _pick(field: object, key: str) -> None:
    box = field.box  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def _type_passphrase(qtbot: QtBot, desktop: Started) -> None:
    panel = desktop.window.findChild(PassphrasePanel)
    assert isinstance(panel, PassphrasePanel)
    qtbot.keyClicks(panel.field, PASSPHRASE)
    panel.go.click()
    settled(qtbot, desktop)
    settled(qtbot, desktop)


def test_looks_are_in_force_at_once_and_kept(qtbot: QtBot, desktop: Started) -> None:
    page = _page(desktop)
    _pick(page.look.light, "dark")
    assert desktop.desk.theme.tokens.dark
    _pick(page.look.text_size, "200")
    assert desktop.desk.theme.text_percent == 200
    assert desktop.desk.settings.values.theme == "dark"
    _pick(page.look.light, "light")
    _pick(page.look.text_size, "100")


def test_the_times_of_locking_are_kept(qtbot: QtBot, desktop: Started) -> None:
    _pick(_page(desktop).lock.minutes, "15")
    _pick(_page(desktop).lock.turned, "30")
    assert desktop.desk.settings.values.lock_minutes == 15
    assert desktop.desk.settings.values.turned_lock_minutes == 30


def test_the_letterhead_is_kept_in_the_practice_and_shown_in_the_rail(qtbot: QtBot, desktop: Started) -> None:
    card = _page(desktop).letterhead
    card.fields["name"].set_value("")
    card.keep()
    settled(qtbot, desktop)
    assert card.fields["name"].sentence()
    card.fields["name"].set_value("Amara Osei")
    card.fields["address"].set_value("1 Elm Street\nSpringfield")
    card.keep()
    settled(qtbot, desktop)
    known: list[object] = []
    desktop.desk.runner.ask(practitioner, owner=desktop.window, then=known.append)
    qtbot.waitUntil(lambda: bool(known))
    assert known[0].address == "1 Elm Street\nSpringfield"


def test_a_letterhead_half_typed_is_there_after_locking(qtbot: QtBot, desktop: Started) -> None:
    qtbot.keyClicks(_page(desktop).letterhead.fields["phone"].editor, "555 01")
    desktop.door.lock()
    unlock(qtbot, desktop)
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    assert _page(desktop).letterhead.fields["phone"].value() == "555 01"


def test_a_new_passphrase_opens_the_practice_and_the_old_one_does_not(
    qtbot: QtBot, desktop: Started, folder: Path, clock: SteppingClock
) -> None:
    new = "brass lanterns over a slow river"
    _page(desktop).keys.passphrase_button.click()
    _type_passphrase(qtbot, desktop)
    step = desktop.window.findChild(PassphraseStep)
    assert isinstance(step, PassphraseStep)
    qtbot.keyClicks(step.first.line, new)
    qtbot.keyClicks(step.second.line, new)
    step.go.click()
    qtbot.waitUntil(lambda: any("new passphrase" in text for text in desktop.desk.notices.texts()), timeout=20_000)
    desktop.door.lock()
    settled(qtbot, desktop)
    open_practice(folder, passphrase=new, clock=clock).close()


def test_a_new_recovery_sheet_asks_for_the_passphrase_first(
    qtbot: QtBot, desktop: Started, folder: Path, clock: SteppingClock
) -> None:
    _page(desktop).keys.sheet_button.click()
    assert desktop.window.findChild(SheetStep) is None
    _type_passphrase(qtbot, desktop)
    step = desktop.window.findChild(SheetStep)
    assert isinstance(step, SheetStep)
    step._out()
    for number, field in zip(step._asked, step.fields, strict=True):
        field.set_value(step._groups[number])
    code = "-".join(step._groups)
    step.check()
    settled(qtbot, desktop)
    desktop.door.lock()
    settled(qtbot, desktop)
    open_practice(folder, recovery_code=code, clock=clock).close()


def test_a_backup_is_made_checked_and_shown_in_the_rail(qtbot: QtBot, desktop: Started, tmp_path: Path) -> None:
    into = tmp_path / "backups"
    into.mkdir()
    card = _page(desktop).backup
    card.take_folder(str(into))
    card.now_button.click()
    qtbot.waitUntil(lambda: any("checked" in text for text in desktop.desk.notices.texts()), timeout=30_000)
    settled(qtbot, desktop)
    assert len(list(into.iterdir())) == 1
    assert "Backed up" in card.state.text()


def test_a_backup_into_a_folder_that_is_gone_says_so(qtbot: QtBot, desktop: Started, tmp_path: Path) -> None:
    card = _page(desktop).backup
    card.take_folder(str(tmp_path / "gone" / "further"))
    card.now_button.click()
    qtbot.waitUntil(lambda: bool(desktop.desk.notices.texts()), timeout=30_000)
    assert card.now_button.isEnabled()


def test_verifying_a_whole_practice_says_that_it_is_whole(qtbot: QtBot, desktop: Started) -> None:
    card = _page(desktop).verify
    card.button.click()
    qtbot.waitUntil(lambda: bool(card.said.text()), timeout=30_000)
    assert card.said.text() == "Everything is as it was written."


def test_closing_with_a_backup_folder_makes_one_first(qtbot: QtBot, desktop: Started, tmp_path: Path) -> None:
    into = tmp_path / "backups"
    into.mkdir()
    _page(desktop).backup.take_folder(str(into))
    card = _page(desktop).letterhead
    card.fields["name"].set_value("Amara Osei")
    card.keep()
    settled(qtbot, desktop)
    assert not desktop.window.close()
    qtbot.waitUntil(lambda: not desktop.window.isVisible(), timeout=30_000)
    assert len(list(into.iterdir())) == 1


def test_a_locked_practice_closes_at_once_though_a_backup_is_due(
    qtbot: QtBot, desktop: Started, tmp_path: Path
) -> None:
    _page(desktop).backup.take_folder(str(tmp_path))
    card = _page(desktop).letterhead
    card.fields["name"].set_value("Amara Osei")
    card.keep()
    settled(qtbot, desktop)
    desktop.door.lock()
    assert desktop.window.close()


def test_a_backup_that_cannot_be_made_while_closing_says_so_and_lets_one_close(
    qtbot: QtBot, desktop: Started, tmp_path: Path
) -> None:
    _page(desktop).backup.take_folder(str(tmp_path / "gone" / "further"))
    card = _page(desktop).letterhead
    card.fields["name"].set_value("Amara Osei")
    card.keep()
    settled(qtbot, desktop)
    assert not desktop.window.close()
    page = desktop.window.scene()
    assert isinstance(page, ClosingPage)
    qtbot.waitUntil(page.bar.isHidden, timeout=30_000)
    assert len(page.words.text()) > 20
    page.button.click()
    qtbot.waitUntil(lambda: not desktop.window.isVisible())
