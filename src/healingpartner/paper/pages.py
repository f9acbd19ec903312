"""Rows put on pages: what belongs together stays together, and space at the head of a page falls away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from healingpartner.paper.pen import Pen

Draw = Callable[[Pen, float], None]  # the pen, and the top edge of the row on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A strip across the page that is never cut.

    write: what is read. ground: what lies beneath it and is not read. keep: never the last row of a page while
    another follows. gap: nothing but space, left out at the head of a page. Height in points.
    """

    height: float
    write: Draw | None = None
    ground: Draw | None = None
    keep: bool = False
    gap: bool = False


Page = list[tuple[Row, float]]


def placed(rows: Sequence[Row], *, top: float, room: float) -> list[Page]:
    """The rows on pages, each with its top edge; `room`: points from `top` to the foot of a page."""
    pages: list[Page] = [[]]
    used = 0.0
    start = 0
    while start < len(rows):
        end = start + 1
        height = rows[start].height
        while rows[end - 1].keep and end < len(rows):
            height += rows[end].height
            end += 1
        group = rows[start:end]
        if used and used + height > room and height <= room:
            pages.append([])
            used = 0.0
        for row in group:
            if used and used + row.height > room:
                pages.append([])
                used = 0.0
            if row.gap and not used:
                continue
            pages[-1].append((row, top + used))
            used += row.height
        start = end
    if len(pages) > 1 and all(row.gap for row, _ in pages[-1]):
        pages.pop()
    return pages
