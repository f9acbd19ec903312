"""The vault thread answers the page that asked, and only while it is there."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from healingpartner.desktop.runner import Runner
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.transaction import Transaction


def test_slow_work_runs_on_another_thread_and_is_answered_on_this_one(qtbot: QtBot) -> None:
    runner, owner, told = Runner(), QObject(), []
    runner.aside(threading.get_ident, owner=owner, then=lambda ident: told.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != threading.get_ident()
    assert told[0][1] == threading.get_ident()
    runner.stop()


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    runner, owner, told, after = Runner(), QObject(), [], []
    gate = threading.Event()
    runner.aside(gate.wait, owner=owner, then=told.append)
    delete(owner)
    gate.set()
    last = QObject()
    runner.aside(lambda: 1, owner=last, then=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert told == []
    runner.stop()


def test_a_broken_rule_is_told_to_the_page_and_a_problem_of_the_vault_to_the_notices(qtbot: QtBot) -> None:
    runner, owner, told, troubles = Runner(), QObject(), [], []
    runner.trouble.connect(troubles.append)

    def breaks() -> None:
        raise RuleBroken("name", "Please give a name.")

    def fails() -> None:
        raise VaultProblem("disk-full", "The disk is full.", then="Make room.")

    runner.aside(breaks, owner=owner, sorry=told.append)
    runner.aside(fails, owner=owner)
    qtbot.waitUntil(lambda: bool(told) and bool(troubles))
    assert told[0].sentence == "Please give a name."
    assert troubles[0].kind == "disk-full"
    runner.stop()


def test_asking_a_closed_practice_is_quietly_dropped(qtbot: QtBot) -> None:
    runner, owner, troubles, done = Runner(), QObject(), [], []
    runner.trouble.connect(troubles.append)
    runner.run(lambda practice: practice, owner=owner, then=troubles.append)
    runner.aside(lambda: 1, owner=owner, then=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert troubles == []
    runner.stop()


def test_every_act_of_one_job_is_told_together_even_when_a_later_one_breaks(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock
) -> None:
    def first(tx: Transaction) -> None:
        tx.say("first", room="people", person_id="p")

    def second(tx: Transaction) -> None:
        tx.say("second", room="agreements")
        raise RuleBroken("name", "Please give a name.")

    def nothing(_tx: Transaction) -> None:
        return

    def work(opened: Practice) -> None:
        opened.do(first, by=Voice.BOTH)
        opened.do(nothing, by=Voice.BOTH)
        opened.do(second, by=Voice.BOTH)

    runner, owner, changes, told = Runner(), QObject(), [], []
    runner.changed.connect(changes.append)
    opening = lambda: (open_practice(folder, data_key=data_key, clock=clock), None)  # noqa: E731
    runner.open(opening, owner=owner, then=lambda _none: None, sorry=told.append)
    runner.run(work, owner=owner, sorry=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert [(set(change.rooms), set(change.people)) for change in changes] == [({"people"}, {"p"})]
    runner.stop()
