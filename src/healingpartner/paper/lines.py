"""Paragraphs cut into lines, and each line put in the order in which it is drawn.

Lines are broken first, in reading order and in linear time; only then is a line that holds right-to-left
text turned. Marks that would run into a tall letter or into each other are lifted clear of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from unicodedata import combining

from healingpartner.paper.direction import levels, mirrored, visual_order
from healingpartner.paper.fonts import Face, is_bold
from healingpartner.paper.glyphs import Glyph, Piece, Setter
from healingpartner.paper.ink import Colour
from healingpartner.paper.letters import FIRM_SPACE, GHOSTS, SPACE, paragraphs, plain, starts_right, turns

_INSIDE = frozenset({1, 21, 24, 25, 202})  # overlays, dagesh, shin dots, cedillas: at home where the face puts them
_CLEARANCE = 40.0  # thousandths of the type size between a mark and what it would run into
_TALL = ("NotoSansArabic", "NotoSansSC", "NotoEmoji")
_TALL_LEADING = 1.2  # beside the leading of Latin lines


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face, one colour and one height, drawn from left to right. `face` None: a boxed one."""

    text: str
    face: Face | None
    width: float
    colour: Colour
    rise: float = 0.0
    thicken: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line as drawn. `width`: its ink, without spaces at its end, in points; `tall`: its share of the leading."""

    runs: tuple[Run, ...]
    width: float
    tall: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set to a width. `right`: it begins at the right edge. `spoken`: the words in reading order, when
    the drawn order is another one; "" otherwise.
    """

    lines: tuple[Line, ...]
    right: bool
    spoken: str


def set_lines(
    setter: Setter, pieces: Sequence[Piece], *, size: float, width: float, right: bool | None, otherwise: bool
) -> Setting:
    """The pieces as lines no wider than `width` points at `size` points.

    right: the direction, or None to follow the first strong letter and, without one, `otherwise`.
    """
    whole = "".join(piece.text for piece in pieces)
    begins = starts_right(whole, otherwise=otherwise) if right is None else right
    lines: list[Line] = []
    for paragraph in _split(pieces):
        lines += _paragraph(setter, paragraph, limit=width * 1000 / size, size=size, right=begins)
    return Setting(tuple(lines), begins, plain(whole) if turns(whole) else "")


def _split(pieces: Sequence[Piece]) -> Iterable[list[Piece]]:
    """The pieces as paragraphs: a line end inside one of them ends the paragraph for all."""
    current: list[Piece] = []
    for piece in pieces:
        first, *others = paragraphs(piece.text)
        current.append(Piece(first, piece.role, piece.colour))
        for other in others:
            yield current
            current = [Piece(other, piece.role, piece.colour)]
    yield current


def _paragraph(setter: Setter, pieces: Sequence[Piece], *, limit: float, size: float, right: bool) -> Iterable[Line]:
    glyphs, breaks = setter.glyphs(pieces)
    turned = right or any(turns(piece.text) for piece in pieces)
    resolved = levels([glyph.char for glyph in glyphs], right=right) if turned else None
    rises = _rises(glyphs) if any(glyph.mark for glyph in glyphs) else None
    for start, end in _cut(glyphs, breaks, limit):
        order: Sequence[int] = range(start, end)
        if resolved is not None:
            chars = [glyph.char for glyph in glyphs[start:end]]
            order = [start + at for at in visual_order(chars, resolved[start:end], int(right))]
        line = _line(glyphs, order, resolved, rises, pieces, size)
        yield _going_on(line) if resolved is None and end < len(glyphs) and glyphs[end - 1].char == SPACE else line


def _cut(glyphs: Sequence[Glyph], breaks: Sequence[int], limit: float) -> Iterable[tuple[int, int]]:
    """Start and end of each line: as many words as fit, and a word longer than a line cut between letters."""
    line, used = 0, 0.0
    edges = [*breaks, len(glyphs)] if not breaks or breaks[-1] != len(glyphs) else breaks
    start = 0
    for end in edges:
        ink, spaces = 0.0, 0.0
        for glyph in glyphs[start:end]:
            if glyph.char == SPACE:
                spaces += glyph.width
            else:
                ink, spaces = ink + spaces + glyph.width, 0.0
        if used and used + ink > limit:
            yield line, start
            line, used = start, 0.0
        if ink > limit:
            for at in range(start, end):
                if used and used + glyphs[at].width > limit and not glyphs[at].mark and glyphs[at].char != SPACE:
                    yield line, at
                    line, used = at, 0.0
                used += glyphs[at].width
        else:
            used += ink + spaces
        start = end
    if line < len(glyphs) or not glyphs:
        yield line, len(glyphs)


def _rises(glyphs: Sequence[Glyph]) -> list[float]:
    """How far each mark is lifted (or lowered) so that it stands clear, in thousandths of the type size."""
    rises = [0.0] * len(glyphs)
    top = bottom = 0.0
    for at, glyph in enumerate(glyphs):
        if glyph.face is None or glyph.char in GHOSTS or glyph.char == FIRM_SPACE:
            continue
        box = glyph.face.box(glyph.char)
        if not glyph.mark:
            top, bottom = box.high, box.low
        elif combining(glyph.char) not in _INSIDE:
            if box.low >= 450:
                rises[at] = max(0.0, top + _CLEARANCE - box.low)
                top = box.high + rises[at]
            elif box.high <= 50:
                rises[at] = min(0.0, bottom - _CLEARANCE - box.high)
                bottom = box.low + rises[at]
    return rises


def _line(
    glyphs: Sequence[Glyph],
    order: Sequence[int],
    resolved: Sequence[int] | None,
    rises: Sequence[float] | None,
    pieces: Sequence[Piece],
    size: float,
) -> Line:
    """One line from the glyphs at these places, which stand in the order in which they are drawn."""
    places = [at for at in order if glyphs[at].char not in GHOSTS]
    while places and glyphs[places[-1]].char == SPACE:
        places.pop()
    if resolved is not None:
        while places and glyphs[places[0]].char == SPACE:
            places.pop(0)

    def look(at: int) -> tuple[Face | None, int, float, int]:
        glyph = glyphs[at]
        return glyph.face, glyph.piece, rises[at] if rises else 0.0, -1 if glyph.face else at

    runs: list[Run] = []
    tall = 1.0
    for (face, number, rise, _), group in groupby(places, look):
        ats = list(group)
        text = "".join(_shown(glyphs[at], turned=resolved is not None and resolved[at] % 2 == 1) for at in ats)
        width = sum(glyphs[at].width for at in ats)
        thicken = is_bold(pieces[number].role) and face is not None and not face.bold
        runs.append(Run(text, face, width * size / 1000, pieces[number].colour, rise * size / 1000, thicken))
        if face and face.name[3:].startswith(_TALL):
            tall = _TALL_LEADING
    return Line(tuple(runs), sum(run.width for run in runs), tall)


def _shown(glyph: Glyph, *, turned: bool) -> str:
    if glyph.char == FIRM_SPACE:
        return SPACE
    char = mirrored(glyph.char) if turned and glyph.face else glyph.char
    return char if glyph.face is None or glyph.face.covers(char) else glyph.char


def _going_on(line: Line) -> Line:
    """The line with a space behind its last word, so that whoever reads the tags hears two words and not one."""
    if not line.runs or line.runs[-1].face is None:
        return line
    return replace(line, runs=(*line.runs[:-1], replace(line.runs[-1], text=line.runs[-1].text + SPACE)))
