"""Rows put on pages: what belongs together stays together, and space at the head of a page falls away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from healingpartner.paper.pen import Pen

Draw = Callable[[Pen, float], None]  # the pen, and the top edge of the row on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A strip across the page that is never cut.

    write: what is read. ground: what lies beneath it and is not read. keep: how firmly it holds on to the next row,
    0 for not at all; where a page is too short for all, the loosest hold gives way. gap: nothing but space, left out
    at the head of a page. Height in points.
    """

    height: float
    write: Draw | None = None
    ground: Draw | None = None
    keep: int = 0
    gap: bool = False


FIRMEST = 9  # a heading and its text, the first two lines of a paragraph

Page = list[tuple[Row, float]]


def placed(rows: Sequence[Row], *, top: float, room: float) -> list[Page]:
    """The rows on pages, each with its top edge; `room`: points from `top` to the foot of a page."""
    pages: list[Page] = [[]]
    used = 0.0
    for group in _groups(rows, room):
        height = sum(row.height for row in group)
        if used and used + height > room:
            pages.append([])
            used = 0.0
        for row in group:
            if row.gap and not used:
                continue
            pages[-1].append((row, top + used))
            used += row.height
    if len(pages) > 1 and all(row.gap for row, _ in pages[-1]):
        pages.pop()
    return pages


def _groups(rows: Sequence[Row], room: float, hold: int = 1) -> Iterator[Sequence[Row]]:
    """The rows in groups that stay together: held by `hold` or more, or by a firmer hold where that is too tall."""
    start = 0
    for at, row in enumerate(rows, start=1):
        if row.keep >= hold and at < len(rows):
            continue
        group = rows[start:at]
        if len(group) == 1 or hold > FIRMEST or sum(each.height for each in group) <= room:
            yield from [group] if hold <= FIRMEST else ([each] for each in group)
        else:
            yield from _groups(group, room, hold + 1)
        start = at
