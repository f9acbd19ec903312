"""Where decisions and their options lie, and reading them in their order."""

from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.order import in_order
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

DECISION = Kept(
    table=Table(ROOM, "plan_decision"),
    kind="hp/plan-decision",
    shape=Decision,
    found=(
        "question",
        "why_now",
        "others",
        "rows.words",
        "why_few",
        "revisit_if",
        "outcome.words",
        "outcome.tradeoffs",
    ),
)
OPTION = Kept(
    table=Table(ROOM, "plan_option"),
    kind="hp/plan-option",
    shape=Option,
    found=(
        "label",
        "involves",
        "helps",
        "harms",
        "effort",
        "cautions",
        "if_i_wait",
        "leaning.reason",
        "rule.words",
        "evidence.words",
        "evidence.source",
        "estimates.outcome",
        "courses.best",
        "courses.likely",
        "courses.hard",
        "felt.inner_words",
        "felt.ready_why",
        "felt.sure_why",
        "cells",
    ),
)


def decisions_of(db: Reader, plan_id: str) -> tuple[Decision, ...]:
    """Every decision of a plan, in its order."""
    return in_order(parts_of(db, DECISION, plan_id))


def options_of_plan(db: Reader, plan_id: str) -> tuple[Option, ...]:
    """Every option of a plan, in its order."""
    return in_order(parts_of(db, OPTION, plan_id))


def options_of(db: Reader, decision: Decision) -> tuple[Option, ...]:
    """The options of one decision, in their order."""
    return tuple(one for one in options_of_plan(db, decision.plan_id) if one.decision_id == decision.id)
