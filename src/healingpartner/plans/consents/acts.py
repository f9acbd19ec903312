"""What can be done about a treatment or a touch: the patient says yes, freely, and takes it back in one tap."""

from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import fold
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent, Withdrawal
from healingpartner.plans.consents.store import CONSENT, consents_of, put_withdrawal
from healingpartner.plans.decisions.store import OPTION
from healingpartner.plans.standing import open_plan
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import part_with, plan_with, put_part
from healingpartner.vault.transaction import Transaction


def give(tx: Transaction, plan_id: str, consent: TreatmentConsent) -> str:
    """The patient says yes to one treatment or touch, knowing what it is; its id.

    RuleBroken beside what is missing. A yes can be given at any time while the plan is open.
    """
    plan = open_plan(tx, plan_id)
    _only_the_patient(tx, consent.way)
    clean = replace(consent.cleaned(), id=tx.new_id(), plan_id=plan_id, given=tx.at, withdrawn=None, withdrawn_way=None)
    belongs = (clean.option_id and part_with(tx, OPTION, clean.option_id).plan_id) or plan_id
    goes_with = (clean.step_id and part_with(tx, STEP, clean.step_id).plan_id) or plan_id
    if {belongs, goes_with} != {plan_id}:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    for earlier in consents_of(tx, plan_id):
        if earlier.withdrawn is None and _same(earlier, clean):
            raise RuleBroken("what", _("The patient has said yes to this already, in the same words. It stands."))
    put_part(tx, CONSENT, clean, person_id=plan.person_id)
    return clean.id


def withdraw(tx: Transaction, consent_id: str, way: ConsentWay) -> None:
    """The patient takes it back, now, whatever state the plan is in. That it was given stays readable."""
    consent = part_with(tx, CONSENT, consent_id)
    plan = plan_with(tx, consent.plan_id)
    _only_the_patient(tx, way)
    if any(one.id == consent_id and one.withdrawn is not None for one in consents_of(tx, plan.id)):
        raise RuleBroken("way", _("This was taken back already."))
    taken_back = Withdrawal(id=tx.new_id(), plan_id=plan.id, consent_id=consent_id, at=tx.at, way=way)
    put_withdrawal(tx, taken_back, person_id=plan.person_id)


def _same(one: TreatmentConsent, other: TreatmentConsent) -> bool:
    return (fold(one.what), one.option_id, one.step_id) == (fold(other.what), other.option_id, other.step_id)


def _only_the_patient(tx: Transaction, way: ConsentWay) -> None:
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("side", _("Only the patient can give this, or take it back."))
    if way is ConsentWay.TAPPED and tx.hand.place is not Place.TURNED:
        raise RuleBroken("way", _("Turn the screen first, or write down that it was said aloud."))
