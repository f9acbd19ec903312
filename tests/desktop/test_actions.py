"""One registry of acts: no key and no id twice, and an act that cannot be done says why."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from healingpartner.desktop.actions import Actions, DeskAct


def _registry(qtbot: QtBot) -> tuple[Actions, list[str]]:
    window, said = QWidget(), list[str]()
    qtbot.addWidget(window)
    return Actions(window, say=said.append), said


def test_two_acts_cannot_share_a_key_or_an_id(qtbot: QtBot) -> None:
    actions, _ = _registry(qtbot)
    actions.add(DeskAct(id="frame.lock", text="Lock", run=lambda: None, keys="Ctrl+L"))
    with pytest.raises(ValueError, match="key"):
        actions.add(DeskAct(id="frame.list", text="List", run=lambda: None, keys="Ctrl+L"))
    with pytest.raises(ValueError, match="name"):
        actions.add(DeskAct(id="frame.lock", text="Lock again", run=lambda: None))


def test_an_act_that_cannot_be_done_says_why_and_does_nothing(qtbot: QtBot) -> None:
    actions, said = _registry(qtbot)
    done: list[int] = []
    actions.add(DeskAct(id="a.b", text="Turn", run=lambda: done.append(1), why_not=lambda: "Nobody is chosen yet."))
    actions.run("a.b")
    assert done == []
    assert said == ["Nobody is chosen yet."]


def test_the_acts_of_a_page_leave_with_the_page(qtbot: QtBot) -> None:
    actions, _ = _registry(qtbot)
    page = QObject()
    actions.add(DeskAct(id="people.add", text="Add a person", run=lambda: None, keys="Ctrl+Shift+N"), owner=page)
    delete(page)
    assert actions.listed() == ()
    actions.add(DeskAct(id="people.add", text="Add a person", run=lambda: None, keys="Ctrl+Shift+N"))
    assert [act.id for act in actions.listed()] == ["people.add"]


def test_the_shortcut_help_lists_every_key_once(qtbot: QtBot) -> None:
    actions, _ = _registry(qtbot)
    actions.add(DeskAct(id="a.a", text="Lock", run=lambda: None, keys="Ctrl+L"))
    actions.add(DeskAct(id="a.b", text="Say", run=lambda: None))
    assert actions.shortcuts() == (("Ctrl+L", "Lock"),)
