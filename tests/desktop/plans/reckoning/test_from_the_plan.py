"""The reckoning as it is reached: from the questions of a plan, and from the numbers of a way."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.plans.a_plan import bare
from desktop.plans.sleeping import settle, sleeping, tab_of
from desktop.stage import Stage
from healingpartner.desktop.plans.decisions_area import DecisionsArea
from healingpartner.desktop.plans.estimate_row import EstimateRow
from healingpartner.desktop.plans.estimate_view import needed_words
from healingpartner.desktop.plans.reckoning.from_study import FromStudy
from healingpartner.desktop.plans.reckoning.page import ReckoningPage
from healingpartner.plans.numbers.estimate import Interval, OutcomeDirection, OutcomeEstimate


def test_the_plan_leads_to_it_and_it_leads_back(stage: Stage) -> None:
    person_id, _plan = stage.do(sleeping)
    tab = tab_of(stage, person_id)
    ways = tab.cards["decisions"]
    assert isinstance(ways, DecisionsArea)
    settle(stage, tab)
    ways.reckon_link.click()
    assert isinstance(tab.over, ReckoningPage)
    assert tab.over.go_back()
    assert tab.over is None


def test_a_test_can_be_reckoned_before_there_is_any_question(stage: Stage) -> None:
    made = stage.do(bare)
    tab = tab_of(stage, made.person_id)
    ways = tab.cards["decisions"]
    assert isinstance(ways, DecisionsArea)
    assert ways.none.isVisible()
    assert ways.reckon_link.isVisible()
    ways.reckon_link.click()
    assert isinstance(tab.over, ReckoningPage)
    assert tab.over.go_back()


def test_numbers_of_a_study_are_taken_into_a_way_with_the_time_they_hold_for(qtbot: QtBot) -> None:
    row = EstimateRow("Mira")
    qtbot.addWidget(row)
    row.show_typed({"outcome": "sleep better", "n_with": "3", "denominator": "10", "horizon": "8", "unit": "weeks"})
    row.open()
    row.reckon.click()
    study = row.findChild(FromStudy)
    assert study is not None
    assert (study.fields["outcome"].value(), study.fields["horizon"].value()) == ("sleep better", "8")
    study.type(with_events="56", with_of="70", without_events="48", without_of="80", horizon="2", unit="years")
    with qtbot.waitSignal(row.changed):
        study.told.itemAt(1).widget().click()
    typed = row.typed()
    assert (typed["n_with"], typed["n_without"], typed["denominator"]) == ("80", "60", "100")
    assert (typed["horizon"], typed["unit"], typed["outcome"]) == ("2", "years", "sleep better")


@pytest.mark.parametrize("direction", OutcomeDirection)
@pytest.mark.parametrize("interval", [None, "to the number"])
def test_whatever_the_two_numbers_are_the_practitioner_is_told_how_many(
    direction: OutcomeDirection, interval: str | None
) -> None:
    silent = [
        count
        for count in range(101)
        if not needed_words(
            OutcomeEstimate(
                outcome="sleep better",
                direction=direction,
                n_with=count,
                n_without=24,
                denominator=100,
                interval_with=Interval(low=count, high=100) if interval else None,
            )
        )
    ]
    assert silent == []
