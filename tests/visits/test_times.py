"""Time shared fairly: waiting is counted by one rule for both, and what cannot have been is said beside the field."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import Instant, NotOnTheClock, SteppingClock
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.visits import acts
from healingpartner.visits.model import Kind, Visit
from healingpartner.visits.times import MINUTE_US, Point, lasted, overlap, sides_of, typed_point, waits_of, with_point
from visits.meeting import DESK, full, let_pass, met

EPOCH, SPRING, AUTUMN = date(1970, 1, 1), date(2027, 3, 28), date(2027, 10, 31)
NINE = 1_795_338_000 * 1_000_000


def at(minutes: int, *, offset: int = 0) -> Instant:
    """So many minutes after nine."""
    return Instant(utc_us=NINE + minutes * MINUTE_US, offset_min=offset, zone="UTC")


def visit(**points: Instant | None) -> Visit:
    return Visit(id="v", person_id="p", kind=Kind.IN_THE_ROOM, opened=at(0), **points)


def test_the_patient_who_came_on_time_waited_until_the_practitioner_was_ready():
    found = waits_of(visit(planned=at(0), patient_arrived=at(-10), practitioner_ready=at(12), begun=at(13)))
    assert (found.patient_waited, found.practitioner_waited) == (12, 0)
    assert (found.practitioner_late, found.patient_late) == (12, 0)


def test_the_practitioner_who_was_ready_waited_for_the_patient_by_the_same_rule():
    found = waits_of(visit(planned=at(0), patient_arrived=at(12), practitioner_ready=at(-10), begun=at(13)))
    assert (found.patient_waited, found.practitioner_waited) == (0, 12)
    assert (found.practitioner_late, found.patient_late) == (0, 12)


def test_ones_own_lateness_is_looked_at_first():
    assert sides_of(waits_of(visit(begun=at(0))))[0][0] is Voice.PRACTITIONER


@given(st.integers(-300, 300), st.integers(-300, 300), st.integers(-300, 300))
def test_both_are_measured_by_one_rule(planned: int, first: int, second: int):
    """Changing places changes who waited, and nothing else; never have both waited for one another."""
    one = waits_of(visit(planned=at(planned), patient_arrived=at(first), practitioner_ready=at(second)))
    other = waits_of(visit(planned=at(planned), patient_arrived=at(second), practitioner_ready=at(first)))
    assert (one.patient_waited, one.patient_late) == (other.practitioner_waited, other.practitioner_late)
    assert 0 in (one.patient_waited, one.practitioner_waited)


def test_a_visit_does_not_end_before_it_begins():
    with pytest.raises(RuleBroken) as broken:
        with_point(visit(begun=at(30)), Point.ENDED, at(29))
    assert broken.value.field == "ended"
    with pytest.raises(RuleBroken):
        with_point(visit(begun=at(0), ended=at(50)), Point.BEGUN, at(51))
    with pytest.raises(RuleBroken):
        with_point(visit(), Point.ENDED, at(1))


def test_a_visit_may_cross_midnight_but_not_last_a_day():
    late = visit(begun=Instant(utc_us=NINE + 14 * 60 * MINUTE_US, offset_min=0, zone="UTC"))
    assert late.begun is not None
    ended = typed_point(late, Point.ENDED, "00:20")
    local = late.begun.local()
    assert ended is not None
    assert ended.local().day == (local.day if local.hour == 0 else local.day + 1)
    assert lasted(with_point(late, Point.ENDED, ended)) is not None
    with pytest.raises(RuleBroken):
        with_point(late, Point.ENDED, replace(late.begun, utc_us=late.begun.utc_us + 13 * 60 * MINUTE_US))


def test_a_change_of_the_clock_makes_a_visit_neither_longer_nor_shorter():
    """In autumn 2:50 comes before 2:10: the clock that never jumps counts."""
    over = visit(begun=at(0, offset=120), ended=at(20, offset=60))
    assert over.begun is not None
    assert over.ended is not None
    assert over.ended.local().hour < over.begun.local().hour
    assert lasted(over) == 20
    assert with_point(over, Point.ENDED, over.ended) == over


def berlin(day: date, minute: int) -> Instant:
    """A wall in Berlin: put forward on 28 March 2027 at two, back on 31 October 2027 at three."""
    forward, back = (SPRING - EPOCH).days * 24 * 60 + 2 * 60, (AUTUMN - EPOCH).days * 24 * 60 + 3 * 60
    meant = (day - EPOCH).days * 24 * 60 + minute
    if forward <= meant < forward + 60:
        raise NotOnTheClock
    offset = 120 if forward < meant < back else 60
    return Instant(utc_us=(meant - offset) * MINUTE_US, offset_min=offset, zone="CEST" if offset == 120 else "CET")


@pytest.mark.parametrize(
    ("day", "begun", "ended", "minutes"),
    [
        (SPRING, 90, "3:10", 40),  # 1:30, and the hour from two to three was never there
        (AUTUMN, 150, "3:10", 100),  # 2:30, and the hour from two to three came twice
        (AUTUMN, 170, "2:10", 20),  # the second 2:10 comes twenty minutes after the first 2:50
        (AUTUMN - timedelta(days=1), 23 * 60 + 30, "0:20", 50),
    ],
)
def test_a_typed_time_is_right_on_a_day_when_the_clocks_change(day: date, begun: int, ended: str, minutes: int):
    over = visit(begun=berlin(day, begun))
    assert lasted(with_point(over, Point.ENDED, typed_point(over, Point.ENDED, ended, wall=berlin))) == minutes


def test_a_time_that_no_clock_showed_is_said_beside_it():
    with pytest.raises(RuleBroken) as broken:
        typed_point(visit(begun=berlin(SPRING, 90)), Point.ENDED, "2:30", wall=berlin)
    assert broken.value.field == "ended"


@pytest.mark.parametrize("typed", ["noon", "25:00", "12:60", "-1:00", "13:00 pm", "١٢:٣٠ x", "12:3"])
def test_what_is_no_time_is_said_beside_it(typed: str):
    with pytest.raises(RuleBroken) as broken:
        typed_point(visit(begun=at(0)), Point.PLANNED, typed)
    assert broken.value.field == "planned"


@pytest.mark.parametrize(
    ("typed", "hour"), [("14:05", 14), ("2:05 pm", 14), ("14.05", 14), ("14h05", 14), ("12:05 am", 0)]
)
def test_a_time_is_read_however_it_is_written(typed: str, hour: int):
    found = typed_point(visit(begun=at(0)), Point.PLANNED, typed)
    assert found is not None
    assert (found.local().hour, found.local().minute) == (hour, 5)
    assert typed_point(visit(begun=at(0)), Point.PLANNED, " ") is None


def test_visits_of_two_people_at_one_time_are_said_and_allowed(practice: Practice, clock: SteppingClock):
    _one, first = met(practice)
    _two, second = met(practice, "Jonah Takahashi")
    assert full(practice, first).beside == 1
    practice.do(acts.press_point, second, Point.ENDED, by=DESK)
    assert full(practice, first).beside == 0
    assert overlap(visit(begun=at(0), ended=at(50)), visit(begun=at(49)))
    assert not overlap(visit(begun=at(0), ended=at(50)), visit(begun=at(50)))
    let_pass(clock, 5)


def test_times_are_pressed_or_typed_and_a_lateness_is_owned(practice: Practice, clock: SteppingClock):
    _person, visit_id = met(practice)
    practice.do(acts.tell_point, visit_id, Point.PLANNED, "8:40", by=DESK)
    practice.do(acts.tell_point, visit_id, Point.PATIENT_ARRIVED, "8:35", by=DESK)
    let_pass(clock, 50)
    practice.do(acts.press_point, visit_id, Point.ENDED, by=DESK)
    found = full(practice, visit_id).visit
    assert waits_of(found).patient_waited == waits_of(found).practitioner_late == 20
    assert lasted(found) == 50
    practice.do(acts.tell_point, visit_id, Point.PLANNED, "", by=DESK)
    assert waits_of(full(practice, visit_id).visit).practitioner_late == 0
    with pytest.raises(RuleBroken):
        practice.do(acts.tell_point, visit_id, Point.BEGUN, "", by=DESK)
