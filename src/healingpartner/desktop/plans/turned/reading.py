"""The whole plan to read in a few cards, before somebody says yes to it: the patient's words first."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.drawing_pad import DrawingPad
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.drawing import strokes_of
from healingpartner.desktop.plans.step_words import due_words, how_words, treatment_words
from healingpartner.desktop.plans.turned.facts import cost_words
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import Decision, OptionStanding
from healingpartner.plans.differing.model import DISSENT_STATE_WORDS, AlternativeState, Dissent, DissentState
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.money import PER_WORDS
from healingpartner.plans.parts.model import PART_STANCE_WORDS
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import WholePlan

_GONE = frozenset({GoalState.SET_DOWN, GoalState.RESHAPED})


def cards_of(found: WholePlan, *, drawing: bool = True) -> Iterator[Card]:
    """Only what is in the plan. `drawing`: whether the shared sheet is shown, too."""
    for make in (_matters, _goals, _choices, _steps, _parts, _differing, _frame):
        card = make(found)
        if card is not None:
            yield card
    strokes = strokes_of(found.plan.drawing) if drawing else None
    if strokes is not None:
        card = Card(_("What we drew"))
        pad = DrawingPad(_("Our shared sheet"), ticks=lambda: 0.0, voice=Voice.BOTH)
        pad.show_strokes(strokes)
        card.column.addWidget(pad)
        yield card


def _matters(found: WholePlan) -> Card | None:
    plan = found.plan
    said = (
        (_("What matters to me"), plan.matters),
        (_("What I hope for"), plan.hopes),
        (_("What I am afraid of"), plan.fears),
    )
    parts = [SpeechLabel(words, voice=Voice.PATIENT, caption=label) for label, words in said if words]
    return _card("", parts)


def _goals(found: WholePlan) -> Card | None:
    parts: list[QWidget] = []
    for goal in found.contents.goals:
        if goal.state in _GONE:
            continue
        parts.append(SpeechLabel(goal.patient_words, voice=Voice.PATIENT, caption=_("What I want")))
        hoped = goal.levels.get(0)
        if hoped:
            parts.append(PlainLabel(_("We will know it by this: {words}").format(words=isolated(hoped)), tone="soft"))
    return _card(_("What we want"), parts)


def _choices(found: WholePlan) -> Card | None:
    parts: list[QWidget] = []
    for decision in found.contents.decisions:
        parts.append(PlainLabel(decision.question, tone="strong"))
        parts += _chosen(found, decision)
    return _card(_("What we chose"), parts)


def _chosen(found: WholePlan, decision: Decision) -> Iterator[QWidget]:
    options = found.contents.options_of(decision.id)
    chosen = [one for one in options if one.standing is OptionStanding.CHOSEN]
    for one in chosen:
        yield PlainLabel(_("{option}. {cost}").format(option=isolated(one.label), cost=cost_words(one.cost)))
        for net in found.contents.alternatives:
            if net.option_id == one.id and net.state is AlternativeState.TAKEN and (net.watch_for or net.call_when):
                said = _("We watch for: {watch} · I call when: {call}")
                yield PlainLabel(said.format(watch=isolated(net.watch_for), call=isolated(net.call_when)), tone="soft")
    if decision.outcome is not None and decision.outcome.words:
        yield SpeechLabel(decision.outcome.words, voice=decision.outcome.by, caption=_("Said when choosing"))
    if not chosen:
        none = decision.outcome is not None and decision.outcome.chose_not_to
        yield PlainLabel(_("None of these, for now.") if none else _("Still open."), tone="soft")


def _steps(found: WholePlan) -> Card | None:
    parts: list[QWidget] = []
    heads = (
        (Voice.PRACTITIONER, _("What {name} will do").format(name=isolated(found.names.practitioner))),
        (Voice.PATIENT, _("What I will do")),
        (Voice.BOTH, _("What we do together")),
    )
    for owner, head in heads:
        steps = [
            one for one in found.contents.steps_of(owner) if one.state not in {StepState.ADAPTED, StepState.SET_DOWN}
        ]
        if steps:
            parts.append(TitleLabel(head, level=3))
        for step in steps:
            more = " · ".join(each for each in (treatment_words(step), how_words(step), due_words(step)) if each)
            parts.append(PlainLabel(step.what))
            if more:
                parts.append(PlainLabel(more, tone="soft"))
    return _card(_("What each of us does"), parts)


def _parts(found: WholePlan) -> Card | None:
    parts: list[QWidget] = [
        PlainLabel(_("{part}: {stance}").format(part=isolated(one.label), stance=_(PART_STANCE_WORDS[one.stance])))
        for one in found.contents.parts
    ]
    return _card(_("The parts of me"), parts)


def _differing(found: WholePlan) -> Card | None:
    said = [one for one in found.contents.dissents if one.state is not DissentState.WITHDRAWN]
    return _card(_("We see this differently"), [part for one in said for part in _dissent(found, one)])


def _dissent(found: WholePlan, one: Dissent) -> Iterator[QWidget]:
    state = _(DISSENT_STATE_WORDS[one.state])
    name = found.names.called if one.by is Voice.PATIENT else found.names.practitioner
    yield SpeechLabel(one.words, voice=one.by, caption=_("{name} · {state}").format(name=isolated(name), state=state))
    if one.answer:
        other = Voice.PRACTITIONER if one.by is Voice.PATIENT else Voice.PATIENT
        yield SpeechLabel(one.answer, voice=other, caption=_("The answer"))


def _frame(found: WholePlan) -> Card | None:
    plan, lines = found.plan, list[str]()
    if plan.ceiling is not None:
        lines.append(
            _("It may cost at most {amount} {per}.").format(
                amount=isolated(spoken().money(plan.ceiling.amount)), per=_(PER_WORDS[plan.ceiling.per])
            )
        )
    if plan.review_on is not None:
        lines.append(_("We look at it again on {day}.").format(day=isolated(spoken().date(plan.review_on, "long"))))
    if plan.reach:
        lines.append(_("How I reach you: {words}").format(words=isolated(plan.reach)))
    return _card(_("Money, days, and how to call"), [PlainLabel(line) for line in lines])


def _card(title: str, parts: list[QWidget] | list[SpeechLabel] | list[PlainLabel]) -> Card | None:
    if not parts:
        return None
    card = Card(title)
    for part in parts:
        card.column.addWidget(part)
    return card
