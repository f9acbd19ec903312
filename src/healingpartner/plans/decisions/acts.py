"""What can be done with a decision: ask it, put ways beside each other, say what each thinks of them, and choose.

Everything here changes what the plan says, so the plan must be one that may be changed now.
"""

from dataclasses import replace
from datetime import date, timedelta

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import rules
from healingpartner.plans.decisions.model import (
    WORDS_LIMIT,
    Certainty,
    Decision,
    DecisionState,
    Felt,
    GridRow,
    Leaning,
    Option,
    OptionStanding,
    Outcome,
    Stance,
)
from healingpartner.plans.decisions.store import DECISION, OPTION, decisions_of, options_of
from healingpartner.plans.model import SIDES, Plan
from healingpartner.plans.order import next_place
from healingpartner.plans.standing import plan_to_change
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import Errand, Step, StepState
from healingpartner.plans.steps.store import STEP, steps_of
from healingpartner.plans.store import part_with, put_part, remove_part
from healingpartner.plans.ties.rules import check_one_currency
from healingpartner.plans.ties.store import is_spoken_of
from healingpartner.vault.transaction import Transaction

UNANSWERED = Certainty()
PRICE_DAYS = 7


def put_decision(tx: Transaction, plan_id: str, decision: Decision) -> str:
    """Write a question, new where its id is ""; its id. Where it stands and what was chosen are left as they are."""
    plan = plan_to_change(tx, plan_id)
    former = None if not decision.id else _decision(tx, decision.id, plan)
    clean = rules.cleaned_decision(decision, first_day=plan.began)
    if former is not None:
        written = replace(clean, plan_id=plan.id, rows=former.rows, state=former.state, outcome=former.outcome)
    else:
        written = replace(
            clean,
            id=tx.new_id(),
            plan_id=plan.id,
            place=clean.place or next_place(decisions_of(tx, plan.id)),
            rows=tuple(replace(row, id=row.id or tx.new_id()) for row in clean.rows),
            state=clean.state if clean.state is DecisionState.NOTICING else DecisionState.EXPLORING,
            outcome=None,
        )
    put_part(tx, DECISION, written, person_id=plan.person_id)
    return written.id


def remove_decision(tx: Transaction, decision_id: str) -> None:
    """Take out a question with its options. RuleBroken where something was decided or said of them: it is parked."""
    decision, plan = _to_change(tx, decision_id)
    options = options_of(tx, decision)
    if decision.outcome is not None or is_spoken_of(tx, plan.id, decision.id):
        raise RuleBroken("state", _("Something was said or decided here, so it stays. You can put it aside for now."))
    for option in options:
        _check_removable(tx, plan, option)
    for option in options:
        _take_out(tx, plan, option)
    remove_part(tx, DECISION, decision, person_id=plan.person_id)


def turn_decision(tx: Transaction, decision_id: str, to: DecisionState) -> None:
    """Bring a question to another state; to hand it over is the patient's alone, and either can give it back."""
    decision, plan = _to_change(tx, decision_id)
    turned = rules.turned(decision, to, options_of(tx, decision), by=tx.by)
    put_part(tx, DECISION, turned, person_id=plan.person_id)


def add_row(tx: Transaction, decision_id: str, words: str) -> str:
    """Add a row of one's own to the comparison; its id."""
    decision, plan = _to_change(tx, decision_id)
    if len(decision.rows) >= rules.ROWS_LIMIT:
        raise RuleBroken("row", _("There are many rows here already. Take one out first."))
    row = rules.cleaned_row(GridRow(id=tx.new_id(), words=words, by=tx.by))
    put_part(tx, DECISION, replace(decision, rows=(*decision.rows, row)), person_id=plan.person_id)
    return row.id


def remove_row(tx: Transaction, decision_id: str, row_id: str) -> None:
    """Take out a row of one's own, with what stands in it."""
    decision, plan = _to_change(tx, decision_id)
    row = next((one for one in decision.rows if one.id == row_id), None)
    if row is None:
        raise Refused(_("This row is not here any more."), then=_("Look at the plan again."))
    if tx.by in SIDES and row.by in SIDES and row.by is not tx.by:
        raise RuleBroken("row", _("The other has added this row. Leave it to them to take it out."))
    for option in options_of(tx, decision):
        if row_id in option.cells:
            cells = {each: words for each, words in option.cells.items() if each != row_id}
            put_part(tx, OPTION, replace(option, cells=cells), person_id=plan.person_id)
    rows = tuple(one for one in decision.rows if one.id != row_id)
    put_part(tx, DECISION, replace(decision, rows=rows), person_id=plan.person_id)


