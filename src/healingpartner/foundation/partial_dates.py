"""Dates that may be known only in part: 1970, 1970-05 or 1970-05-31, kept as that text."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A year, perhaps a month, perhaps a day (proleptic Gregorian)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a month or day that the calendar does not have."""
        if not 1 <= self.year <= 9999 or (self.day is not None and self.month is None):
            raise ValueError("not a date")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError("not a month")
        if self.day is not None and not 1 <= self.day <= calendar.monthrange(self.year, self.month or 1)[1]:
            raise ValueError("not a day of that month")

    @classmethod
    def read(cls, text: str) -> "PartialDate":
        """From its stored text; ValueError when it is not one of the three shapes or not a date."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError("not a partial date")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year=year or 0, month=month, day=day)

    def text(self) -> str:
        """The stored text: as many parts as are known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def age_on(self, today: date) -> tuple[int, int]:
        """Whole years of age on `today`, as (least, most): equal when the date is known well enough."""
        return _whole_years(self.latest(), today), _whole_years(self.earliest(), today)


def _whole_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
