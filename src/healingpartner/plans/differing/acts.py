"""What can be done where the two see something differently: say it, hear it, find another way with a safety net.

It can be said at any time, also of what was agreed long ago; it is never taken out, and never in the way of deciding.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import Option
from healingpartner.plans.decisions.rules import check_decider
from healingpartner.plans.decisions.store import DECISION, OPTION
from healingpartner.plans.decisions.ways import Lighter
from healingpartner.plans.differing import rules
from healingpartner.plans.differing.model import About, Alternative, Dissent, DissentState, Ground
from healingpartner.plans.differing.store import ALTERNATIVE, DISSENT
from healingpartner.plans.model import WRITABLE, Plan
from healingpartner.plans.standing import plan_to_change, side
from healingpartner.plans.steps.model import Errand
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import part_with, plan_with, put_part
from healingpartner.vault.transaction import Transaction

GROUNDS: Final = {Lighter.CHEAPER: Ground.COST, Lighter.LIGHTER: Ground.BURDEN, Lighter.LATER: Ground.COST}


def differ(
    tx: Transaction,
    plan_id: str,
    *,
    about: About,
    about_id: str = "",
    words: str,
    ground: Ground = Ground.UNSAID,
    why: str = "",
) -> str:
    """Say that one sees this differently; the dissent's id. about_id: of the decision, option or step."""
    plan = plan_with(tx, plan_id)
    dissent = Dissent(
        id=tx.new_id(),
        plan_id=plan_id,
        about=about,
        about_id=_about(tx, plan, about, about_id),
        by=side(tx),
        words=words,
        said=tx.at,
        ground=ground,
        why=why,
    )
    put_part(tx, DISSENT, rules.cleaned(dissent), person_id=plan.person_id)
    return dissent.id


def answer_dissent(tx: Transaction, dissent_id: str, words: str) -> None:
    """The other side says that it was heard, in words."""
    dissent, plan = _dissent(tx, dissent_id)
    put_part(tx, DISSENT, rules.answered(dissent, words, by=side(tx), at=tx.at), person_id=plan.person_id)


def settle(tx: Transaction, dissent_id: str, state: DissentState) -> None:
    """Say what became of it. Whoever sees it differently does; the other can say that it stands and is respected."""
    dissent, plan = _dissent(tx, dissent_id)
    put_part(tx, DISSENT, rules.settled(dissent, state, by=side(tx), at=tx.at), person_id=plan.person_id)


def withdraw(tx: Transaction, dissent_id: str) -> None:
    """Take back what one said. It stays, and is shown as taken back."""
    dissent, plan = _dissent(tx, dissent_id)
    put_part(tx, DISSENT, rules.withdrawn(dissent, by=side(tx), at=tx.at), person_id=plan.person_id)


def propose_instead(
    tx: Transaction,
    option_id: str,
    *,
    option: Option,
    changes: str = "",
    watch_for: str = "",
    call_when: str = "",
    review_on: date | None = None,
    dissent_id: str = "",
) -> str:
    """Either side puts another way in place of this one, beside the others; the alternative's id."""
    by = side(tx)
    former = part_with(tx, OPTION, option_id)
    plan = plan_to_change(tx, former.plan_id)
    if dissent_id and part_with(tx, DISSENT, dissent_id).plan_id != plan.id:
        raise _gone()
    alternative = Alternative(
        id=tx.new_id(),
        plan_id=plan.id,
        instead_of=former.id,
        option_id="",
        proposed_by=by,
        proposed=tx.at,
        changes=changes,
        watch_for=watch_for,
        call_when=call_when,
        review_on=review_on,
        dissent_id=dissent_id,
    )
    clean = rules.cleaned_alternative(alternative, today=tx.at.local().date())
    decision = part_with(tx, DECISION, former.decision_id)
    new_id = decisions.place_option(tx, plan, decision, replace(option, instead_of=former.id, proposed_by=by))
    put_part(tx, ALTERNATIVE, replace(clean, option_id=new_id), person_id=plan.person_id)
    return clean.id


