"""A figure is kept as it was read, whoever measured it, and one read wrongly stays readable as that."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.practice import Practice
from healingpartner.visits.measurements import acts
from healingpartner.visits.measurements.model import before, checked_value
from healingpartner.visits.measurements.views import copy_of, measurements_of
from visits.meeting import DESK, OTHER, let_pass, met


def test_a_figure_is_kept_as_it_was_read_by_either(practice: Practice, clock: SteppingClock):
    person_id, visit_id = met(practice)
    practice.do(acts.measure, person_id, "Weight", "71.50", "kg", visit_id=visit_id, by=DESK)
    let_pass(clock, 60)
    practice.do(acts.measure, person_id, "weight", "70,9", "kg", words="At home, in the morning", by=OTHER)
    newest, oldest = practice.ask(measurements_of, person_id)
    assert (newest.value, newest.voice, oldest.value, oldest.voice) == ("70,9", OTHER, "71.50", DESK)
    assert (newest.number(), oldest.number()) == (Decimal("70.9"), Decimal("71.50"))
    assert before(newest, (newest, oldest)) == oldest
    assert before(oldest, (newest, oldest)) is None
    assert len(practice.ask(copy_of, person_id)["measurement"]) == 2


def test_a_wrong_figure_is_set_aside_and_stays_readable(practice: Practice):
    person_id, _visit = met(practice)
    wrong = practice.do(acts.measure, person_id, "Pulse", "720", "/min", by=DESK)
    for _twice in range(2):
        practice.do(acts.set_measurement_aside, wrong, by=DESK)
    right = practice.do(acts.measure, person_id, "Pulse", "72", "/min", by=DESK)
    found = practice.ask(measurements_of, person_id)
    assert [(one.id, one.set_aside is not None) for one in found] == [(right, False), (wrong, True)]
    assert before(found[0], found) is None
    with pytest.raises(Refused):
        practice.do(acts.set_measurement_aside, "nothing", by=DESK)


@pytest.mark.parametrize("value", ["120/80", "36.8", "36,8", "-2", "−2", "0", "120 / 80"])
def test_figures_and_pairs_are_taken(value: str):
    assert checked_value(value)


@pytest.mark.parametrize(
    "value", ["", " ", "high", "12e5", "1.2.3", "--2", "120/", "9" * 41, "<b>1</b>", "١٢٣x", "0x1F"]
)
def test_what_is_no_figure_is_said_beside_it(practice: Practice, value: str):
    person_id, _visit = met(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.measure, person_id, "Pulse", value, by=DESK)
    assert broken.value.field == "value"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_no_figure_is_rounded_on_its_way(number: Decimal):
    assert Decimal(checked_value(f"{number:f}")) == number


def test_a_figure_needs_a_name_and_a_person(practice: Practice):
    person_id, _visit = met(practice)
    _other, visit_id = met(practice, "Jonah Takahashi")
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.measure, person_id, " ", "1", by=DESK)
    assert broken.value.field == "what"
    for where in ({"visit_id": visit_id}, {"visit_id": "nothing"}):
        with pytest.raises(Refused):
            practice.do(acts.measure, person_id, "Pulse", "72", by=DESK, **where)
    with pytest.raises(Refused):
        practice.do(acts.measure, "nobody", "Pulse", "72", by=DESK)
