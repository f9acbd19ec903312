"""What can be done with the parts of the patient: let one speak, let one be silent, and go on by the patient's tap."""

from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.order import next_place
from healingpartner.plans.parts.model import PARTS_LIMIT, WORDS_LIMIT, GoingOn, PartVoice, not_on_board
from healingpartner.plans.parts.store import GOING_ON, PART, voices_of
from healingpartner.plans.standing import open_plan, patient_says
from healingpartner.plans.store import part_with, put_part, remove_part
from healingpartner.vault.transaction import Transaction


def put_part_voice(tx: Transaction, plan_id: str, part: PartVoice) -> str:
    """Write what a part says, new where its id is "", else anew; its id. At any time, in the patient's voice."""
    plan = open_plan(tx, plan_id)
    patient_says(tx, "label")
    given = part.cleaned()
    if given.id:
        old = part_with(tx, PART, given.id)
        if old.plan_id != plan.id:
            raise RuleBroken("plan_id", _("This part belongs to another plan."))
        new = replace(given, plan_id=plan.id)
    else:
        others = voices_of(tx, plan.id)
        if len(others) >= PARTS_LIMIT:
            raise RuleBroken("label", _("These are more parts than fit. Let two of them speak as one."))
        new = replace(given, id=tx.new_id(), plan_id=plan.id, place=given.place or next_place(others))
    put_part(tx, PART, new, person_id=plan.person_id)
    return new.id


def remove_part_voice(tx: Transaction, part_id: str) -> None:
    """Take a part's words out of the plan, in the patient's voice; the ledger keeps them."""
    part = part_with(tx, PART, part_id)
    plan = open_plan(tx, part.plan_id)
    patient_says(tx, "label")
    remove_part(tx, PART, part, person_id=plan.person_id)


def go_on_anyway(tx: Transaction, plan_id: str, *, words: str = "") -> str:
    """The patient's own tap: go on although parts are worried or not willing; the tap's id.

    RuleBroken when it is not the patient's alone, or when no part stands in the way.
    """
    plan = open_plan(tx, plan_id)
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("going_on", _("Going on is for the patient alone to say."))
    over = not_on_board(voices_of(tx, plan.id))
    if not over:
        raise RuleBroken("going_on", _("No part is worried or unwilling, so nothing needs this."))
    tap = GoingOn(
        id=tx.new_id(),
        plan_id=plan.id,
        at=tx.at,
        parts=tuple(one.id for one in over),
        words=clean_text(words, field="words", limit=WORDS_LIMIT),
    )
    put_part(tx, GOING_ON, tap, person_id=plan.person_id)
    return tap.id
