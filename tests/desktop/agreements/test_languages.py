"""The whole path of an agreement in Spanish: offered, turned, read, signed by both, verified, with no English left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.people import add, begin_to_sign, give_back, offer, sign_by_stroke, tab_of, to_sign, turn
from desktop.stage import Stage, set_up
from foundation.english import english_left
from healingpartner.agreements.model import State
from healingpartner.desktop.agreements.list_page import AgreementsPage
from healingpartner.desktop.looks import begin_to_speak
from healingpartner.desktop.tour import eye
from healingpartner.foundation.clock import SteppingClock


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
    """What stands in sight in English; the practice of these tests is called Elm Street."""
    return [words for words in english_left(eye.words_in_sight()) if words != "Elm Street"]


def test_both_read_and_sign_in_spanish(stage: Stage) -> None:
    tab = tab_of(stage, add(stage, preferred="Mira"))
    found = {"offered": still_english()}
    offer(stage, tab)
    found["standing"] = still_english()
    _view, task = turn(stage, tab)
    found["turned"] = still_english()
    form = to_sign(stage, task)
    found["signing"] = still_english()
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: task.done is not None)
    found["thanks"] = still_english()
    assert "Gracias, Mira" in eye.words_in_sight()
    give_back(stage, tab)
    form = begin_to_sign(stage, tab)
    found["the practitioner signs"] = still_english()
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.SIGNED)
    stage.settle()
    found["signed"] = still_english()
    assert {place: words for place, words in found.items() if words} == {}
    assert tab.found is not None
    assert tab.found.version is not None
    assert tab.found.version.wording.language == "es"


def test_every_group_and_panel_of_the_agreements_is_spanish(stage: Stage) -> None:
    add(stage, preferred="Mira")
    page = AgreementsPage(stage.desk)
    stage.show(page)
    for group in ("open", "signed", "none", "practising", "wordings"):
        page.return_to(group)
        stage.settle()
        assert (group, still_english()) == (group, [])
