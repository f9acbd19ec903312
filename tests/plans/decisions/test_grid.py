"""Ways side by side as plain data: every row there is, an empty cell to be seen, numbers that may stand together."""

from dataclasses import replace
from datetime import date

import pytest

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.plans.decisions.grid import Fixed, Grid, Line, check_comparable, cost_words, grid_of
from healingpartner.plans.decisions.model import (
    Asks,
    Courses,
    Direction,
    Evidence,
    EvidenceKind,
    Felt,
    GridRow,
    Leaning,
    Option,
    Reversible,
    Stance,
)
from healingpartner.plans.money import Cost, Per
from healingpartner.plans.numbers.estimate import Horizon, HorizonUnit, OutcomeDirection, OutcomeEstimate
from healingpartner.plans.ruling import Rule, RuleKind
from healingpartner.plans.steps.model import Errand, StepState
from plans.deciding import PRACTITIONER, ask, doing, way

EN = Words("en_GB")
SLEEP = OutcomeEstimate(
    outcome="sleep better",
    direction=OutcomeDirection.BENEFIT,
    horizon=Horizon(amount=8, unit=HorizonUnit.WEEKS),
    n_with=38,
    n_without=24,
    denominator=100,
)
FULL = way(
    "Valerian",
    involves="Drops at night",
    helps="Calms",
    harms="Heavy head",
    cautions="Not with wine",
    effort="A spoon a day",
    asks=Asks.LITTLE,
    reversible=Reversible.EASILY,
    cost=Cost(low=Money(minor=600, currency="EUR"), high=Money(minor=900, currency="EUR"), per=Per.MONTH),
    leaning=Leaning(stance=Stance.TOWARD, reason="It is gentle"),
    rule=Rule(kind=RuleKind.LAW, words="We must name it"),
    evidence=(Evidence(kind=EvidenceKind.STUDY, words="It helped some", source="Lind", dated=PartialDate(year=2019)),),
    estimates=(SLEEP,),
    courses=Courses(best="Deep sleep", hard="No change"),
    felt=Felt(inner_words="A warm yes", direction=Direction.TOWARD, ready=8, ready_why="I am tired"),
    if_i_wait="It may pass",
    cells={"drive": "Yes"},
)


def grid(*options: Option, **given: object) -> Grid:
    numbered = tuple(replace(one, id=str(place)) for place, one in enumerate(options))
    return grid_of(ask("Which?", rows=(GridRow(id="drive", words="Can I drive?"),)), numbered, words=EN, **given)  # type: ignore[arg-type]


def line(found: Grid, row: Fixed) -> Line:
    return next(one for one in found.lines if one.fixed is row)


def said(found: Grid, row: Fixed, column: int = 0) -> tuple[str, ...]:
    cell = line(found, row).cells[column]
    return tuple(words.replace("\u2068", "").replace("\u2069", "") for words in cell.said)


def test_every_row_is_there_even_where_nobody_has_said_anything() -> None:
    found = grid(way("Wait"), way("Tea"))
    assert [one.fixed for one in found.lines] == [*Fixed, None]
    assert found.lines[-1].title == "Can I drive?"
    assert all(len(one.cells) == 2 for one in found.lines)
    assert line(found, Fixed.HELPS).is_empty
    assert said(found, Fixed.REVERSIBLE) == ("We do not know if it can be undone",)


def test_each_cell_says_what_its_way_says() -> None:
    found = grid(FULL)
    assert said(found, Fixed.WHAT)[0] == "Drops at night"
    assert said(found, Fixed.WHAT)[1:] == (
        "This is here for a rule, not for you: The law asks for it.",
        "We must name it",
    )
    assert said(found, Fixed.HARMS) == ("Heavy head", "Not with wine")
    assert said(found, Fixed.EFFORT) == ("A spoon a day", "It asks little")
    assert said(found, Fixed.COST) == ("€6.00 to €9.00 a month",)
    assert said(found, Fixed.WAITING) == ("It may pass",)
    assert said(found, Fixed.COURSES) == ("At best: Deep sleep", "If it is hard: No change")
    assert said(found, Fixed.NUMBERS)[0].startswith("Of 100 people like you, about 38 sleep better")
    assert said(found, Fixed.LEANING) == ("I lean toward it", "It is gentle")
    assert said(found, Fixed.EVIDENCE) == ("A study: It helped some (Lind, 2019)",)
    assert said(found, Fixed.BODY) == ("It draws me there", "A warm yes")
    assert said(found, Fixed.READY) == ("Ready: 8 of 10", "I am tired")
    assert found.lines[-1].cells[0].said == ("Yes",)


def test_rows_say_whose_words_stand_in_them() -> None:
    voices = {one.fixed: one.voice for one in grid(FULL).lines}
    assert (voices[Fixed.LEANING], voices[Fixed.BODY]) == (Voice.PRACTITIONER, Voice.PATIENT)
    assert (voices[Fixed.COST], voices[None]) == (Voice.BOTH, Voice.PATIENT)


def test_a_price_nobody_knows_says_who_finds_it_out_and_when() -> None:
    assert said(grid(way("Tea")), Fixed.COST) == ("we do not know yet",)
    owed = doing("Ask", PRACTITIONER, option_id="0", errand=Errand.PRICE, due_on=date(2026, 12, 4))
    standing = replace(owed, state=StepState.TAKEN_ON)
    assert said(grid(way("Tea"), steps=(standing,)), Fixed.COST)[1] == "I will find out by 4 Dec 2026."
    assert said(grid(way("Tea"), steps=(replace(standing, due_on=None),)), Fixed.COST)[1] == "I will find out."
    assert len(said(grid(way("Tea"), steps=(owed,)), Fixed.COST)) == 1  # proposed only: nobody has promised it


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (Cost(covered=True), "someone else pays it"),
        (Cost(low=Money(minor=0, currency="EUR"), high=Money(minor=0, currency="EUR")), "free"),
        (Cost(low=Money(minor=1_250, currency="EUR"), high=Money(minor=1_250, currency="EUR")), "€12.50, once"),
        (Cost(note="asking"), "we do not know yet"),
    ],
)
def test_a_cost_is_said_straight(cost: Cost, words: str) -> None:
    assert cost_words(cost, EN).replace("\u2068", "").replace("\u2069", "") == words


def test_numbers_of_another_ground_are_named_and_not_drawn_together() -> None:
    year = replace(SLEEP, horizon=Horizon(amount=1, unit=HorizonUnit.YEARS), n_with=400, n_without=300,
                   denominator=1_000)  # fmt: skip
    ways = (FULL, replace(FULL, label="Diary"), replace(FULL, label="Pill", estimates=(year,)))
    assert [one.label for one in grid(*ways).apart] == ["Pill"]
    with pytest.raises(Refused) as differ:
        check_comparable(ways, words=EN)
    assert "Pill" in differ.value.where
    check_comparable(ways[:2], words=EN)
    assert grid(*ways[:2]).apart == ()
