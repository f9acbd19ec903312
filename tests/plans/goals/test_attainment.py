"""Goal Attainment T: every oracle to four decimals, its laws, and honesty about what was not rated."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.plans.goals.attainment import (
    LightAnswer,
    Near,
    Reached,
    attainment,
    attainment_of,
    attainment_over_time,
    light_halves,
    near_of,
    rated_words,
    t_score,
)
from healingpartner.plans.goals.model import Form, Goal, GoalState, Rating

LEVELS = some.integers(-4, 4).map(lambda halves: Fraction(halves, 2))
RATED = some.lists(some.tuples(LEVELS, some.integers(0, 9)), min_size=1, max_size=12)


def rating(goal: str, at: int, **said: int) -> Rating:
    return Rating(id=f"{goal}{at}", plan_id="p", goal_id=goal, voice=Voice.PATIENT,
                  at=Instant(utc_us=at, offset_min=0, zone="UTC"), **said)  # fmt: skip


def goal(name: str, **said: object) -> Goal:
    return Goal(id=name, plan_id="p", patient_words=name, **{"state": GoalState.ACTIVE, "baseline": -1} | said)


@pytest.mark.parametrize(
    ("levels", "weights", "t"),
    [
        ((0,), (1,), 50.0),
        ((0, 0, 0, 0), (3, 1, 9, 2), 50.0),
        ((1,), (1,), 60.0),
        ((1,), (7,), 60.0),
        ((-1,), (1,), 40.0),
        ((1, 1, 1), (1, 1, 1), 63.6931),
        ((-1, -1, -1), (1, 1, 1), 36.3069),
        ((2, 2, 2), (1, 1, 1), 77.3861),
        ((-2, -2, -2), (1, 1, 1), 22.6139),
        ((-2,) * 4, (1,) * 4, 20.9809),
        ((2,) * 5, (1,) * 5, 80.1511),
        ((-2, 0, -1, 2, 0, 1), (3, 5, 1, 4, 2, 6), 55.0),
        ((-1, -2, -1), (2, 6, 1), 29.3959),
        ((0, 1, -1), (2, 6, 1), 56.8680),
        ((Fraction(-1, 2), 0, 1), (1, 1, 1), 52.2822),
    ],
)
def test_t_is_kiresuks_and_shermans(levels: tuple[Fraction | int, ...], weights: tuple[int, ...], t: float) -> None:
    assert round(t_score(list(zip(levels, weights, strict=True))) or 0, 4) == t


def test_the_change_is_told_from_the_start_of_the_same_goals() -> None:
    goals = [
        Reached(weight=2, now=0, start=-2),
        Reached(weight=6, now=2, start=-4),
        Reached(weight=1, now=-2, start=-2),
    ]
    found = attainment(goals)
    assert (round(found.t or 0, 4), round(found.start or 0, 4), round(found.change or 0, 4)) == (
        56.868,
        29.3959,
        27.4721,
    )
    unrated = attainment([*goals, Reached(weight=9, now=None, start=-2)])
    assert (unrated.t, unrated.start, unrated.rated, unrated.of) == (found.t, found.start, 3, 4)
    without_start = attainment([*goals, Reached(weight=1, now=0)])
    assert (without_start.start, without_start.change) == (None, None)


def test_where_nothing_can_be_said_nothing_is() -> None:
    assert t_score([]) is None
    assert t_score([(2, 0), (-2, 0)]) is None
    empty = attainment([])
    assert (empty.t, empty.start, empty.change, empty.rated, empty.of) == (None, None, None, 0, 0)


@given(RATED, some.integers(2, 50))
def test_t_is_not_changed_by_scaling_weights_or_by_order(goals: list[tuple[Fraction, int]], k: int) -> None:
    t = t_score(goals)
    scaled = t_score([(level, weight * k) for level, weight in goals])
    turned = t_score([(-level, weight) for level, weight in goals])
    if t is None or scaled is None or turned is None:
        assert (t, scaled, turned) == (None, None, None)
        return
    assert scaled == pytest.approx(t, abs=1e-9)
    assert t_score(goals[::-1]) == pytest.approx(t, abs=1e-9)
    assert turned == pytest.approx(100 - t, abs=1e-9)
    assert t_score([*goals, (Fraction(2), 0)]) == pytest.approx(t, abs=1e-9)


@given(RATED, LEVELS)
def test_a_goal_that_comes_nearer_never_lowers_t(goals: list[tuple[Fraction, int]], level: Fraction) -> None:
    (first, weight), *others = goals
    low, high = sorted((first, level))
    before, after = t_score([(low, weight), *others]), t_score([(high, weight), *others])
    assert (before is None and after is None) or (after or 0) >= (before or 0) - 1e-9


@pytest.mark.parametrize(
    ("answer", "from_less", "from_least"),
    [
        (LightAnswer.A_LOT_MORE, 4, 4),
        (LightAnswer.A_BIT_MORE, 2, 2),
        (LightAnswer.AS_HOPED, 0, 0),
        (LightAnswer.PARTLY, -1, -2),
        (LightAnswer.NO_CHANGE, -2, -4),
        (LightAnswer.WORSE, -4, -4),
    ],
)
def test_the_light_form_counts_in_part_as_half(answer: LightAnswer, from_less: int, from_least: int) -> None:
    assert (light_halves(answer), light_halves(answer, baseline=-2)) == (from_less, from_least)


def test_goals_and_their_newest_ratings_give_t_and_how_near() -> None:
    goals = [goal("sleep"), goal("walk", importance=3, difficulty=2), goal("sing"),
             goal("garden", form=Form.NEAR), goal("paint", form=Form.NEAR),
             goal("run", state=GoalState.SET_DOWN)]  # fmt: skip
    ratings = [rating("sleep", 1, halves=-4), rating("run", 2, halves=4), rating("sleep", 3, halves=0),
               rating("garden", 4, near=3), rating("walk", 5, halves=2), rating("garden", 6, near=7)]  # fmt: skip
    found = attainment_of(goals, ratings)
    assert found.t == t_score([(0, 1), (1, 6)])
    assert found.start == t_score([(-1, 1), (-1, 6)])
    assert rated_words(found, Words("en_US")) == "2 of 3 goals rated"
    assert near_of(goals, ratings) == Near(mean=Fraction(7), rated=1, of=2)
    assert near_of(goals, []) == Near(mean=None, rated=0, of=2)
    assert [one.rated for _at, one in attainment_over_time(goals, ratings)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("rulers", "mean"),
    [((4, 7), Fraction(11, 2)), ((4, 3, 5, 4), Fraction(4)), ((2, 3, 3, 2), Fraction(5, 2))],
)
def test_rulers_are_told_by_their_mean(rulers: tuple[int, ...], mean: Fraction) -> None:
    goals = [goal(f"g{at}", form=Form.NEAR) for at in range(len(rulers))]
    ratings = [rating(f"g{at}", at + 1, near=near) for at, near in enumerate(rulers)]
    assert near_of(goals, ratings).mean == mean


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (lambda: t_score([(0, -1)]), "weight"),
        (lambda: t_score([(3, 1)]), "level"),
        (lambda: t_score([(Fraction(-5, 2), 0)]), "level"),
        (lambda: light_halves(LightAnswer.PARTLY, baseline=0), "baseline"),
        (lambda: replace(goal("x"), baseline=3).cleaned(), "baseline"),
    ],
)
def test_levels_that_cannot_be_are_told_beside_their_field(broken, field: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        broken()
    assert amiss.value.field == field
