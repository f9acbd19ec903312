"""Goals: in the patient's words, begun only with words for their levels, rated by each side with words beside."""

from dataclasses import replace
from datetime import date

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.plans.acts import leave_as_it_was, pause, release, rework
from healingpartner.plans.goals.acts import GOALS_LIMIT, put_goal, rate, remove_goal, turn_goal
from healingpartner.plans.goals.model import GOAL_TURNS, LEVELS, Form, Goal, GoalState
from healingpartner.plans.goals.store import GOAL
from healingpartner.plans.store import part_with
from healingpartner.practice import Practice
from plans.planning import agreed, begun, both_say_yes, does, goal, says, under_way, whole

FIVE = goal("Five levels", form=Form.FIVE, levels={level: f"Level {level}" for level in LEVELS}, baseline=-1)
NEAR = Goal(id="", plan_id="", patient_words="How near", form=Form.NEAR)


def _with(practice: Practice, given: Goal) -> str:
    """A goal of an agreed plan, on its way."""
    person_id, plan_id = under_way(practice)
    says(practice, rework, plan_id)
    goal_id = says(practice, put_goal, plan_id, given)
    both_say_yes(practice, person_id, plan_id)
    says(practice, turn_goal, goal_id, GoalState.ACTIVE)
    return goal_id


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"patient_words": ""}, "patient_words"),
        ({"patient_words": " \u200e\n"}, "patient_words"),
        ({"patient_words": "x" * 10_001}, "patient_words"),
        ({"shared_wording": "x" * 10_001}, "shared_wording"),
        ({"why": "x" * 10_001}, "why"),
        ({"importance": 4}, "importance"),
        ({"difficulty": -1}, "difficulty"),
        ({"baseline": 3}, "baseline"),
        ({"levels": {0: "x" * 1_001}}, "level0"),
        ({"by_when": PartialDate(year=2020)}, "by_when"),
        ({"by_when": PartialDate(year=2026, month=11, day=21)}, "by_when"),
    ],
    ids=lambda given: str(given)[:30],
)
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_written(
    practice: Practice, more: dict[str, object], field: str
) -> None:
    person_id, plan_id = begun(practice)
    with pytest.raises(RuleBroken) as broken:
        says(practice, put_goal, plan_id, replace(goal(), **more))  # type: ignore[arg-type]
    assert broken.value.field == field
    assert broken.value.sentence
    assert not whole(practice, person_id).contents.goals


