"""Getting about: the palette, discreet mode, text twice as large, the dark, and pages from right to left."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.desktop.tour.steps.locking import unlock
from healingpartner.desktop.tour.steps.people_added import LAYLA, MIRA, WANG, begin_form
from healingpartner.desktop.tour.steps.people_kept import open_first_mira

SMALL = (1024, 700)


def _palette(tour: Tour) -> str:
    tour.hand.press("Ctrl+K")
    tour.until(lambda: reads("Found"), "the palette")
    tour.shot("palette")
    tour.hand.type_into("Find a person or an act", "安")
    tour.settle()
    tour.shot("palette-person")
    tour.hand.press(Qt.Key.Key_Return)
    tour.until(lambda: reads(f"About {'安琪'}"), "the page of the person found")
    tour.settle()
    tour.hand.press("F1")
    tour.until(lambda: reads("Every key"), "the help")
    tour.shot("every-key")
    tour.hand.click("Close")
    return must_read(WANG)


def _discreet(tour: Tour) -> str:
    tour.hand.press("Ctrl+Shift+D")
    tour.settle()
    tour.shot("discreet")
    must_not_read(MIRA, LAYLA, "Filter people")
    tour.hand.press("Ctrl+K")
    tour.until(lambda: reads("Found"), "the palette")
    tour.hand.type_into("Find a person or an act", "mira")
    tour.settle()
    must_read("Nothing is called that. Try fewer letters.")
    tour.hand.press(Qt.Key.Key_Escape)
    tour.hand.press("Ctrl+Shift+D")
    tour.settle()
    return must_read("Filter people")


def _settings(tour: Tour) -> str:
    tour.hand.click("Settings")
    tour.settle()
    tour.shot("settings")
    tour.hand.type_into("What patients call you", "Amara", afresh=True)
    tour.hand.type_into("Phone", "555 010 0199", afresh=True)
    tour.hand.type_into("Address", "12 Elm Street\nAmberford", afresh=True)
    tour.hand.click("Keep these")
    tour.until(lambda: reads("Kept. New agreements and letters carry it."), "that it is kept")
    return must_read("Kept. New agreements and letters carry it.")


def _dark(tour: Tour) -> str:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Light", "Dark")
    tour.settle()
    _main_pages(tour, "dark")
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Light", "Light")
    return "every main page in the dark"


def _large(tour: Tour) -> str:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Text size", "200 %")
    tour.started.window.resize(*SMALL)
    tour.settle()
    _main_pages(tour, "200-percent")
    reached = eye.find("Lock", QAbstractButton)
    tour.started.window.resize(*SCREEN)
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Text size", "100 %")
    tour.settle()
    if reached is None:
        raise NotHeld("Lock could not be reached")
    return "every main page at 200 % on 1024 × 700"


def _small(tour: Tour) -> str:
    tour.started.window.resize(*SMALL)
    tour.settle()
    open_first_mira(tour)
    tour.shot("together-1024")
    tour.hand.tab("Agreement")
    tour.shot("agreement-1024")
    tour.started.window.resize(*SCREEN)
    tour.settle()
    return "1024 × 700 holds a person's pages"


def _right_to_left(tour: Tour) -> str:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tour.settle()
    _main_pages(tour, "right-to-left")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    tour.settle()
    return "every main page from right to left"


def _main_pages(tour: Tour, look: str) -> None:
    pages: tuple[tuple[str, Callable[[], None]], ...] = (
        ("settings", lambda: None),
        ("together", lambda: _together(tour)),
        ("agreement", lambda: tour.hand.tab("Agreement")),
        ("person-form", lambda: begin_form(tour)),
        ("agreements", lambda: tour.hand.click("Agreements")),
        ("unlock", lambda: tour.hand.press("Ctrl+L")),
    )
    for name, go in pages:
        go()
        tour.settle()
        tour.shot(f"{name}-{look}")
    unlock(tour)


def _together(tour: Tour) -> None:
    open_first_mira(tour)
    tour.hand.tab("Together")


STEPS = (
    ("Ctrl+K finds a person by one Chinese character and goes there; F1 shows every key", _palette),
    ("Discreet mode hides the list, and the palette finds nobody", _discreet),
    ("Settings keep the letterhead that patients read", _settings),
    ("The main pages hold at 1024 × 700", _small),
    ("Every main page holds in the dark", _dark),
    ("Every main page holds with text twice as large", _large),
    ("Every main page holds from right to left", _right_to_left),
)
