"""Where steps lie, and reading them in their order."""

from healingpartner.plans.order import in_order
from healingpartner.plans.steps.model import Step
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

STEP = Kept(
    table=Table(ROOM, "plan_step"),
    kind="hp/plan-step",
    shape=Step,
    found=(
        "what",
        "when",
        "where",
        "in_the_way",
        "supports",
        "why",
        "treatment.why",
        "treatment.amounts",
        "rule.words",
    ),
)


def steps_of(db: Reader, plan_id: str) -> tuple[Step, ...]:
    """Every step of a plan, in its order."""
    return in_order(parts_of(db, STEP, plan_id))
