"""Ways side by side as plain data: the rows that every comparison has, the patient's own rows, and what each way says.

Screen and paper draw the same grid. Nothing is left out where nobody has said anything: an empty cell is to be seen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words, spoken
from healingpartner.plans.decisions.model import (
    ASKS_WORDS,
    DIRECTION_WORDS,
    EVIDENCE_WORDS,
    REVERSIBLE_WORDS,
    STANCE_WORDS,
    Decision,
    Evidence,
    Option,
)
from healingpartner.plans.money import PER_WORDS, Cost, Per
from healingpartner.plans.numbers.grid import Apart, Column, apart, check_comparable as check_columns
from healingpartner.plans.numbers.sentences import outcome_sentence
from healingpartner.plans.ruling import RULE_WORDS
from healingpartner.plans.steps.model import STANDING, Errand, Step


class Fixed(StrEnum):
    """A row that every comparison has."""

    WHAT = "what"
    HELPS = "helps"
    HARMS = "harms"
    EFFORT = "effort"
    REVERSIBLE = "reversible"
    COST = "cost"
    WAITING = "waiting"
    COURSES = "courses"
    NUMBERS = "numbers"
    LEANING = "leaning"
    EVIDENCE = "evidence"
    BODY = "body"
    READY = "ready"


FIXED_WORDS: Mapping[Fixed, str] = {
    Fixed.WHAT: N_("What it is"),
    Fixed.HELPS: N_("How it may help"),
    Fixed.HARMS: N_("How it may harm"),
    Fixed.EFFORT: N_("What it asks of me"),
    Fixed.REVERSIBLE: N_("Can I go back?"),
    Fixed.COST: N_("What it costs"),
    Fixed.WAITING: N_("If I wait with it"),
    Fixed.COURSES: N_("How it may go"),
    Fixed.NUMBERS: N_("In numbers"),
    Fixed.LEANING: N_("What the practitioner leans to, and why"),
    Fixed.EVIDENCE: N_("Where we know it from"),
    Fixed.BODY: N_("What my body and inner wisdom say"),
    Fixed.READY: N_("How ready and how sure I am"),
}
OF_THE_PRACTITIONER = frozenset({Fixed.LEANING})
OF_THE_PATIENT = frozenset({Fixed.BODY, Fixed.READY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one way says to one row, a sentence or more each. Empty: nobody has said anything yet."""

    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row. row_id: of an added row, "" for a fixed one. voice: whose words stand in it; both where either's may."""

    title: str
    cells: tuple[Cell, ...]
    fixed: Fixed | None = None
    row_id: str = ""
    voice: Voice = Voice.BOTH

    @property
    def is_empty(self) -> bool:
        """Whether no way says anything to it."""
        return not any(cell.said for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A decision's ways as columns, in their order. apart: numbers that cannot be drawn beside the others."""

    options: tuple[Option, ...]
    lines: tuple[Line, ...]
    apart: tuple[Apart, ...] = ()


def grid_of(
    decision: Decision, options: Sequence[Option], *, steps: Iterable[Step] = (), words: Words | None = None
) -> Grid:
    """The ways of one decision side by side. steps: of the plan, for who finds out a price; words: whose language."""
    told = words or spoken()
    finding = {one.option_id: one for one in steps if one.errand is Errand.PRICE and one.state in STANDING}
    speak: Mapping[Fixed, Callable[[Option], Iterable[str]]] = {
        Fixed.WHAT: lambda one: _what(one, told),
        Fixed.HELPS: lambda one: (one.helps,),
        Fixed.HARMS: lambda one: (one.harms, one.cautions),
        Fixed.EFFORT: lambda one: (one.effort, told.say(ASKS_WORDS[one.asks]) if one.asks else ""),
        Fixed.REVERSIBLE: lambda one: (told.say(REVERSIBLE_WORDS[one.reversible]),),
        Fixed.COST: lambda one: _cost(one.cost, finding.get(one.id), told),
        Fixed.WAITING: lambda one: (one.if_i_wait,),
        Fixed.COURSES: lambda one: _courses(one, told),
        Fixed.NUMBERS: lambda one: (outcome_sentence(each, told) for each in one.estimates),
        Fixed.LEANING: lambda one: _leaning(one, told),
        Fixed.EVIDENCE: lambda one: (evidence_words(each, told) for each in one.evidence),
        Fixed.BODY: lambda one: _body(one, told),
        Fixed.READY: lambda one: _ready(one, told),
    }
    fixed = tuple(
        Line(
            title=told.say(FIXED_WORDS[row]),
            cells=tuple(_cell(speak[row](one)) for one in options),
            fixed=row,
            voice=_voice(row),
        )
        for row in Fixed
    )
    own = tuple(
        Line(
            title=row.words,
            cells=tuple(_cell((one.cells.get(row.id, ""),)) for one in options),
            row_id=row.id,
            voice=row.by,
        )
        for row in decision.rows
    )
    return Grid(options=tuple(options), lines=fixed + own, apart=apart(_columns(options)))


def check_comparable(options: Sequence[Option], *, words: Words | None = None) -> None:
    """Refused, naming which and how, where the ways' numbers stand on another denominator or time."""
    check_columns(_columns(options), words=words)


def cost_words(cost: Cost | None, words: Words | None = None) -> str:
    """A price or a range of it, and how often; what nobody knows yet is never nothing."""
    told = words or spoken()
    if cost is None or not (cost.covered or cost.is_known):
        return told.say(N_("we do not know yet"))
    low, high = cost.low or cost.high, cost.high or cost.low
    if cost.covered or low is None or high is None:
        return told.say(N_("someone else pays it"))
    if high.minor == 0:
        return told.say(N_("free"))
    amount = isolated(told.money(low))
    if low.minor != high.minor:
        amount = told.say(N_("{low} to {high}")).format(low=amount, high=isolated(told.money(high)))
    if cost.per is Per.ONCE:
        return told.say(N_("{amount}, once")).format(amount=amount)
    return told.say(N_("{amount} {per}")).format(amount=amount, per=told.say(PER_WORDS[cost.per]))


def evidence_words(evidence: Evidence, told: Words) -> str:
    """What is known, of which kind, and in brackets from where and when."""
    kind, whence = told.say(EVIDENCE_WORDS[evidence.kind]), evidence.source
    if evidence.dated is not None:
        day = told.partial_date(evidence.dated)
        whence = f"{isolated(whence)}, {day}" if whence else day
    said = told.say(N_("{kind}: {words}")).format(kind=kind, words=isolated(evidence.words))
    return told.say(N_("{words} ({source})")).format(words=said, source=whence) if whence else said


def _columns(options: Sequence[Option]) -> tuple[Column, ...]:
    return tuple(Column(label=one.label, estimates=one.estimates) for one in options)


def _voice(row: Fixed) -> Voice:
    if row in OF_THE_PRACTITIONER:
        return Voice.PRACTITIONER
    return Voice.PATIENT if row in OF_THE_PATIENT else Voice.BOTH


def _cell(said: Iterable[str]) -> Cell:
    return Cell(said=tuple(each for each in said if each))


def _what(option: Option, told: Words) -> Iterable[str]:
    yield option.involves
    if option.rule is not None:
        yield told.say(N_("This is here for a rule, not for you: {rule}.")).format(
            rule=told.say(RULE_WORDS[option.rule.kind])
        )
        yield option.rule.words


def _cost(cost: Cost | None, finding: Step | None, told: Words) -> Iterable[str]:
    yield cost_words(cost, told)
    if cost is not None:
        yield cost.note
    if finding is not None and (cost is None or not cost.is_known):
        if finding.due_on is None:
            yield told.say(N_("I will find out."))
        else:
            yield told.say(N_("I will find out by {day}.")).format(day=told.date(finding.due_on))


def _courses(option: Option, told: Words) -> Iterable[str]:
    for sentence, said in (
        (N_("At best: {words}"), option.courses.best),
        (N_("Most likely: {words}"), option.courses.likely),
        (N_("If it is hard: {words}"), option.courses.hard),
    ):
        if said:
            yield told.say(sentence).format(words=isolated(said))


def _leaning(option: Option, told: Words) -> Iterable[str]:
    if option.leaning is not None:
        yield told.say(STANCE_WORDS[option.leaning.stance])
        yield option.leaning.reason


def _body(option: Option, told: Words) -> Iterable[str]:
    if option.felt.direction is not None:
        yield told.say(DIRECTION_WORDS[option.felt.direction])
    yield option.felt.inner_words


def _ready(option: Option, told: Words) -> Iterable[str]:
    felt = option.felt
    for sentence, number, why in (
        (N_("Wanting it: {n} of 10"), felt.preference, ""),
        (N_("Ready: {n} of 10"), felt.ready, felt.ready_why),
        (N_("Sure: {n} of 10"), felt.sure, felt.sure_why),
    ):
        if number is not None:
            yield told.say(sentence).format(n=told.number(number))
            yield why
