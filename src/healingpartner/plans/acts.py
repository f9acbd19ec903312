"""What can be done with a plan as a whole: begin it, change what it says, offer it, live it, rest it, let it go.

Each act runs inside one open transaction. Either side may pause or let go at any time, and no reason is asked. What
both agree to is frozen by versions/acts.py.
"""

from dataclasses import replace
from typing import Final

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import fold
from healingpartner.foundation.words import _
from healingpartner.people.views import is_here
from healingpartner.plans import undo as undoing
from healingpartner.plans.decisions.store import options_of_plan
from healingpartner.plans.goals.acts import begin_goals
from healingpartner.plans.model import Plan, PlanState, check_turn
from healingpartner.plans.money import Ceiling, Cost
from healingpartner.plans.rework import restore_before_rework
from healingpartner.plans.standing import open_plan, patient_says, plan_to_change
from healingpartner.plans.store import plan_with, put_plan
from healingpartner.plans.ties.rules import check_one_currency
from healingpartner.vault.transaction import Transaction

PATIENTS_OWN: Final = ("matters", "hopes", "fears", "limits", "ceiling")


def begin_plan(tx: Transaction, person_id: str, *, title: str, matters: str = "") -> str:
    """Begin a plan; its id. matters: what matters to the patient, in their voice. RuleBroken beside the title."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if fold(matters):
        patient_says(tx, "matters")
    plan = Plan(id=tx.new_id(), person_id=person_id, title=title, made=tx.at, matters=matters).cleaned()
    put_plan(tx, plan)
    return plan.id


def change_plan(tx: Transaction, plan: Plan) -> None:
    """Write what the plan as a whole says anew; its parts and where it stands are left as they are.

    RuleBroken beside the field: the patient's own fields change only in the patient's voice.
    """
    old = plan_to_change(tx, plan.id)
    new = replace(
        plan,
        person_id=old.person_id,
        made=old.made,
        state=old.state,
        paused_from=old.paused_from,
        version_id=old.version_id,
        template_id=old.template_id,
    ).cleaned()
    for field in PATIENTS_OWN:
        if getattr(new, field) != getattr(old, field):
            patient_says(tx, field)
    if new.ceiling is not None and new.ceiling != old.ceiling:
        _check_currency(tx, new.id, new.ceiling)
    put_plan(tx, new)


def offer(tx: Transaction, plan_id: str) -> None:
    """Lay the plan before the other. RuleBroken("leaning", …) where a leaning stands without its reason."""
    plan = open_plan(tx, plan_id)
    check_turn(plan.state, PlanState.OFFERED)
    for option in options_of_plan(tx, plan_id):
        if option.leaning is not None and not fold(option.leaning.reason):
            raise RuleBroken("leaning", _("You lean one way here and have not said why yet. A few words are enough."))
    put_plan(tx, replace(plan, state=PlanState.OFFERED))


def talk_over(tx: Transaction, plan_id: str) -> None:
    """Begin to talk it over; already talked over is no matter."""
    plan = open_plan(tx, plan_id)
    if plan.state is not PlanState.TALKED_OVER:
        _turn(tx, plan, PlanState.TALKED_OVER)


def begin_work(tx: Transaction, plan_id: str) -> None:
    """What was agreed is under way now, and with it each goal that has its words."""
    plan = open_plan(tx, plan_id)
    if plan.state is PlanState.REVIEWING:
        raise RuleBroken("state", _("You are reworking this plan. Agree to it anew, or leave it as it was."))
    _turn(tx, plan, PlanState.UNDER_WAY)
    begin_goals(tx, plan)


def rework(tx: Transaction, plan_id: str) -> None:
    """Work on it again together; what was agreed stays readable as it was."""
    _turn(tx, open_plan(tx, plan_id), PlanState.REVIEWING)


def leave_as_it_was(tx: Transaction, plan_id: str) -> None:
    """Rework it no further: it says what it said when the rework began, and goes on. What was followed stays."""
    plan = plan_with(tx, plan_id)
    if plan.state is not PlanState.REVIEWING:
        raise RuleBroken("state", _("This plan is not being reworked."))
    restore_before_rework(tx, plan)
    begin_goals(tx, plan)


def pause(tx: Transaction, plan_id: str) -> None:
    """Let the plan rest. Either side may, at any time, without a reason."""
    plan = plan_with(tx, plan_id)
    check_turn(plan.state, PlanState.PAUSED)
    put_plan(tx, replace(plan, state=PlanState.PAUSED, paused_from=plan.state))


def go_on(tx: Transaction, plan_id: str) -> None:
    """Go on from where the plan was paused."""
    plan = plan_with(tx, plan_id)
    if plan.state is not PlanState.PAUSED or plan.paused_from is None:
        raise RuleBroken("state", _("This plan is not paused."))
    put_plan(tx, replace(plan, state=plan.paused_from, paused_from=None))


def release(tx: Transaction, plan_id: str) -> None:
    """Let the plan go. Either side may, at any time, without a reason; all of it stays readable."""
    plan = plan_with(tx, plan_id)
    check_turn(plan.state, PlanState.RELEASED)
    put_plan(tx, replace(plan, state=PlanState.RELEASED, paused_from=None))


def take_up_again(tx: Transaction, plan_id: str) -> None:
    """Take up a plan that was let go: to be reworked where both agreed to it once, else to be written on."""
    plan = plan_with(tx, plan_id)
    if plan.state is not PlanState.RELEASED:
        raise RuleBroken("state", _("This plan was not let go."))
    put_plan(tx, replace(plan, state=PlanState.REVIEWING if plan.version_id else PlanState.DRAFT))


def undo(tx: Transaction, plan_id: str) -> None:
    """Take back this side's own latest change of what the plan says, as a new act; again for the one before.

    RuleBroken("undo", …) when there is none since both last agreed, or when the other has worked on it since.
    """
    undoing.undo(tx, plan_to_change(tx, plan_id))


def _check_currency(tx: Transaction, plan_id: str, ceiling: Ceiling) -> None:
    try:
        check_one_currency(tx, plan_id, Cost(low=ceiling.amount), but=plan_id)
    except RuleBroken as amiss:
        raise RuleBroken("ceiling", amiss.sentence) from None


def _turn(tx: Transaction, plan: Plan, to: PlanState) -> None:
    check_turn(plan.state, to)
    put_plan(tx, replace(plan, state=to))
