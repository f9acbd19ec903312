"""Where dissents and negotiated alternatives lie."""

from healingpartner.plans.differing.model import Alternative, Dissent
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

DISSENT = Kept(
    table=Table(ROOM, "plan_dissent"), kind="hp/plan-dissent", shape=Dissent, found=("words", "why", "answer")
)
ALTERNATIVE = Kept(
    table=Table(ROOM, "plan_alternative"),
    kind="hp/plan-alternative",
    shape=Alternative,
    found=("changes", "watch_for", "call_when"),
)


def dissents_of(db: Reader, plan_id: str) -> tuple[Dissent, ...]:
    """Every dissent of a plan, the withdrawn ones too, the oldest first."""
    return parts_of(db, DISSENT, plan_id)


def alternatives_of(db: Reader, plan_id: str) -> tuple[Alternative, ...]:
    """Every alternative of a plan, the oldest first."""
    return parts_of(db, ALTERNATIVE, plan_id)
