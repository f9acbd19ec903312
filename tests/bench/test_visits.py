"""A chart with a thousand visits, opened from nothing. Floor: a chart with a single visit, opened in the same way."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.measuring import in_turn, reached, say, timed
from desktop.stage import Stage
from healingpartner.desktop.visits.list_page import VisitsListPage
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import create_practice
from healingpartner.vault.calibration import Cost
from healingpartner.vault.transaction import Transaction
from healingpartner.visits import store
from healingpartner.visits.model import Kind, Visit, Word, WordKind
from healingpartner.visits.notes import store as notes
from healingpartner.visits.notes.model import Note, NoteKind, Section
from healingpartner.visits.views import visits_of

VISITS, ROUNDS = 1_000, 15
GOAL_MS = 200.0
BOUND = 3.0
DAY_US = 24 * 3_600 * 1_000_000
WORDS = "Walked three evenings after supper. The knee gave way on the stairs. " * 8


def many_visits(tx: Transaction, person_id: str, visits: int) -> None:
    """A visit a week, each with what the patient brought and a signed note."""
    for week in range(visits):
        at = replace(tx.at, utc_us=tx.at.utc_us - week * 7 * DAY_US)
        visit = Visit(
            id=tx.new_id(), person_id=person_id, kind=Kind.IN_THE_ROOM, opened=at, begun=at,
            ended=replace(at, utc_us=at.utc_us + 50 * 60 * 1_000_000),
        )  # fmt: skip
        store.put_visit(tx, visit)
        word = Word(
            id=tx.new_id(), visit_id=visit.id, kind=WordKind.AGENDA, voice=Voice.PATIENT, words=WORDS[:90], said=at
        )
        store.put_word(tx, visit, word)
        note = Note(
            id=tx.new_id(), person_id=person_id, visit_id=visit.id, kind=NoteKind.VISIT, template="narrative",
            title="", sections=(Section(key="told", title="What happened between us", words=WORDS),), about=at,
            written=at, signed=at, locked=at,
        )  # fmt: skip
        notes.put_note(tx, note)


@pytest.fixture
def chart(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Stage, str, str]]:
    """(a stage on a practice of its own, a person with a thousand visits, one with a single visit)."""
    folder, clock = tmp_path / "Elm Street.healing", SystemClock()
    made = create_practice(
        folder,
        passphrase="seven quiet herons wade at dawn",
        clock=clock,
        cost=Cost(memory_kib=64 * 1024, passes=1, lanes=2),
    )
    both = []
    for name, visits in (("Mira Rahimi", VISITS), ("Nora New", 1)):
        both.append(made.practice.do(add_person, Particulars(legal_name=name), by=Voice.PRACTITIONER))
        made.practice.do(many_visits, both[-1], visits, by=Voice.PRACTITIONER)
    data_key = made.practice.vault.data_key
    made.practice.close()
    stage = Stage(qtbot, clock)
    stage.open(folder, data_key, os.urandom)
    yield stage, both[0], both[1]
    stage.window.close()
    stage.desk.runner.stop()
    stage.window.deleteLater()
    QApplication.processEvents()


def opened(stage: Stage, person_id: str) -> None:
    """The list of a person's visits, from nothing until it stands there, and put away again."""
    page = VisitsListPage(stage.desk, person_id)
    stage.show(page)
    while page.found is None:
        QApplication.processEvents()
    QApplication.processEvents()
    page.hide()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_chart_of_a_thousand_visits_opens_as_one_of_a_single_visit_does(chart: tuple[Stage, str, str]) -> None:
    stage, person_id, newcomer = chart
    asked = stage.do(lambda practice: in_turn(_nothing, timed(lambda: practice.ask(visits_of, person_id)), rounds=50))
    say("asking for 1,000 visits", f"{asked.p50()[1]:.1f} ms at p50")
    found = in_turn(
        timed(lambda: opened(stage, newcomer)), timed(lambda: opened(stage, person_id)), rounds=ROUNDS, warm=3
    )
    floor, ours = found.p50()
    say(
        "1,000 visits in one chart",
        f"× {found.ratio:.2f} of a chart with one · {floor:.0f} → {ours:.0f} ms ({reached(ours, GOAL_MS)} ms)",
    )
    assert asked.p50()[1] <= GOAL_MS / 4
    assert found.ratio <= BOUND


def _nothing() -> float:
    return 1.0
