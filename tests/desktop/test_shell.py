"""The frame: rooms, palette, keys and discreet mode, with real pages on a real practice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from desktop.opened import settled, started, unlock
from healingpartner.agreements.acts import offer
from healingpartner.agreements.library import starting_wording
from healingpartner.desktop.frame_acts import HelpPanel
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.palette import Palette
from healingpartner.desktop.rooms import PERSON_TABS, ROOMS
from healingpartner.desktop.shell import Shell
from healingpartner.desktop.start import Started
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.desktop.unlock import UnlockPage
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars

HOSTILE = "Zoë <b>&</b> \u202eRahimi"


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    running = started(qtbot, folder, clock)
    unlock(qtbot, running)
    settled(qtbot, running)
    yield running
    running.end()


def _shell(desktop: Started) -> Shell:
    assert desktop.door.shell is not None
    return desktop.door.shell


def _add(qtbot: QtBot, desktop: Started, name: str) -> str:
    told: list[object] = []
    desktop.desk.runner.do(
        add_person, Particulars(legal_name=name), by=Voice.PRACTITIONER, owner=desktop.window, then=told.append
    )
    qtbot.waitUntil(lambda: bool(told))
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    return str(told[0])


def test_every_room_opens_and_every_focusable_thing_has_a_name(qtbot: QtBot, desktop: Started) -> None:
    shell = _shell(desktop)
    for room in (*ROOMS, *(room for room in shell._rooms.values() if room.name == "settings")):
        shell.show_room(room.name)
        settled(qtbot, desktop)
        assert shell.standing().room == room.name
        assert nameless(desktop.window) == []


def test_no_two_acts_share_a_key_and_every_key_is_in_the_help(qtbot: QtBot, desktop: Started) -> None:
    keys = [
        action.shortcut().toString()
        for action in desktop.window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))
    shown = {keys for keys, _text in _shell(desktop).actions_of_frame.shortcuts()}
    assert {"Ctrl+K", "Ctrl+L", "Ctrl+,", "Ctrl+Shift+N", "Ctrl+F", "F11", "Esc", "F1"} <= shown
    _shell(desktop).show_help()
    panel = desktop.window.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    QApplication.processEvents()
    words = [label for label in panel.findChildren(PlainLabel) if label.text().startswith("Show tab")]
    end = words[0].mapTo(panel.card, words[0].rect().bottomLeft()).y()
    assert 0 < panel.close_button.y() - end < 120


def test_the_palette_finds_a_person_and_goes_there(qtbot: QtBot, desktop: Started) -> None:
    person_id = _add(qtbot, desktop, "Anh Nguyễn")
    shell = _shell(desktop)
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "nguyen")
    assert "Anh" in palette.found.item(0).text()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert shell.standing().place.startswith(person_id)


def test_the_palette_lists_acts_with_arrows_and_leaves_by_escape(qtbot: QtBot, desktop: Started) -> None:
    shell = _shell(desktop)
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    before = palette.found.currentRow()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.found.currentRow() == before + 1
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not desktop.desk.notices.asking


def test_a_name_with_markup_and_overrides_is_shown_as_words(qtbot: QtBot, desktop: Started) -> None:
    person_id = _add(qtbot, desktop, HOSTILE)
    shell = _shell(desktop)
    desktop.desk.ways.person.emit(person_id, "")
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    assert desktop.window.windowTitle() == "Healing Partner"
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "zoe")
    assert "\u202e" not in palette.found.item(0).text()


def test_discreet_mode_hides_the_list_and_the_names_in_the_palette(qtbot: QtBot, desktop: Started) -> None:
    _add(qtbot, desktop, "Mira Rahimi")
    shell = _shell(desktop)
    shell.show_room("people")
    assert shell._beside.isVisible()
    shell.toggle_discreet()
    assert not shell._beside.isVisible()
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "mira")
    assert palette.found.count() == 0
    desktop.desk.notices.clear()
    shell.toggle_discreet()
    assert shell._beside.isVisible()


def test_turning_with_nobody_in_front_says_why_not(qtbot: QtBot, desktop: Started) -> None:
    _shell(desktop).actions_of_frame.run("frame.turn")
    assert any("Open a person first" in text for text in desktop.desk.notices.texts())


def test_while_the_screen_is_turned_no_key_of_the_frame_works_but_locking(qtbot: QtBot, desktop: Started) -> None:
    shell = _shell(desktop)
    desktop.desk.ways.turned.emit(True)
    shell.actions_of_frame.run("frame.settings")
    assert shell.standing().room != "settings"
    shell.actions_of_frame.run("frame.lock")
    assert desktop.door.shell is None


def _turned_views(desktop: Started) -> list[TurnedView]:
    return [each for each in desktop.app.topLevelWidgets() if isinstance(each, TurnedView) and each.isVisible()]


@pytest.mark.parametrize("how", ["rest", "closed"])
def test_locking_a_turned_screen_leaves_only_the_unlock_page(qtbot: QtBot, desktop: Started, how: str) -> None:
    person_id = _add(qtbot, desktop, "Mira Rahimi")
    desktop.desk.ways.person.emit(person_id, "")
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    place = _shell(desktop).standing().place
    _shell(desktop).actions_of_frame.run("frame.turn")
    settled(qtbot, desktop)
    assert len(_turned_views(desktop)) == 1
    assert not desktop.window.isVisible()
    if how == "rest":
        desktop.door.rest.due.emit()
    else:
        _turned_views(desktop)[0].close()
    qtbot.waitUntil(desktop.window.isVisible)
    settled(qtbot, desktop)
    assert _turned_views(desktop) == []
    assert isinstance(desktop.window.scene(), UnlockPage)
    shell = unlock(qtbot, desktop)
    settled(qtbot, desktop)
    assert shell.standing().place == place
    assert desktop.window.isVisible()


def test_tabs_of_a_person_are_reached_by_number_and_kept_over_locking(qtbot: QtBot, desktop: Started) -> None:
    person_id = _add(qtbot, desktop, "Mira Rahimi")
    desktop.desk.ways.person.emit(person_id, "")
    settled(qtbot, desktop)
    _shell(desktop).actions_of_frame.run("frame.tab2")
    settled(qtbot, desktop)
    assert _shell(desktop).standing().place == f"{person_id}/{PERSON_TABS[1].name}"
    desktop.door.lock()
    shell = unlock(qtbot, desktop)
    settled(qtbot, desktop)
    assert shell.standing().place == f"{person_id}/{PERSON_TABS[1].name}"


@pytest.mark.parametrize(("width", "percent"), [(1024, 100), (1024, 200), (1440, 150)])
def test_the_frame_holds_in_narrow_windows_and_large_text(
    qtbot: QtBot, desktop: Started, width: int, percent: int
) -> None:
    person_id = _add(qtbot, desktop, "Wilhelmina Konstantinopoulou-Featherstonehaugh of the Northern Isles")
    desktop.desk.ways.person.emit(person_id, "")
    settled(qtbot, desktop)
    desktop.desk.theme.choose(text_percent=percent)
    desktop.window.resize(width, 700)
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    shell = _shell(desktop)
    assert desktop.window.width() == width
    assert shell.top.turn_button.geometry().right() <= shell.top.width()
    assert shell.top.turn_button.width() >= shell.top.turn_button.sizeHint().width()
    desktop.desk.theme.choose(text_percent=100)


def test_the_rail_and_the_bar_fit_a_larger_text_without_a_new_size_of_the_window(
    qtbot: QtBot, desktop: Started
) -> None:
    shell = _shell(desktop)
    desktop.window.resize(1024, 700)
    QApplication.processEvents()
    before = shell.rail.width()
    desktop.desk.theme.choose(text_percent=200)
    QApplication.processEvents()
    assert shell.rail.width() < before
    desktop.desk.theme.choose(text_percent=100)
    QApplication.processEvents()
    assert shell.rail.width() == before


def test_the_keyboard_begins_in_the_filter_and_is_never_nowhere(qtbot: QtBot, desktop: Started) -> None:
    assert desktop.window.focusWidget() is not None
    assert desktop.window.focusWidget().accessibleName() == "Filter people"


def test_ctrl_f_goes_to_the_filter_and_escape_out_of_a_form_that_keeps_its_draft(
    qtbot: QtBot, desktop: Started
) -> None:
    shell = _shell(desktop)
    desktop.desk.ways.new_person.emit()
    settled(qtbot, desktop)
    form = shell.page()._page
    qtbot.waitUntil(form.form.isEnabled)
    qtbot.keyClicks(form.form.fields["preferred_name"].editor, "Thandiwe")
    shell.actions_of_frame.run("frame.filter")
    assert desktop.window.focusWidget().accessibleName() == "Filter people"
    form.form.fields["preferred_name"].editor.setFocus()
    qtbot.keyClick(form.form.fields["preferred_name"].editor, Qt.Key.Key_Escape)
    assert shell.standing().place == ""
    desktop.desk.ways.new_person.emit()
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    assert shell.page()._page.form.fields["preferred_name"].value() == "Thandiwe"


def test_discreet_mode_draws_a_curtain_before_a_room_that_lists_people(qtbot: QtBot, desktop: Started) -> None:
    shell = _shell(desktop)
    shell.show_room("agreements")
    assert shell.page().isVisible()
    shell.toggle_discreet()
    assert not shell.page().isVisible()
    shell.show_room("people")
    shell.show_room("agreements")
    assert not shell.page().isVisible()
    shell._curtain.button.click()
    assert shell.page().isVisible()
    assert not desktop.desk.settings.values.discreet


def test_the_palette_finds_words_in_the_records_and_tells_people_of_one_name_apart(
    qtbot: QtBot, desktop: Started
) -> None:
    shell = _shell(desktop)
    for year in (1980, 1991):
        told: list[object] = []
        one = Particulars(legal_name="Mira Rahimi", birth_date=PartialDate.read(str(year)))
        desktop.desk.runner.do(
            add_person, one, sure=True, by=Voice.PRACTITIONER, owner=desktop.window, then=told.append
        )
        qtbot.waitUntil(lambda told=told: bool(told))
    desktop.desk.runner.do(offer, str(told[0]), wording=starting_wording(), by=Voice.PRACTITIONER, owner=desktop.window)
    settled(qtbot, desktop)
    settled(qtbot, desktop)
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "mira")
    shown = [palette.found.item(row).text() for row in range(palette.found.count())]
    assert any("1980" in text for text in shown)
    assert any("1991" in text for text in shown)
    palette.field.clear()
    qtbot.keyClicks(palette.field, "equals")
    qtbot.waitUntil(lambda: palette.found.count() == 1)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.standing().place == f"{told[0]}/agreement")


def test_discreet_mode_looks_into_no_record(qtbot: QtBot, desktop: Started) -> None:
    shell = _shell(desktop)
    shell.toggle_discreet()
    shell.open_palette()
    palette = desktop.window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette._look is None
    shell.toggle_discreet()
