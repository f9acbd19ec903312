"""What can be done with a step: propose it, take it on, turn it, change it into another.

What a step says is changed while the plan may be changed; how far it has come is followed whenever the plan is open,
and stopping is possible always.
"""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.model import SIDES, Plan, checked_day
from healingpartner.plans.order import next_place
from healingpartner.plans.standing import open_plan, plan_to_change, side
from healingpartner.plans.steps import rules
from healingpartner.plans.steps.model import WORDS_LIMIT, Step, StepState
from healingpartner.plans.steps.store import STEP, steps_of
from healingpartner.plans.store import part_with, plan_with, put_part, remove_part
from healingpartner.plans.ties.rules import check_one_currency
from healingpartner.plans.ties.store import is_in_plan, is_spoken_of
from healingpartner.vault.transaction import Transaction


def put_step(tx: Transaction, plan_id: str, step: Step) -> str:
    """Write a step, new where its id is ""; its id. RuleBroken beside the field.

    A new one is proposed by whoever writes it. Where it asks for something else than the other has taken on, the other
    is asked again.
    """
    plan = plan_to_change(tx, plan_id)
    former = None if not step.id else _of_plan(tx, plan, step.id)
    written = _checked(tx, plan, step, former)
    put_part(tx, STEP, written, person_id=plan.person_id)
    return written.id


def remove_step(tx: Transaction, step_id: str) -> None:
    """Take out a step that nobody has taken on or spoken of. RuleBroken otherwise: it is set down instead."""
    step = part_with(tx, STEP, step_id)
    plan = plan_to_change(tx, step.plan_id)
    mine = step.proposed_by is tx.by or tx.by is Voice.BOTH
    if not mine or step.state is not StepState.PROPOSED or step.taken_by or is_spoken_of(tx, plan.id, step.id):
        raise RuleBroken("state", _("This step stays, so that both can see what became of it. Set it down instead."))
    remove_part(tx, STEP, step, person_id=plan.person_id)


def turn_step(tx: Transaction, step_id: str, to: StepState, *, why: str = "") -> None:
    """Take a step on, begin it, finish it, rest it or set it down. RuleBroken: nobody can for the other.

    A step of both stands once each has taken it on. A treatment is rested or stopped by either; who does not take it
    says why.
    """
    step = part_with(tx, STEP, step_id)
    plan = plan_with(tx, step.plan_id) if to in rules.RESTED else open_plan(tx, step.plan_id)
    said = clean_text(why, field="why", limit=WORDS_LIMIT)
    put_part(tx, STEP, replace(rules.turned(step, to, by=side(tx), why=said), turned=tx.at), person_id=plan.person_id)


def adapt_step(tx: Transaction, step_id: str, step: Step) -> str:
    """Put another step in the place of this one; the new one's id. It is proposed, and taken on like any other."""
    former = part_with(tx, STEP, step_id)
    plan = plan_to_change(tx, former.plan_id)
    rules.check_adapting(former, by=side(tx))
    new = _checked(tx, plan, replace(step, id="", place=former.place), None)
    put_part(tx, STEP, new, person_id=plan.person_id)
    given_way = replace(former, state=StepState.ADAPTED, taken_by=(), adapted_to=new.id, turned=tx.at)
    put_part(tx, STEP, given_way, person_id=plan.person_id)
    return new.id


def _of_plan(tx: Transaction, plan: Plan, step_id: str) -> Step:
    former = part_with(tx, STEP, step_id)
    if former.plan_id != plan.id:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    return former


def _checked(tx: Transaction, plan: Plan, step: Step, former: Step | None) -> Step:
    """The step as it is written: cleaned, in its place, within the plan's days and money, and standing rightly."""
    clean = step.cleaned()
    rules.check_sure(former, clean, by=tx.by)
    _check_days(plan, clean)
    check_one_currency(tx, plan.id, clean.cost, but=clean.id)
    for name in ("option_id", "goal_id"):
        part_id = getattr(clean, name)
        if part_id and part_id != getattr(former, name, "") and not is_in_plan(tx, plan.id, part_id):
            raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    if former is not None:
        return rules.rewritten(former, clean, by=tx.by)
    return replace(
        clean,
        id=tx.new_id(),
        plan_id=plan.id,
        place=clean.place or next_place(steps_of(tx, plan.id)),
        proposed_by=tx.by if tx.by in SIDES else clean.proposed_by,
        state=StepState.PROPOSED,
        taken_by=(),
        adapted_to="",
        why="",
        turned=None,
    )


def _check_days(plan: Plan, step: Step) -> None:
    checked_day(step.begins_on, field="begins_on", not_before=plan.began)
    checked_day(step.due_on, field="due_on", not_before=plan.began)
    if step.treatment is not None:
        checked_day(step.treatment.until, field="until", not_before=step.begins_on or plan.began)
