"""Leaving a plan as it was when its rework began, without losing what was said or followed meanwhile.

How far a step or a goal has come stays as it is now, and so do dissents, consents, check-ins, ratings and parts. What
came new and was spoken of stays beside the plan, set aside, so that nobody's words hang in the air.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from healingpartner.plans import kept
from healingpartner.plans.decisions.model import Decision, DecisionState, Option, OptionStanding
from healingpartner.plans.differing.model import Alternative, AlternativeState
from healingpartner.plans.former import (
    BY_TABLE,
    REWRITTEN,
    before,
    body_of,
    by_row,
    history_of,
    part_in,
    plan_in,
    put_back,
    with_words_of,
)
from healingpartner.plans.goals.model import Goal, GoalState
from healingpartner.plans.model import Plan, PlanState
from healingpartner.plans.steps.model import Step, StepState
from healingpartner.plans.store import put_part, put_plan
from healingpartner.vault.history import RowVersion
from healingpartner.vault.transaction import Transaction

RESTORED: Final = frozenset(one.table.name for one in REWRITTEN if one is not kept.PART)
_RESTS = frozenset({PlanState.REVIEWING, PlanState.PAUSED})


def restore_before_rework(tx: Transaction, plan: Plan) -> None:
    """What the plan said when its present rework began; it is under way again."""
    states = by_row(history_of(tx, plan))
    began = _began(states[plan.id])
    came = {
        row_id: each[-1]
        for row_id, each in states.items()
        if each[0].table in RESTORED and each[-1].row is not None and _was_not_there(before(each, began))
    }
    staying = _spoken_of(came, [each[-1] for row_id, each in states.items() if each[0].table not in RESTORED])
    for row_id, each in states.items():
        if each[0].table not in RESTORED:
            continue
        if row_id in staying:
            part = _set_aside(tx, part_in(each[-1]))
            put_part(tx, BY_TABLE[each[-1].table], part, person_id=plan.person_id)
        else:
            _leave_as_it_was(tx, plan, before(each, began), each[-1])
    former = with_words_of(plan, plan_in(before(states[plan.id], began)))
    put_plan(tx, replace(former, state=PlanState.UNDER_WAY))


def _began(of_plan: Iterable[RowVersion]) -> int:
    """The line with which the present rework began; a pause in between does not begin it anew."""
    return max(
        after.seq
        for earlier, after in pairwise(of_plan)
        if plan_in(after).state is PlanState.REVIEWING and plan_in(earlier).state not in _RESTS
    )


def _was_not_there(former: RowVersion | None) -> bool:
    return former is None or former.row is None


def _spoken_of(came: Mapping[str, RowVersion], stays: Iterable[RowVersion]) -> frozenset[str]:
    """What came new and is named by something that stays, or by what stays for that reason."""
    staying = {row_id for row_id, each in came.items() if getattr(part_in(each), "dissent_id", "")}
    bodies = [body_of(each) for each in (*stays, *(came[row_id] for row_id in staying))]
    while bodies:
        body = bodies.pop()
        named = {row_id for row_id in came if row_id not in staying and row_id in body}
        staying |= named
        bodies += [body_of(came[row_id]) for row_id in named]
    return frozenset(staying)


def _set_aside(tx: Transaction, part: Any) -> Any:
    match part:
        case Option():
            return replace(part, standing=OptionStanding.DECLINED)
        case Decision():
            return replace(part, state=DecisionState.PARKED, outcome=None)
        case Step():
            return replace(part, state=StepState.SET_DOWN, taken_by=(), turned=tx.at)
        case Alternative():
            return replace(part, state=AlternativeState.SET_ASIDE, settled=tx.at)
        case _:
            return replace(part, state=GoalState.SET_DOWN)


def _leave_as_it_was(tx: Transaction, plan: Plan, former: RowVersion | None, present: RowVersion) -> None:
    was, now = part_in(former), part_in(present)
    if was is None or now is None:
        put_back(tx, plan, former, present)
        return
    part = _as_far_as(was, now)
    if part != now:
        put_part(tx, BY_TABLE[present.table], part, person_id=plan.person_id)


def _as_far_as(former: Any, present: Any) -> Any:
    """The former words, with as far as it has come now."""
    match former:
        case Step():
            progress = {name: getattr(present, name) for name in ("state", "taken_by", "adapted_to", "why", "turned")}
            return replace(former, **progress)
        case Goal():
            return replace(former, state=present.state)
        case _:
            return former