def put_option(tx: Transaction, decision_id: str, option: Option) -> str:
    """Write a way, new where its id is ""; its id. RuleBroken beside the field.

    What one side feels or leans to is written in that side's voice alone. What became of it is left as it is.
    """
    decision, plan = _to_change(tx, decision_id)
    if not option.id:
        return place_option(tx, plan, decision, replace(option, instead_of=""))
    former = part_with(tx, OPTION, option.id)
    if former.decision_id != decision.id:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    clean = replace(
        _checked(tx, plan, option, former),
        decision_id=decision.id,
        proposed_by=former.proposed_by,
        instead_of=former.instead_of,
        standing=former.standing,
    )
    put_part(tx, OPTION, clean, person_id=plan.person_id)
    return clean.id


def place_option(tx: Transaction, plan: Plan, decision: Decision, option: Option) -> str:
    """Put a new way beside the others of this decision; its id. The patient's own idea is theirs, whoever types it."""
    there = options_of(tx, decision)
    rules.check_room_for_one_more(there)
    new = replace(
        _checked(tx, plan, replace(option, id=""), None),
        id=tx.new_id(),
        decision_id=decision.id,
        place=option.place or next_place(there),
        proposed_by=Voice.PATIENT if tx.by is Voice.PATIENT else option.proposed_by,
        standing=OptionStanding.OPEN,
    )
    put_part(tx, OPTION, new, person_id=plan.person_id)
    return new.id


def remove_option(tx: Transaction, option_id: str) -> None:
    """Take out a way of which nothing was said. RuleBroken otherwise: it is set aside, and stays to be seen."""
    option, _decision, plan = _option(tx, option_id)
    _check_removable(tx, plan, option)
    _take_out(tx, plan, option)


def lean(tx: Transaction, option_id: str, stance: Stance | None, reason: str) -> None:
    """The practitioner says which way they lean and why, never one without the other; None takes it back."""
    option, _decision, plan = _option(tx, option_id)
    leaning = None if stance is None else rules.cleaned_leaning(Leaning(stance=stance, reason=reason))
    written = replace(option, leaning=leaning)
    rules.check_voices(option, written, by=tx.by)
    put_part(tx, OPTION, written, person_id=plan.person_id)


def say_felt(tx: Transaction, option_id: str, felt: Felt) -> None:
    """The patient says what their body and inner wisdom say, and how ready and sure they are."""
    option, _decision, plan = _option(tx, option_id)
    written = replace(option, felt=rules.cleaned_felt(felt))
    rules.check_voices(option, written, by=tx.by)
    put_part(tx, OPTION, written, person_id=plan.person_id)


def fill_cell(tx: Transaction, option_id: str, row_id: str, words: str) -> None:
    """Write what this way says to a row that somebody added; "" empties it."""
    option, decision, plan = _option(tx, option_id)
    if row_id not in {row.id for row in decision.rows}:
        raise Refused(_("This row is not here any more."), then=_("Look at the plan again."))
    said = clean_text(words, field="cell", limit=WORDS_LIMIT)
    cells = {each: kept for each, kept in option.cells.items() if each != row_id} | ({row_id: said} if said else {})
    put_part(tx, OPTION, replace(option, cells=cells), person_id=plan.person_id)


def decide(
    tx: Transaction,
    decision_id: str,
    *,
    chosen: tuple[str, ...] = (),
    chose_not_to: bool = False,
    words: str = "",
    tradeoffs: str = "",
    certainty: Certainty = UNANSWERED,
) -> None:
    """The patient chooses one way or several, or chooses not to; the practitioner only where it was handed over."""
    decision, plan = _to_change(tx, decision_id)
    options = options_of(tx, decision)
    outcome = Outcome(
        by=tx.by,
        decided=tx.at,
        chosen=tuple(chosen),
        chose_not_to=chose_not_to,
        words=words,
        tradeoffs=tradeoffs,
        certainty=certainty,
    )
    put_part(tx, DECISION, rules.decided(decision, outcome, options), person_id=plan.person_id)
    for option in options:
        if option.id in chosen:
            _stand(tx, plan, option, OptionStanding.CHOSEN)
        elif option.standing is OptionStanding.CHOSEN:
            _stand(tx, plan, option, OptionStanding.OPEN)


def set_aside(tx: Transaction, option_id: str) -> None:
    """The patient sets a way aside, no hard feelings."""
    _patient_puts(tx, option_id, OptionStanding.DECLINED)


def keep_as_fallback(tx: Transaction, option_id: str) -> None:
    """The patient keeps a way in case the chosen one does not hold."""
    _patient_puts(tx, option_id, OptionStanding.FALLBACK)


