"""What differs between two versions of a plan, in plain lines: what is new, what is gone, what reads differently.

One line for each thing. Where its own words stayed and something else of it changed, that is said, so that two
versions are called the same only where they are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.decisions.model import OPTION_STANDING_WORDS, Decision, DecisionState, OptionStanding
from healingpartner.plans.differing.model import ALTERNATIVE_STATE_WORDS, AlternativeState, DissentState
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.model import Plan
from healingpartner.plans.steps.model import STEP_STATE_WORDS, Step, StepState
from healingpartner.plans.versions.model import PlanContents

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Thing:
    """The words that stand for it, and all else that it says; how far it has come is left out."""

    words: str
    rest: object = None


class Turn(StrEnum):
    """What became of a thing."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    DETAILS = "details"


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


def _compared(before: Mapping[_Key, _Thing], after: Mapping[_Key, _Thing]) -> Iterator[Difference]:
    nothing = _Thing("")
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key, nothing), after.get(key, nothing)
        if was == now:
            continue
        if was.words == now.words:
            turn = Turn.DETAILS
        else:
            turn = Turn.NEW if not was.words else Turn.GONE if not now.words else Turn.CHANGED
        yield Difference(sort=key[0], turn=turn, was=was.words, now=now.words)


def _things(of: PlanContents, words: Words) -> Iterator[tuple[_Key, _Thing]]:
    """Each thing by its sort and id."""
    plan, say = of.plan, words.say
    yield (N_("Plan"), ""), _Thing(plan.title, _rest_of_plan(plan))
    yield (N_("What matters"), ""), _Thing(plan.matters)
    yield (N_("Hopes"), ""), _Thing(plan.hopes)
    yield (N_("Fears"), ""), _Thing(plan.fears)
    if plan.ceiling is not None:
        yield (N_("Money"), ""), _Thing(words.money(plan.ceiling.amount), plan.ceiling.per)
    for goal in of.goals:
        yield (N_("Goal"), goal.id), _Thing(goal.patient_words, replace(goal, state=GoalState.PROPOSED, place=0))
    labels = {one.id: one.label for one in of.options}
    for decision in of.decisions:
        yield from _decided(decision, labels, words)
    for option in of.options:
        unmoved = replace(option, standing=OptionStanding.OPEN, place=0)
        yield (
            (N_("Way"), option.id),
            _Thing(_with(option.label, say(OPTION_STANDING_WORDS[option.standing]), words), unmoved),
        )
    for step in of.steps:
        yield (N_("Step"), step.id), _Thing(_with(step.what, say(STEP_STATE_WORDS[step.state]), words), _rest_of(step))
    for part in of.parts:
        yield (N_("Part"), part.id), _Thing(part.label, replace(part, place=0))
    for dissent in of.dissents:
        rest = replace(dissent, answer="", answered=None, state=DissentState.OPEN, settled=None)
        yield (N_("Seen differently"), dissent.id), _Thing(dissent.words, rest)
    for way in of.alternatives:
        name = _with(labels.get(way.option_id, ""), say(ALTERNATIVE_STATE_WORDS[way.state]), words)
        yield (
            (N_("Another way we found"), way.id),
            _Thing(name, replace(way, state=AlternativeState.PROPOSED, settled=None)),
        )


def _decided(decision: Decision, labels: Mapping[str, str], words: Words) -> Iterator[tuple[_Key, _Thing]]:
    outcome = decision.outcome
    rest = replace(decision, state=DecisionState.EXPLORING, outcome=None, place=0)
    yield (N_("Question"), decision.id), _Thing(decision.question, rest)
    if outcome is not None:
        chosen = ", ".join(isolated(labels.get(one, "")) for one in outcome.chosen)
        said = (outcome.words, outcome.tradeoffs, outcome.certainty)
        yield (N_("Decided"), decision.id), _Thing(chosen or words.say(N_("none of these ways")), said)


def _rest_of_plan(plan: Plan) -> object:
    return plan.limits, plan.begins_on, plan.review_on, plan.reach, plan.drawing


def _rest_of(step: Step) -> Step:
    return replace(step, state=StepState.PROPOSED, taken_by=(), adapted_to="", why="", turned=None, place=0)


def _with(text: str, state: str, words: Words) -> str:
    return words.say(N_("{words} ({where})")).format(words=isolated(text), where=state)


def told(found: Iterable[Difference], words: Words) -> list[str]:
    """Each difference as a line."""
    said = {
        Turn.NEW: N_("{sort}, new: {now}"),
        Turn.GONE: N_("{sort}, no longer there: {was}"),
        Turn.CHANGED: N_("{sort}, before: {was}; now: {now}"),
        Turn.DETAILS: N_("{sort}, changed in part: {now}"),
    }
    return [
        words.say(said[one.turn]).format(sort=words.say(one.sort), was=isolated(one.was), now=isolated(one.now))
        for one in found
    ]
