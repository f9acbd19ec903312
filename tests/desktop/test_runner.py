"""The vault thread answers the page that asked, and only while it is there."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from healingpartner.desktop.runner import Runner
from healingpartner.foundation.errors import RuleBroken, VaultProblem


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
