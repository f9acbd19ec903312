"""What a step is and who may move it: whoever owes it takes it on; nobody can for the other.

A step set down leads to the question whether the plan still fits, never to a mark against anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.plans.money import Cost
from healingpartner.plans.ruling import Rule

LINE_LIMIT = 500
WORDS_LIMIT = 5_000


class StepState(StrEnum):
    """Where a step stands."""

    PROPOSED = "proposed"
    TAKEN_ON = "taken_on"
    UNDER_WAY = "under_way"
    DONE = "done"
    ADAPTED = "adapted"
    PAUSED = "paused"
    SET_DOWN = "set_down"
    BLOCKED = "blocked"


STEP_STATE_WORDS: Mapping[StepState, str] = {
    StepState.PROPOSED: N_("Proposed"),
    StepState.TAKEN_ON: N_("Taken on"),
    StepState.UNDER_WAY: N_("Under way"),
    StepState.DONE: N_("Done"),
    StepState.ADAPTED: N_("Changed into another step"),
    StepState.PAUSED: N_("Resting"),
    StepState.SET_DOWN: N_("Set down"),
    StepState.BLOCKED: N_("Something is in the way"),
}
STEP_TURNS: Mapping[StepState, frozenset[StepState]] = {
    StepState.PROPOSED: frozenset({StepState.TAKEN_ON, StepState.ADAPTED, StepState.SET_DOWN}),
    StepState.TAKEN_ON: frozenset(StepState) - {StepState.PROPOSED, StepState.TAKEN_ON},
    StepState.UNDER_WAY: frozenset(StepState) - {StepState.PROPOSED, StepState.UNDER_WAY},
    StepState.PAUSED: frozenset(StepState) - {StepState.PROPOSED, StepState.PAUSED},
    StepState.BLOCKED: frozenset(StepState) - {StepState.PROPOSED, StepState.BLOCKED},
    StepState.DONE: frozenset({StepState.UNDER_WAY}),
    StepState.SET_DOWN: frozenset({StepState.TAKEN_ON, StepState.ADAPTED}),
    StepState.ADAPTED: frozenset(),
}
STANDING = frozenset({StepState.TAKEN_ON, StepState.UNDER_WAY, StepState.BLOCKED})


class TreatmentKind(StrEnum):
    """What is taken or done."""

    REMEDY = "remedy"
    SUPPLEMENT = "supplement"
    EXERCISE = "exercise"
    FOOD = "food"
    PRACTICE = "practice"
    ELSEWHERE = "elsewhere"


TREATMENT_WORDS: Mapping[TreatmentKind, str] = {
    TreatmentKind.REMEDY: N_("Remedy"),
    TreatmentKind.SUPPLEMENT: N_("Supplement"),
    TreatmentKind.EXERCISE: N_("Exercise"),
    TreatmentKind.FOOD: N_("Food"),
    TreatmentKind.PRACTICE: N_("Practice"),
    TreatmentKind.ELSEWHERE: N_("Prescribed elsewhere"),
}
TAKEN = frozenset({TreatmentKind.REMEDY, TreatmentKind.SUPPLEMENT, TreatmentKind.FOOD, TreatmentKind.ELSEWHERE})


class DayTime(StrEnum):
    """When in the day."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    NIGHT = "night"


DAY_TIME_WORDS: Mapping[DayTime, str] = {
    DayTime.MORNING: N_("Morning"),
    DayTime.NOON: N_("Noon"),
    DayTime.EVENING: N_("Evening"),
    DayTime.NIGHT: N_("Night"),
}


class WithFood(StrEnum):
    """Whether with a meal."""

    WITH = "with"
    WITHOUT = "without"
    EITHER = "either"


FOOD_WORDS: Mapping[WithFood, str] = {
    WithFood.WITH: N_("with food"),
    WithFood.WITHOUT: N_("without food"),
    WithFood.EITHER: N_("with or without food"),
}


class Errand(StrEnum):
    """What a step goes to find out for an option."""

    PRICE = "price"
    LIGHTER = "lighter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """amounts: own words by time of day. until: the last day, None for open. by_whom: who prescribed it elsewhere."""

    kind: TreatmentKind
    amounts: Mapping[DayTime, str]
    food: WithFood = WithFood.EITHER
    until: date | None = None
    why: str = ""
    by_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that one of the two, or both, will do. taken_by: who of its owners has taken it on.

    in_the_way: what could get in the way; supports: what would help. sure: 0–10 of its owner, None for not now.
    option_id, goal_id: what it belongs to, or "". errand: what it finds out for its option, or None. adapted_to: the
    step it became. turned, why: when it last turned, and why in own words. rule: which it is here for, or None.
    """

    id: str
    plan_id: str
    owner: Voice
    what: str
    proposed_by: Voice
    place: int = 0
    when: str = ""
    where: str = ""
    how_often: str = ""
    begins_on: date | None = None
    due_on: date | None = None
    in_the_way: str = ""
    supports: str = ""
    sure: int | None = None
    cost: Cost | None = None
    option_id: str = ""
    goal_id: str = ""
    treatment: Treatment | None = None
    state: StepState = StepState.PROPOSED
    taken_by: tuple[Voice, ...] = ()
    adapted_to: str = ""
    why: str = ""
    errand: Errand | None = None
    turned: Instant | None = None
    rule: Rule | None = None

    @property
    def owners(self) -> tuple[Voice, ...]:
        """Who owes it."""
        return (Voice.PRACTITIONER, Voice.PATIENT) if self.owner is Voice.BOTH else (self.owner,)

    def is_late(self, today: date) -> bool:
        """Whether its day has passed while it stands; told of both sides in the same words."""
        return self.state in STANDING and self.due_on is not None and self.due_on < today

    def cleaned(self) -> "Step":
        """As it is kept; RuleBroken beside the first field that does not fit."""
        what = clean_text(self.what, field="what", limit=WORDS_LIMIT)
        if not fold(what):
            raise RuleBroken("what", _("This step has no words yet. Write what will be done."))
        if self.begins_on is not None and self.due_on is not None and self.due_on < self.begins_on:
            raise RuleBroken("due_on", _("This day is before the step begins. Choose a later one."))
        if self.sure is not None and not 0 <= self.sure <= 10:
            raise RuleBroken("sure", _("This goes from 0 to 10. Choose a number in between, or leave it open."))
        return replace(
            self,
            what=what,
            when=clean_line(self.when, field="when", limit=LINE_LIMIT),
            where=clean_line(self.where, field="where", limit=LINE_LIMIT),
            how_often=clean_line(self.how_often, field="how_often", limit=LINE_LIMIT),
            in_the_way=clean_text(self.in_the_way, field="in_the_way", limit=WORDS_LIMIT),
            supports=clean_text(self.supports, field="supports", limit=WORDS_LIMIT),
            why=clean_text(self.why, field="why", limit=WORDS_LIMIT),
            cost=None if self.cost is None else self.cost.cleaned(),
            treatment=None if self.treatment is None else _cleaned(self.treatment),
            rule=None if self.rule is None else self.rule.cleaned(),
        )


def _cleaned(treatment: Treatment) -> Treatment:
    amounts = {time: clean_line(words, field="amounts", limit=LINE_LIMIT) for time, words in treatment.amounts.items()}
    return replace(
        treatment,
        amounts={time: words for time, words in amounts.items() if words},
        why=clean_text(treatment.why, field="treatment_why", limit=WORDS_LIMIT),
        by_whom=clean_line(treatment.by_whom, field="by_whom", limit=LINE_LIMIT),
    )
