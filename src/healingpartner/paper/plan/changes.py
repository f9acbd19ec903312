"""What differs between two versions of a plan, in plain lines: what is new, what is gone, what reads differently."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.decisions.model import OPTION_STANDING_WORDS
from healingpartner.plans.steps.model import STEP_STATE_WORDS
from healingpartner.plans.versions.model import PlanContents


class Turn(StrEnum):
    """What became of a thing."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing: what sort it is (a sentence's head), what became of it, and its words then and now."""

    sort: str
    turn: Turn
    was: str = ""
    now: str = ""


def differences(old: PlanContents | None, new: PlanContents, words: Words) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the paper; all of a first version is new and nothing is told."""
    if old is None:
        return ()
    before, after = dict(_things(old, words)), dict(_things(new, words))
    return tuple(_compared(before, after))


def _compared(before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]) -> Iterator[Difference]:
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key, ""), after.get(key, "")
        if was == now:
            continue
        turn = Turn.NEW if not was else Turn.GONE if not now else Turn.CHANGED
        yield Difference(sort=key[0], turn=turn, was=was, now=now)


def _things(of: PlanContents, words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    """Each thing by its sort and id, with the words that stand for it."""
    plan, say = of.plan, words.say
    yield (N_("What matters"), ""), plan.matters
    yield (N_("Hopes"), ""), plan.hopes
    yield (N_("Fears"), ""), plan.fears
    if plan.ceiling is not None:
        yield (N_("Money"), ""), words.money(plan.ceiling.amount)
    for goal in of.goals:
        yield (N_("Goal"), goal.id), goal.patient_words
    labels = {one.id: one.label for one in of.options}
    for decision in of.decisions:
        yield (N_("Question"), decision.id), decision.question
        if decision.outcome is not None:
            chosen = ", ".join(isolated(labels.get(one, "")) for one in decision.outcome.chosen)
            yield (N_("Decided"), decision.id), chosen or say(N_("none of these ways"))
    for option in of.options:
        yield (N_("Way"), option.id), _with(option.label, say(OPTION_STANDING_WORDS[option.standing]), words)
    for step in of.steps:
        yield (N_("Step"), step.id), _with(step.what, say(STEP_STATE_WORDS[step.state]), words)
    for part in of.parts:
        yield (N_("Part"), part.id), part.label
    for dissent in of.dissents:
        yield (N_("Seen differently"), dissent.id), dissent.words


def _with(text: str, state: str, words: Words) -> str:
    return words.say(N_("{words} ({where})")).format(words=isolated(text), where=state)


def told(found: Iterable[Difference], words: Words) -> list[str]:
    """Each difference as a line."""
    said = {
        Turn.NEW: N_("{sort}, new: {now}"),
        Turn.GONE: N_("{sort}, no longer there: {was}"),
        Turn.CHANGED: N_("{sort}, before: {was}; now: {now}"),
    }
    return [
        words.say(said[one.turn]).format(sort=words.say(one.sort), was=isolated(one.was), now=isolated(one.now))
        for one in found
    ]
