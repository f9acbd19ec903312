"""What can be asked about following through."""

from datetime import date

from healingpartner.plans.consents.store import consents_of
from healingpartner.plans.decisions.store import decisions_of, options_of_plan
from healingpartner.plans.decisions.views import prices_missing
from healingpartner.plans.differing.store import alternatives_of, dissents_of
from healingpartner.plans.follow_through import promises, questions, review_days as days
from healingpartner.plans.follow_through.promises import KeptPromises
from healingpartner.plans.follow_through.questions import Question, Standing
from healingpartner.plans.follow_through.review_days import Followed, ReviewDay
from healingpartner.plans.follow_through.store import check_ins_of
from healingpartner.plans.goals.store import goals_of, ratings_of
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import plan_with
from healingpartner.plans.ties.store import last_agreed
from healingpartner.vault.reading import Reader


def questions_now(db: Reader, plan_id: str, today: date) -> tuple[Question, ...]:
    """What is worth asking now, the practitioner's first."""
    return questions.questions(
        Standing(
            plan=plan_with(db, plan_id),
            today=today,
            labels=_labels(db, plan_id),
            steps=steps_of(db, plan_id),
            decisions=decisions_of(db, plan_id),
            dissents=dissents_of(db, plan_id),
            consents=consents_of(db, plan_id),
            check_ins=check_ins_of(db, plan_id),
            days=review_days(db, plan_id),
            prices_missing=prices_missing(db, plan_id),
        )
    )


def review_days(db: Reader, plan_id: str) -> tuple[ReviewDay, ...]:
    """Every day on which to look again, the next one first; () while both have not agreed yet."""
    agreed = last_agreed(db, plan_id)
    if agreed is None:
        return ()
    return days.review_days(
        Followed(
            plan=plan_with(db, plan_id),
            agreed=agreed,
            steps=steps_of(db, plan_id),
            goals=goals_of(db, plan_id),
            decisions=decisions_of(db, plan_id),
            alternatives=alternatives_of(db, plan_id),
            check_ins=check_ins_of(db, plan_id),
            ratings=ratings_of(db, plan_id),
        )
    )


def kept_promises(db: Reader, plan_id: str, today: date) -> KeptPromises:
    """So many of so many, by side, until today."""
    return promises.kept_promises(steps_of(db, plan_id), today)


def _labels(db: Reader, plan_id: str) -> dict[str, str]:
    """The words of everything that can be looked at again, by id."""
    ways = {one.id: one.label for one in options_of_plan(db, plan_id)}
    return (
        {one.id: one.what for one in steps_of(db, plan_id)}
        | {one.id: one.patient_words for one in goals_of(db, plan_id)}
        | {one.id: one.question for one in decisions_of(db, plan_id)}
        | {one.id: ways.get(one.option_id, "") for one in alternatives_of(db, plan_id)}
    )
