"""Taking back what was written: former bodies, read from the ledger, are put in place again by a new act.

Nothing is removed from the ledger. What belongs to following the plan (how far a step or a goal has come) stays as it
is now, and so does what is never taken out: dissents, consents, check-ins, ratings.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans import kept
from healingpartner.plans.goals.model import Goal
from healingpartner.plans.model import Plan, PlanState
from healingpartner.plans.steps.model import Step
from healingpartner.plans.store import PLAN, ROOM, Kept, plan_from, put_part, put_plan, remove_part
from healingpartner.vault.history import RowVersion, versions_for_person
from healingpartner.vault.reading import words
from healingpartner.vault.transaction import Transaction
from healingpartner.vault.written import from_text

REWRITTEN: Final[tuple[Kept[Any], ...]] = (
    kept.GOAL, kept.DECISION, kept.OPTION, kept.PART, kept.ALTERNATIVE, kept.STEP,
)  # fmt: skip
RESTORED: Final = tuple(one for one in REWRITTEN if one is not kept.PART)  # a part may speak up at any time
_BY_TABLE: Final[Mapping[str, Kept[Any]]] = {one.table.name: one for one in REWRITTEN}
_UNDO, _CHANGE_PLAN = f"{ROOM}.undo", f"{ROOM}.change_plan"
_NOT_YET = frozenset({PlanState.REVIEWING, PlanState.PAUSED})


def undo(tx: Transaction, plan: Plan) -> None:
    """As acts.undo; the plan is one that may be changed."""
    history = _history(tx, plan)
    act = _latest_own_act(tx, history)
    if not act:
        raise RuleBroken("undo", _("There is nothing of yours to take back here."))
    for row_id in dict.fromkeys(one.row_id for one in act):
        states = [one for one in history if one.row_id == row_id]
        written = [one for one in act if one.row_id == row_id]
        if not _says_the_same(plan, states[-1], written[-1]):
            raise RuleBroken("undo", _("This was worked on again since. Change it by hand instead."))
        _put_back(tx, plan, _before(states, written[0].seq), states[-1])


def restore_before_rework(tx: Transaction, plan: Plan) -> None:
    """What the plan said when its present rework began; it is under way again."""
    history = _history(tx, plan)
    of_plan = [one for one in history if one.table == PLAN.name]
    began = max(
        after.seq for before, after in pairwise(of_plan) if _state(before) not in _NOT_YET and _state(after) in _NOT_YET
        and _state(after) is PlanState.REVIEWING
    )  # fmt: skip
    tables = {one.table.name for one in RESTORED}
    for row_id in dict.fromkeys(one.row_id for one in history if one.table in tables):
        states = [one for one in history if one.row_id == row_id]
        _put_back(tx, plan, _before(states, began), states[-1], as_far_as_now=True)
    former = _with_words_of(plan, _plan(_before(of_plan, began)))
    put_plan(tx, replace(former, state=PlanState.UNDER_WAY))


def _history(tx: Transaction, plan: Plan) -> tuple[RowVersion, ...]:
    """Every state of every row of this plan, the oldest first."""
    ours = {plan.id}
    found = versions_for_person(tx, plan.person_id, kept.TABLES)
    ours |= {one.row_id for one in found if one.row is not None and one.row.get("plan_id") == plan.id}
    return tuple(one for one in found if one.row_id in ours)


def _latest_own_act(tx: Transaction, history: Sequence[RowVersion]) -> tuple[RowVersion, ...]:
    """What the latest act of this side wrote that was not taken back yet; () when there is none since both agreed."""
    agreed = max((one.seq for one in history if one.table == kept.VERSION.name), default=0)
    acts: dict[str, list[RowVersion]] = {}
    for one in history:
        if one.seq > agreed and one.by is tx.by and one.act_id != tx.act_id:
            acts.setdefault(one.act_id, []).append(one)
    taken_back = 0
    for rows in reversed(acts.values()):
        if rows[0].act == _UNDO:
            taken_back += 1
        elif _can_be_undone(rows):
            if not taken_back:
                return tuple(rows)
            taken_back -= 1
    return ()


def _can_be_undone(rows: Iterable[RowVersion]) -> bool:
    return all(one.table in _BY_TABLE or (one.table == PLAN.name and one.act == _CHANGE_PLAN) for one in rows)


def _before(states: Sequence[RowVersion], seq: int) -> RowVersion | None:
    return next((one for one in reversed(states) if one.seq < seq), None)


def _says_the_same(plan: Plan, one: RowVersion, other: RowVersion) -> bool:
    """Whether two states of a row say the same; how far the plan itself has come is no word of it."""
    if one.table != PLAN.name or one.row is None or other.row is None:
        return one.row == other.row
    return _with_words_of(plan, _plan(one)) == _with_words_of(plan, _plan(other))


def _put_back(
    tx: Transaction, plan: Plan, former: RowVersion | None, present: RowVersion, *, as_far_as_now: bool = False
) -> None:
    was, now = None if former is None else former.row, present.row
    if was == now:
        return
    if present.table == PLAN.name:
        put_plan(tx, _with_words_of(plan, _plan(former)))
        return
    one = _BY_TABLE[present.table]
    there = None if now is None else from_text(one.shape, words(now["body"]), kind=one.kind)
    if was is None:
        remove_part(tx, one, there, person_id=plan.person_id)
        return
    part = from_text(one.shape, words(was["body"]), kind=one.kind)
    put_part(tx, one, _as_far_as(part, there) if as_far_as_now else part, person_id=plan.person_id)


def _as_far_as(former: Any, present: Any) -> Any:
    """The former words, with as far as it has come now."""
    if isinstance(former, Step) and isinstance(present, Step):
        return replace(
            former,
            state=present.state,
            taken_by=present.taken_by,
            adapted_to=present.adapted_to,
            why=present.why,
        )
    if isinstance(former, Goal) and isinstance(present, Goal):
        return replace(former, state=present.state)
    return former


def _with_words_of(plan: Plan, former: Plan) -> Plan:
    return replace(
        former,
        state=plan.state,
        paused_from=plan.paused_from,
        version_id=plan.version_id,
        template_id=plan.template_id,
    )


def _state(version: RowVersion) -> PlanState:
    return _plan(version).state


def _plan(version: RowVersion | None) -> Plan:
    if version is None or version.row is None:
        raise LookupError("a plan's own row is there from its beginning")
    return plan_from(words(version.row["body"]))
