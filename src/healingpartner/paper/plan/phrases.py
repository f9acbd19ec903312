"""Short phrases that several papers of a plan share: a step in one line, a day, a label and its text."""

from collections.abc import Iterator
from datetime import date

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.ruling import RULE_WORDS, Rule
from healingpartner.plans.steps.model import DAY_TIME_WORDS, STEP_STATE_WORDS, Step, StepState

_TOLD = frozenset({StepState.DONE, StepState.PAUSED, StepState.BLOCKED})


def step_line(step: Step, words: Words, *, made: date) -> str:
    """What, how often, when, where, by which day; where it stands, where that is worth telling; and its rule."""
    parts = [isolated(one) for one in (step.what, step.how_often, step.when, step.where) if one]
    if step.treatment is not None:
        parts += [
            labelled(words.say(DAY_TIME_WORDS[time]).lower(), isolated(amount), words)
            for time, amount in step.treatment.amounts.items()
        ]
    if step.due_on is not None:
        parts.append(by_day(step.due_on, words, made=made))
    line = ", ".join(parts)
    if step.state in _TOLD:
        line = words.say(N_("{step} ({state})")).format(step=line, state=words.say(STEP_STATE_WORDS[step.state]))
    return line if step.rule is None else " ".join(_ruled(line, step.rule, words))


def _ruled(line: str, rule: Rule, words: Words) -> Iterator[str]:
    """The step, and that it is here for a rule and not for whoever does it."""
    yield words.say(N_("{sentence}.")).format(sentence=line)
    yield words.say(N_("It is here for a rule, not for you: {rule}.")).format(rule=words.say(RULE_WORDS[rule.kind]))
    if rule.words:
        yield isolated(rule.words)


def by_day(day: date, words: Words, *, made: date) -> str:
    """By a day; the year is told where it is another one than that of the paper."""
    from babel.dates import format_skeleton

    told = format_skeleton("MMMd", day, locale=words.locale) if day.year == made.year else words.date(day)
    return words.say(N_("by {day}")).format(day=isolated(told))


def labelled(label: str, text: str, words: Words) -> str:
    """A label and what it names, in one line."""
    return words.say(N_("{label}: {text}")).format(label=label, text=text)
