"""An estimate: what it needs, what it may not be, and when two of them may stand side by side."""

from dataclasses import replace
from datetime import date

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import Words
from healingpartner.plans.numbers.estimate import (
    Basis,
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
    Sureness,
)
from healingpartner.plans.numbers.grid import Column, apart, check_comparable

EIGHT_WEEKS = Horizon(amount=8, unit=HorizonUnit.WEEKS)
SLEEP = OutcomeEstimate(
    outcome="sleep better",
    direction=OutcomeDirection.BENEFIT,
    horizon=EIGHT_WEEKS,
    n_with=38,
    n_without=24,
    denominator=100,
    interval_with=Interval(low=30, high=46),
    basis=Basis.TRIAL,
    sureness=Sureness.MODERATE,
    source="Lind 2024",
    checked_on=date(2026, 11, 3),
)
DROWSY = replace(SLEEP, outcome="feel drowsy by day", direction=OutcomeDirection.HARM, n_with=20, n_without=8,
                 interval_with=None)  # fmt: skip


def test_an_estimate_is_kept_as_it_is_said() -> None:
    assert SLEEP.cleaned(today=date(2026, 11, 22)) == SLEEP
    assert replace(SLEEP, outcome="  sleep \n better ").cleaned() == SLEEP
    assert (SLEEP.more, DROWSY.more, replace(SLEEP, n_without=None).more) == (14, 12, None)


def test_words_alone_are_an_estimate_too() -> None:
    kept = OutcomeEstimate(outcome="feel lighter", direction=OutcomeDirection.BENEFIT).cleaned()
    assert not kept.has_numbers
    assert kept.more is None
    OutcomeEstimate(outcome="travel far", direction=OutcomeDirection.BURDEN).cleaned()


def test_only_a_study_that_can_be_looked_up_is_called_one() -> None:
    assert SLEEP.names_a_study
    assert not replace(SLEEP, source="").names_a_study
    assert not replace(SLEEP, basis=Basis.TRADITION).names_a_study


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": " "}, "outcome"),
        ({"outcome": "x" * 201}, "outcome"),
        ({"horizon": None}, "horizon"),
        ({"horizon": None, "direction": OutcomeDirection.HARM, "n_with": None, "n_without": None,
          "denominator": None, "interval_with": None}, "horizon"),
        ({"horizon": Horizon(amount=0, unit=HorizonUnit.DAYS)}, "horizon"),
        ({"horizon": Horizon(amount=1_001, unit=HorizonUnit.DAYS)}, "horizon"),
        ({"n_with": 101}, "n_with"),
        ({"n_with": -1}, "n_with"),
        ({"n_without": 101}, "n_without"),
        ({"n_without": -1}, "n_without"),
        ({"n_with": None}, "n_with"),
        ({"n_with": None, "n_without": None}, "n_with"),
        ({"denominator": None}, "denominator"),
        ({"denominator": 0}, "denominator"),
        ({"denominator": -100}, "denominator"),
        ({"denominator": 10_001}, "denominator"),
        ({"interval_with": Interval(low=46, high=30)}, "interval_with"),
        ({"interval_with": Interval(low=39, high=46)}, "interval_with"),
        ({"interval_with": Interval(low=-1, high=46)}, "interval_with"),
        ({"interval_with": Interval(low=30, high=101)}, "interval_with"),
        ({"interval_without": Interval(low=25, high=30)}, "interval_without"),
        ({"n_without": None, "interval_without": Interval(low=1, high=2)}, "interval_without"),
        ({"checked_on": date(2026, 11, 23)}, "checked_on"),
        ({"population": "x" * 201}, "population"),
        ({"source": "x" * 501}, "source"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_beside_its_field(change: dict[str, object], field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        replace(SLEEP, **change).cleaned(today=date(2026, 11, 22))
    assert amiss.value.field == field
    assert amiss.value.sentence.endswith((".", "?"))


def test_ways_on_one_ground_stand_side_by_side() -> None:
    days = replace(DROWSY, horizon=Horizon(amount=56, unit=HorizonUnit.DAYS))
    words_alone = OutcomeEstimate(outcome="feel lighter", direction=OutcomeDirection.BENEFIT)
    columns = [Column(label="Walk", estimates=(SLEEP, words_alone)), Column(label="Pill", estimates=(SLEEP, days))]
    assert apart(columns) == ()
    check_comparable(columns)
    check_comparable([])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"horizon": Horizon(amount=1, unit=HorizonUnit.YEARS)}, "of 100 people, within 1 year"),
        ({"denominator": 1_000}, "of 1,000 people, within 8 weeks"),
    ],
)
def test_a_grid_of_different_grounds_refuses_and_says_which(change: dict[str, object], told: str) -> None:
    odd = replace(DROWSY, **change)
    columns = [Column(label="Walk", estimates=(SLEEP,)), Column(label="Pill", estimates=(SLEEP, odd))]
    assert [(one.label, one.outcome) for one in apart(columns)] == [("Pill", "feel drowsy by day")]
    with pytest.raises(Refused) as amiss:
        check_comparable(columns)
    plain = amiss.value.sentence().replace("\u2068", "").replace("\u2069", "")
    assert f"Pill, “feel drowsy by day”, is {told}." in plain
    assert "Most are of 100 people, within 8 weeks." in plain
    assert "Walk" not in plain
    with pytest.raises(Refused):
        check_comparable(columns, words=Words("es"))


def test_twelve_months_are_a_year_and_thirty_days_are_no_month() -> None:
    def span(amount: int, unit: HorizonUnit) -> tuple[str, int]:
        return Horizon(amount=amount, unit=unit).span()

    assert span(12, HorizonUnit.MONTHS) == span(1, HorizonUnit.YEARS)
    assert span(7, HorizonUnit.DAYS) == span(1, HorizonUnit.WEEKS)
    assert span(30, HorizonUnit.DAYS) != span(1, HorizonUnit.MONTHS)
