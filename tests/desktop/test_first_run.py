"""The first run from an empty computer to an open practice, typed and clicked as a person would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from desktop.accessibility import nameless
from desktop.opened import settled, started
from healingpartner.desktop.first_run import FirstRun
from healingpartner.desktop.first_run_restore import RestoreStep
from healingpartner.desktop.first_run_sheet import SheetStep
from healingpartner.desktop.first_run_steps import PassphraseStep, PlaceStep, WelcomeStep
from healingpartner.desktop.recovery_sheet import sheet_purpose
from healingpartner.desktop.start import Started
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.foundation.clock import SteppingClock
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.backup import Watch, back_up


@pytest.fixture
def front(qtbot: QtBot, clock: SteppingClock) -> Iterator[Started]:
    desktop = started(qtbot, None, clock)
    yield desktop
    desktop.end()


def _first_run(front: Started) -> FirstRun:
    page = front.window.scene()
    assert isinstance(page, FirstRun)
    return page


def _to_place(front: Started) -> PlaceStep:
    step = _first_run(front).step
    assert isinstance(step, WelcomeStep)
    step.begin_button.click()
    place = _first_run(front).step
    assert isinstance(place, PlaceStep)
    return place


def _to_passphrase(qtbot: QtBot, front: Started, folder: Path) -> PassphraseStep:
    place = _to_place(front)
    qtbot.keyClicks(place.name.line, "Amara Osei")
    qtbot.keyClicks(place.practice.line, "Elm Street")
    place.place.line.selectAll()
    qtbot.keyClicks(place.place.line, str(folder))
    place.go.click()
    step = _first_run(front).step
    assert isinstance(step, PassphraseStep)
    return step


def _to_sheet(qtbot: QtBot, front: Started, folder: Path) -> SheetStep:
    step = _to_passphrase(qtbot, front, folder)
    qtbot.keyClicks(step.first.line, PASSPHRASE)
    qtbot.keyClicks(step.second.line, PASSPHRASE)
    step.go.click()
    qtbot.waitUntil(lambda: isinstance(_first_run(front).step, SheetStep), timeout=30_000)
    sheet = _first_run(front).step
    assert isinstance(sheet, SheetStep)
    return sheet


def test_from_an_empty_computer_to_an_open_practice(
    qtbot: QtBot, front: Started, tmp_path: Path, clock: SteppingClock
) -> None:
    folder = tmp_path / "Elm Street.healing"
    sheet = _to_sheet(qtbot, front, folder)
    assert not sheet.typing.isVisible()
    saved = tmp_path / "sheet.pdf"
    sheet._leaving.save_to(sheet._make, sheet_purpose(), saved, sheet._out)
    qtbot.waitUntil(sheet.typing.isVisible, timeout=30_000)
    assert saved.read_bytes().startswith(b"%PDF")
    for number, field in zip(sheet._asked, sheet.fields, strict=True):
        qtbot.keyClicks(field.line, sheet._groups[number].lower())
    sheet.go.click()
    qtbot.waitUntil(lambda: front.door.shell is not None, timeout=20_000)
    known: list[object] = []
    front.desk.runner.ask(practitioner, owner=front.window, then=known.append)
    qtbot.waitUntil(lambda: bool(known))
    assert known[0].shown() == "Amara Osei"
    assert known[0].practice_name == "Elm Street"
    front.door.lock()
    settled(qtbot, front)
    open_practice(folder, passphrase=PASSPHRASE, clock=clock).close()


def test_a_group_that_is_not_on_the_sheet_does_not_pass(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    sheet = _to_sheet(qtbot, front, tmp_path / "Elm Street.healing")
    sheet._out()
    sheet.fields[0].set_value("0000")
    sheet.go.click()
    assert "not group" in sheet.fields[0].sentence()
    assert front.door.shell is None


def test_a_sheet_left_unfinished_is_spoken_of_at_the_next_unlock(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    folder = tmp_path / "Elm Street.healing"
    _to_sheet(qtbot, front, folder)
    front.desk.runner.close(owner=front.window)
    front.door.show_unlock(folder)
    page = front.window.scene()
    assert isinstance(page, UnlockPage)
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    page.try_key()
    qtbot.waitUntil(lambda: front.door.shell is not None, timeout=20_000)
    assert any("recovery sheet" in text for text in front.desk.notices.texts())


def test_a_rest_locks_a_practice_whose_sheet_is_still_on_the_screen(
    qtbot: QtBot, front: Started, tmp_path: Path
) -> None:
    _to_sheet(qtbot, front, tmp_path / "Elm Street.healing")
    front.door.rest.due.emit()
    settled(qtbot, front)
    assert isinstance(front.window.scene(), UnlockPage)


def test_names_and_places_that_cannot_be_taken_are_said_beside_their_field(
    qtbot: QtBot, front: Started, tmp_path: Path
) -> None:
    place = _to_place(front)
    place.go.click()
    assert place.name.sentence()
    qtbot.keyClicks(place.name.line, "Amara Osei")
    place.place.set_value("relative/folder")
    place.go.click()
    assert "folder" in place.place.sentence()
    for synced in ("OneDrive", "Dropbox", "Google Drive", "iCloud Drive"):
        place.place.set_value(str(tmp_path / synced / "Elm.healing"))
        place.go.click()
        assert "other computers" in place.place.sentence(), synced
    full = tmp_path / "full.healing"
    full.mkdir()
    (full / "something").touch()
    place.place.set_value(str(full))
    place.go.click()
    assert "already something" in place.place.sentence()


def test_a_weak_passphrase_and_two_different_ones_do_not_pass(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    step = _to_passphrase(qtbot, front, tmp_path / "Elm Street.healing")
    qtbot.keyClicks(step.first.line, "password1234")
    step.measure()
    assert 0 < step.meter.value() < 3
    step.go.click()
    assert step.first.sentence()
    step.measure()
    assert step.said.text() != step.first.sentence()
    step.suggest()
    assert len(step.first.value().split()) == 6
    assert step.meter.value() >= 3
    qtbot.keyClicks(step.second.line, "something else")
    step.go.click()
    assert "not the same" in step.second.sentence()


def test_a_very_long_name_with_markup_is_taken_as_words(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    place = _to_place(front)
    place.name.set_value("A" * 10_000)
    place.place.set_value(str(tmp_path / "x.healing"))
    place.go.click()
    assert "longer than" in place.name.sentence()
    place.name.set_value("<b>Amara</b> <img src='/etc/passwd'>")
    place.go.click()
    assert isinstance(_first_run(front).step, PassphraseStep)


def test_every_step_can_be_read_by_a_screen_reader(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    assert nameless(front.window) == []
    step = _to_passphrase(qtbot, front, tmp_path / "Elm Street.healing")
    assert step.isVisible()
    assert nameless(front.window) == []
    _first_run(front).show_restore()
    assert nameless(front.window) == []


def test_a_backup_is_restored_into_a_new_folder_and_unlocked(
    qtbot: QtBot, front: Started, practice: Practice, tmp_path: Path
) -> None:
    file = back_up(practice.vault, tmp_path, watch=Watch()).file
    _first_run(front).show_restore()
    step = _first_run(front).step
    assert isinstance(step, RestoreStep)
    step.go.click()
    assert step.file.sentence()
    step.file.set_value(str(file))
    step.place.set_value(str(tmp_path / "again.healing"))
    qtbot.keyClicks(step.passphrase.line, "not this one at all")
    step.go.click()
    qtbot.waitUntil(lambda: bool(step.passphrase.sentence()), timeout=20_000)
    step.passphrase.line.clear()
    qtbot.keyClicks(step.passphrase.line, PASSPHRASE)
    step.go.click()
    qtbot.waitUntil(lambda: isinstance(front.window.scene(), UnlockPage), timeout=20_000)


def test_a_file_that_is_no_backup_is_said_so(qtbot: QtBot, front: Started, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a backup")
    _first_run(front).show_restore()
    step = _first_run(front).step
    assert isinstance(step, RestoreStep)
    step.file.set_value(str(tmp_path / "notes.txt"))
    step.place.set_value(str(tmp_path / "again.healing"))
    qtbot.keyClicks(step.passphrase.line, PASSPHRASE)
    step.go.click()
    qtbot.waitUntil(lambda: bool(step.file.sentence()), timeout=20_000)
    assert not (tmp_path / "again.healing").exists()
