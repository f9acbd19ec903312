"""What can be done with plan templates: make one of any plan, change it, set it aside, take it in, begin from it."""

from dataclasses import replace

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people.views import is_here
from healingpartner.plans.decisions.store import DECISION, OPTION
from healingpartner.plans.goals.store import GOAL
from healingpartner.plans.model import Plan
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import plan_with, put_part, put_plan
from healingpartner.plans.templates import rules, store
from healingpartner.plans.templates.file import from_bytes
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.versions.contents import contents_of
from healingpartner.vault.transaction import Transaction


def make_template(tx: Transaction, plan_id: str, *, title: str) -> str:
    """Make a template of what a plan says, without the person; its id. RuleBroken beside the title."""
    taken = rules.of_plan(contents_of(tx, plan_with(tx, plan_id)))
    return _keep_new(tx, replace(taken, title=title))


def take_in_template(tx: Transaction, data: bytes, *, name: str = "") -> str:
    """Take a template in from a file's bytes; its id. Refused when it is not strictly one."""
    return _keep_new(tx, from_bytes(data, name=name))


def change_template(tx: Transaction, template: PlanTemplate) -> None:
    """Write a template in other words; RuleBroken beside the field. Parts with the id "" are new.

    Plans that were begun from it stay as they are.
    """
    old = store.template_with(tx, template.id)
    clean = rules.checked(rules.nobodys(template))
    named = replace(
        clean,
        goals=tuple(replace(one, id=one.id or tx.new_id()) for one in clean.goals),
        decisions=tuple(replace(one, id=one.id or tx.new_id()) for one in clean.decisions),
        options=tuple(replace(one, id=one.id or tx.new_id()) for one in clean.options),
        steps=tuple(replace(one, id=one.id or tx.new_id()) for one in clean.steps),
    )
    store.put_template(tx, replace(named, made=old.made, set_aside=old.set_aside))


def set_aside(tx: Transaction, template_id: str, *, aside: bool = True) -> None:
    """Offer a template no more, or again."""
    template = store.template_with(tx, template_id)
    store.put_template(tx, replace(template, set_aside=tx.at if aside else None))


def begin_from(tx: Transaction, person_id: str, template_id: str) -> str:
    """Begin a person's plan from a template; the plan's id. Everything in it is a proposal, in nobody's name yet."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    template = store.template_with(tx, template_id)
    plan = Plan(id=tx.new_id(), person_id=person_id, title=template.title, made=tx.at, template_id=template.id)
    put_plan(tx, plan.cleaned())
    parts = rules.with_new_ids(template, tx.new_id, plan_id=plan.id)
    for goal in parts.goals:
        put_part(tx, GOAL, goal, person_id=person_id)
    for decision in parts.decisions:
        put_part(tx, DECISION, decision, person_id=person_id)
    for option in parts.options:
        put_part(tx, OPTION, option, person_id=person_id)
    for step in parts.steps:
        put_part(tx, STEP, step, person_id=person_id)
    return plan.id


def _keep_new(tx: Transaction, template: PlanTemplate) -> str:
    clean = rules.checked(rules.with_new_ids(template, tx.new_id))
    kept = replace(clean, id=tx.new_id(), made=tx.at, set_aside=None)
    store.put_template(tx, kept)
    return kept.id
