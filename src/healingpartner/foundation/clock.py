"""Instants, and the clock that states them.

An instant is UTC microseconds with the offset and zone name that held where it was written. Order is
never taken from the clock: it comes from the ledger's sequence.
"""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """A moment as this computer stated it.

    utc_us: microseconds since 1970-01-01T00:00Z; offset_min: minutes east of UTC; zone: name of the zone.
    """

    utc_us: int
    offset_min: int
    zone: str

    def local(self) -> datetime:
        """The wall-clock time where it was written, with its offset."""
        moment = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=self.utc_us)
        return moment.astimezone(timezone(timedelta(minutes=self.offset_min)))

    def iso(self) -> str:
        """ISO 8601 with the offset, to the microsecond."""
        return self.local().isoformat(timespec="microseconds")


class Clock(Protocol):
    """Where time comes from; the only door to it (ruff bans datetime.now elsewhere)."""

    def now(self) -> Instant:
        """The present moment."""
        ...

    def ticks(self) -> float:
        """Seconds that never go back."""
        ...

    def wall(self, day: date, minute: int) -> Instant:
        """The instant at which a clock on the wall shows `minute` (0–1439) of that day.

        NotOnTheClock where the clocks are put forward over it; the first of the two where they are put back.
        """
        ...


class NotOnTheClock(ValueError):
    """A time of day that is passed over when the clocks are put forward."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> Instant:
        """The present moment, in the zone this computer is set to."""
        utc_us = time.time_ns() // 1000
        local = datetime.fromtimestamp(utc_us / MICROSECONDS, UTC).astimezone()
        offset = local.utcoffset() or timedelta()
        return Instant(utc_us=utc_us, offset_min=int(offset.total_seconds() // 60), zone=local.tzname() or "UTC")

    def ticks(self) -> float:
        """Seconds of a clock that never goes back, for measuring how long something took."""
        return time.monotonic()

    def wall(self, day: date, minute: int) -> Instant:
        """By the zone this computer is set to, and what is known of it on that day."""
        meant = _naive(day, minute)
        local = meant.astimezone()
        if local.astimezone(UTC).astimezone().replace(tzinfo=None) != meant:
            raise NotOnTheClock(f"minute {minute} is passed over on that day")
        offset = local.utcoffset() or timedelta()
        utc_us = int((local - datetime.fromtimestamp(0, UTC)) / timedelta(microseconds=1))
        return Instant(utc_us=utc_us, offset_min=int(offset.total_seconds() // 60), zone=local.tzname() or "UTC")


class SteppingClock:
    """A clock for the tour and for tests: begins where it is told and steps on at each reading."""

    def __init__(self, start: datetime, step: timedelta = timedelta(seconds=1), zone: str = "UTC") -> None:
        """`start` must know its offset; each `now()` is one `step` later than the one before."""
        offset = start.utcoffset()
        if offset is None:
            raise ValueError("a clock starts at a moment with an offset")
        self._offset_min = int(offset.total_seconds() // 60)
        self._next_us = int((start - datetime.fromtimestamp(0, UTC)) / timedelta(microseconds=1))
        self._step_us = int(step / timedelta(microseconds=1))
        self._zone = zone
        self._ticks = 0.0

    def now(self) -> Instant:
        """This reading's moment."""
        instant = Instant(utc_us=self._next_us, offset_min=self._offset_min, zone=self._zone)
        self._next_us += self._step_us
        return instant

    def ticks(self) -> float:
        """Seconds that grow by a thousandth at each reading."""
        self._ticks += 0.001
        return self._ticks

    def wall(self, day: date, minute: int) -> Instant:
        """By the offset it was told: its clocks are never put forward or back."""
        local = _naive(day, minute).replace(tzinfo=timezone(timedelta(minutes=self._offset_min)))
        utc_us = int((local - datetime.fromtimestamp(0, UTC)) / timedelta(microseconds=1))
        return Instant(utc_us=utc_us, offset_min=self._offset_min, zone=self._zone)


def _naive(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