def reopen(tx: Transaction, option_id: str) -> None:
    """The patient looks at a way again that was set aside or kept as a fallback."""
    _patient_puts(tx, option_id, OptionStanding.OPEN)


def owe_price(tx: Transaction, option_id: str, due_on: date | None = None) -> str:
    """Not known yet, “I will find out by …”: a step of the practitioner for this way's price; its id.

    In the practitioner's own voice it is taken on at once, within a week where no day is said; in the patient's it is
    proposed to them, and the day is the practitioner's to say.
    """
    option, _decision, plan = _option(tx, option_id)
    if any(one.option_id == option_id and one.errand is Errand.PRICE and one.state not in _OVER
           for one in steps_of(tx, plan.id)):  # fmt: skip
        raise RuleBroken("cost", _("Somebody is finding this out already."))
    if due_on is None and tx.by is Voice.PRACTITIONER:
        due_on = _today(tx) + timedelta(days=PRICE_DAYS)
    return put_errand(tx, option, _("Find out what “{option}” costs."), Errand.PRICE, due_on)


def only_the_patient_says(tx: Transaction) -> None:
    """RuleBroken when it is not the patient's own voice."""
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("side", _("Only the patient can say this."))


_OVER = frozenset({StepState.DONE, StepState.SET_DOWN, StepState.ADAPTED})


def put_errand(tx: Transaction, option: Option, sentence: str, errand: Errand, due_on: date | None = None) -> str:
    """A step of the practitioner to find something out for this way; its id."""
    what = sentence.format(option=option.label)
    step = Step(
        id="",
        plan_id=option.plan_id,
        owner=Voice.PRACTITIONER,
        what=what,
        proposed_by=tx.by,
        option_id=option.id,
        errand=errand,
        due_on=due_on,
    )
    step_id = steps.put_step(tx, option.plan_id, step)
    if tx.by is Voice.PRACTITIONER:
        steps.turn_step(tx, step_id, StepState.TAKEN_ON)
    return step_id


def _checked(tx: Transaction, plan: Plan, option: Option, former: Option | None) -> Option:
    """The way cleaned, each voice in its own words, and the plan in one currency."""
    clean = rules.cleaned_option(replace(option, plan_id=plan.id), today=_today(tx))
    rules.check_voices(former, clean, by=tx.by)
    check_one_currency(tx, plan.id, clean.cost, but=clean.id)
    return clean


def _today(tx: Transaction) -> date:
    return tx.at.local().date()


def _decision(tx: Transaction, decision_id: str, plan: Plan) -> Decision:
    decision = part_with(tx, DECISION, decision_id)
    if decision.plan_id != plan.id:
        raise Refused(_("This is not in the plan any more."), then=_("Look at the plan again."))
    return decision


def _to_change(tx: Transaction, decision_id: str) -> tuple[Decision, Plan]:
    decision = part_with(tx, DECISION, decision_id)
    return decision, plan_to_change(tx, decision.plan_id)


def _option(tx: Transaction, option_id: str) -> tuple[Option, Decision, Plan]:
    option = part_with(tx, OPTION, option_id)
    decision, plan = _to_change(tx, option.decision_id)
    return option, decision, plan


def _stand(tx: Transaction, plan: Plan, option: Option, standing: OptionStanding) -> None:
    put_part(tx, OPTION, replace(option, standing=standing), person_id=plan.person_id)


def _patient_puts(tx: Transaction, option_id: str, standing: OptionStanding) -> None:
    option, decision, plan = _option(tx, option_id)
    rules.check_decider(decision, by=tx.by)
    if option.standing is OptionStanding.CHOSEN and decision.state is DecisionState.DECIDED:
        rules.check_comes_next(decision, DecisionState.DECIDED)
    _stand(tx, plan, option, standing)


def _check_removable(tx: Transaction, plan: Plan, option: Option) -> None:
    untouched = option.standing is OptionStanding.OPEN and (tx.by is not Voice.PRACTITIONER or option.felt == Felt())
    mine = tx.by is Voice.BOTH or option.proposed_by is tx.by
    if not (untouched and mine) or option.instead_of or is_spoken_of(tx, plan.id, option.id):
        raise RuleBroken("state", _("Something was said of this way, so it stays. The patient can set it aside."))


def _take_out(tx: Transaction, plan: Plan, option: Option) -> None:
    """The way goes; steps that belonged to it stand for themselves."""
    for step in steps_of(tx, plan.id):
        if step.option_id == option.id:
            put_part(tx, STEP, replace(step, option_id="", errand=None), person_id=plan.person_id)
    remove_part(tx, OPTION, option, person_id=plan.person_id)
