"""What can be asked about following through. A large plan is read once for all of it."""

from dataclasses import dataclass
from datetime import date

from healingpartner.plans.consents.store import consents_of
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.decisions.store import decisions_of, options_of_plan
from healingpartner.plans.decisions.ways import without_a_price
from healingpartner.plans.differing.model import Alternative
from healingpartner.plans.differing.store import alternatives_of, dissents_of
from healingpartner.plans.follow_through import promises, questions, review_days as days
from healingpartner.plans.follow_through.model import CheckIn
from healingpartner.plans.follow_through.promises import KeptPromises
from healingpartner.plans.follow_through.questions import Question, Standing
from healingpartner.plans.follow_through.review_days import Followed, ReviewDay
from healingpartner.plans.follow_through.store import check_ins_of
from healingpartner.plans.goals.model import Goal
from healingpartner.plans.goals.store import goals_of, ratings_of
from healingpartner.plans.model import Plan
from healingpartner.plans.steps.model import Step
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import plan_with
from healingpartner.plans.ties.store import last_agreed
from healingpartner.vault.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowThrough:
    """All that is asked of a plan while it is lived: what is worth asking, when to look again, what was kept."""

    questions: tuple[Question, ...]
    days: tuple[ReviewDay, ...]
    kept: KeptPromises


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """What was read of a plan, each kind once."""

    plan: Plan
    steps: tuple[Step, ...]
    goals: tuple[Goal, ...]
    decisions: tuple[Decision, ...]
    options: tuple[Option, ...]
    alternatives: tuple[Alternative, ...]
    check_ins: tuple[CheckIn, ...]


def follow_through_of(db: Reader, plan_id: str, today: date) -> FollowThrough:
    """Questions, days and kept promises in one reading."""
    rows = _read(db, plan_id)
    found = _days(db, rows)
    return FollowThrough(
        questions=_questions(db, rows, found, today), days=found, kept=promises.kept_promises(rows.steps, today)
    )


def questions_now(db: Reader, plan_id: str, today: date) -> tuple[Question, ...]:
    """What is worth asking now, the practitioner's first."""
    return follow_through_of(db, plan_id, today).questions


def review_days(db: Reader, plan_id: str) -> tuple[ReviewDay, ...]:
    """Every day on which to look again, the next one first; () while both have not agreed yet."""
    return _days(db, _read(db, plan_id))


def kept_promises(db: Reader, plan_id: str, today: date) -> KeptPromises:
    """So many of so many, by side, until today."""
    return promises.kept_promises(steps_of(db, plan_id), today)


def _read(db: Reader, plan_id: str) -> _Rows:
    return _Rows(
        plan=plan_with(db, plan_id),
        steps=steps_of(db, plan_id),
        goals=goals_of(db, plan_id),
        decisions=decisions_of(db, plan_id),
        options=options_of_plan(db, plan_id),
        alternatives=alternatives_of(db, plan_id),
        check_ins=check_ins_of(db, plan_id),
    )


def _days(db: Reader, rows: _Rows) -> tuple[ReviewDay, ...]:
    agreed = last_agreed(db, rows.plan.id)
    if agreed is None:
        return ()
    return days.review_days(
        Followed(
            plan=rows.plan,
            agreed=agreed,
            steps=rows.steps,
            goals=rows.goals,
            decisions=rows.decisions,
            alternatives=rows.alternatives,
            check_ins=rows.check_ins,
            ratings=ratings_of(db, rows.plan.id),
        )
    )


def _questions(db: Reader, rows: _Rows, found: tuple[ReviewDay, ...], today: date) -> tuple[Question, ...]:
    return questions.questions(
        Standing(
            plan=rows.plan,
            today=today,
            labels=_labels(rows),
            steps=rows.steps,
            decisions=rows.decisions,
            dissents=dissents_of(db, rows.plan.id),
            consents=consents_of(db, rows.plan.id),
            check_ins=rows.check_ins,
            days=found,
            prices_missing=without_a_price(rows.options, rows.steps) if rows.plan.ceiling is not None else (),
        )
    )


def _labels(rows: _Rows) -> dict[str, str]:
    """The words of everything that can be looked at again, by id."""
    ways = {one.id: one.label for one in rows.options}
    return (
        {one.id: one.what for one in rows.steps}
        | {one.id: one.patient_words for one in rows.goals}
        | {one.id: one.question for one in rows.decisions}
        | {one.id: ways.get(one.option_id, "") for one in rows.alternatives}
    )
