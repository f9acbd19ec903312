"""A plan in Spanish, page by page, at the desk and on the turned view, with no English left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.plans import a_plan
from desktop.plans.sleeping import settle, sleeping, tab_of
from desktop.plans.test_turned_plan import go, turned
from desktop.stage import Stage, set_up
from foundation.english import english_left
from healingpartner.desktop.looks import begin_to_speak
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.goals_card import GoalsCard
from healingpartner.desktop.plans.parts_card import PartsCard
from healingpartner.desktop.plans.turned.places import PLACES
from healingpartner.desktop.tour import eye
from healingpartner.foundation.clock import SteppingClock

# What people said and wrote in the invented plans stays in their language.
SAID = ("Sleeping through", "Walk after supper")


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
    return [words for words in english_left(eye.words_in_sight()) if words not in SAID]


def test_every_page_over_the_plan_is_spanish(stage: Stage) -> None:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    goals, ways, parts = tab.cards["goals"], tab.cards["decisions"], tab.cards["parts"]
    assert isinstance(goals, GoalsCard)
    assert isinstance(ways, DecisionsArea)
    assert isinstance(parts, PartsCard)
    assert tab.found is not None
    option_id, decision_id = tab.found.contents.options[0].id, tab.found.contents.decisions[0].id
    found = {"plan": still_english()}
    pages: dict[str, Callable[[], object]] = {
        "goal": lambda: goals.edit(""),
        "option": lambda: ways.edit_option(option_id),
        "decision": lambda: ways.edit_decision(decision_id),
        "felt": lambda: ways.feel(option_id),
        "decide": lambda: ways.decide(decision_id),
        "compare": lambda: ways.compare(decision_id),
        "part": lambda: parts.edit(""),
    }
    for name, opens in pages.items():
        opens()
        settle(stage, tab)
        found[name] = still_english()
        tab.close_over()
    assert {place: words for place, words in found.items() if words} == {}


def test_every_place_of_the_turned_plan_is_spanish(stage: Stage) -> None:
    made = stage.do(a_plan.agreed)
    about = {
        "goal": made.goal_id, "rate": made.goal_id, "decision": made.decision_id, "role": made.decision_id,
        "question": made.decision_id, "felt": made.walk, "not_for_me": made.pills, "too_much": made.pills,
        "propose": f"{made.decision_id}/{made.pills}", "decide": made.decision_id, "step": made.her_step,
        "set_down": made.her_step, "differ": "plan", "check_in": made.her_step, "consent": made.walk,
    }  # fmt: skip
    task = turned(stage, made)
    found = {}
    for name in (*PLACES, "consent"):
        if name != "net":
            go(stage, task, f"{name}/{about.get(name, '')}")
            found[name] = still_english()
    assert {place: words for place, words in found.items() if words} == {}
