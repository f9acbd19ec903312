"""The lens on words is chosen in Settings: all of it, or word by word; only ids of its list are kept."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless
from desktop.opened import settled, started, unlock
from healingpartner.desktop import lens_choice
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.lens_choice import LensChoice
from healingpartner.desktop.settings.lens_card import LensCard
from healingpartner.desktop.settings.page import SettingsPage
from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.start import Started
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.paths import app_folder
from healingpartner.foundation.words import speak
from healingpartner.language.lens.entries import Where
from healingpartner.language.lens.lists import word_list

WORDS = "He denies pain and refused labs."


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock) -> Iterator[Started]:
    running = started(qtbot, folder, clock)
    unlock(qtbot, running).show_room("settings")
    settled(qtbot, running)
    settled(qtbot, running)
    yield running
    running.end()
    lens_choice.put_in_force(LensChoice())


def card_of(desktop: Started) -> LensCard:
    assert desktop.door.shell is not None
    page = desktop.door.shell.page()
    assert isinstance(page, SettingsPage)
    return page.lens


def marked(qtbot: QtBot) -> list[str]:
    field = LensField("Note", value=WORDS, where=Where.NOTES)
    qtbot.addWidget(field)
    field.look()
    return [mark.words for mark in field.marks()]


def test_the_lens_is_switched_off_and_on_at_once_and_kept(qtbot: QtBot, desktop: Started) -> None:
    card = card_of(desktop)
    assert marked(qtbot) == ["denies", "refused"]
    card.looks.tick.click()
    assert marked(qtbot) == []
    assert Settings().values.lens is False
    card.looks.tick.click()
    assert marked(qtbot) == ["denies", "refused"]


def test_a_word_is_left_alone_when_its_tick_is_taken_away(qtbot: QtBot, desktop: Started) -> None:
    desktop.desk.settings.change(lens_silenced=("of-another-language",))
    card = card_of(desktop)
    card.choose_link.setChecked(True)
    assert card.ticks.keys() == {entry.id for entry in word_list("en").entries}
    card.ticks["denies"].tick.click()
    assert marked(qtbot) == ["refused"]
    assert Settings().values.lens_silenced == ("denies", "of-another-language")
    kept = json.loads((app_folder() / "settings.json").read_text("utf-8"))
    assert kept["lens_silenced"] == ["denies", "of-another-language"]
    card.ticks["denies"].tick.click()
    assert marked(qtbot) == ["denies", "refused"]


def test_what_was_chosen_holds_after_starting_again(qtbot: QtBot, folder: Path, clock: SteppingClock) -> None:
    Settings().change(lens_silenced=("refused",))
    running = started(qtbot, folder, clock)
    try:
        assert marked(qtbot) == ["denies"]
    finally:
        running.end()
        lens_choice.put_in_force(LensChoice())


def test_every_tick_has_a_name_and_nothing_is_cut_at_double_size(qtbot: QtBot, desktop: Started) -> None:
    card = card_of(desktop)
    card.choose_link.setChecked(True)
    desktop.desk.theme.choose(text_percent=200)
    settled(qtbot, desktop)
    assert nameless(card) == []
    assert clipped(card) == []


def test_a_language_without_a_list_says_so(qtbot: QtBot, desktop: Started) -> None:
    try:
        speak("de_DE")
        card = LensCard(desktop.desk)
        qtbot.addWidget(card)
        assert card.choose_link.isHidden()
        assert card.ticks == {}
    finally:
        speak("en_US")
