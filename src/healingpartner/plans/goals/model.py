"""What a goal is: the patient's words, the shared wording beside, five levels in words, and ratings over time.

The light form has two levels in words: now, and hoped for. A number is never shown without the words of its level.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 10_000
LEVEL_LIMIT = 1_000
LEVELS = (-2, -1, 0, 1, 2)

LEVEL_WORDS: Mapping[int, str] = {
    -2: N_("Much less than we hope"),
    -1: N_("Less than we hope"),
    0: N_("What we hope for"),
    1: N_("More than we hope"),
    2: N_("Much more than we hope"),
}


class Form(StrEnum):
    """How a goal is followed: two levels in words, five, or a 0–10 "how near are we"."""

    LIGHT = "light"
    FIVE = "five"
    NEAR = "near"


class GoalState(StrEnum):
    """Where a goal stands."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    REACHED = "reached"
    SUSTAINING = "sustaining"
    RESHAPED = "reshaped"
    SET_DOWN = "set_down"
    PAUSED = "paused"


GOAL_STATE_WORDS: Mapping[GoalState, str] = {
    GoalState.PROPOSED: N_("Proposed"),
    GoalState.ACTIVE: N_("We are on the way"),
    GoalState.REACHED: N_("Reached"),
    GoalState.SUSTAINING: N_("Reached, and held"),
    GoalState.RESHAPED: N_("Put in new words"),
    GoalState.SET_DOWN: N_("Set down for now"),
    GoalState.PAUSED: N_("Resting"),
}
GOAL_TURNS: Mapping[GoalState, frozenset[GoalState]] = {
    GoalState.PROPOSED: frozenset({GoalState.ACTIVE, GoalState.SET_DOWN, GoalState.PAUSED}),
    GoalState.ACTIVE: frozenset(GoalState) - {GoalState.PROPOSED, GoalState.ACTIVE},
    GoalState.REACHED: frozenset({GoalState.SUSTAINING, GoalState.ACTIVE, GoalState.RESHAPED, GoalState.SET_DOWN}),
    GoalState.SUSTAINING: frozenset({GoalState.REACHED, GoalState.ACTIVE, GoalState.RESHAPED, GoalState.SET_DOWN}),
    GoalState.RESHAPED: frozenset({GoalState.ACTIVE, GoalState.SET_DOWN, GoalState.PAUSED}),
    GoalState.SET_DOWN: frozenset({GoalState.PROPOSED, GoalState.ACTIVE}),
    GoalState.PAUSED: frozenset({GoalState.ACTIVE, GoalState.SET_DOWN}),
}
LIGHT_HALVES = frozenset({-4, -2, -1, 0, 2, 4})
COUNTED = frozenset({GoalState.ACTIVE, GoalState.REACHED, GoalState.SUSTAINING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal of a plan.

    importance, difficulty: 0–3, or None for not now; the weight is their product. levels: words by level, −2 to +2.
    baseline: the level where it began. by_when: hoped for, nothing presses. place: its order in the plan.
    """

    id: str
    plan_id: str
    patient_words: str
    place: int = 0
    shared_wording: str = ""
    why: str = ""
    form: Form = Form.LIGHT
    importance: int | None = None
    difficulty: int | None = None
    levels: Mapping[int, str] = field(default_factory=dict)
    baseline: int | None = None
    by_when: PartialDate | None = None
    state: GoalState = GoalState.PROPOSED

    @property
    def weight(self) -> int:
        """Importance × difficulty; 1 where one of them is not said, so that the goal counts all the same."""
        if self.importance is None or self.difficulty is None:
            return 1
        return self.importance * self.difficulty

    def cleaned(self) -> "Goal":
        """As it is kept; RuleBroken beside the first field that does not fit."""
        said = clean_text(self.patient_words, field="patient_words", limit=WORDS_LIMIT)
        if not fold(said):
            raise RuleBroken("patient_words", _("This goal has no words yet. Write it as you would say it."))
        for name in ("importance", "difficulty"):
            given = getattr(self, name)
            if given is not None and not 0 <= given <= 3:
                raise RuleBroken(name, _("This goes from 0 to 3. Choose one of them, or leave it open."))
        if self.baseline is not None and self.baseline not in LEVELS:
            raise RuleBroken("baseline", _("A level goes from −2 to +2."))
        levels = {level: clean_text(self.levels.get(level, ""), field=f"level{level}", limit=LEVEL_LIMIT)
                  for level in LEVELS}  # fmt: skip
        return replace(
            self,
            patient_words=said,
            shared_wording=clean_text(self.shared_wording, field="shared_wording", limit=WORDS_LIMIT),
            why=clean_text(self.why, field="why", limit=WORDS_LIMIT),
            levels={level: words for level, words in levels.items() if words},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How near it was at one moment, said by one side. `level`: −2 to +2, or `near`: 0–10; one of the two.

    halves: a light goal "reached in part" counts −0.5, kept as −1 half (partnership science §2.2).
    """

    id: str
    plan_id: str
    goal_id: str
    voice: Voice
    at: Instant
    halves: int | None = None
    near: int | None = None
    words: str = ""


def check_active(goal: Goal) -> None:
    """RuleBroken when a goal cannot begin: where one is now and what is hoped for are needed in words."""
    if goal.form is Form.NEAR:
        return
    if not goal.levels.get(0):
        raise RuleBroken(
            "level0", _("Write in a few words what you hope for. Then you will both know it when it comes.")
        )
    if goal.baseline is None or not goal.levels.get(goal.baseline):
        raise RuleBroken("baseline", _("Say where it is now, in a few words."))
    if goal.form is Form.FIVE and any(not goal.levels.get(level) for level in LEVELS):
        missing = next(level for level in LEVELS if not goal.levels.get(level))
        raise RuleBroken(f"level{missing}", _("This level has no words yet. Without them a number says nothing."))


def can_begin(goal: Goal) -> bool:
    """Whether a goal has all the words that it needs to begin."""
    try:
        check_active(goal)
    except RuleBroken:
        return False
    return True


def check_goal_turn(state: GoalState, to: GoalState) -> None:
    """RuleBroken when a goal in `state` cannot come to stand at `to`."""
    if to not in GOAL_TURNS[state]:
        raise RuleBroken("state", _("That does not come next for this goal."))


def check_rating(goal: Goal, *, halves: int | None, near: int | None) -> None:
    """RuleBroken when this is no rating of this goal: one number, of its own form, with words at its level."""
    if goal.form is Form.NEAR:
        if near is None or halves is not None or not 0 <= near <= 10:
            raise RuleBroken("near", _("Choose a number from 0 to 10."))
        return
    if near is not None or halves is None:
        raise RuleBroken("halves", _("Choose the words that fit best."))
    if goal.form is Form.LIGHT:
        if halves not in LIGHT_HALVES:
            raise RuleBroken("halves", _("Choose the words that fit best."))
    elif halves % 2 or halves // 2 not in LEVELS:
        raise RuleBroken("halves", _("A level goes from −2 to +2."))
    elif not goal.levels.get(halves // 2):
        raise RuleBroken("halves", _("This level has no words yet. Without them a number says nothing."))
