"""A practice that is locked in the middle of a sentence: the half word is there after unlocking, one step away."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.opened import settled, started, unlock
from desktop.plans.sleeping import sleeping
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.option_editor import OptionEditor
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.desktop.start import Started
from healingpartner.foundation.clock import SteppingClock
from healingpartner.practice import open_practice


def tab_shown(qtbot: QtBot, desktop: Started) -> PlanTab:
    """The tab in the window, built to its end."""
    qtbot.waitUntil(lambda: desktop.window.findChild(PlanTab) is not None, timeout=20_000)
    tab = desktop.window.findChild(PlanTab)
    assert tab is not None
    qtbot.waitUntil(lambda: "resting" in tab.cards and tab.later.is_settled, timeout=20_000)
    return tab


def test_half_a_word_survives_locking_and_is_gone_on_with(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> None:
    practice = open_practice(folder, data_key=data_key, clock=clock, entropy=entropy)
    person_id, _plan = sleeping(practice)
    practice.close()
    desktop = started(qtbot, folder, clock)
    unlock(qtbot, desktop)
    desktop.desk.ways.person.emit(person_id, "plan")
    tab = tab_shown(qtbot, desktop)
    ways = tab.cards["decisions"]
    assert isinstance(ways, DecisionsArea)
    assert tab.found is not None
    ways.edit_option(tab.found.contents.options[0].id)
    settled(qtbot, desktop)
    editor = tab.over
    assert isinstance(editor, OptionEditor)
    editor.form.fields["helps"].text.insertPlainText("Half a word")
    desktop.desk.ways.lock_now.emit()
    qtbot.waitUntil(lambda: desktop.door.shell is None, timeout=20_000)
    unlock(qtbot, desktop)
    again = tab_shown(qtbot, desktop)
    qtbot.waitUntil(lambda: again.drafts is not None and bool(again.drafts.links), timeout=20_000)
    assert again.drafts is not None
    again.drafts.links[0].click()
    settled(qtbot, desktop)
    back = again.over
    assert isinstance(back, OptionEditor)
    qtbot.waitUntil(lambda: back.form.typed()["helps"] == "Half a word")
    desktop.end()
