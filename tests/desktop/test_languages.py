"""Every page opens in Spanish: what has Spanish words is never still English, and twice the size fits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped
from desktop.opened import settled, started, unlock
from foundation.english import english_left
from healingpartner.desktop.first_run import FirstRun
from healingpartner.desktop.first_run_steps import PassphraseStep
from healingpartner.desktop.kit.date_reading import read_date
from healingpartner.desktop.kit.money_field import read_money
from healingpartner.desktop.looks import begin_to_speak
from healingpartner.desktop.people import deeper
from healingpartner.desktop.settings.look_card import languages
from healingpartner.desktop.settings.page import SettingsPage
from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.shell import Shell
from healingpartner.desktop.start import Started
from healingpartner.desktop.tour import eye
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.practice import open_practice
from whole_life import live

# Typed by people of the invented practice: their words stay in the language they said them in.
TYPED = {"Elm Street", "my sister"}


@pytest.fixture
def people(folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]) -> dict[str, str]:
    """Everyone of a practice that has lived a little: first name to id."""
    practice = open_practice(folder, data_key=data_key, clock=clock, entropy=entropy)
    live(practice)
    found = practice.ask(lambda db: db.rows("SELECT id, legal_name FROM person"))
    practice.close()
    return {str(row["legal_name"]).split()[0]: str(row["id"]) for row in found}


@pytest.fixture
def desktop(qtbot: QtBot, folder: Path, clock: SteppingClock, people: dict[str, str]) -> Iterator[Started]:
    """The desktop before its door, in Spanish."""
    Settings().change(locale="es_ES")
    running = started(qtbot, folder, clock)
    yield running
    running.end()
    begin_to_speak("en_US")


def drawn(qtbot: QtBot, desktop: Started) -> None:
    """Waits until a page has its answers and stands as it will stay."""
    for _round in range(3):
        settled(qtbot, desktop)
        QApplication.processEvents()


def still_english(qtbot: QtBot, desktop: Started) -> list[str]:
    """What stands in sight, answered and drawn, though it has Spanish words."""
    drawn(qtbot, desktop)
    return [words for words in english_left(eye.words_in_sight()) if words not in TYPED]


def every_page(shell: Shell, people: dict[str, str], tabs: list[str]) -> Iterator[str]:
    """Goes to one page after another, telling where it stands."""
    for room in shell._rooms:
        shell.show_room(room)
        yield room
    for name, person_id in people.items():
        for tab in tabs:
            shell._open_person(person_id, tab)
            yield f"{name}: {tab}"
    for place in deeper.PAGES:
        shell._open_person(people["Layla"], place)
        yield place
    shell._open_new_person()
    yield "new"


def test_the_door_and_every_page_speak_spanish(qtbot: QtBot, desktop: Started, people: dict[str, str]) -> None:
    found = {"the door": still_english(qtbot, desktop)}
    shell = unlock(qtbot, desktop)
    for place in every_page(shell, people, [tab.name for tab in desktop.desk.person_tabs]):
        found[place] = still_english(qtbot, desktop)
    for opens in (shell.open_palette, shell.show_help):
        opens()
        found[opens.__name__] = still_english(qtbot, desktop)
    assert {place: words for place, words in found.items() if words} == {}
    assert len(found) > 20


@pytest.mark.slow
def test_spanish_twice_the_size_fits_a_small_window(qtbot: QtBot, desktop: Started, people: dict[str, str]) -> None:
    desktop.desk.theme.choose(text_percent=200)
    desktop.window.resize(1024, 700)
    drawn(qtbot, desktop)
    found = {"the door": clipped(desktop.window)}
    shell = unlock(qtbot, desktop)
    for place in every_page(shell, people, [tab.name for tab in desktop.desk.person_tabs]):
        drawn(qtbot, desktop)
        found[place] = clipped(desktop.window)
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.slow
def test_the_first_run_is_spanish_and_fits_at_twice_the_size(
    qtbot: QtBot, clock: SteppingClock, tmp_path: Path
) -> None:
    Settings().change(locale="es_MX", text_percent=200)
    running = started(qtbot, None, clock)
    try:
        running.window.resize(1024, 700)
        first = running.window.scene()
        assert isinstance(first, FirstRun)
        found = {"welcome": (still_english(qtbot, running), clipped(running.window))}
        first.step.begin_button.click()
        found["place"] = (still_english(qtbot, running), clipped(running.window))
        qtbot.keyClicks(first.step.name.line, "Amara Osei")
        qtbot.keyClicks(first.step.practice.line, "Olmo")
        first.step.place.line.selectAll()
        qtbot.keyClicks(first.step.place.line, str(tmp_path / "Olmo.healing"))
        first.step.go.click()
        assert isinstance(first.step, PassphraseStep)
        found["passphrase"] = (still_english(qtbot, running), clipped(running.window))
        assert {place: both for place, both in found.items() if any(both)} == {}
    finally:
        running.end()
        begin_to_speak("en_US")


def test_settings_offer_english_and_spanish_by_their_own_names(qtbot: QtBot, desktop: Started) -> None:
    shell = unlock(qtbot, desktop)
    shell.show_room("settings")
    page = shell.page()
    assert isinstance(page, SettingsPage)
    assert page.look.language.value() == "es_ES"
    offered = dict(languages("fa"))
    assert offered["en_GB"] == "English (United Kingdom)"
    assert offered["es_MX"] == "Español (México)"
    assert offered["fa"] == "فارسی"
    assert languages("no such place") == languages()


@pytest.mark.parametrize("words", ["31 de mayo de 1970", "31 mayo 1970", "31/5/1970", "31.05.1970"])
def test_a_birth_date_is_read_as_spanish_writes_it(words: str) -> None:
    assert read_date(words, field="birth_date", locale="es_MX") == PartialDate(year=1970, month=5, day=31)


@pytest.mark.parametrize(("locale", "words"), [("es_ES", "40,50"), ("es_ES", "40,50 €"), ("es_MX", "40.50")])
def test_money_is_read_as_the_region_writes_it(qtbot: QtBot, locale: str, words: str) -> None:
    begin_to_speak(locale)
    try:
        assert read_money(words, "EUR", field="money") == Money(minor=4_050, currency="EUR")
    finally:
        begin_to_speak("en_US")
