"""What can be done while a plan is lived: say how it goes, and move the day on which to look again."""

from dataclasses import replace
from datetime import date

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.acts import put_decision
from healingpartner.plans.decisions.model import Decision, DecisionState
from healingpartner.plans.follow_through.model import WORDS_LIMIT, CheckIn
from healingpartner.plans.follow_through.store import CHECK_IN
from healingpartner.plans.goals.store import GOAL
from healingpartner.plans.model import WRITABLE, PlanState, check_turn
from healingpartner.plans.standing import open_plan, plan_to_follow, side
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import part_with, put_part, put_plan
from healingpartner.vault.transaction import Transaction


def check_in(tx: Transaction, plan_id: str, check_in: CheckIn) -> str:
    """One side says how it goes; its id. Any answer is an answer, “not now” too; it is never changed afterwards."""
    plan = plan_to_follow(tx, plan_id)
    said = replace(
        check_in,
        id=tx.new_id(),
        plan_id=plan_id,
        by=side(tx),
        at=tx.at,
        obstacles=tuple(dict.fromkeys(check_in.obstacles)),
        look_again_on=None,
        no_look_again=False,
        helped=clean_text(check_in.helped, field="helped", limit=WORDS_LIMIT),
        got_in_the_way=clean_text(check_in.got_in_the_way, field="got_in_the_way", limit=WORDS_LIMIT),
        words=clean_text(check_in.words, field="words", limit=WORDS_LIMIT),
    )
    if said.step_id and part_with(tx, STEP, said.step_id).plan_id != plan_id:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    nothing = said.went is None and said.still_fits is None and not said.obstacles
    if nothing and not (said.helped or said.got_in_the_way or said.words):
        raise RuleBroken("went", _("Choose how it went, or write a few words. “Not now” is an answer too."))
    put_part(tx, CHECK_IN, said, person_id=plan.person_id)
    return said.id


def move_review(
    tx: Transaction, plan_id: str, *, on: date | None, step_id: str = "", goal_id: str = "", words: str = ""
) -> str:
    """The patient moves the day on which to look again at a step, a goal or the plan, or drops it with None; its id."""
    plan = plan_to_follow(tx, plan_id)
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("side", _("Only the patient moves this day. You can ask them."))
    if on is not None and on < tx.at.local().date():
        raise RuleBroken("look_again_on", _("This day has passed. Choose a later one, or leave it out."))
    belongs = (step_id and part_with(tx, STEP, step_id).plan_id) or (goal_id and part_with(tx, GOAL, goal_id).plan_id)
    if (step_id or goal_id) and belongs != plan_id:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    moved = CheckIn(
        id=tx.new_id(),
        plan_id=plan_id,
        by=tx.by,
        at=tx.at,
        step_id=step_id,
        goal_id=goal_id,
        words=clean_text(words, field="words", limit=WORDS_LIMIT),
        look_again_on=on,
        no_look_again=on is None,
    )
    put_part(tx, CHECK_IN, moved, person_id=plan.person_id)
    return moved.id


def ask_anew(tx: Transaction, step_id: str) -> str:
    """Open a fresh decision for a step that no longer fits, as one being looked at; its id.

    Where the plan is lived, the two begin to rework it; what they agreed to stays readable.
    """
    step = part_with(tx, STEP, step_id)
    plan = open_plan(tx, step.plan_id)
    if plan.state not in WRITABLE:
        check_turn(plan.state, PlanState.REVIEWING)
        put_plan(tx, replace(plan, state=PlanState.REVIEWING))
    question = _("What would fit better than “{step}”?").format(step=step.what)
    fresh = Decision(id="", plan_id=plan.id, question=question, state=DecisionState.EXPLORING, step_id=step.id)
    return put_decision(tx, plan.id, fresh)
