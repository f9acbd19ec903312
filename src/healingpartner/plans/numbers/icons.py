"""Where each person of a picture stands: ten by ten, filled from the bottom left in rows, those it happens to first.

Pure places; paper and screen draw them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _

_COLUMNS = {100: 10, 1_000: 40, 10_000: 125}
MOST_ICONS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """One person. `column` counts from where lines begin, `row` from the top; `event`: it happens to this one."""

    column: int
    row: int
    event: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArray:
    """`events` of `of` people in a block of `columns` × `rows`; the last row filled may be short, at the top."""

    of: int
    events: int
    columns: int
    rows: int

    def icons(self) -> Iterator[Icon]:
        """Everybody, in the order in which they are filled in."""
        for number in range(self.of):
            up, across = divmod(number, self.columns)
            yield Icon(column=across, row=self.rows - 1 - up, event=number < self.events)


def icon_array(events: int, of: int) -> IconArray:
    """The picture of so many of so many; RuleBroken for more events than people, or more than 10,000 of them."""
    if not 0 < of <= MOST_ICONS:
        raise RuleBroken("of", _("Between 1 and {most} people can be shown.").format(most=MOST_ICONS))
    if not 0 <= events <= of:
        raise RuleBroken("events", _("This is more than the people who were counted."))
    columns = _COLUMNS.get(of) or min(of, 10 if of <= 100 else 40)
    return IconArray(of=of, events=events, columns=columns, rows=-(-of // columns))
