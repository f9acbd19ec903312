"""Signatures on paper: strokes as smooth vector paths, typed names as such, and lines to sign by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from healingpartner.foundation.strokes import Drawing, Point, Stroke
from healingpartner.paper import ink
from healingpartner.paper.pages import Draw
from healingpartner.paper.pen import Pen
from healingpartner.paper.signs import Edges
from healingpartner.paper.tags import Tag

_THIN, _THICK = 0.9, 2.5  # points, for the lightest and the firmest pressure
_STEPS = 6  # of thickness; a step begins a new path
_LARGEST = 0.045  # points for a tenth of a pixel: a small signature stays small


@dataclass(frozen=True, slots=True)
class _Place:
    """From the pad to the page: x and y of the pad's corner (y upward), and points for a tenth of a pixel."""

    x: float
    y: float
    scale: float

    def at(self, point: Point) -> tuple[float, float]:
        return self.x + point.x * self.scale, self.y - point.y * self.scale


def drawn(tag: Tag, drawing: Drawing, edges: Edges, height: float) -> Draw:
    """The strokes in a strip of this height, where lines begin; `tag` is their figure and learns its box."""

    def write(pen: Pen, y: float) -> None:
        pen.into(tag)
        left, top, right, bottom = _extent(drawing)
        room = min(edges.right - edges.left, 320.0)
        scale = min(_LARGEST, room / max(1, right - left), (height - 6) / max(1, bottom - top))
        width = (right - left) * scale
        x = edges.right - width if edges.turned else edges.left
        foot = pen.up(y + height - 3)
        place = _Place(x - left * scale, foot + bottom * scale, scale)
        tag.box = (x, foot, x + width, foot + (bottom - top) * scale)
        for stroke in drawing.strokes:
            _stroke(pen, stroke, place)

    return write


def _extent(drawing: Drawing) -> tuple[int, int, int, int]:
    points = [point for stroke in drawing.strokes for point in stroke]
    if not points:
        return 0, 0, drawing.width, drawing.height
    return (
        min(point.x for point in points),
        min(point.y for point in points),
        max(point.x for point in points),
        max(point.y for point in points),
    )


def _stroke(pen: Pen, stroke: Stroke, place: _Place) -> None:
    """One stroke, cut where its pressure passes from one step to the next."""
    if len(stroke) == 1:
        x, y = place.at(stroke[0])
        pen.disc(x, pen.up(y), _weight(_step(stroke[0])) / 2, fill=ink.BLACK)
        return
    start = 0
    while start < len(stroke) - 1:
        step = _step(stroke[start])
        end = start + 1
        while end < len(stroke) - 1 and _step(stroke[end]) == step:
            end += 1
        pen.stroke(_Curve(stroke, start, end, place), colour=ink.BLACK, weight=_weight(step))
        start = end


def _step(point: Point) -> int:
    return min(_STEPS - 1, point.pressure * _STEPS // 1001)


def _weight(step: int) -> float:
    return _THIN + (_THICK - _THIN) * step / (_STEPS - 1) * 0.8


@dataclass(frozen=True, slots=True)
class _Curve:
    """Points `start` to `end` of a stroke as one smooth path (Catmull-Rom), its neighbours giving the direction."""

    stroke: Sequence[Point]
    start: int
    end: int
    place: _Place

    def __call__(self, path: Any) -> None:
        """Draw on reportlab's path."""
        last = len(self.stroke) - 1
        path.moveTo(*self.place.at(self.stroke[self.start]))
        for at in range(self.start, self.end):
            before, one, two, after = (
                self.place.at(self.stroke[min(last, max(0, place))]) for place in (at - 1, at, at + 1, at + 2)
            )
            path.curveTo(
                one[0] + (two[0] - before[0]) / 6,
                one[1] + (two[1] - before[1]) / 6,
                two[0] - (after[0] - one[0]) / 6,
                two[1] - (after[1] - one[1]) / 6,
                *two,
            )
