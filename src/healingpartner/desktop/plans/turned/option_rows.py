"""What is said of one way, row by row, as widgets to read: facts, numbers, the leaning with its reason, the feeling."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.icon_array import IconPair
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.turned.facts import cost_words, evidence_words, felt_words, rule_words
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import (
    DIRECTION_WORDS,
    REVERSIBLE_WORDS,
    STANCE_WORDS,
    Decision,
    GridRow,
    Option,
)
from healingpartner.plans.numbers.estimate import OutcomeDirection
from healingpartner.plans.numbers.grid import Column, check_comparable
from healingpartner.plans.numbers.sentences import (
    difference_sentence,
    outcome_sentence,
    range_sentence,
    source_sentence,
)
from healingpartner.plans.versions.model import WholePlan

_HELPS = frozenset({OutcomeDirection.BENEFIT})
_HARMS = frozenset({OutcomeDirection.HARM, OutcomeDirection.BURDEN})


@dataclass(frozen=True, slots=True)
class Row:
    """`make` gives what stands in this row for a way, or None where it says nothing."""

    make: Callable[[Option], QWidget | None]


def rows_of(found: WholePlan, decision: Decision) -> tuple[Row, ...]:
    """The rows that stand for every way of a decision, in the order they are read."""
    drawn = not why_apart(found, decision)
    practitioner = isolated(found.names.practitioner)
    rows = [
        Row(lambda one: _block(*_said(_("What it involves"), one.involves))),
        Row(
            lambda one: _block(
                *_said(_("How it may help"), one.helps, always=True), *_numbers(one, _HELPS, drawn=drawn)
            )
        ),
        Row(
            lambda one: _block(
                *_said(_("What it may harm"), one.harms, always=True), *_numbers(one, _HARMS, drawn=drawn)
            )
        ),
        Row(lambda one: _block(*_more(one))),
        *(Row(lambda one, row=row: _answer(row, one)) for row in decision.rows),  # type: ignore[misc]
        Row(_rule),
        Row(lambda one: _leaning(one, practitioner)),
        Row(_felt),
    ]
    return tuple(rows)


def why_apart(found: WholePlan, decision: Decision) -> str:
    """Why the numbers cannot be drawn side by side, or "". Their sentences are told in any case."""
    columns = [Column(label=one.label, estimates=one.estimates) for one in found.contents.options_of(decision.id)]
    try:
        check_comparable(columns)
    except Refused as differ:
        return differ.sentence()
    return ""


def _said(label: str, words: str, *, always: bool = False) -> tuple[QWidget, ...]:
    """A label with its words; where there are none, nothing, or that nobody has written them (help and harm alike)."""
    if words:
        return (PlainLabel(label, tone="small"), PlainLabel(words))
    if not always:
        return ()
    return (PlainLabel(label, tone="small"), PlainLabel(_("Nothing is written here yet."), tone="soft"))


def _numbers(one: Option, kinds: frozenset[OutcomeDirection], *, drawn: bool) -> Iterator[QWidget]:
    for estimate in one.estimates:
        if estimate.direction not in kinds:
            continue
        yield PlainLabel(outcome_sentence(estimate, spoken()))
        if drawn and estimate.has_numbers:
            yield IconPair(estimate)
        more = (difference_sentence, range_sentence, source_sentence)
        yield PlainLabel(" ".join(words for say in more if (words := say(estimate, spoken()))), tone="small")


def _more(one: Option) -> Iterator[QWidget]:
    facts = (
        (_("If it goes well"), one.courses.best), (_("What is most likely"), one.courses.likely),
        (_("If it goes hard"), one.courses.hard), (_("What it asks of me"), one.effort),
        (_("What to look out for"), one.cautions), (_("If I wait"), one.if_i_wait),
        (_("Can I go back?"), _(REVERSIBLE_WORDS[one.reversible])), (_("What it costs"), cost_words(one.cost)),
        (_("How we know"), evidence_words(one)),
    )  # fmt: skip
    for label, words in facts:
        yield from _said(label, words)


def _answer(row: GridRow, one: Option) -> QWidget | None:
    words = one.cells.get(row.id, "")
    return _block(
        PlainLabel(row.words, tone="yours" if row.by is Voice.PATIENT else "mine"),
        PlainLabel(words or _("No answer yet"), tone="plain" if words else "soft"),
    )


def _rule(one: Option) -> QWidget | None:
    said = rule_words(one.rule)
    return None if not said else _block(Chip(_("Law, not you"), tint="warn", icon="warning"), PlainLabel(said))


def _leaning(one: Option, practitioner: str) -> QWidget | None:
    if one.leaning is None:
        return None
    caption = _("{name}: {leaning}").format(name=practitioner, leaning=_(STANCE_WORDS[one.leaning.stance]))
    return SpeechLabel(one.leaning.reason, voice=Voice.PRACTITIONER, caption=caption)


def _felt(one: Option) -> QWidget | None:
    said, numbers = one.felt.inner_words, felt_words(one.felt)
    direction = _(DIRECTION_WORDS[one.felt.direction]) if one.felt.direction is not None else ""
    if not said and not numbers and not direction:
        return None
    caption = _("What I feel about it")
    parts: list[QWidget] = [SpeechLabel(said or direction, voice=Voice.PATIENT, caption=caption)]
    if said and direction:
        parts.append(PlainLabel(direction, tone="yours"))
    if numbers:
        parts.append(PlainLabel(numbers, tone="small"))
    return _block(*parts)


def _block(*parts: QWidget) -> QWidget | None:
    if not parts:
        return None
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return block
