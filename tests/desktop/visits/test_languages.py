"""A whole visit in Spanish, at the desk and on the turned view, with no English left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.stage import Stage, set_up
from desktop.visits.test_looks import lived
from foundation.english import english_left
from healingpartner.desktop.looks import begin_to_speak
from healingpartner.desktop.tour import eye
from healingpartner.desktop.visits.arriving_task import ArrivingTask
from healingpartner.desktop.visits.body_card import BodyTask
from healingpartner.desktop.visits.note_task import NoteTask
from healingpartner.desktop.visits.writing_task import WritingTask
from healingpartner.foundation.clock import SteppingClock
from healingpartner.visits.model import Moment

# What people said and wrote in the invented visit stays in their language.
SAID = (
    "like a drum", "My sleep", "You would rather wait", "Until spring", "Will it be gone", "For most people", "Slept",
    "What was told", "It was the left one", "Feel how the knee", "To see what hurts", "A raised hand", "Rang at noon",
    "I was tired", "Rest", "We spoke", "Elm Street", "Sara, my mother", "Mahin", "Blood pressure", "Osei",
    "As it was felt",
)  # fmt: skip


@pytest.fixture
def stage(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> Iterator[Stage]:
    """A window and a desk that speak Spanish."""
    begin_to_speak("es_ES")
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made
    begin_to_speak("en_US")


def still_english() -> list[str]:
    """What stands in sight in English, but for what people said."""
    return [words for words in english_left(eye.words_in_sight()) if not any(said in words for said in SAID)]


def test_a_visit_is_spanish_at_the_desk_and_on_the_turned_view(stage: Stage) -> None:
    tab, visit_id = lived(stage)
    found = {"list": still_english()}
    tab.open_visit(visit_id)
    stage.qtbot.waitUntil(lambda: tab.visit is not None and tab.visit.found is not None)
    stage.settle()
    page = tab.visit
    assert page is not None
    for name in ("change", "speak"):
        button = getattr(page.times, name)
        assert isinstance(button, QAbstractButton)
        button.click()
    for opened in (page.examining.begin, page.body.open, page.measured.open, page.going.add, page.agenda.open_mine):
        opened.click()
    stage.settle()
    found["visit"] = still_english()
    note_id = str(stage.do(lambda p: p.db.value("SELECT id FROM visit_note")))
    for task in (
        ArrivingTask(stage.desk, visit_id, Moment.ARRIVING),
        NoteTask(stage.desk, note_id),
        BodyTask(stage.desk, tab._person_id, visit_id),
        WritingTask(stage.desk, tab._person_id),
    ):
        tab.turn_to(task)
        stage.settle()
        found[type(task).__name__] = still_english()
        assert tab.view is not None
        tab.view._answered(True)
        stage.settle()
    page.show_presence()
    found["quiet"] = still_english()
    assert page.quiet is not None
    page.quiet.leave()
    assert {place: words for place, words in found.items() if words} == {}
