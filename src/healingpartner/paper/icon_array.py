"""People as icons on paper: two pictures of equal size side by side, without and with, and the numbers beneath.

Who it happens to is filled, who it does not is an outline; a disc may help, a square may harm, a diamond may be a
burden: no picture needs its colour. Icons of a hundred are three millimetres or more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from healingpartner.foundation.words import N_
from healingpartner.paper import ink, signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.ink import Colour
from healingpartner.paper.lines import Line, set_lines
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.pen import Pen
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag
from healingpartner.plans.numbers.estimate import OutcomeDirection, OutcomeEstimate
from healingpartner.plans.numbers.icons import IconArray, icon_array
from healingpartner.plans.numbers.sentences import picture_words

_MM = 72 / 25.4
_LEAST = 3.05 * _MM  # of an icon of a hundred
_WIDEST = 215.0  # of one picture, in points: two fit beside each other on either sheet
_APART = 24.0
_FILLED = 0.84  # of the room of an icon
_LINE = 0.09  # of an icon: its outline
_NARROWEST = 11.0  # of the type size: a column of words narrower than this is hard to read
_TINY = 2.5  # points: an icon smaller than this has no room for an outline and is a pale dot
_STEP = 12.0  # points: second pictures begin on the same line down the page, however long the numbers

WITH_IT, WITHOUT_IT = N_("{n} of {of} with it"), N_("{n} of {of} without it")
WITH_IT_SHORT, WITHOUT_IT_SHORT = N_("{n} with it"), N_("{n} without it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One block of people, the number beneath it, shorter for a narrow column, and all in words for readers."""

    array: IconArray
    caption: str
    short: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Points from icon to icon, and the side of an icon."""

    pitch: float
    icon: float

    @classmethod
    def of(cls, array: IconArray, *, large: bool, widest: float = _WIDEST) -> "Measure":
        """As large as fits in `widest` points, and no larger than is calm."""
        icon = _LEAST * (1.3 if large else 1)
        pitch = min(icon / _FILLED, widest / array.columns)
        return cls(pitch=pitch, icon=pitch * _FILLED)


def readable(measure: Measure) -> bool:
    """Whether an icon is three millimetres or more, so that a hundred of them can be counted."""
    return measure.icon >= 3 * _MM


def pictures_of(estimate: OutcomeEstimate, sheet: Sheet) -> tuple[Picture, ...]:
    """Without and with, in this order; one picture alone where only one number is known, none where none is."""
    if estimate.n_with is None or not estimate.denominator:
        return ()
    counts = [(estimate.n_with, WITH_IT, WITH_IT_SHORT)]
    if estimate.n_without is not None:
        counts.insert(0, (estimate.n_without, WITHOUT_IT, WITHOUT_IT_SHORT))
    words, of = sheet.words, estimate.denominator
    made = []
    for count, said, shortly in counts:
        caption = words.say(said).format(n=words.number(count), of=words.number(of))
        alt = words.say(N_("{caption}. {picture}")).format(
            caption=caption, picture=picture_words(count, of, estimate.outcome, words)
        )
        short = words.say(shortly).format(n=words.number(count))
        made.append(Picture(array=icon_array(count, of), caption=caption, short=short, alt=alt))
    return tuple(made)


def icon_pictures(sheet: Sheet, estimate: OutcomeEstimate, *, note: str = "") -> None:
    """The pictures of an estimate, beside each other; below each other where the column is too narrow.

    note: small words that belong to them, set beside the pictures where there is room and below them otherwise.
    """
    pictures = pictures_of(estimate, sheet)
    if not pictures:
        _below(sheet, note)
        return
    edges, size = sheet.edges(), sheet.sizes.small
    captions = [sheet.one_line(one.caption, size=size, role=Role.LABEL) for one in pictures]
    measure = Measure.of(pictures[0].array, large=sheet.paper.large)
    wide = max(pictures[0].array.columns * measure.pitch, *(line.width for line in captions))
    wide = min(_STEP * ceil(wide / _STEP), max(wide, _WIDEST))
    across = len(pictures) * (wide + _APART) - _APART
    sheet.gap(size * 0.2, keep=True)
    if across > edges.right - edges.left:
        for one, line in zip(pictures, captions, strict=True):
            _row_of(sheet, [one], [line], measure, wide, estimate.direction)
            sheet.gap(size * 0.5)
    else:
        beside = _beside(sheet, note, across, pictures[0].array.rows * measure.pitch)
        _row_of(sheet, pictures, captions, measure, wide, estimate.direction, beside)
        sheet.gap(size * 0.5)
        if beside is not None:
            return
    _below(sheet, note)


def _below(sheet: Sheet, note: str) -> None:
    if note:
        sheet.note(note)


def _beside(sheet: Sheet, note: str, across: float, high: float) -> Draw | None:
    """The note in the room that pictures `across` wide leave beside them; None where it does not fit."""
    edges, size = sheet.edges(), sheet.sizes.small
    start, room = across + _APART * 0.8, edges.right - edges.left - across - _APART * 0.8
    if not note or room < size * _NARROWEST:
        return None
    setting = set_lines(
        sheet.setter, [Piece(note, Role.TEXT, ink.SOFT)], size=size, width=room, right=None, otherwise=sheet.right
    )
    step = size * sheet.sizes.leading
    if len(setting.lines) * step > high + step:  # the strip of the numbers is free there too
        return None
    left = edges.left if edges.turned else edges.left + start
    tag = Tag("P", spoken=setting.spoken)

    def write(pen: Pen, y: float) -> None:
        for at, line in enumerate(setting.lines):
            x = left + room - line.width if setting.right else left
            signs.text_line(tag, line, x, step, size)(pen, y + at * step)

    sheet.parent.kids.append(tag)
    return write


def _row_of(
    sheet: Sheet,
    pictures: Sequence[Picture],
    captions: Sequence[Line],
    measure: Measure,
    wide: float,
    direction: OutcomeDirection,
    beside: Draw | None = None,
) -> None:
    """One strip of pictures and what is said beside them, and below it the strip of their numbers."""
    edges, size = sheet.edges(), sheet.sizes.small
    drawn: Draw | None = None
    below: Draw | None = None
    high = pictures[0].array.rows * measure.pitch
    line_height = size * sheet.sizes.leading
    for at, (picture, line) in enumerate(zip(pictures, captions, strict=True)):
        inward = at * (wide + _APART)
        figure, caption = sheet.parent.add("Figure", alt=picture.alt), sheet.parent.add("P")
        across = picture.array.columns * measure.pitch
        left = edges.begin(inward + across) if edges.turned else edges.begin(inward)
        x = edges.begin(inward + line.width) if edges.turned else edges.begin(inward)
        drawn = signs.both(drawn, figure_of(figure, picture.array, measure, left, direction, turned=edges.turned))
        below = signs.both(below, signs.text_line(caption, line, x, line_height, size))
    sheet.row(Row(height=high, write=signs.both(drawn, beside), keep=FIRMEST))
    sheet.gap(2, keep=True)
    sheet.row(Row(height=line_height, write=below))


def figure_of(
    tag: Tag, array: IconArray, measure: Measure, left: float, direction: OutcomeDirection, *, turned: bool
) -> Draw:
    """The drawing of one block, its left edge at `left`; `tag` learns its box."""
    code = _code(array, measure, direction, turned)
    high, across = array.rows * measure.pitch, array.columns * measure.pitch

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        foot = pen.up(y + high)
        tag.box = (left, foot, left + across, foot + high)
        pen.drawing(code, left, y + high)

    return write


@lru_cache(maxsize=256)
def _code(array: IconArray, measure: Measure, direction: OutcomeDirection, turned: bool) -> str:
    """The whole picture in PDF's marks: outlines first, then what is filled."""
    half = measure.icon / 2
    open_: list[tuple[float, float]] = []
    filled: list[tuple[float, float]] = []
    for one in array.icons():
        column = array.columns - 1 - one.column if turned else one.column
        x = (column + 0.5) * measure.pitch
        y = (array.rows - one.row - 0.5) * measure.pitch
        (filled if one.event else open_).append((x, y))
    shape = {OutcomeDirection.HARM: _square, OutcomeDirection.BURDEN: _diamond}.get(direction, _disc)
    solids = " ".join(shape(x, y, half) for x, y in filled)
    return f"{_open(shape, open_, half)} {_rgb(ink.MINE)} rg {solids} {'f' if solids else ''}"


def _open(shape: Callable[[float, float, float], str], places: Sequence[tuple[float, float]], half: float) -> str:
    """Those it does not happen to."""
    if not places:
        return ""
    if half * 2 < _TINY:
        return f"{_rgb(ink.LINE)} rg {' '.join(_square(x, y, half * 0.5) for x, y in places)} f"
    weight = half * 2 * _LINE
    return f"{_rgb(ink.EDGE)} RG {weight:.2f} w {' '.join(shape(x, y, half - weight / 2) for x, y in places)} S"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)


def _disc(x: float, y: float, r: float) -> str:
    """A circle of four curves; 0.5523 is where their handles stand."""
    k = r * 0.5523
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )


def _square(x: float, y: float, r: float) -> str:
    side = r * 1.78  # of one area with the disc
    return f"{x - side / 2:.2f} {y - side / 2:.2f} {side:.2f} {side:.2f} re"


def _diamond(x: float, y: float, r: float) -> str:
    d = r * 1.2
    return f"{x - d:.2f} {y:.2f} m {x:.2f} {y + d:.2f} l {x + d:.2f} {y:.2f} l {x:.2f} {y - d:.2f} l h"
