"""Where the two see it differently: said openly, with the way found in its place and its safety net."""

from collections.abc import Iterable

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.told import fact, said
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.differing.model import (
    ALTERNATIVE_STATE_WORDS,
    DISSENT_STATE_WORDS,
    About,
    Alternative,
    AlternativeState,
    Dissent,
    DissentState,
)

WE_SEE_THIS_DIFFERENTLY = N_("We see this differently")
_SETTLED = frozenset({DissentState.NEGOTIATED, DissentState.STANDS, DissentState.PARKED, DissentState.WITHDRAWN})


def dissents_about(copy: PlanCopy, about: About, ids: Iterable[str]) -> tuple[Dissent, ...]:
    """Those about any of these things, in their order."""
    wanted = set(ids)
    return tuple(
        one for one in copy.contents.dissents if one.about is about and (one.about_id in wanted or about is About.PLAN)
    )


def differing_told(sheet: Sheet, copy: PlanCopy, dissents: Iterable[Dissent]) -> None:
    """Each dissent with its answer and what became of it."""
    say, words = sheet.words.say, sheet.words
    for one in dissents:
        label = say(N_("{heading} · {name}")).format(
            heading=_heading(sheet, copy, one), name=copy.name_of(one.by, words)
        )
        if one.state in _SETTLED:
            label = say(N_("{label} · {state}")).format(label=label, state=say(DISSENT_STATE_WORDS[one.state]))
        said(sheet, label, one.words if not one.why else f"{one.words}\n{one.why}", one.by)
        if one.answer:
            other = Voice.PRACTITIONER if one.by is Voice.PATIENT else Voice.PATIENT
            answers = say(N_("{name} answers")).format(name=copy.name_of(other, words))
            said(sheet, answers, one.answer, other)


def _heading(sheet: Sheet, copy: PlanCopy, one: Dissent) -> str:
    """We see this differently, and which way or step "this" is, where it is one."""
    say = sheet.words.say
    option = copy.option(one.about_id) if one.about is About.OPTION else None
    steps = {step.id: step.what for step in copy.contents.steps} if one.about is About.STEP else {}
    subject = option.label if option is not None else steps.get(one.about_id, "")
    if not subject:
        return say(WE_SEE_THIS_DIFFERENTLY)
    return say(N_("{heading}: {subject}")).format(heading=say(WE_SEE_THIS_DIFFERENTLY), subject=isolated(subject))


def alternatives_for(copy: PlanCopy, option_ids: Iterable[str], dissents: Iterable[Dissent]) -> tuple[Alternative, ...]:
    """Ways found in place of these options, or in answer to these dissents; what was set aside is left out."""
    options, answered = set(option_ids), {one.id for one in dissents}
    return tuple(
        one
        for one in copy.contents.alternatives
        if one.state is not AlternativeState.SET_ASIDE
        and (one.instead_of in options or one.option_id in options or one.dissent_id in answered)
    )


def alternatives_told(sheet: Sheet, copy: PlanCopy, alternatives: Iterable[Alternative]) -> None:
    """What changes, and the safety net: what to watch for, when to call, when to look again.

    One that is only proposed says so: nobody goes that way yet.
    """
    say = sheet.words.say
    for one in alternatives:
        head = say(N_("The way we found"))
        if one.state is AlternativeState.PROPOSED:
            proposed = say(ALTERNATIVE_STATE_WORDS[one.state])
            head = say(N_("{label} · {state}")).format(label=say(N_("Another way")), state=proposed)
        instead, became = copy.option(one.instead_of), copy.option(one.option_id)
        with sheet.together(), sheet.beside(Voice.BOTH):
            sheet.marked_label(head, Voice.BOTH)
            sheet.gap(2, keep=True)
            if became is not None and instead is not None:
                told = say(N_("{became}, in place of {instead}."))
                sheet.para(told.format(became=isolated(became.label), instead=isolated(instead.label)), keep=True)
            fact(sheet, say(N_("What changes")), one.changes)
            if one.no_net_needed and one.state is AlternativeState.TAKEN:
                sheet.para(say(N_("The patient said that no safety net is needed.")), keep=True)
            fact(sheet, say(N_("Watch for")), one.watch_for)
            fact(sheet, say(N_("Call when")), one.call_when)
            if one.review_on is not None:
                fact(sheet, say(N_("We look at it again on")), isolated(sheet.words.date(one.review_on, "long")))
        sheet.gap(sheet.sizes.body * 0.6)
