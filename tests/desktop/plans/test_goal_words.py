"""What is said of goals: the present level filled, numbers never without words, and how many of them were rated."""

from dataclasses import replace

from healingpartner.desktop.plans.goal_words import cells_of, change_words, level_number, rating_words, together_words
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.plans.goals.attainment import LightAnswer, attainment_of, light_halves, near_of
from healingpartner.plans.goals.model import Form, Goal, GoalState, Rating
from healingpartner.plans.versions.model import Names

NAMES = Names(patient="Mira Rahimi", called="Mira", practitioner="Dr. Amara Osei")
AT = Instant(utc_us=1_795_000_000_000_000, offset_min=0, zone="UTC")
FIVE = Goal(
    id="a", plan_id="p", patient_words="Sleep", form=Form.FIVE, baseline=-2, state=GoalState.ACTIVE,
    levels={-2: "none", -1: "1 night", 0: "3 nights", 1: "5 nights", 2: "every night"},
)  # fmt: skip
LIGHT = Goal(
    id="b", plan_id="p", patient_words="Walk", form=Form.LIGHT, baseline=-1, state=GoalState.ACTIVE,
    levels={-1: "round the house", 0: "to the lake"},
)  # fmt: skip
NEAR = Goal(id="c", plan_id="p", patient_words="Laugh", form=Form.NEAR, state=GoalState.ACTIVE)


def rated(goal: Goal, *, halves: int | None = None, near: int | None = None) -> Rating:
    return Rating(id="r", plan_id="p", goal_id=goal.id, voice=Voice.PATIENT, at=AT, halves=halves, near=near)


def now(goal: Goal, rating: Rating | None) -> list[str]:
    return [f"{cell.head}: {cell.words}" for cell in cells_of(goal, rating) if cell.now]


def test_before_any_rating_the_beginning_is_the_present_level() -> None:
    assert now(FIVE, None) == ["−2: none"]
    assert now(LIGHT, None) == ["Where we began: round the house"]


def test_each_level_is_filled_by_its_own_rating_and_no_other() -> None:
    for level in (-2, -1, 0, 1, 2):
        assert now(FIVE, rated(FIVE, halves=2 * level)) == [f"{level_number(level)}: {FIVE.levels[level]}"]


def test_each_light_answer_has_one_present_cell_in_words() -> None:
    expected = {
        LightAnswer.A_LOT_MORE: "Now: Reached, and a lot more",
        LightAnswer.A_BIT_MORE: "Now: Reached, and a bit more",
        LightAnswer.AS_HOPED: "What we hope for: to the lake",
        LightAnswer.PARTLY: "Now: Reached in part",
        LightAnswer.NO_CHANGE: "Where we began: round the house",
        LightAnswer.WORSE: "Now: Harder than when we began",
    }
    for answer, words in expected.items():
        assert now(LIGHT, rated(LIGHT, halves=light_halves(answer))) == [words]


def test_a_sign_of_less_is_no_hyphen() -> None:
    assert [level_number(level) for level in (-2, 0, 1)] == ["−2", "0", "+1"]


def test_change_is_told_from_the_start_and_not_where_there_is_nothing_to_compare() -> None:
    assert "from −2 to +1" in change_words(FIVE, (rated(FIVE, halves=2),))
    assert change_words(FIVE, ()) == ""
    assert change_words(LIGHT, (rated(LIGHT, halves=0),)) == ""
    assert change_words(NEAR, (rated(NEAR, near=3),)) == ""
    assert "from 3 to 7 of 10" in change_words(NEAR, (rated(NEAR, near=3), rated(NEAR, near=7)))


def test_two_of_three_goals_rated_is_said_beside_the_number() -> None:
    goals, ratings = (FIVE, LIGHT, NEAR), (rated(FIVE, halves=0), rated(NEAR, near=6))
    said = together_words(attainment_of(goals, ratings), near_of(goals, ratings))
    assert said.startswith("2 of 3 goals rated")
    assert "T = 50" in said
    assert "20 up from the start" in said


def test_nothing_rated_says_so_and_names_no_number() -> None:
    said = together_words(attainment_of((FIVE,), ()), near_of((FIVE,), ()))
    assert said == "0 of 1 goal rated"


def test_a_rating_says_whose_it_is_in_a_sentence_of_its_own() -> None:
    mine = replace(rated(FIVE, halves=0), voice=Voice.PRACTITIONER, words="Three nights.")
    assert "by you." in rating_words(mine, NAMES)
    assert "Three nights." in rating_words(mine, NAMES)
    assert "Mira" in rating_words(rated(FIVE, halves=0), NAMES)
