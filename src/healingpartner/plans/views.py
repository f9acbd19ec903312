"""What can be asked about plans: one whole, a person's, everyone's, and the promises that are due."""

from collections.abc import Iterable, Mapping, Set as AbstractSet
from datetime import date

from healingpartner.foundation.voices import Voice
from healingpartner.people import views as people
from healingpartner.people.practitioner.views import practitioner
from healingpartner.plans import kept, store
from healingpartner.plans.goals.store import ratings_of
from healingpartner.plans.model import LIVED, WRITABLE, Plan, PlanState
from healingpartner.plans.reading import PlanLine, Promise
from healingpartner.plans.steps.model import STANDING
from healingpartner.plans.store import PlanRow, parts_of, plans_of, rows_by_table
from healingpartner.plans.versions import store as versions
from healingpartner.plans.versions.contents import contents_of
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import Acknowledgement, Names, VersionLine, WholePlan, fresh
from healingpartner.vault.reading import Reader, Value


def plan_of(db: Reader, person_id: str, *, plan_id: str = "") -> WholePlan | None:
    """That plan of this person, or the newest that was not let go, else the newest; None when there is none.

    Records merged into the person's are theirs too. Refused when the person is not here.
    """
    names = names_of(db, person_id)
    found = plans_of(db, people.ids_of(db, person_id))
    plan = _chosen(found, plan_id)
    if plan is None:
        return None
    contents = contents_of(db, plan)
    contents_sha256 = sha256_of(contents)
    given = versions.acknowledgements_of(db, plan.id)
    lines = versions.lines_of(db, plan.id, given)
    standing = _said_under_what_stands(plan, lines)
    newest = fresh(given, lines) if standing is None else ()
    return WholePlan(
        person_id=person_id,
        names=names,
        contents=contents,
        contents_sha256=contents_sha256,
        ratings=ratings_of(db, plan.id),
        check_ins=parts_of(db, kept.CHECK_IN, plan.id),
        acknowledgements=standing or tuple(one for one in newest if one.contents_sha256 == contents_sha256),
        left_behind=tuple(one for one in newest if one.contents_sha256 != contents_sha256),
        versions=lines,
    )


def plans_of_person(db: Reader, person_id: str) -> tuple[PlanLine, ...]:
    """Every plan of a person, records merged into theirs included, the newest first."""
    given = people.record(db, person_id).particulars
    return tuple(
        PlanLine(
            person_id=person_id,
            name=given.shown(),
            folded="",
            plan_id=plan.id,
            title=plan.title,
            state=plan.state,
            made=plan.made,
            review_on=plan.review_on,
        )
        for plan in plans_of(db, people.ids_of(db, person_id))
    )


def everyone(db: Reader, *, today: date) -> tuple[PlanLine, ...]:
    """Everyone in the list of people with the plan that `plan_of` shows, in the order of their names."""
    rows = people.list_rows(db)
    listed = {row[0] for row in rows}
    shown: dict[str, PlanRow] = {}
    for one in store.every_plan(db):
        person_id = _stands_under(db, one.person_id, listed)
        former = shown.get(person_id)
        if former is None or one.state is not PlanState.RELEASED or former.state is PlanState.RELEASED:
            shown[person_id] = one
    return tuple(_line(person_id, name, folded, shown.get(person_id), today) for person_id, name, folded, *_on in rows)


def promises_due(db: Reader, *, today: date) -> tuple[Promise, ...]:
    """Steps whose day has come in plans that are lived: the practitioner's first, then by day."""
    all_due = store.steps_due(db, standing=sorted(one.value for one in STANDING), today=today)
    names = {row[0]: row[1] for row in people.list_rows(db)} if all_due else {}
    found: list[Promise] = []
    for due in all_due:
        shown = _stands_under(db, due.person_id, names.keys())
        if shown in names:
            found.append(
                Promise(
                    person_id=shown,
                    name=names[shown],
                    plan_id=due.plan_id,
                    step_id=due.step_id,
                    owner=due.owner,
                    what=due.what,
                    due_on=due.due_on,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.owner is Voice.PATIENT, one.due_on)))


def names_of(db: Reader, person_id: str) -> Names:
    """How the two are written; Refused when the person is not here."""
    given = people.record(db, person_id).particulars
    return Names(
        patient=given.legal_name or given.shown(),
        called=given.called or given.shown(),
        practitioner=practitioner(db).shown(),
    )


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person in this room, row by row."""
    return rows_by_table(db, kept.TABLES, people.ids_of(db, person_id))


def _chosen(found: Iterable[Plan], plan_id: str) -> Plan | None:
    plans = tuple(found)
    if plan_id:
        return next((one for one in plans if one.id == plan_id), None)
    return next((one for one in plans if one.state is not PlanState.RELEASED), plans[0] if plans else None)


def _said_under_what_stands(plan: Plan, lines: tuple[VersionLine, ...]) -> tuple[Acknowledgement, ...] | None:
    """Both yeses under the version that stands; None while the words are being worked on."""
    if plan.state in WRITABLE or plan.paused_from in WRITABLE or not lines:
        return None
    return lines[-1].acknowledgements


def _line(person_id: str, name: str, folded: str, row: PlanRow | None, today: date) -> PlanLine:
    if row is None:
        return PlanLine(person_id=person_id, name=name, folded=folded)
    return PlanLine(
        person_id=person_id,
        name=name,
        folded=folded,
        plan_id=row.plan_id,
        title=row.title,
        state=row.state,
        review_on=row.review_on,
        review_is_due=row.state in LIVED and row.review_on is not None and row.review_on <= today,
    )


def _stands_under(db: Reader, person_id: str, listed: AbstractSet[str]) -> str:
    """The record this person is shown under: their own, or the one it was merged into."""
    while person_id not in listed and people.is_here(db, person_id):
        into = people.record(db, person_id).merged_into
        if not into:
            break
        person_id = into
    return person_id
