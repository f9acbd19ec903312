"""The ways side by side: a row for each question, a column for each way, and the numbers as pictures of people.

It refuses where the numbers stand on different people or times: a picture of both would say something untrue.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink, signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.icon_array import Measure, Picture, figure_of, pictures_of, readable
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.plan.columns import Paragraph, columns, places
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.grid_rows import GridLine, lines_of
from healingpartner.paper.plan.told import title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.signs import Edges
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.decisions.grid import Grid, check_comparable, grid_of
from healingpartner.plans.decisions.model import Decision
from healingpartner.plans.numbers.estimate import OutcomeDirection, OutcomeEstimate

_ABREAST = 2  # ways: more of them would leave no room for both pictures of each
_APART = 12.0  # points between two pictures of one column


@dataclass(frozen=True, slots=True)
class _Shown:
    """One picture of a row, with the direction of its outcome."""

    picture: Picture
    direction: OutcomeDirection


def grid_paper(copy: PlanCopy, decision: Decision, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """All ways of a decision; Refused, naming which, where their numbers cannot stand side by side."""
    options = copy.contents.options_of(decision.id)
    check_comparable(options, words=words)
    title = words.say(N_("The ways side by side"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    sheet.heading(decision.question)
    if decision.why_now:
        sheet.para(decision.why_now)
    if not options:
        sheet.para(words.say(N_("No way has been written down yet. Waiting is one, too.")))
        sheet.blank_lines(6)
    for at in range(0, len(options), _ABREAST):
        _band(sheet, grid_of(decision, options[at : at + _ABREAST], steps=copy.contents.steps, words=words))
    return sheet.printed()


def _band(sheet: Sheet, grid: Grid) -> None:
    """The table of a few ways: their names, and a row for each question that any of them answers."""
    size = sheet.sizes.small
    sheet.gap(sheet.sizes.body * 0.8)
    with sheet.inside("Table"):
        with sheet.inside("TR") as row:
            heads = [row.add("TH") for _one in grid.options]
            names = [[Paragraph(text=one.label, role=Role.STRONG)] for one in grid.options]
            columns(sheet, names, size=sheet.sizes.body, parents=heads, keep=True)
            sheet.rule(ink.EDGE, 1.0)
        for line in lines_of(grid, sheet.words):
            _line(sheet, line, size)


def _line(sheet: Sheet, line: GridLine, size: float) -> None:
    """The question across the width, and below it what each way says to it; numbers stay with their pictures."""
    sheet.gap(size * 0.45)
    with sheet.together() if any(line.estimates) else nullcontext():
        with sheet.inside("TR") as row:
            mark = None if line.voice is Voice.BOTH else line.voice
            title = Paragraph(text=line.title, role=Role.LABEL, colour=ink.SOFT, mark=mark)
            columns(sheet, [[title]], size=size, parents=[row.add("TH")], keep=True)
        with sheet.inside("TR") as row:
            cells = [row.add("TD") for _cell in line.cells]
            columns(sheet, line.cells, size=size, parents=cells)
        if any(line.estimates):
            _pictures(sheet, line.estimates, size)
    sheet.gap(size * 0.3, keep=False)
    sheet.rule(ink.LINE, 0.5)


def _pictures(sheet: Sheet, estimates: Sequence[OutcomeEstimate | None], size: float) -> None:
    """For each way without and with: beside each other where a column holds both, below each other where not."""
    drawn = [
        [] if one is None else [_Shown(picture, one.direction) for picture in pictures_of(one, sheet)]
        for one in estimates
    ]
    spots = places(sheet, [1.0] * len(drawn))
    wide = spots[0].right - spots[0].left
    half = (wide - _APART) / 2
    if all(readable(Measure.of(one.picture.array, large=sheet.paper.large, widest=half)) for one in _hundreds(drawn)):
        _strip(
            sheet, [_abreast(sheet, spot, pictures, half) for spot, pictures in zip(spots, drawn, strict=True)], size
        )
        return
    with sheet.together():
        for at in (-2, -1):
            shown = [[pictures[at]] if len(pictures) >= -at else [] for pictures in drawn]
            if any(shown):
                _strip(sheet, [_abreast(sheet, spot, one, wide) for spot, one in zip(spots, shown, strict=True)], size)


def _hundreds(drawn: Sequence[Sequence[_Shown]]) -> list[_Shown]:
    """Pictures whose icons can be counted: larger ones show a share, at whatever size."""
    return [one for pictures in drawn for one in pictures if one.picture.array.of <= 100]


def _abreast(
    sheet: Sheet, spot: Edges, pictures: Sequence[_Shown], widest: float
) -> list[tuple[_Shown, Measure, float]]:
    """Each picture of one cell with its measure, none wider than `widest`, and its left edge."""
    made, inward = [], 0.0
    for one in pictures:
        array = one.picture.array
        measure = Measure.of(array, large=sheet.paper.large, widest=widest)
        across = array.columns * measure.pitch
        made.append((one, measure, spot.right - inward - across if spot.turned else spot.left + inward))
        inward += across + _APART
    return made


def _strip(sheet: Sheet, cells: Sequence[Sequence[tuple[_Shown, Measure, float]]], size: float) -> None:
    """Pictures beside each other, and the strip of their numbers."""
    write: Draw | None = None
    below: Draw | None = None
    high, step, turned = 0.0, size * sheet.sizes.leading, sheet.edges().turned
    with sheet.inside("TR") as row:
        for cell_of in cells:
            cell = row.add("TD")
            for one, measure, left in cell_of:
                array = one.picture.array
                across = array.columns * measure.pitch
                figure = cell.add("Figure", alt=one.picture.alt)
                write = signs.both(write, figure_of(figure, array, measure, left, one.direction, turned=turned))
                caption = sheet.one_line(one.picture.short, size=size, role=Role.LABEL)
                x = left + across - caption.width if turned else left
                below = signs.both(below, signs.text_line(cell.add("P"), caption, x, step, size))
                high = max(high, array.rows * measure.pitch)
    sheet.gap(size * 0.4, keep=True)
    sheet.row(Row(height=high, write=write, keep=FIRMEST))
    sheet.row(Row(height=step, write=below))
