"""A step in words, the same for both sides: how it is done, by when, and what is taken when."""

from datetime import date

from healingpartner.desktop.kit.chip import Tint
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans.steps.model import (
    DAY_TIME_WORDS,
    FOOD_WORDS,
    TAKEN,
    TREATMENT_WORDS,
    DayTime,
    Step,
    StepState,
    TreatmentKind,
)

_RESTING = frozenset({StepState.PAUSED, StepState.SET_DOWN, StepState.ADAPTED})


def how_words(step: Step) -> str:
    """When, where, how often, in a row."""
    return " · ".join(isolated(words) for words in (step.when, step.where, step.how_often) if words)


def due_words(step: Step) -> str:
    """From when and by when; "" where neither is said."""
    words = spoken()
    if step.begins_on is not None and step.due_on is not None:
        return _("from {first} to {last}").format(
            first=isolated(words.date(step.begins_on)), last=isolated(words.date(step.due_on))
        )
    if step.due_on is not None:
        return _("by {day}").format(day=isolated(words.date(step.due_on)))
    return "" if step.begins_on is None else _("from {day}").format(day=isolated(words.date(step.begins_on)))


def late_words(step: Step, today: date) -> str:
    """That its day has passed, in the same words for both sides; "" while it has not."""
    if not step.is_late(today) or step.due_on is None:
        return ""
    days = (today - step.due_on).days
    return ngettext("{n} day past its day", "{n} days past its day", days).format(n=spoken().number(days))


def state_tint(step: Step) -> Tint:
    """A step that stands has its owner's colour; one that rests has none."""
    if step.state in _RESTING or step.state is StepState.PROPOSED:
        return "plain"
    return {Voice.PRACTITIONER: "mine", Voice.PATIENT: "yours", Voice.BOTH: "ours"}[step.owner]  # type: ignore[return-value]


def treatment_words(step: Step) -> str:
    """Remedy · Morning: 5 drops · with food · until 3 May; "" where it is no treatment."""
    one = step.treatment
    if one is None:
        return ""
    parts = [_(TREATMENT_WORDS[one.kind])]
    parts += [
        _("{time}: {amount}").format(time=_(DAY_TIME_WORDS[time]), amount=isolated(one.amounts[time]))
        for time in DayTime
        if one.amounts.get(time)
    ]
    if one.kind in TAKEN and one.amounts:
        parts.append(_(FOOD_WORDS[one.food]))
    if one.until is not None:
        parts.append(_("until {day}").format(day=isolated(spoken().date(one.until))))
    if one.kind is TreatmentKind.ELSEWHERE and one.by_whom:
        parts.append(_("from {name}").format(name=isolated(one.by_whom)))
    return " · ".join(parts)
