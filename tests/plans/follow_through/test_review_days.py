"""Two weeks for a step, six for a goal, three months for a plan; the patient moves or drops them, looking moves on."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import Instant
from healingpartner.plans.decisions.model import DecisionState
from healingpartner.plans.differing.model import Alternative, AlternativeState
from healingpartner.plans.follow_through.model import CheckIn, Went
from healingpartner.plans.follow_through.review_days import Followed, Looked, ReviewDay, months_on, review_days
from healingpartner.plans.goals.model import Goal, GoalState, Rating
from healingpartner.plans.model import Plan
from healingpartner.plans.steps.model import StepState
from plans.deciding import PATIENT, PRACTITIONER, ask, doing


def at(day: date) -> Instant:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Instant(utc_us=int(moment.timestamp()) * 1_000_000, offset_min=0, zone="UTC")


AGREED = date(2026, 5, 4)
PLAN = Plan(id="plan", person_id="p", title="Walk", made=at(AGREED))
STEP = replace(doing("Walk"), id="step", state=StepState.UNDER_WAY, turned=at(AGREED))
GOAL = Goal(id="goal", plan_id="plan", patient_words="To the lake", state=GoalState.ACTIVE)
WENT = CheckIn(id="", plan_id="plan", by=PATIENT, at=at(AGREED), went=Went.SOME)
FOLLOWED = Followed(plan=PLAN, agreed=at(AGREED), steps=(STEP,), goals=(GOAL,))


def days(followed: Followed) -> dict[Looked, ReviewDay]:
    return {one.looked: one for one in review_days(followed)}


def step_day(*check_ins: CheckIn) -> date | None:
    found = days(replace(FOLLOWED, check_ins=[replace(one, step_id="step") for one in check_ins]))
    return found[Looked.STEP].on if Looked.STEP in found else None


def test_two_weeks_for_a_step_six_for_a_goal_three_months_for_a_plan() -> None:
    found = days(FOLLOWED)
    assert [found[one].on for one in (Looked.STEP, Looked.GOAL, Looked.PLAN)] == [
        date(2026, 5, 18),
        date(2026, 6, 15),
        date(2026, 8, 4),
    ]
    assert [one.looked for one in review_days(FOLLOWED)] == [Looked.STEP, Looked.GOAL, Looked.PLAN]
    assert not any(one.chosen for one in found.values())


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 9, 15), date(2026, 12, 15)),
    ],
)
def test_three_months_end_on_the_last_day_of_a_shorter_one(day: date, later: date) -> None:
    assert months_on(day, 3) == later


def test_a_plans_own_day_holds() -> None:
    found = days(replace(FOLLOWED, plan=replace(PLAN, review_on=date(2026, 6, 1))))[Looked.PLAN]
    assert (found.on, found.chosen) == (date(2026, 6, 1), True)


def test_looking_moves_the_next_one_on() -> None:
    assert step_day(replace(WENT, at=at(date(2026, 5, 20)))) == date(2026, 6, 3)
    rated = Rating(id="r", plan_id="plan", goal_id="goal", voice=PRACTITIONER, at=at(date(2026, 6, 1)), near=5)
    assert days(replace(FOLLOWED, ratings=(rated,)))[Looked.GOAL].on == date(2026, 7, 13)
    looked = days(replace(FOLLOWED, check_ins=(replace(WENT, at=at(date(2026, 8, 10))),)))
    assert looked[Looked.PLAN].on == date(2026, 11, 10)
    assert looked[Looked.STEP].on == date(2026, 5, 18)


def test_the_patient_moves_the_day_and_it_holds_until_they_have_looked() -> None:
    moved = replace(WENT, went=None, look_again_on=date(2026, 7, 1))
    assert step_day(moved) == date(2026, 7, 1)
    assert step_day(moved, replace(WENT, at=at(date(2026, 6, 1)))) == date(2026, 7, 1)
    assert step_day(moved, replace(WENT, at=at(date(2026, 7, 2)))) == date(2026, 7, 16)


def test_a_day_that_was_dropped_stays_dropped_until_the_patient_names_one() -> None:
    dropped = replace(WENT, went=None, no_look_again=True)
    assert step_day(dropped) is None
    assert step_day(dropped, replace(WENT, at=at(date(2026, 6, 1)))) is None
    assert step_day(dropped, replace(WENT, went=None, look_again_on=date(2026, 7, 1))) == date(2026, 7, 1)


def test_a_step_that_begins_later_is_looked_at_two_weeks_after_it_begins() -> None:
    later = replace(STEP, begins_on=date(2026, 6, 1))
    assert days(replace(FOLLOWED, steps=(later,)))[Looked.STEP].on == date(2026, 6, 15)
    again = replace(FOLLOWED, agreed=at(date(2026, 7, 1)))
    assert days(again)[Looked.STEP].on == date(2026, 7, 15)


@pytest.mark.parametrize("state", [StepState.DONE, StepState.SET_DOWN, StepState.PAUSED, StepState.PROPOSED])
def test_what_is_over_or_rests_is_not_looked_at(state: StepState) -> None:
    assert Looked.STEP not in days(replace(FOLLOWED, steps=(replace(STEP, state=state),)))
    assert Looked.GOAL not in days(replace(FOLLOWED, goals=(replace(GOAL, state=GoalState.PAUSED),)))


def test_the_safety_net_and_a_decision_name_days_of_their_own() -> None:
    day = date(2026, 5, 12)
    other = Alternative(
        id="other", plan_id="plan", instead_of="a", option_id="b", proposed_by=PATIENT, proposed=at(AGREED),
        review_on=day, state=AlternativeState.TAKEN,
    )  # fmt: skip
    decision = replace(ask("Which?", revisit_on=day), id="which", state=DecisionState.DECIDED)
    named = replace(FOLLOWED, alternatives=(other,), decisions=(decision,))
    assert {days(named)[one].on for one in (Looked.ALTERNATIVE, Looked.DECISION)} == {day}
    looked = days(replace(named, check_ins=(replace(WENT, at=at(day)),)))
    assert {Looked.ALTERNATIVE, Looked.DECISION} & set(looked) == set()


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["went", "moved", "dropped"])), max_size=8))
def test_a_step_has_one_day_or_none_and_none_only_where_it_was_dropped(told: list[tuple[int, str]]) -> None:
    check_ins, day = [], AGREED
    for after, what in told:
        day += timedelta(days=after)
        said = {"went": WENT, "moved": replace(WENT, went=None, look_again_on=day + timedelta(days=3)),
                "dropped": replace(WENT, went=None, no_look_again=True)}[what]  # fmt: skip
        check_ins.append(replace(said, at=at(day)))
    last_named = [what for _after, what in told if what != "went"][-1:]
    assert (step_day(*check_ins) is None) == (last_named == ["dropped"])
