"""Rail, tabs, filter and search: named, reached by keys, and quiet about what they do by themselves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless, spoken
from desktop.kit.gallery import People
from desktop.kit.hostile import HOSTILE
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.kit.person_row import NOTE_ROLE, PersonRow
from healingpartner.desktop.kit.rail import Rail
from healingpartner.desktop.kit.search_button import SearchButton
from healingpartner.desktop.kit.tab_bar import TabBar
from healingpartner.desktop.theme import Theme


def rail_in_window(qtbot: QtBot) -> tuple[QWidget, Rail]:
    window = QWidget()
    qtbot.addWidget(window)
    rail = Rail("Healing Partner", note="Elm Street")
    rail.add("today", "Today", "sun")
    rail.add("people", "People & partners", "users-three")
    rail.add("lock", "Lock", "lock", below=True)
    row = QHBoxLayout(window)
    row.addWidget(rail)
    row.addStretch(1)
    window.resize(1200, 700)
    window.show()
    return window, rail


def test_the_rail_says_what_was_pressed_and_marks_nothing_by_itself(qtbot: QtBot) -> None:
    _window, rail = rail_in_window(qtbot)
    rail.set_current("today")
    with qtbot.waitSignal(rail.chosen) as said:
        qtbot.keyClick(rail.button("people"), Qt.Key.Key_Space)
    assert said.args == ["people"]
    assert rail.button("today").isChecked()
    assert not rail.button("people").isChecked()


def test_every_way_of_the_rail_is_named_and_tells_its_count(qtbot: QtBot) -> None:
    window, rail = rail_in_window(qtbot)
    rail.button("today").set_badge("3")
    assert nameless(window) == []
    told = [(name, more) for _role, name, more in spoken(rail)]
    assert told == [("Today", "3"), ("People & partners", ""), ("Lock", "")]


def test_the_rail_keeps_its_icons_alone_in_a_narrow_window_of_large_text(qtbot: QtBot, theme: Theme) -> None:
    window, rail = rail_in_window(qtbot)
    wide = rail.width()
    theme.choose(text_percent=200)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: rail.width() < wide)
    assert rail.button("people").toolTip() == "<qt>People &amp; partners</qt>"


def tabs(qtbot: QtBot) -> TabBar:
    bar = TabBar("Record")
    qtbot.addWidget(bar)
    for words in ("Together", "Agreement", "Plan & steps"):
        bar.add(words.split()[0].lower(), words)
    bar.show()
    return bar


def test_tabs_say_what_a_hand_opened_and_not_what_a_page_opened(qtbot: QtBot) -> None:
    bar = tabs(qtbot)
    said: list[str] = []
    bar.chosen.connect(said.append)
    bar.set_current("plan")
    bar.set_current("no such tab")
    assert (bar.current(), said) == ("plan", [])
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert said == ["agreement"]


def test_tabs_do_not_move_when_another_opens(qtbot: QtBot) -> None:
    bar = tabs(qtbot)
    before = [bar.tabRect(at) for at in range(bar.count())]
    bar.set_current("plan")
    assert [bar.tabRect(at) for at in range(bar.count())] == before


def test_escape_clears_a_filter_and_arrows_go_to_the_list(qtbot: QtBot) -> None:
    field = FilterField("Filter people")
    qtbot.addWidget(field)
    words: list[str] = []
    field.filtered.connect(words.append)
    qtbot.keyClicks(field, "mi")
    with qtbot.waitSignal(field.moved) as moved:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (words, moved.args) == (["m", "mi", ""], [1])
    assert nameless(field) == []


def test_the_search_button_tells_its_keys(qtbot: QtBot) -> None:
    button = SearchButton("Search everything", "Ctrl K")
    qtbot.addWidget(button)
    button.grab()
    assert spoken(button) == [("Button", "Search everything", "Ctrl K")]


class Hostile(People):
    def rowCount(self, parent: object = None) -> int:  # noqa: ARG002 - as Qt calls it
        return len(HOSTILE)

    def data(self, index: object, role: int = 0) -> str | None:
        words = HOSTILE[index.row()]  # type: ignore[attr-defined]
        return words if role in (Qt.ItemDataRole.DisplayRole, NOTE_ROLE) else None


def test_any_name_can_stand_in_the_list_and_rows_are_equally_high(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(Hostile(view))
    view.setItemDelegate(PersonRow(view))
    view.resize(260, 1200)
    view.setCurrentIndex(view.model().index(0, 0))
    view.show()
    view.grab()
    assert len({view.sizeHintForRow(row) for row in range(len(HOSTILE))}) == 1
