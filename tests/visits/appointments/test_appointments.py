"""Appointments: both mean to keep them, either may move or cancel them, and nobody is counted against."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import Instant, SteppingClock
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.people import acts as people
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from healingpartner.visits.appointments import acts, views
from healingpartner.visits.appointments.model import MOST_TIMES, Appointment, Rhythm, days_of, in_the_way
from healingpartner.visits.appointments.store import appointment_with
from healingpartner.visits.model import Kind
from healingpartner.visits.store import visit_with

from conftest import START  # isort: skip

TODAY = date(2026, 11, 22)
DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
DAY_US = 24 * 3600 * 1_000_000


def wall(hour: int, minute: int = 0, day: date = TODAY) -> Instant:
    return SteppingClock(START).wall(day, 60 * hour + minute)


def add(practice: Practice, name: str = "Mira Rahimi") -> str:
    return practice.do(people.add_person, Particulars(legal_name=name, called=name.split(maxsplit=1)[0]), by=DESK)


def made(practice: Practice, person_id: str, *starts: Instant, minutes: int = 50, by: Voice = DESK) -> tuple[str, ...]:
    return practice.do(acts.make_appointments, person_id, starts, minutes=minutes, by=by)


def day(practice: Practice, at: date = TODAY) -> tuple[views.Line, ...]:
    from_us = wall(0, day=at).utc_us
    return practice.ask(views.lines_between, from_us, from_us + DAY_US)


def test_a_day_shows_who_comes_when_the_earliest_first(practice: Practice) -> None:
    mira, jonah = add(practice), add(practice, "Jonah Takahashi")
    made(practice, jonah, wall(14))
    made(practice, mira, wall(10, 30), wall(10, 30, TODAY + timedelta(days=7)))
    assert [(line.called, line.appointment.starts.local().hour) for line in day(practice)] == [
        ("Mira", 10),
        ("Jonah", 14),
    ]
    assert [line.called for line in day(practice, TODAY + timedelta(days=7))] == ["Mira"]


def test_two_at_one_time_are_asked_about_and_stand_when_both_are_meant(practice: Practice) -> None:
    mira, jonah = add(practice), add(practice, "Jonah Takahashi")
    made(practice, mira, wall(10))
    with pytest.raises(RuleBroken) as broken:
        made(practice, jonah, wall(10, 49))
    assert broken.value.field == "starts"
    assert "Mira" not in broken.value.sentence  # the sentence may be read by who sits beside
    made(practice, jonah, wall(10, 50))
    practice.do(acts.make_appointments, jonah, [wall(10, 20)], minutes=30, beside_is_meant=True, by=DESK)
    assert [line.beside for line in day(practice)] == [True, True, False]


def test_either_moves_it_and_it_says_where_it_stood(practice: Practice) -> None:
    (one,) = made(practice, add(practice), wall(10))
    practice.do(acts.move_appointment, one, wall(15), by=OTHER)
    moved = practice.ask(appointment_with, one)
    assert moved is not None
    assert (moved.starts, moved.moved_from, moved.moved_by) == (wall(15), wall(10), OTHER)


@pytest.mark.parametrize("by", [DESK, OTHER])
def test_either_cancels_it_without_a_reason_and_it_can_stand_again(practice: Practice, by: Voice) -> None:
    (one,) = made(practice, add(practice), wall(10))
    practice.do(acts.cancel_appointment, one, by=by)
    cancelled = practice.ask(appointment_with, one)
    assert cancelled is not None
    assert (cancelled.stands(), cancelled.cancelled_by, cancelled.words) == (False, by, "")
    with pytest.raises(RuleBroken):
        practice.do(acts.move_appointment, one, wall(12), by=by)
    practice.do(acts.stand_again, one, by=by)
    again = practice.ask(appointment_with, one)
    assert again is not None
    assert again.stands()


def test_one_of_a_series_is_cancelled_alone_or_with_those_after_it(practice: Practice) -> None:
    days = days_of(TODAY, Rhythm.WEEK, 5)
    ids = made(practice, add(practice), *(wall(10, day=each) for each in days))
    practice.do(acts.cancel_appointment, ids[1], by=OTHER)
    practice.do(acts.cancel_appointment, ids[3], following=True, by=OTHER)
    found = [practice.ask(appointment_with, each) for each in ids]
    assert [one is not None and one.stands() for one in found] == [True, False, True, False, False]
    assert len({one.series_id for one in found if one is not None}) == 1


def test_a_cancelled_time_is_free_again(practice: Practice) -> None:
    mira, jonah = add(practice), add(practice, "Jonah Takahashi")
    (one,) = made(practice, mira, wall(10))
    practice.do(acts.cancel_appointment, one, by=OTHER)
    made(practice, jonah, wall(10))
    with pytest.raises(RuleBroken):
        practice.do(acts.stand_again, one, by=OTHER)


def test_a_visit_that_comes_of_it_knows_when_it_was_planned(practice: Practice) -> None:
    (one,) = made(practice, add(practice), wall(10))
    waits = practice.do(acts.arrive, one, by=DESK)
    begun = practice.do(acts.begin_visit, one, by=DESK)
    assert waits == begun
    visit = practice.ask(visit_with, begun)
    assert visit is not None
    assert visit.planned == wall(10)
    assert visit.patient_arrived is not None
    assert visit.begun is not None
    assert day(practice)[0].visit == visit


def test_who_waits_is_asked_first_when_a_place_comes_free(practice: Practice) -> None:
    mira, jonah = add(practice), add(practice, "Jonah Takahashi")
    practice.do(acts.wait_for_a_place, jonah, suits="mornings", by=OTHER)
    waits = practice.do(acts.wait_for_a_place, mira, suits="any time", until=TODAY + timedelta(days=9), by=OTHER)
    assert [line.name for line in practice.ask(views.everyone_waiting)] == ["Jonah Takahashi", "Mira Rahimi"]
    assert practice.do(acts.wait_for_a_place, mira, suits="after five", by=OTHER) == waits
    practice.do(acts.make_appointments, mira, [wall(17)], minutes=50, waiting_id=waits, by=DESK)
    assert [line.waiting.suits for line in practice.ask(views.everyone_waiting)] == ["mornings"]


def test_a_person_sees_what_is_to_come_first_and_what_was_newest_first(practice: Practice) -> None:
    mira = add(practice)
    made(practice, mira, *(wall(10, day=TODAY + timedelta(days=each)) for each in (1, 2, 3)))
    later = wall(12, day=TODAY + timedelta(days=2))
    found = practice.ask(views.appointments_of, mira, now=later)
    assert [one.day.day for one in found.to_come] == [25]
    assert [one.day.day for one in found.past] == [24, 23]
    assert practice.ask(views.next_of_everyone, now=later)[mira].day == TODAY + timedelta(days=3)


def test_words_about_it_are_found_and_copied(practice: Practice) -> None:
    mira = add(practice)
    practice.do(acts.make_appointments, mira, [wall(10)], minutes=50, about="Zweites Gespräch", by=DESK)
    assert [hit.subject_id for hit in practice.ask(find, "gesprach")]
    copied = practice.ask(views.copy_of, mira)
    assert [row["about"] for row in copied["appointment"]] == ["Zweites Gespräch"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": 4}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"starts": [wall(23, 30)]}, "minutes"),
        ({"starts": [wall(10, day=TODAY - timedelta(days=1))]}, "day"),
        ({"starts": [wall(10, day=date(2031, 1, 1))]}, "day"),
        ({"starts": []}, "starts"),
        ({"about": "x" * 201}, "about"),
    ],
)
def test_what_does_not_fit_gets_a_sentence_and_changes_nothing(
    practice: Practice, change: dict[str, object], field: str
) -> None:
    mira = add(practice)
    given_to_it: dict[str, object] = {"starts": [wall(10)], "minutes": 50} | change
    head = practice.vault.head()
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.make_appointments, mira, given_to_it.pop("starts"), by=DESK, **given_to_it)
    assert broken.value.field == field
    assert broken.value.sentence
    assert practice.vault.head() == head


def test_an_appointment_that_is_gone_and_a_person_who_is_gone_are_told_kindly(practice: Practice) -> None:
    for act, args in (
        (acts.cancel_appointment, ("nothing",)),
        (acts.stop_waiting, ("nothing",)),
        (acts.begin_visit, ("nothing",)),
    ):
        with pytest.raises(Refused):
            practice.do(act, *args, by=DESK)
    with pytest.raises(Refused):
        made(practice, "nobody", wall(10))


def test_hostile_words_are_kept_as_words(practice: Practice) -> None:
    mira = add(practice)
    hostile = "<img src=x> '; DROP TABLE appointment; -- \u202eolleh =1+1"
    (one,) = practice.do(acts.make_appointments, mira, [wall(10)], minutes=50, about=hostile, by=DESK)
    kept = practice.ask(appointment_with, one)
    assert kept is not None
    assert kept.about == hostile


@given(
    times=st.integers(2, MOST_TIMES),
    first=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    rhythm=st.sampled_from(Rhythm),
)
def test_a_series_has_as_many_days_as_were_asked_for_in_order(times: int, first: date, rhythm: Rhythm) -> None:
    days = days_of(first, rhythm, times)
    assert len(days) == (1 if rhythm is Rhythm.ONCE else times)
    assert list(days) == sorted(set(days))
    assert days[0] == first
    if rhythm is Rhythm.MONTH:
        assert {each.day for each in days} == {first.day}


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(5, 120)), min_size=2, max_size=12))
def test_two_are_in_each_others_way_or_neither_is(spans: list[tuple[int, int]]) -> None:
    ones = [
        Appointment(
            id=str(at), person_id="", starts=wall(0, start), minutes=length, made=wall(0), kind=Kind.IN_THE_ROOM
        )
        for at, (start, length) in enumerate(spans)
    ]
    for one in ones:
        for other in ones:
            assert one.meets(other) == other.meets(one)
        first = in_the_way(one, ones)
        assert first is None or (first.id != one.id and first.meets(one))
