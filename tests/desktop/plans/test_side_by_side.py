"""The comparison on one screen: the same rows as paper, keys, own rows, pictures only of what can be compared."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.accessibility import nameless
from desktop.plans.sleeping import settle, sleeping, tab_of, whole
from desktop.stage import Stage
from healingpartner.desktop.kit.icon_array import IconPair
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.side_by_side import SideBySide
from healingpartner.desktop.plans.side_rows import PICTURES, SideRow
from healingpartner.desktop.plans.side_table import SideTable
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.foundation.voices import Voice
from healingpartner.plans.decisions.acts import put_option
from healingpartner.plans.numbers.estimate import Horizon, HorizonUnit


def shown(stage: Stage) -> tuple[PlanTab, SideBySide]:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    ways = tab.cards["decisions"]
    assert isinstance(ways, DecisionsArea)
    assert tab.found is not None
    ways.compare(tab.found.contents.decisions[0].id)
    settle(stage, tab)
    assert isinstance(tab.over, SideBySide)
    return tab, tab.over


def table(page: SideBySide) -> SideTable:
    assert page.table is not None
    return page.table


def row(page: SideBySide, key: str) -> tuple[int, SideRow]:
    return next((at, one) for at, one in enumerate(table(page).model_of.rows) if one.key == key)


def test_each_way_is_a_column_with_both_voices_and_what_became_of_it(stage: Stage) -> None:
    _tab, page = shown(stage)
    model = table(page).model_of
    assert [option.label for option in model.options] == [
        "Walk after supper", "Low-dose amitriptyline", "Wait and watch, 6 weeks",
    ]  # fmt: skip
    _at, body = row(page, "body")
    assert body.voice is Voice.PATIENT
    assert "I am afraid of the fog." in body.cells[1]
    _at, leaning = row(page, "leaning")
    assert leaning.voice is Voice.PRACTITIONER
    _at, standing = row(page, "standing")
    assert standing.cells == ("Chosen by both", "Set aside, no hard feelings", "Kept as a fallback")
    assert nameless(page) == []


def test_the_people_of_one_outcome_stand_beside_each_other(stage: Stage) -> None:
    _tab, page = shown(stage)
    at, _row = row(page, PICTURES)
    pictures = [table(page).indexWidget(table(page).model_of.index(at, column)) for column in range(3)]
    assert [len(one.findChildren(IconPair)) for one in pictures] == [1, 1, 1]
    page.outcome.set_value("have sore legs")
    page.outcome.changed.emit()
    pictures = [table(page).indexWidget(table(page).model_of.index(at, column)) for column in range(3)]
    assert [len(one.findChildren(IconPair)) for one in pictures] == [1, 0, 0]


def test_numbers_of_another_time_are_named_and_nothing_is_drawn(stage: Stage) -> None:
    tab, page = shown(stage)
    option = table(page).model_of.options[1]
    year = Horizon(amount=1, unit=HorizonUnit.YEARS)
    apart = replace(option, estimates=tuple(replace(one, horizon=year) for one in option.estimates))
    stage.do(lambda p: p.do(put_option, option.decision_id, apart, by=Voice.PRACTITIONER))
    settle(stage, tab)
    assert not page.apart.isHidden()
    assert "Low-dose amitriptyline" in page.apart.text()
    assert "cannot stand side by side" in page.apart.text()
    assert table(page).findChildren(IconPair) == []


def test_a_row_of_ones_own_is_added_filled_by_keys_and_taken_out(stage: Stage) -> None:
    tab, page = shown(stage)
    page.add.click()
    assert page.side.sentence()
    page.side.set_value(Voice.PATIENT.value)
    page.add.click()
    settle(stage, tab)
    assert "no words yet" in page.row.sentence()
    page.row.set_value("Can I still dance?")
    page.add.click()
    settle(stage, tab)
    assert tab.found is not None
    (own,) = tab.found.contents.decisions[0].rows
    assert (own.words, own.by) == ("Can I still dance?", Voice.PATIENT)
    at, shown_row = row(page, f"row:{own.id}")
    assert shown_row.cells == ("", "", "")
    view = table(page)
    view.setFocus()
    view.setCurrentIndex(view.model_of.index(at, 0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QApplication.processEvents()
    editor = view.indexWidget(view.currentIndex()) or QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "yes, slowly")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(stage, tab)
    first = tab.found.contents.options[0]
    assert first.cells == {own.id: "yes, slowly"}
    page.take_out.set_value(own.id)
    page.take_out.changed.emit()
    settle(stage, tab)
    assert tab.found.contents.decisions[0].rows == ()


def test_arrows_move_through_the_table_and_escape_leads_back(stage: Stage) -> None:
    tab, page = shown(stage)
    view = table(page)
    view.setFocus()
    view.setCurrentIndex(view.model_of.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)
    assert tab.go_back()
    assert tab.over is None


def test_forty_ways_stand_in_one_table_that_scrolls_sideways(stage: Stage) -> None:
    tab, page = shown(stage)
    option = table(page).model_of.options[2]

    def many(practice: object) -> None:
        for n in range(37):
            bare = replace(option, id="", label=f"Way {n}", estimates=(), leaning=None, felt=type(option.felt)())
            practice.do(put_option, option.decision_id, bare, by=Voice.PRACTITIONER)  # type: ignore[attr-defined]

    stage.do(many)
    settle(stage, tab)
    assert len(table(page).model_of.options) == 40
    assert table(page).horizontalScrollBar().maximum() > 0
    found = stage.do(lambda practice: whole(practice, tab.found.person_id))  # type: ignore[union-attr]
    assert len(found.contents.options) == 40
