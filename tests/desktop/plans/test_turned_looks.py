"""Every page of the plan on the turned view fits a small screen at large text, and keeps its colours in the dark."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.plans import a_plan
from desktop.plans.a_plan import Made, whole
from desktop.stage import Stage, set_up
from healingpartner.desktop import tokens
from healingpartner.desktop.plans.turned.places import PLACES
from healingpartner.desktop.plans.turned.task import PlanTask
from healingpartner.desktop.theme import Look
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions.acts import put_option
from healingpartner.plans.differing.acts import propose_instead
from healingpartner.plans.parts.acts import put_part_voice
from healingpartner.plans.parts.model import PartStance, PartVoice

LONG = "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley von und zu Hohenlohe-Schillingsfürst"


def made_long(practice: Any) -> tuple[Made, str]:
    """An offered plan whose ways, parts and alternatives have the longest names."""
    made = a_plan.offered(practice)
    walk = next(one for one in whole(practice, made).contents.options if one.id == made.walk)
    practice.do(put_option, made.decision_id, replace(walk, label=LONG), by=Voice.PRACTITIONER)
    part = PartVoice(id="", plan_id=made.plan_id, label=LONG, stance=PartStance.WORRIED, words=LONG)
    practice.do(put_part_voice, made.plan_id, part, by=Voice.PATIENT)
    other = replace(walk, id="", label=LONG, leaning=None, felt=type(walk.felt)())
    return made, practice.do(propose_instead, made.pills, option=other, by=Voice.PATIENT)


def shown(stage: Stage, made: Made, net: str) -> Iterator[tuple[str, PlanTask]]:
    about = {
        "goal": made.goal_id, "rate": made.goal_id, "decision": made.decision_id, "role": made.decision_id,
        "question": made.decision_id, "felt": made.walk, "not_for_me": made.walk, "too_much": made.pills,
        "propose": f"{made.decision_id}/{made.walk}", "decide": made.decision_id, "step": made.her_step,
        "set_down": made.her_step, "differ": f"option/{made.walk}", "net": net, "consent": made.walk,
    }  # fmt: skip
    task = PlanTask(stage.desk, made.person_id, made.plan_id)
    view = TurnedView(stage.desk, task, LONG, owner=stage.window)
    stage.window.show()
    view.open()
    view.showNormal()
    view.resize(1024, 700)
    stage.qtbot.waitUntil(lambda: task.page is not None)
    for name in (*PLACES, "consent"):
        place = f"{name}/{about.get(name, '')}"
        task.go(place)
        stage.qtbot.waitUntil(lambda place=place: task.place == place)
        stage.settle()
        yield name, task


@pytest.mark.parametrize(("look", "percent"), [(Look.LIGHT, 200), (Look.DARK, 100)])
def test_no_page_is_wider_than_a_small_screen(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes],
    look: Look, percent: int,
) -> None:  # fmt: skip
    with set_up(qtbot, folder, data_key, clock, entropy, look=look, text_percent=percent) as stage:
        made, net = stage.do(made_long)
        wider = {}
        for name, task in shown(stage, made, net):
            assert task.page is not None
            page = task.page.page
            if page.horizontalScrollBar().maximum() > 0:
                wider[name] = page.horizontalScrollBar().maximum()
            corner = page.grab().toImage().pixelColor(1, 1)
            assert corner == QColor(tokens.now().paper), name
        assert wider == {}
        assert stage.troubles == []
