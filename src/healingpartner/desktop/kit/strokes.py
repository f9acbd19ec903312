"""What a hand drew on a pad: whole numbers only, in the order they came."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

FULL_PRESSURE = 1000
LEAST_POINTS = 8
LEAST_LENGTH_PERCENT = 15  # of the pad's shorter side
LEAST_MILLISECONDS = 150
MOST_POINTS = 20_000

Point = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """Lines drawn on a pad of `width` × `height` tenths of a pixel.

    Each point is (x, y, pressure, t): tenths of a pixel from the top left corner, thousandths of the full
    pressure (1000 where the device tells none), milliseconds since the first point.
    """

    width: int
    height: int
    lines: tuple[tuple[Point, ...], ...]

    def points(self) -> int:
        """How many points in all."""
        return sum(map(len, self.lines))

    def length(self) -> float:
        """How far the hand travelled while down, in tenths of a pixel."""
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for line in self.lines for a, b in pairwise(line))

    def milliseconds(self) -> int:
        """From the first point to the last."""
        times = [point[3] for line in self.lines for point in line]
        return max(times) - min(times) if times else 0

    def is_enough(self) -> bool:
        """Whether a hand meant it: a dot or a slip is no signature. The agreement's own rule has the last word."""
        least = min(self.width, self.height) * LEAST_LENGTH_PERCENT / 100
        long_enough = self.length() >= least and self.milliseconds() >= LEAST_MILLISECONDS
        return self.points() >= LEAST_POINTS and long_enough
