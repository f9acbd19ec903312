"""Texts beside each other, line by line, so that a row of a grid can go on over the foot of a page.

Each column is read whole, one after the other, whatever the order in which its lines are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.voices import Voice
from healingpartner.paper import signs
from healingpartner.paper.fonts import Role
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.ink import BLACK, VOICE, Colour
from healingpartner.paper.lines import Line, set_lines
from healingpartner.paper.pages import FIRMEST, Draw, Row
from healingpartner.paper.signs import Edges
from healingpartner.paper.stationery import Sheet
from healingpartner.paper.tags import Tag

BETWEEN = 14.0
_BOX = 1.6  # of the type size: a tick box and the space behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One text of a column. ticked: behind a box to tick. mark: behind the mark of a voice, in its colour."""

    text: str
    role: Role = Role.TEXT
    colour: Colour = BLACK
    ticked: bool = False
    mark: Voice | None = None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One line of one column, and the share of the leading that it needs."""

    draw: "_Placed"
    tall: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with what stands before it; drawn once the height of its row is known."""

    tag: Tag
    line: Line
    x: float
    size: float
    sign: tuple[str, Edges, Tag | None, Voice | None] | None

    def at(self, height: float) -> Draw:
        """As it is drawn in a row of this height."""
        write = signs.text_line(self.tag, self.line, self.x, height, self.size)
        if self.sign is None:
            return write
        kind, edges, label, voice = self.sign
        if kind == "box" and label is not None:
            return signs.both(signs.tick_box(edges, label, height, self.size), write)
        return signs.both(signs.voice_mark(edges, voice or Voice.BOTH, height, self.size * 0.52), write)


def places(sheet: Sheet, shares: Sequence[float]) -> list[Edges]:
    """Columns of these shares of the whole width, the first where lines begin."""
    edges = sheet.edges()
    room = edges.right - edges.left - BETWEEN * (len(shares) - 1)
    made, used = [], 0.0
    for share in shares:
        wide = room * share / sum(shares)
        left = edges.right - used - wide if edges.turned else edges.left + used
        made.append(Edges(left, left + wide, turned=edges.turned))
        used += wide + BETWEEN
    return made


def columns(
    sheet: Sheet,
    cells: Sequence[Sequence[Paragraph]],
    *,
    size: float,
    parents: Sequence[Tag] | None = None,
    shares: Sequence[float] = (),
    keep: bool = False,
) -> None:
    """The cells beside each other. parents: the element of each, or one new for each; keep: on one page."""
    spots = places(sheet, shares or [1.0] * len(cells))
    owners = parents or [sheet.parent.add("Div") for _cell in cells]
    sides = [_lines(sheet, cell, spot, owner, size) for cell, spot, owner in zip(cells, spots, owners, strict=True)]
    count = max((len(side) for side in sides), default=0)
    for at in range(count):
        here = [side[at] for side in sides if at < len(side)]
        height = size * sheet.sizes.leading * max(one.tall for one in here)
        drawn: Draw | None = None
        for one in here:
            drawn = signs.both(drawn, one.draw.at(height))
        hold = keep or at == 0 < count - 1 or at == count - 2
        sheet.row(Row(height=height, write=drawn, keep=FIRMEST if hold else 0))


def _lines(sheet: Sheet, cell: Sequence[Paragraph], spot: Edges, owner: Tag, size: float) -> list[_Drawn]:
    made: list[_Drawn] = []
    listing: Tag | None = None
    for one in cell:
        label: Tag | None = None
        if one.ticked:
            listing = listing or owner.add("L")
            item = listing.add("LI")
            label, tag = item.add("Lbl"), item.add("LBody")
        else:
            listing, tag = None, owner.add("P")
        inward = _BOX * size if one.ticked else size * 0.52 + 5 if one.mark is not None else 0.0
        colour = one.colour if one.mark is None else VOICE[one.mark]
        setting = set_lines(
            sheet.setter, [Piece(one.text, one.role, colour)], size=size, width=spot.right - spot.left - inward,
            right=None, otherwise=sheet.right,
        )  # fmt: skip
        tag.spoken = setting.spoken
        from_right = spot.turned if len(setting.lines) == 1 else setting.right
        for at, line in enumerate(setting.lines):
            if from_right:
                x = spot.right - line.width - (inward if spot.turned else 0)
            else:
                x = spot.left + (0 if spot.turned else inward)
            sign = ("box" if one.ticked else "mark", spot, label, one.mark) if at == 0 and inward else None
            made.append(_Drawn(_Placed(tag, line, x, size, sign), line.tall))
    return made
