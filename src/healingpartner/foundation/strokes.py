"""What a hand drew: strokes of whole numbers, and the least of them that counts as a signature in any room.

x and y are tenths of a pad pixel from its top left corner, pressure is in thousandths (1000 when the device tells
none), t is milliseconds since the pad was first touched. Strokes are kept encrypted and bound by their hash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _

LEAST_POINTS = 8
LEAST_LENGTH_PERCENT = 15  # of the pad's shorter side: a mark that a hand had to travel for
LEAST_MILLISECONDS = 150
MOST_POINTS = 20_000
MOST_COORDINATE = 1_000_000
MOST_PRESSURE = 1_000
MOST_MILLISECONDS = 60 * 60 * 1000

STROKE_KIND = "healingpartner.strokes"
STROKE_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One reading of the pad; units as the module says."""

    x: int
    y: int
    pressure: int
    t: int


Stroke = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Strokes on a pad of `width` × `height` tenths of a pixel."""

    width: int
    height: int
    strokes: tuple[Stroke, ...]

    def points(self) -> int:
        """How many readings there are in all."""
        return sum(len(stroke) for stroke in self.strokes)

    def length(self) -> float:
        """How far the hand travelled while down, in tenths of a pixel."""
        return sum(hypot(b.x - a.x, b.y - a.y) for stroke in self.strokes for a, b in pairwise(stroke))

    def milliseconds(self) -> int:
        """From the first reading to the last."""
        times = [point.t for stroke in self.strokes for point in stroke]
        return max(times) - min(times) if times else 0

    def is_enough(self) -> bool:
        """Whether a hand meant it as a signature: a dot or a slip is none."""
        return (
            self.points() >= LEAST_POINTS
            and self.length() >= min(self.width, self.height) * LEAST_LENGTH_PERCENT / 100
            and self.milliseconds() >= LEAST_MILLISECONDS
        )


def check_signature(drawing: Drawing, *, nothing: str, small: str) -> Drawing:
    """The drawing, when it counts as a signature; RuleBroken("strokes", …) with the next step when it does not.

    nothing, small: what the room says where nothing was drawn, or too little; each knows its other way to say yes.
    """
    check_readable(drawing, nothing=nothing)
    if not drawing.is_enough():
        raise RuleBroken("strokes", small)
    return drawing


def check_readable(drawing: Drawing, *, nothing: str) -> None:
    """There is something, and it can be kept: no more points than a hand draws, none beside the pad."""
    if drawing.width <= 0 or drawing.height <= 0:
        raise RuleBroken("strokes", _("The place to sign was too small. Make the window larger and sign once more."))
    if drawing.points() == 0:
        raise RuleBroken("strokes", nothing)
    if drawing.points() > MOST_POINTS:
        raise RuleBroken("strokes", _("This drawing is longer than a signature can be. Clear it and sign once more."))
    if not all(_readable(point, drawing) for stroke in drawing.strokes for point in stroke):
        raise RuleBroken("strokes", _("This drawing could not be read. Clear it and sign once more."))


def _readable(point: Point, drawing: Drawing) -> bool:
    return (
        0 <= point.x <= min(drawing.width, MOST_COORDINATE)
        and 0 <= point.y <= min(drawing.height, MOST_COORDINATE)
        and 0 <= point.pressure <= MOST_PRESSURE
        and 0 <= point.t <= MOST_MILLISECONDS
    )


def drawing_body(drawing: Drawing) -> dict[str, object]:
    """The stored shape: each stroke one flat list x, y, pressure, t and so on."""
    return {
        "kind": STROKE_KIND,
        "version": STROKE_VERSION,
        "width": drawing.width,
        "height": drawing.height,
        "strokes": [[n for p in stroke for n in (p.x, p.y, p.pressure, p.t)] for stroke in drawing.strokes],
    }


def drawing_from(body: object) -> Drawing:
    """A drawing from its stored shape; ValueError when it is not one."""
    if not isinstance(body, dict) or body.get("kind") != STROKE_KIND or body.get("version") != STROKE_VERSION:
        raise ValueError("not a drawing")
    strokes = body.get("strokes")
    if not isinstance(strokes, list):
        raise ValueError("not a drawing")  # noqa: TRY004 - one exception for every misshapen drawing
    return Drawing(
        width=_whole(body.get("width")), height=_whole(body.get("height")), strokes=tuple(map(_stroke, strokes))
    )


def _stroke(numbers: object) -> Stroke:
    if not isinstance(numbers, list) or len(numbers) % 4:
        raise ValueError("not a stroke")
    whole: Sequence[int] = [_whole(n) for n in numbers]
    return tuple(
        Point(x=x, y=y, pressure=pressure, t=t)
        for x, y, pressure, t in zip(whole[::4], whole[1::4], whole[2::4], whole[3::4], strict=True)
    )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("not a whole number")  # noqa: TRY004 - one exception for every misshapen drawing
    return value
