"""When the two look again: two weeks after a step begins, six weeks for a goal, three months for a plan.

The patient may move such a day or drop it. Looking moves the next one on by itself. No day that passes is held against
anybody.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.plans.decisions.model import Decision, DecisionState
from healingpartner.plans.differing.model import Alternative, AlternativeState
from healingpartner.plans.follow_through.model import CheckIn
from healingpartner.plans.goals.model import Goal, GoalState, Rating
from healingpartner.plans.model import Plan
from healingpartner.plans.steps.model import STANDING, Step

STEP_DAYS = 14
GOAL_DAYS = 42
PLAN_MONTHS = 3


class Looked(StrEnum):
    """At what."""

    STEP = "step"
    GOAL = "goal"
    PLAN = "plan"
    ALTERNATIVE = "alternative"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDay:
    """A day on which to look again. part_id: of what; chosen: somebody said this day, it is not the usual one."""

    looked: Looked
    part_id: str
    on: date
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What review days are told from. agreed: when both last agreed; the lists are whole, the oldest first."""

    plan: Plan
    agreed: Instant
    steps: Sequence[Step] = ()
    goals: Sequence[Goal] = ()
    decisions: Sequence[Decision] = ()
    alternatives: Sequence[Alternative] = ()
    check_ins: Sequence[CheckIn] = ()
    ratings: Sequence[Rating] = ()


def review_days(followed: Followed) -> tuple[ReviewDay, ...]:
    """Every day on which to look again, the next one first. Nothing for what is over, resting, or dropped."""
    agreed = followed.agreed.local().date()
    found = [
        _moved(_of_step(one, agreed), (each for each in followed.check_ins if each.step_id == one.id), STEP_DAYS)
        for one in followed.steps
        if one.state in STANDING
    ]
    found += [
        _moved(
            ReviewDay(looked=Looked.GOAL, part_id=one.id, on=_on_from(agreed, GOAL_DAYS, followed.ratings, one)),
            (each for each in followed.check_ins if each.goal_id == one.id),
            GOAL_DAYS,
        )
        for one in followed.goals
        if one.state is GoalState.ACTIVE
    ]
    of_plan = [each for each in followed.check_ins if not each.step_id and not each.goal_id]
    said = followed.plan.review_on
    usual = ReviewDay(
        looked=Looked.PLAN,
        part_id=followed.plan.id,
        on=said or months_on(agreed, PLAN_MONTHS),
        chosen=said is not None,
    )
    found += [_moved(usual, of_plan, None), *_named(followed, of_plan)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.on))


def months_on(day: date, months: int) -> date:
    """So many months later, on the last day of a month that is too short."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _of_step(step: Step, agreed: date) -> ReviewDay:
    """Two weeks after it began; agreeing anew, the two have looked at it."""
    turned = date.min if step.turned is None else step.turned.local().date()
    began = max(agreed, turned, step.begins_on or date.min)
    return ReviewDay(looked=Looked.STEP, part_id=step.id, on=began + timedelta(days=STEP_DAYS))


def _on_from(agreed: date, days: int, ratings: Iterable[Rating], goal: Goal) -> date:
    """So many days after the goal was last looked at: when it was agreed or rated."""
    looked = [agreed, *(one.at.local().date() for one in ratings if one.goal_id == goal.id)]
    return max(looked) + timedelta(days=days)


def _moved(usual: ReviewDay, check_ins: Iterable[CheckIn], days: int | None) -> ReviewDay | None:
    """The day after what the two did since: looked, moved it, or dropped it. days: to the next, None for a plan's."""
    day: ReviewDay | None = usual
    for one in check_ins:
        here = one.at.local().date()
        if one.no_look_again:
            day = None
        elif one.look_again_on is not None:
            day = ReviewDay(looked=usual.looked, part_id=usual.part_id, on=one.look_again_on, chosen=True)
        elif day is not None and (here >= day.on or not day.chosen):
            following = months_on(here, PLAN_MONTHS) if days is None else here + timedelta(days=days)
            day = ReviewDay(looked=usual.looked, part_id=usual.part_id, on=following)
    return day


def _named(followed: Followed, of_plan: Sequence[CheckIn]) -> Iterable[ReviewDay]:
    """Days that an alternative's safety net or a decision names, until the two have looked."""
    last = max((one.at.local().date() for one in of_plan), default=date.min)
    for other in followed.alternatives:
        if other.state is AlternativeState.TAKEN and other.review_on is not None and other.review_on > last:
            yield ReviewDay(looked=Looked.ALTERNATIVE, part_id=other.id, on=other.review_on, chosen=True)
    for decision in followed.decisions:
        if decision.state is DecisionState.DECIDED and decision.revisit_on is not None and decision.revisit_on > last:
            yield ReviewDay(looked=Looked.DECISION, part_id=decision.id, on=decision.revisit_on, chosen=True)
