"""Two states of a plan side by side, word by word; what it is made of is matched by its id, so that nothing is told as
new because it moved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.language.comparison import Comparison, Part, part
from healingpartner.plans.decisions.model import (
    OPTION_STANDING_WORDS,
    REVERSIBLE_WORDS,
    ROLE_WORDS,
    STANCE_WORDS,
    Decision,
    Option,
)
from healingpartner.plans.differing.model import Alternative, Dissent
from healingpartner.plans.goals.model import LEVEL_WORDS, LEVELS, Goal
from healingpartner.plans.model import LIMIT_WORDS, Plan
from healingpartner.plans.money import PER_WORDS, Cost, Per
from healingpartner.plans.parts.model import PART_STANCE_WORDS, PartVoice
from healingpartner.plans.steps.model import DAY_TIME_WORDS, Step
from healingpartner.plans.versions.model import PlanContents


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)
Lines = list[tuple[str, str]]  # what a thing says: heading and words, in one order for all of its kind


def compare(former: PlanContents, present: PlanContents, *, numbers: tuple[int, int]) -> Comparison:
    """Compare what a plan said with what it says; `numbers`: of the former and of the present version."""
    parts: list[Part] = list(_pairs("", _plan(former.plan), _plan(present.plan)))
    parts.append(_drawing(former.plan, present.plan))
    parts += _matched(former.goals, present.goals, _goal)
    labels = {one.id: one.label for contents in (former, present) for one in contents.options}
    parts += _matched(former.decisions, present.decisions, lambda one: _decision(one, labels))
    parts += _matched(former.options, present.options, _option)
    parts += _matched(former.alternatives, present.alternatives, _alternative)
    parts += _matched(former.dissents, present.dissents, _dissent)
    parts += _matched(former.parts, present.parts, _voice)
    parts += _matched(former.steps, present.steps, _step)
    return Comparison(former=numbers[0], present=numbers[1], parts=tuple(one for one in parts if one.runs))


def _matched(former: Iterable[T], present: Iterable[T], lines: Callable[[T], Lines]) -> Iterator[Part]:
    before = {one.id: one for one in former}
    for one in present:
        old = before.pop(one.id, None)
        yield from _pairs(one.id, [] if old is None else lines(old), lines(one))
    for gone in before.values():
        yield from _pairs(gone.id, lines(gone), [])


def _pairs(subject_id: str, former: Lines, present: Lines) -> Iterator[Part]:
    """Both sides' lines by their headings; a side that is not there has none."""
    was, now = dict(former), dict(present)
    for label in dict.fromkeys((*now, *was)):
        yield part(subject_id, label, was.get(label, ""), now.get(label, ""))


def _plan(one: Plan) -> Lines:
    limits = "\n".join(f"{_(LIMIT_WORDS[each.kind])}: {each.words}" for each in one.limits)
    ceiling = "" if one.ceiling is None else _amount(Cost(low=one.ceiling.amount, per=one.ceiling.per))
    return [
        (_("Plan"), one.title),
        (_("What matters to me"), one.matters),
        (_("What I hope for"), one.hopes),
        (_("What I am afraid of"), one.fears),
        (_("What it has to fit into"), limits),
        (_("The most it may cost"), ceiling),
        (_("It begins on"), "" if one.begins_on is None else spoken().date(one.begins_on)),
        (_("We look at it again on"), "" if one.review_on is None else spoken().date(one.review_on)),
        (_("How to reach us"), one.reach),
    ]


def _goal(one: Goal) -> Lines:
    levels = [(_(LEVEL_WORDS[level]), one.levels.get(level, "")) for level in LEVELS]
    return [
        (_("Goal, in the patient's words"), one.patient_words),
        (_("Goal, as we both say it"), one.shared_wording),
        (_("Why it matters"), one.why),
        *levels,
        (_("How much it matters"), _number(one.importance)),
        (_("How hard it is"), _number(one.difficulty)),
        (_("Hoped for by"), "" if one.by_when is None else spoken().partial_date(one.by_when)),
    ]


