"""Where the voices of parts and the patient's taps to go on lie."""

from healingpartner.plans.order import in_order
from healingpartner.plans.parts.model import GoingOn, PartVoice
from healingpartner.plans.store import ROOM, Kept, parts_of
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table

PART = Kept(table=Table(ROOM, "plan_part"), kind="hp/plan-part", shape=PartVoice, found=("label", "words", "needs"))
GOING_ON = Kept(table=Table(ROOM, "plan_going_on"), kind="hp/plan-going-on", shape=GoingOn, found=("words",))


def voices_of(db: Reader, plan_id: str) -> tuple[PartVoice, ...]:
    """What every part says, in their order."""
    return in_order(parts_of(db, PART, plan_id))


def taps_of(db: Reader, plan_id: str) -> tuple[GoingOn, ...]:
    """Every tap with which the patient went on, the oldest first."""
    return parts_of(db, GOING_ON, plan_id)
