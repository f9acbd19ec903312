"""The rows of the grid on paper: those of the screen, and in place of one row of numbers a row for each outcome.

A row that no way answers is left out on paper. Where a way knows an outcome from two places, both numbers stand there:
the second in a row of its own, with its pictures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.fonts import Role
from healingpartner.paper.plan.columns import Paragraph
from healingpartner.paper.plan.phrases import labelled
from healingpartner.plans.decisions.grid import Fixed, Grid, Line
from healingpartner.plans.decisions.model import OPTION_STANDING_WORDS, Option
from healingpartner.plans.numbers.estimate import OUTCOME_DIRECTION_WORDS, OutcomeDirection, OutcomeEstimate
from healingpartner.plans.numbers.sentences import outcome_sentence, range_sentence, source_shortly

Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """One row. estimates: of each way the number to be pictured, or None. voice: whose words stand in it."""

    title: str
    cells: tuple[Cell, ...]
    estimates: tuple[OutcomeEstimate | None, ...] = ()
    voice: Voice = Voice.BOTH


def lines_of(grid: Grid, words: Words) -> Iterator[GridLine]:
    """Help in words and numbers, harm in words and numbers, then the rest in its order."""
    for line in grid.lines:
        if line.fixed is not Fixed.NUMBERS and not line.is_empty:
            yield GridLine(
                title=line.title,
                cells=tuple(tuple(_said(line, each) for each in cell.said) for cell in line.cells),
                voice=line.voice,
            )
        if line.fixed is Fixed.HELPS:
            yield from _numbers(grid.options, words, OutcomeDirection.BENEFIT)
        elif line.fixed is Fixed.HARMS:
            yield from _numbers(grid.options, words, OutcomeDirection.HARM)
            yield from _numbers(grid.options, words, OutcomeDirection.BURDEN)
    standing = tuple((Paragraph(text=words.say(OPTION_STANDING_WORDS[one.standing])),) for one in grid.options)
    yield GridLine(title=words.say(N_("Where it stands")), cells=standing)


def _said(line: Line, words: str) -> Paragraph:
    return Paragraph(text=words, role=Role.SPEECH if line.fixed is Fixed.BODY else Role.TEXT)


def _numbers(options: Sequence[Option], words: Words, direction: OutcomeDirection) -> Iterator[GridLine]:
    """A row for each outcome of this direction that any way has, in the words of whoever names it first.

    Where a way has more than one number for it, as many rows as the way that has most of them.
    """
    named: dict[str, str] = {}
    for option in options:
        for one in option.estimates:
            if one.direction is direction:
                named.setdefault(fold(one.outcome), one.outcome)
    for key, outcome in named.items():
        known = [
            [one for one in option.estimates if one.direction is direction and fold(one.outcome) == key]
            for option in options
        ]
        for at, found in enumerate(zip_longest(*known)):
            cells = tuple(
                () if at and one is None else _number(option, one, words)
                for option, one in zip(options, found, strict=True)
            )
            yield GridLine(
                title=labelled(words.say(OUTCOME_DIRECTION_WORDS[direction]), isolated(outcome), words),
                cells=cells,
                estimates=found,
            )


def _number(option: Option, estimate: OutcomeEstimate | None, words: Words) -> Cell:
    """Which way it is, since this row may stand on a page of its own, and what is known."""
    name = Paragraph(text=option.label, role=Role.LABEL)
    if estimate is None:
        return name, Paragraph(text=words.say(N_("We have no number for this.")), colour=ink.SOFT)
    small = " ".join(one for one in (range_sentence(estimate, words), source_shortly(estimate, words)) if one)
    return name, Paragraph(text=outcome_sentence(estimate, words)), Paragraph(text=small, colour=ink.SOFT)
