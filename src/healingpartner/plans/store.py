"""Rows of the plan room in and out: the only SQL of what is the same for all its parts.

A part lies in its row as canonical JSON (vault/written.py), because a plan is read and frozen whole and nothing asks
for one by what it says. Columns beside it are those that questions are asked by.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.model import LIVED, Plan, PlanState
from healingpartner.vault.reading import Reader, Row, Value, as_mapping, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.vault.written import from_text, to_text

ROOM = "plans"
PLAN = Table(ROOM, "plan")
_PLAN_KIND = "hp/plan"


class Part(Protocol):
    """A part of a plan: it has an id, and the plan's."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the class says it

    @property
    def plan_id(self) -> str: ...  # noqa: D102


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """As much of a plan as a list of everyone needs."""

    plan_id: str
    person_id: str
    title: str
    state: PlanState
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueStep:
    """As much of a step as a list of promises needs."""

    step_id: str
    plan_id: str
    person_id: str
    owner: Voice
    what: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Kept(Generic[P]):
    """Where one kind of part lies. kind: as it stands in each row; shape: what it is read back as.

    found: fields whose words are searched, "felt.inner_words" for one inside another; the first of them heads a hit.
    """

    table: Table
    kind: str
    shape: type[P]
    found: tuple[str, ...] = ()


def put_plan(tx: Transaction, plan: Plan) -> None:
    """Write the plan's row as it now stands."""
    row: dict[str, Value] = {
        "id": plan.id,
        "person_id": plan.person_id,
        "state": plan.state.value,
        "review_on": None if plan.review_on is None else plan.review_on.isoformat(),
        "body": to_text(plan, kind=_PLAN_KIND),
    }
    tx.put(PLAN, row, person_id=plan.person_id)
    remember(tx, PLAN, plan, ("title", "matters", "hopes", "fears"), person_id=plan.person_id)


def plan_with(db: Reader, plan_id: str) -> Plan:
    """The plan of that id; Refused when it is not here."""
    body = db.value("SELECT body FROM plan WHERE id = ?", plan_id)
    if body is None:
        raise Refused(_("There is no such plan in this practice."))
    return plan_from(words(body))


def plan_from(body: str) -> Plan:
    """A plan from the body of its row."""
    return from_text(Plan, body, kind=_PLAN_KIND)


def plans_of(db: Reader, person_ids: Sequence[str]) -> tuple[Plan, ...]:
    """Every plan of these ids, the newest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT body FROM plan WHERE person_id IN ({marks}) ORDER BY n DESC", *person_ids)
    return tuple(plan_from(words(row["body"])) for row in found)


def every_plan(db: Reader) -> tuple[PlanRow, ...]:
    """Every plan of everyone, the oldest first."""
    found = db.rows(
        "SELECT id, person_id, state, review_on, json_extract(body, '$.title') AS title FROM plan ORDER BY n"
    )
    return tuple(
        PlanRow(
            plan_id=words(row["id"]),
            person_id=words(row["person_id"]),
            title=words(row["title"]),
            state=PlanState(words(row["state"])),
            review_on=None if row["review_on"] is None else date.fromisoformat(words(row["review_on"])),
        )
        for row in found
    )


def steps_due(db: Reader, *, standing: Sequence[str], today: date) -> tuple[DueStep, ...]:
    """Steps in one of these states, in plans that are lived, whose day has come or passed."""
    lived = sorted(state.value for state in LIVED)
    found = db.rows(
        "SELECT s.id AS id, s.plan_id AS plan_id, s.person_id AS person_id, "
        "json_extract(s.body, '$.owner') AS owner, json_extract(s.body, '$.what') AS what, "
        "json_extract(s.body, '$.due_on') AS due_on "
        "FROM plan_step s JOIN plan p ON p.id = s.plan_id "
        f"WHERE p.state IN ({', '.join('?' * len(lived))}) AND json_extract(s.body, '$.due_on') <= ? "
        f"AND json_extract(s.body, '$.state') IN ({', '.join('?' * len(standing))}) ORDER BY s.n",
        *lived,
        today.isoformat(),
        *standing,
    )
    return tuple(
        DueStep(
            step_id=words(row["id"]),
            plan_id=words(row["plan_id"]),
            person_id=words(row["person_id"]),
            owner=Voice(words(row["owner"])),
            what=words(row["what"]),
            due_on=date.fromisoformat(words(row["due_on"])),
        )
        for row in found
    )


def put_part(
    tx: Transaction, kept: Kept[P], part: P, *, person_id: str, beside: Mapping[str, Value] | None = None
) -> None:
    """Write one part as it now stands, and let its words be found. beside: columns that only this table has."""
    row: dict[str, Value] = {
        "id": part.id,
        "person_id": person_id,
        "plan_id": part.plan_id,
        **(beside or {}),
        "body": to_text(part, kind=kept.kind),
    }
    tx.put(kept.table, row, person_id=person_id)
    remember(tx, kept.table, part, kept.found, person_id=person_id)


def remember(tx: Transaction, table: Table, part: object, fields: Sequence[str], *, person_id: str) -> None:
    """Give the words in these fields to the search, under the part's own id, and no others any more."""
    said = [each for each in (_inside(part, field) for field in fields) if each]
    subject_id = words(getattr(part, "id", None))
    if said:
        tx.remember_words(
            room=ROOM,
            kind=table.name,
            subject_id=subject_id,
            person_id=person_id,
            title=said[0],
            words="\n".join(said[1:]),
        )
    elif fields:
        tx.forget_words(kind=table.name, subject_id=subject_id)


def _inside(part: object, field: str) -> str:
    """The words of a field, those of each where there are several; "" where something on the way there is empty."""
    found = [part]
    for name in field.split("."):
        found = [inner for each in found for inner in _several(getattr(each, name, None))]
    return "\n".join(each for each in found if isinstance(each, str) and each)


def _several(value: object) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return value if isinstance(value, tuple) else (value,)


def part_with(db: Reader, kept: Kept[P], part_id: str) -> P:
    """The part of that id; Refused when it is not here."""
    table = kept.table
    body = db.value(f"SELECT body FROM {table.name} WHERE id = ?", part_id)
    if body is None:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    return from_text(kept.shape, words(body), kind=kept.kind)


def parts_of(db: Reader, kept: Kept[P], plan_id: str) -> tuple[P, ...]:
    """Every part of this kind in a plan, in the order it was written."""
    table = kept.table
    found = db.rows(f"SELECT body FROM {table.name} WHERE plan_id = ? ORDER BY n", plan_id)
    return tuple(from_text(kept.shape, words(row["body"]), kind=kept.kind) for row in found)


def remove_part(tx: Transaction, kept: Kept[P], part: P, *, person_id: str) -> None:
    """Take a part out of the plan; the ledger keeps what it said."""
    tx.remove(kept.table, part.id, person_id=person_id)
    tx.forget_words(kind=kept.table.name, subject_id=part.id)


def rows_by_table(
    db: Reader, tables: Sequence[Table], person_ids: Sequence[str]
) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    marks = ", ".join("?" * len(person_ids))
    found: dict[str, list[Row]] = {
        table.name: db.rows(f"SELECT * FROM {table.name} WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
        for table in tables
    }
    return {name: tuple(map(as_mapping, rows)) for name, rows in found.items()}
