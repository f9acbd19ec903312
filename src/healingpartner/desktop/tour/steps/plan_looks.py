"""The pages of the plan, at the desk and turned, in the dark, twice as large on a small screen, and from the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.desktop.tour.steps.plan_chosen import back, turn
from healingpartner.desktop.tour.steps.plan_written import QUESTION, to_plan

SMALL = (1024, 700)


def _dark(tour: Tour) -> str:
    _choose(tour, "Light", "Dark")
    _pages(tour, "dark")
    _choose(tour, "Light", "Light")
    return "the plan's pages in the dark"


def _large(tour: Tour) -> str:
    _choose(tour, "Text size", "200 %")
    tour.started.window.resize(*SMALL)
    tour.settle()
    _pages(tour, "200-percent")
    tour.started.window.resize(*SCREEN)
    _choose(tour, "Text size", "100 %")
    return "the plan's pages at 200 % on 1024 × 700"


def _from_the_right(tour: Tour) -> str:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tour.settle()
    _pages(tour, "right-to-left")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    tour.settle()
    return "the plan's pages from right to left"


def _choose(tour: Tour, name: str, words: str) -> None:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose(name, words)
    tour.settle()


def _pages(tour: Tour, look: str) -> None:
    to_plan(tour)
    tour.shot(f"plan-{look}")
    for name, button in (
        ("ways", "All about it…"),
        ("follow", "Write down how it went"),
        ("differing", "Write it down"),
    ):
        bring_from_the_top(tour.hand.wait_for(button, QAbstractButton))
        tour.shot(f"plan-{name}-{look}")
    turn(tour)
    tour.shot(f"plan-turned-list-{look}")
    tour.hand.click(QUESTION)
    tour.settle()
    tour.shot(f"plan-turned-ways-{look}")
    back(tour)


STEPS = (
    ("The plan's pages hold in the dark", _dark),
    ("The plan's pages hold with text twice as large on a small screen", _large),
    ("The plan's pages hold from right to left", _from_the_right),
)
