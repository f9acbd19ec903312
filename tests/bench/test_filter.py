"""A key typed into the filter over 20,000 people, until the narrowed list is painted.

Floor: the same list painted once more, unchanged. Ours: the key event, the filter, the reset, the paint.
"""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bench.measuring import percentile, reached, say, timed
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.people.list_column import _View
from healingpartner.desktop.people.list_model import PeopleModel
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.clock import SystemClock
from healingpartner.people.views import list_rows
from healingpartner.practice import open_practice

GOAL, FRAME_MS = 2.0, 16.7
TYPED = ("anna", "maria", "ng", "dra", "wil", "ste", "oca", "begona", "wroblewski", "e", "fra nc", "la v")


def test_the_list_follows_every_key(qtbot: QtBot, qapp: object, twenty_thousand: tuple[Path, bytes]) -> None:
    folder, data_key = twenty_thousand
    practice = open_practice(folder, data_key=data_key, clock=SystemClock())
    rows = practice.ask(list_rows)
    practice.close()
    Theme(look=Look.LIGHT).apply(qapp)
    model, field = PeopleModel(), FilterField("Filter people")
    view = _View(model)
    for widget in (view, field):
        qtbot.addWidget(widget)
        widget.resize(290, 820)
        with qtbot.waitExposed(widget):
            widget.show()
    field.filtered.connect(model.filter)
    model.show_everyone(rows)
    assert model.rowCount() == 20_000
    repaint = timed(lambda: view.viewport().repaint())
    keys: list[float] = []
    floor: list[float] = []
    for _round in range(6):
        for words in TYPED:
            for letter in words:
                floor.append(repaint())
                keys.append(timed(lambda letter=letter: (QTest.keyClicks(field, letter), view.viewport().repaint()))())
            field.clear()
    ratio = percentile(keys, 0.5) / percentile(floor, 0.5)
    slowest = percentile(keys, 0.99)
    say(
        "filter, a key",
        f"× {ratio:.2f} of a bare repaint (goal {GOAL}) · p99 {slowest:.1f} ms ({reached(slowest, FRAME_MS)}) · "
        f"{percentile(floor, 0.5):.2f} → {percentile(keys, 0.5):.2f} ms",
    )
    assert ratio <= GOAL
    assert slowest <= GOAL * max(FRAME_MS, percentile(floor, 0.99))
