"""Where check-ins lie: each written once."""

from healingpartner.plans.follow_through.model import CheckIn
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

CHECK_IN = Kept(
    table=Table(ROOM, "plan_check_in"),
    kind="hp/plan-check-in",
    shape=CheckIn,
    found=("words", "helped", "got_in_the_way"),
)


def check_ins_of(db: Reader, plan_id: str) -> tuple[CheckIn, ...]:
    """Every check-in of a plan, the oldest first."""
    return parts_of(db, CHECK_IN, plan_id)
