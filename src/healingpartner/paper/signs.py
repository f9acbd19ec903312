"""Small drawn things beside text: the bar and mark of a voice, tick boxes, dots, lines to write on.

All are shapes, never characters, so that no face can lack them. `Edges` is the left and right edge of the
column; `right` tells that lines begin at the right one.
"""

from dataclasses import dataclass

from healingpartner.foundation.voices import Voice
from healingpartner.paper import ink
from healingpartner.paper.ink import Colour
from healingpartner.paper.lines import Line
from healingpartner.paper.pages import Draw
from healingpartner.paper.pen import Pen
from healingpartner.paper.tags import Tag

BAR = 3.0


@dataclass(frozen=True, slots=True)
class Edges:
    """The column that something stands in, and the side where its lines begin."""

    left: float
    right: float
    turned: bool

    def begin(self, inward: float = 0) -> float:
        """A place `inward` points from where lines begin."""
        return self.right - inward if self.turned else self.left + inward


def text_line(tag: Tag, line: Line, x: float, height: float, size: float) -> Draw:
    """A line of text, set upright in a strip of this height."""

    def write(pen: Pen, y: float) -> None:
        if line.runs:
            pen.into(tag)
            pen.line(line, x, y + height / 2 + size * 0.34, size)

    return write


def bar(edges: Edges, voice: Voice, height: float) -> Draw:
    """The bar of a voice: dashed for the practitioner, solid for the patient, both ways plum."""
    dash = (6.0, 2.5) if voice is Voice.PRACTITIONER else None

    def draw(pen: Pen, y: float) -> None:
        x = edges.begin(BAR / 2)
        pen.rule(x, y, x, y + height, colour=ink.VOICE[voice], weight=BAR, dash=dash)

    return draw


def voice_mark(edges: Edges, voice: Voice, height: float, side: float) -> Draw:
    """The mark of a voice before its label: a square, a disc, or both in one."""
    colour = ink.VOICE[voice]

    def draw(pen: Pen, y: float) -> None:
        x, middle = edges.begin(side / 2), y + height / 2
        if voice is Voice.PATIENT:
            pen.disc(x, middle, side / 2, fill=colour)
        else:
            pen.box(x - side / 2, middle - side / 2, side, side, fill=colour)

    return draw


def tick_box(edges: Edges, tag: Tag, height: float, size: float) -> Draw:
    """An empty box to tick with a pen."""
    side = size * 0.86
    tag.spoken = "☐"

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        x = edges.begin(side) if edges.turned else edges.begin()
        pen.box(x + 0.6, y + (height - side) / 2, side, side, edge=ink.BLACK, weight=1.1, radius=2)

    return write


def dot(edges: Edges, tag: Tag, height: float, size: float) -> Draw:
    """The dot before a point of a list."""
    tag.spoken = "•"

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        pen.disc(edges.begin(size * 0.6), y + height / 2, size * 0.17, fill=ink.MINE)

    return write


def hand_line(edges: Edges, height: float) -> Draw:
    """A line to write on, at the foot of its strip."""
    return lambda pen, y: pen.rule(edges.left, y + height - 1, edges.right, y + height - 1, colour=ink.EDGE, weight=0.6)


def line_across(edges: Edges, colour: Colour, weight: float) -> Draw:
    """A line from edge to edge."""
    return lambda pen, y: pen.rule(edges.left, y, edges.right, y, colour=colour, weight=weight)


def both(first: Draw | None, second: Draw | None) -> Draw:
    """Two drawings, one after the other."""

    def draw(pen: Pen, y: float) -> None:
        for one in (first, second):
            if one is not None:
                one(pen, y)

    return draw
