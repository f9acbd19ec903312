"""A full visit at large text, from right to left, with a very long name: each word is seen, each thing has a name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.accessibility import clipped, nameless
from desktop.agreements.people import add, name_practitioner
from desktop.stage import Stage, set_up
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.theme import Look
from healingpartner.desktop.visits.arriving_task import ArrivingTask
from healingpartner.desktop.visits.body_card import BodyTask
from healingpartner.desktop.visits.note_task import NoteTask
from healingpartner.desktop.visits.tab import VisitsTab
from healingpartner.desktop.visits.writing_task import WritingTask
from healingpartner.foundation.clock import SteppingClock
from healingpartner.visits.model import Moment
from visits.whole_visit import live_visits

LONG = "Wolfeschlegelsteinhausenbergerdorff Ekaterina-Anastasia 'Nine' von der <b>Heide</b>"


def everything_open(page: QWidget) -> None:
    """Open what a press opens, so that all of it is looked at."""
    for link in page.findChildren(LinkButton):
        if link.isVisible() and link.text() in ("Show the figure", "Write a figure down", "Set the times"):
            link.click()
    QApplication.processEvents()


def lived(stage: Stage) -> tuple[VisitsTab, str]:
    """A tab on a person with a very long name in whose visit everything happened; and the visit's id."""
    name_practitioner(stage)
    stage.do(live_visits)
    person_id, visit_id = stage.do(
        lambda p: [str(p.db.value(f"SELECT {each} FROM visit")) for each in ("person_id", "id")]
    )
    add(stage)
    tab = VisitsTab(stage.desk, person_id)
    stage.show(tab)
    stage.qtbot.waitUntil(lambda: tab.list.found is not None)
    stage.settle()
    return tab, visit_id


@pytest.mark.parametrize(
    ("look", "percent", "direction"),
    [
        (Look.LIGHT, 100, Qt.LayoutDirection.LeftToRight),
        (Look.DARK, 200, Qt.LayoutDirection.LeftToRight),
        (Look.LIGHT, 150, Qt.LayoutDirection.RightToLeft),
    ],
    ids=["as it is", "dark and large", "from the right"],
)
def test_every_word_is_seen_and_everything_has_a_name(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes],
    look: Look, percent: int, direction: Qt.LayoutDirection, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("visits.whole_visit.NAME", LONG)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(direction)
    try:
        with set_up(qtbot, folder, data_key, clock, entropy, look=look, text_percent=percent) as stage:
            stage.window.resize(620 if percent > 100 else 1280, 700)  # what the frame leaves of 1024 at 150 %
            tab, visit_id = lived(stage)
            found = {"list": (clipped(tab.list), nameless(tab.list))}
            tab.open_visit(visit_id)
            stage.qtbot.waitUntil(lambda: tab.visit is not None and tab.visit.found is not None)
            stage.settle()
            everything_open(tab.visit)
            stage.settle()
            found["visit"] = (clipped(tab.visit), nameless(tab.visit))
            note_id, person_id = (str(stage.do(lambda p: p.db.value("SELECT id FROM visit_note"))), tab._person_id)
            for task in (
                ArrivingTask(stage.desk, visit_id, Moment.ARRIVING),
                NoteTask(stage.desk, note_id),
                BodyTask(stage.desk, person_id, visit_id),
                WritingTask(stage.desk, person_id),
            ):
                tab.turn_to(task)
                stage.settle()
                assert tab.view is not None
                found[type(task).__name__] = (clipped(tab.view), nameless(tab.view))
                tab.view._answered(True)
                stage.settle()
            assert {place: each for place, each in found.items() if each != ([], [])} == {}
            assert stage.troubles == []
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