def change_alternative(
    tx: Transaction, alternative_id: str, *, changes: str, watch_for: str, call_when: str, review_on: date | None
) -> None:
    """Write its safety net anew. Where it is the way to go, the net stays whole."""
    alternative, plan = _alternative(tx, alternative_id)
    changed = replace(alternative, changes=changes, watch_for=watch_for, call_when=call_when, review_on=review_on)
    written = rules.cleaned_alternative(changed, today=tx.at.local().date(), former=alternative.review_on)
    clean = rules.changed(alternative, written, by=tx.by)
    put_part(tx, ALTERNATIVE, clean, person_id=plan.person_id)


def take_alternative(tx: Transaction, alternative_id: str, *, no_net_needed: bool = False) -> None:
    """The patient goes this way. RuleBroken beside what its safety net lacks, unless they say that none is needed.

    A dissent of their own that it answers is settled by it. Choosing stays an act of its own, on the decision.
    """
    alternative, plan = _alternative(tx, alternative_id)
    option = part_with(tx, OPTION, alternative.option_id)
    check_decider(part_with(tx, DECISION, option.decision_id), by=tx.by)
    clean = rules.taken(
        alternative, at=tx.at, no_net_needed=alternative.no_net_needed or (no_net_needed and tx.by is Voice.PATIENT)
    )
    put_part(tx, ALTERNATIVE, clean, person_id=plan.person_id)
    dissent = part_with(tx, DISSENT, clean.dissent_id) if clean.dissent_id else None
    if dissent is not None and dissent.by is tx.by and dissent.state is not DissentState.WITHDRAWN:
        settle(tx, dissent.id, DissentState.NEGOTIATED)


def set_alternative_aside(tx: Transaction, alternative_id: str) -> None:
    """Leave it, no hard feelings: the patient can, and whoever proposed it while it is only proposed."""
    alternative, plan = _alternative(tx, alternative_id)
    put_part(tx, ALTERNATIVE, rules.put_aside(alternative, by=side(tx), at=tx.at), person_id=plan.person_id)


def ask_lighter(tx: Transaction, option_id: str, kind: Lighter) -> str:
    """The patient says that this way is too much; the dissent's id.

    Where the plan may be changed, a step of the practitioner to look for another way is proposed with it.
    """
    option = part_with(tx, OPTION, option_id)
    decisions.only_the_patient_says(tx)
    said = {
        Lighter.CHEAPER: _("“{option}” costs too much for me."),
        Lighter.LIGHTER: _("“{option}” is too much for me to do."),
        Lighter.LATER: _("“{option}” is too much for me now. Later it may fit."),
    }[kind]
    dissent_id = differ(
        tx,
        option.plan_id,
        about=About.OPTION,
        about_id=option.id,
        words=said.format(option=option.label),
        ground=GROUNDS[kind],
    )
    if plan_with(tx, option.plan_id).state in WRITABLE:
        look = {
            Lighter.CHEAPER: _("Look for a cheaper way than “{option}”."),
            Lighter.LIGHTER: _("Look for a lighter way than “{option}”."),
            Lighter.LATER: _("Find out how long “{option}” can wait."),
        }[kind]
        decisions.put_errand(tx, option, look, Errand.LIGHTER)
    return dissent_id


def _about(tx: Transaction, plan: Plan, about: About, about_id: str) -> str:
    """The id of what it is about, which must be in this plan; Refused otherwise."""
    belongs: Mapping[About, Callable[[], str]] = {
        About.PLAN: lambda: plan.id,
        About.DECISION: lambda: part_with(tx, DECISION, about_id).plan_id,
        About.OPTION: lambda: part_with(tx, OPTION, about_id).plan_id,
        About.STEP: lambda: part_with(tx, STEP, about_id).plan_id,
    }
    if belongs[about]() != plan.id:
        raise _gone()
    return plan.id if about is About.PLAN else about_id


def _dissent(tx: Transaction, dissent_id: str) -> tuple[Dissent, Plan]:
    dissent = part_with(tx, DISSENT, dissent_id)
    return dissent, plan_with(tx, dissent.plan_id)


def _alternative(tx: Transaction, alternative_id: str) -> tuple[Alternative, Plan]:
    alternative = part_with(tx, ALTERNATIVE, alternative_id)
    return alternative, plan_to_change(tx, alternative.plan_id)


def _gone() -> Refused:
    return Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
