"""What every act of this room asks first: which plan, may it be changed or followed now, and whose act it is."""

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.model import LIVED, SIDES, WRITABLE, Plan, PlanState, check_turn, check_writable
from healingpartner.plans.store import plan_with
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Transaction


def plan_to_change(db: Reader, plan_id: str) -> Plan:
    """The plan, when what it says may be changed now; RuleBroken("state", …) when it may not."""
    plan = plan_with(db, plan_id)
    check_writable(plan.state)
    return plan


def plan_to_follow(db: Reader, plan_id: str) -> Plan:
    """The plan, when both agreed to it and it is lived; RuleBroken("state", …) when it is not."""
    plan = plan_with(db, plan_id)
    if plan.state not in LIVED:
        _check_open(plan.state)
        raise RuleBroken("state", _("You have not both agreed to this plan yet. This comes after that."))
    return plan


def open_plan(db: Reader, plan_id: str) -> Plan:
    """The plan, when it is neither paused nor let go; RuleBroken("state", …) when it is."""
    plan = plan_with(db, plan_id)
    _check_open(plan.state)
    return plan


def side(tx: Transaction) -> Voice:
    """The one side whose act this is; RuleBroken when it is of both at once."""
    if tx.by not in SIDES:
        raise RuleBroken("side", _("Each of you answers with your own voice."))
    return tx.by


def patient_says(tx: Transaction, field: str) -> None:
    """RuleBroken beside `field` when this is the practitioner's act alone."""
    if tx.by is Voice.PRACTITIONER:
        raise RuleBroken(field, _("This is for the patient to say. Write it down in their voice."))


def _check_open(state: PlanState) -> None:
    if state not in LIVED | WRITABLE:
        check_turn(state, PlanState.OFFERED if state is PlanState.RELEASED else PlanState.PAUSED)