def _decision(one: Decision, labels: Mapping[str, str]) -> Lines:
    outcome = one.outcome
    chosen = "" if outcome is None else ", ".join(labels.get(each, "") for each in outcome.chosen)
    if outcome is not None and outcome.chose_not_to:
        chosen = _("Not to choose now")
    return [
        (_("Question"), one.question),
        (_("Why now"), one.why_now),
        (_("Decide by"), "" if one.decide_by is None else spoken().partial_date(one.decide_by)),
        (_("Who decides"), "" if one.role is None else _(ROLE_WORDS[one.role])),
        (_("Who else is part of it"), one.others),
        (_("What would change our minds"), one.revisit_if),
        (_("Decided"), chosen),
        (_("In the words of who decided"), "" if outcome is None else outcome.words),
        (_("What we give up for it"), "" if outcome is None else outcome.tradeoffs),
    ]


def _option(one: Option) -> Lines:
    leaning = one.leaning
    evidence = "\n".join(" – ".join(each for each in (piece.words, piece.source) if each) for piece in one.evidence)
    return [
        (_("One way"), one.label),
        (_("What it involves"), one.involves),
        (_("How it may help"), one.helps),
        (_("How it may harm"), one.harms),
        (_("What it takes"), one.effort),
        (_("If we wait"), one.if_i_wait),
        (_("Take care"), one.cautions),
        (_("Can it be undone?"), _(REVERSIBLE_WORDS[one.reversible])),
        (_("What it costs"), _amount(one.cost)),
        (_("What we know"), evidence),
        (_("Where I lean, and why"), "" if leaning is None else f"{_(STANCE_WORDS[leaning.stance])}: {leaning.reason}"),
        (_("What my body or inner wisdom says"), one.felt.inner_words),
        (_("What became of it"), _(OPTION_STANDING_WORDS[one.standing])),
    ]


def _alternative(one: Alternative) -> Lines:
    return [
        (_("Another way we found"), one.changes),
        (_("What to watch for"), one.watch_for),
        (_("When to call"), one.call_when),
        (_("We look again on"), "" if one.review_on is None else spoken().date(one.review_on)),
    ]


def _dissent(one: Dissent) -> Lines:
    return [(_("We see this differently"), one.words), (_("Because"), one.why), (_("The answer"), one.answer)]


def _voice(one: PartVoice) -> Lines:
    return [
        (_("A part of me"), one.label),
        (_("Where it stands"), _(PART_STANCE_WORDS[one.stance])),
        (_("What it says"), one.words),
        (_("What it needs"), one.needs),
    ]


def _step(one: Step) -> Lines:
    heading = {
        Voice.PRACTITIONER: _("What the practitioner will do"),
        Voice.PATIENT: _("What the patient will do"),
        Voice.BOTH: _("What we do together"),
    }[one.owner]
    taken = one.treatment.amounts if one.treatment is not None else {}
    return [
        (heading, one.what),
        (_("When"), one.when),
        (_("Where"), one.where),
        (_("How often"), one.how_often),
        (_("By which day"), "" if one.due_on is None else spoken().date(one.due_on)),
        (_("How to take it"), "\n".join(f"{_(DAY_TIME_WORDS[time])}: {amount}" for time, amount in taken.items())),
        (
            _("Until"),
            "" if one.treatment is None or one.treatment.until is None else spoken().date(one.treatment.until),
        ),
        (_("What could get in the way"), one.in_the_way),
        (_("What would help"), one.supports),
        (_("What it costs"), _amount(one.cost)),
    ]


def _amount(cost: Cost | None) -> str:
    if cost is None or cost.low is None or cost.high is None:
        return "" if cost is None else cost.note
    ends = dict.fromkeys((spoken().money(cost.low), spoken().money(cost.high)))
    per = "" if cost.per is Per.ONCE else _(PER_WORDS[cost.per])
    return " ".join(each for each in ("–".join(ends), per, cost.note) if each)


def _number(given: int | None) -> str:
    return "" if given is None else spoken().number(given)


def _drawing(former: Plan, present: Plan) -> Part:
    """Lines cannot be told word by word: a drawing that changed is told as another one."""
    was = _("A drawing") if former.drawing else ""
    now = was if former.drawing == present.drawing else _("A new drawing") if present.drawing else ""
    return part("", _("What we drew"), was, now)