def test_part_of_a_date_may_reach_into_the_plan(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    assert says(practice, put_goal, plan_id, goal(by_when=PartialDate(year=2026)))
    assert date(2026, 11, 22) == practice.vault.clock.now().local().date()


def test_goals_keep_their_order_and_have_an_end(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    for n in range(GOALS_LIMIT):
        says(practice, put_goal, plan_id, goal(f"Goal {n}"))
    assert [one.patient_words for one in whole(practice, person_id).contents.goals] == [
        f"Goal {n}" for n in range(GOALS_LIMIT)
    ]
    with pytest.raises(RuleBroken):
        says(practice, put_goal, plan_id, goal("One more"))


def test_a_goal_is_changed_in_its_own_plan_and_stays_where_it_stands(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    (first,) = whole(practice, person_id).contents.goals
    says(practice, turn_goal, first.id, GoalState.ACTIVE)
    says(practice, rework, plan_id)
    says(practice, put_goal, plan_id, replace(first, why="Because", state=GoalState.REACHED))
    (now,) = whole(practice, person_id).contents.goals
    assert (now.why, now.state) == ("Because", GoalState.ACTIVE)
    with pytest.raises(RuleBroken) as broken:
        says(practice, put_goal, plan_id, replace(first, levels={}))
    assert broken.value.field == "level0"
    _other, elsewhere = begun(practice, "Ivo Other")
    with pytest.raises(RuleBroken):
        says(practice, put_goal, elsewhere, first)
    with pytest.raises(Refused):
        says(practice, put_goal, plan_id, replace(first, id="nothing"))


def test_a_goal_begins_only_with_words_for_now_and_for_what_is_hoped_for(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    for more, field in (
        ({"levels": {-1: "Now"}}, "level0"),
        ({"baseline": None}, "baseline"),
        ({"levels": {0: "Hoped"}}, "baseline"),
        ({"form": Form.FIVE}, "level-2"),
    ):
        goal_id = says(practice, put_goal, plan_id, goal(**more))
        with pytest.raises(RuleBroken) as broken:
            says(practice, turn_goal, goal_id, GoalState.ACTIVE)
        assert broken.value.field == field
    says(practice, turn_goal, says(practice, put_goal, plan_id, NEAR), GoalState.ACTIVE)


def test_what_was_agreed_begins_with_the_plan_where_it_has_its_words(practice: Practice) -> None:
    person_id, plan_id = agreed(practice)
    says(practice, rework, plan_id)
    says(practice, put_goal, plan_id, goal("Without words", levels={}))
    both_say_yes(practice, person_id, plan_id)
    says(practice, rework, plan_id)
    says(practice, leave_as_it_was, plan_id)
    assert [one.state for one in whole(practice, person_id).contents.goals] == [GoalState.ACTIVE, GoalState.PROPOSED]


def test_a_goal_turns_only_where_it_can_and_while_the_plan_is_open(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    goal_id = says(practice, put_goal, plan_id, goal())
    for to in set(GoalState) - GOAL_TURNS[GoalState.PROPOSED] - {GoalState.PROPOSED}:
        with pytest.raises(RuleBroken):
            says(practice, turn_goal, goal_id, to)
    says(practice, pause, plan_id)
    with pytest.raises(RuleBroken):
        says(practice, turn_goal, goal_id, GoalState.ACTIVE)
    says(practice, release, plan_id)
    with pytest.raises(RuleBroken):
        says(practice, turn_goal, goal_id, GoalState.ACTIVE)


@pytest.mark.parametrize(
    ("given", "rating"),
    [
        (goal("Light"), {"near": 3}),
        (goal("Light"), {"halves": 1}),
        (goal("Light"), {}),
        (FIVE, {"halves": -1}),
        (FIVE, {"halves": 6}),
        (FIVE, {"near": 3}),
        (NEAR, {"near": 11}),
        (NEAR, {"near": -1}),
        (NEAR, {"halves": 2}),
        (NEAR, {"near": 3, "halves": 2}),
    ],
)
def test_a_rating_is_of_its_goals_form(practice: Practice, given: Goal, rating: dict[str, int]) -> None:
    goal_id = _with(practice, given)
    with pytest.raises(RuleBroken) as broken:
        says(practice, rate, goal_id, **rating)
    assert broken.value.field in {"halves", "near"}


@pytest.mark.parametrize(
    ("given", "rating"),
    [(goal("Light"), {"halves": -1}), (goal("Light"), {"halves": 4}), (FIVE, {"halves": 2}), (NEAR, {"near": 0})],
)
def test_each_side_rates_for_itself_and_what_was_said_stays(
    practice: Practice, given: Goal, rating: dict[str, int]
) -> None:
    goal_id = _with(practice, given)
    says(practice, rate, goal_id, words="A little", **rating)
    does(practice, rate, goal_id, **rating)
    plan_id = practice.ask(part_with, GOAL, goal_id).plan_id
    person_id = str(practice.db.value("SELECT person_id FROM plan WHERE id = ?", plan_id))
    assert [one.voice for one in whole(practice, person_id).ratings] == [Voice.PATIENT, Voice.PRACTITIONER]
    with pytest.raises(RuleBroken):
        practice.do(rate, goal_id, **rating, by=Voice.BOTH)
    says(practice, rework, plan_id)
    says(practice, remove_goal, goal_id)
    assert len(whole(practice, person_id).ratings) == 2


def test_a_goal_that_waits_for_its_words_is_not_rated_yet(practice: Practice) -> None:
    _person_id, plan_id = agreed(practice)
    says(practice, rework, plan_id)
    goal_id = says(practice, put_goal, plan_id, goal("Without words", levels={}))
    with pytest.raises(RuleBroken) as broken:
        says(practice, rate, goal_id, halves=0)
    assert broken.value.field == "state"


def test_nothing_is_rated_before_both_have_agreed(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    goal_id = says(practice, put_goal, plan_id, goal())
    with pytest.raises(RuleBroken) as broken:
        says(practice, rate, goal_id, halves=0)
    assert broken.value.field == "state"
