"""Taking back one's own latest change: the former bodies are put in place again by a new act.

Nothing is removed from the ledger, and nothing that the other said is touched.
"""

from collections.abc import Iterable, Sequence

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans import kept
from healingpartner.plans.former import (
    BY_TABLE,
    before,
    body_of,
    by_row,
    history_of,
    plan_in,
    put_back,
    with_words_of,
)
from healingpartner.plans.model import Plan
from healingpartner.plans.store import PLAN, ROOM
from healingpartner.vault.history import RowVersion
from healingpartner.vault.transaction import Transaction

_UNDO, _CHANGE_PLAN = f"{ROOM}.undo", f"{ROOM}.change_plan"


def undo(tx: Transaction, plan: Plan) -> None:
    """As acts.undo; the plan is one that may be changed."""
    history = history_of(tx, plan)
    act = _latest_own_act(tx, history)
    if not act:
        raise RuleBroken("undo", _("There is nothing of yours to take back here."))
    states, written = by_row(history), by_row(act)
    others = [body_of(each[-1]) for row_id, each in states.items() if row_id not in written]
    for row_id, own in written.items():
        first, last = before(states[row_id], own[0].seq), states[row_id][-1]
        is_new = first is None or first.row is None
        if not _says_the_same(plan, last, own[-1]) or (is_new and any(row_id in body for body in others)):
            raise RuleBroken("undo", _("This was worked on again since. Change it by hand instead."))
        put_back(tx, plan, first, last)


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
    return all(one.table in BY_TABLE or (one.table == PLAN.name and one.act == _CHANGE_PLAN) for one in rows)


def _says_the_same(plan: Plan, one: RowVersion, other: RowVersion) -> bool:
    """Whether two states of a row say the same; how far the plan itself has come is no word of it."""
    if one.table != PLAN.name or one.row is None or other.row is None:
        return one.row == other.row
    return with_words_of(plan, plan_in(one)) == with_words_of(plan, plan_in(other))
