"""What can be done with goals: put one into words, take it out, move it on, say how near it is."""

from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.words import _
from healingpartner.plans.goals.model import (
    WORDS_LIMIT,
    Goal,
    GoalState,
    Rating,
    can_begin,
    check_active,
    check_goal_turn,
    check_rating,
)
from healingpartner.plans.goals.store import GOAL, RATING, goals_of
from healingpartner.plans.model import Plan, checked_day
from healingpartner.plans.order import next_place
from healingpartner.plans.standing import open_plan, plan_to_change, plan_to_follow, side
from healingpartner.plans.store import part_with, put_part, remove_part
from healingpartner.vault.transaction import Transaction

GOALS_LIMIT = 30


def put_goal(tx: Transaction, plan_id: str, goal: Goal) -> str:
    """Write a goal, new where its id is "", else anew; its id. Where it stands is left as it is.

    RuleBroken beside the first field that does not fit.
    """
    plan = plan_to_change(tx, plan_id)
    given = goal.cleaned()
    checked_day(given.by_when, field="by_when", not_before=plan.began)
    if given.id:
        old = part_with(tx, GOAL, given.id)
        new = replace(given, plan_id=old.plan_id, state=old.state)
        if old.plan_id != plan.id:
            raise RuleBroken("plan_id", _("This goal belongs to another plan."))
    else:
        others = goals_of(tx, plan.id)
        if len(others) >= GOALS_LIMIT:
            raise RuleBroken("patient_words", _("These are more goals than two people can keep in mind."))
        new = replace(
            given,
            id=tx.new_id(),
            plan_id=plan.id,
            state=GoalState.PROPOSED,
            place=given.place or next_place(others),
        )
    if new.state is GoalState.ACTIVE:
        check_active(new)
    put_part(tx, GOAL, new, person_id=plan.person_id)
    return new.id


def remove_goal(tx: Transaction, goal_id: str) -> None:
    """Take a goal out of the plan; the ledger keeps its words, and ratings that were given stay."""
    goal = part_with(tx, GOAL, goal_id)
    plan = plan_to_change(tx, goal.plan_id)
    remove_part(tx, GOAL, goal, person_id=plan.person_id)


def turn_goal(tx: Transaction, goal_id: str, to: GoalState) -> None:
    """Say where a goal stands now. RuleBroken beside the level that still needs words before it begins."""
    goal = part_with(tx, GOAL, goal_id)
    plan = open_plan(tx, goal.plan_id)
    if goal.state is to:
        return
    check_goal_turn(goal.state, to)
    if to is GoalState.ACTIVE:
        check_active(goal)
    put_part(tx, GOAL, replace(goal, state=to), person_id=plan.person_id)


def begin_goals(tx: Transaction, plan: Plan) -> None:
    """Begin with every proposed goal of an agreed plan that has the words it needs; the others wait for theirs."""
    for goal in goals_of(tx, plan.id):
        if goal.state is GoalState.PROPOSED and can_begin(goal):
            put_part(tx, GOAL, replace(goal, state=GoalState.ACTIVE), person_id=plan.person_id)


def rate(tx: Transaction, goal_id: str, *, halves: int | None = None, near: int | None = None, words: str = "") -> str:
    """One side says how near the goal is now; the rating's id. halves: twice the level; near: 0–10.

    RuleBroken when it is no rating of this goal's form, or both have not agreed to the plan yet.
    """
    goal = part_with(tx, GOAL, goal_id)
    plan = plan_to_follow(tx, goal.plan_id)
    if goal.state is GoalState.PROPOSED:
        raise RuleBroken("state", _("Begin with this goal first. Then you can say how near it is."))
    check_rating(goal, halves=halves, near=near)
    rating = Rating(
        id=tx.new_id(),
        plan_id=plan.id,
        goal_id=goal.id,
        voice=side(tx),
        at=tx.at,
        halves=halves,
        near=near,
        words=clean_text(words, field="words", limit=WORDS_LIMIT),
    )
    put_part(tx, RATING, rating, person_id=plan.person_id)
    return rating.id
