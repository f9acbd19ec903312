"""What a plan said before: every state of each of its rows, read from the ledger, and putting one in place again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from healingpartner.plans import kept
from healingpartner.plans.model import Plan
from healingpartner.plans.store import PLAN, Kept, plan_from, put_part, put_plan, remove_part
from healingpartner.vault.history import RowVersion, versions_for_person
from healingpartner.vault.reading import words
from healingpartner.vault.transaction import Transaction
from healingpartner.vault.written import from_text

REWRITTEN: Final[tuple[Kept[Any], ...]] = (
    kept.GOAL, kept.DECISION, kept.OPTION, kept.PART, kept.ALTERNATIVE, kept.STEP,
)  # fmt: skip
BY_TABLE: Final[Mapping[str, Kept[Any]]] = {one.table.name: one for one in REWRITTEN}


def history_of(tx: Transaction, plan: Plan) -> tuple[RowVersion, ...]:
    """Every state of every row of this plan, the oldest first."""
    found = versions_for_person(tx, plan.person_id, kept.TABLES)
    ours = {plan.id, *(one.row_id for one in found if one.row is not None and one.row.get("plan_id") == plan.id)}
    return tuple(one for one in found if one.row_id in ours)


def by_row(history: Iterable[RowVersion]) -> dict[str, list[RowVersion]]:
    """The states of each row by its id, the oldest first."""
    found: dict[str, list[RowVersion]] = {}
    for one in history:
        found.setdefault(one.row_id, []).append(one)
    return found


def before(states: Sequence[RowVersion], seq: int) -> RowVersion | None:
    """How a row stood before that line of the ledger; None when it was not there yet."""
    return next((one for one in reversed(states) if one.seq < seq), None)


def part_in(version: RowVersion | None) -> Any:
    """The part that a state of its row holds; None where there is none."""
    if version is None or version.row is None:
        return None
    one = BY_TABLE[version.table]
    return from_text(one.shape, words(version.row["body"]), kind=one.kind)


def plan_in(version: RowVersion | None) -> Plan:
    """The plan that a state of its own row holds."""
    if version is None or version.row is None:
        raise LookupError("a plan's own row is there from its beginning")
    return plan_from(words(version.row["body"]))


def body_of(version: RowVersion) -> str:
    """The words of a state as they lie, "" where the row was removed."""
    return "" if version.row is None else words(version.row["body"])


def put_back(tx: Transaction, plan: Plan, former: RowVersion | None, present: RowVersion) -> None:
    """Put a former state in place of the present one; a row that was not there is taken out."""
    was = None if former is None else former.row
    if was == present.row:
        return
    if present.table == PLAN.name:
        put_plan(tx, with_words_of(plan, plan_in(former)))
        return
    one = BY_TABLE[present.table]
    if was is None:
        remove_part(tx, one, part_in(present), person_id=plan.person_id)
    else:
        put_part(tx, one, part_in(former), person_id=plan.person_id)


def with_words_of(plan: Plan, former: Plan) -> Plan:
    """The plan as it stands, saying what it said formerly."""
    return replace(
        former,
        state=plan.state,
        paused_from=plan.paused_from,
        version_id=plan.version_id,
        template_id=plan.template_id,
    )
