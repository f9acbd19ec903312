"""The tour's clock: it stands still until it is moved, so that no picture depends on how fast a computer is."""

from datetime import date, datetime, timedelta

from healingpartner.foundation.clock import Instant, SteppingClock

A_READING = 0.02


class TourClock:
    """Every `now()` is the same moment until `pass_time`; ticks grow a little at each reading, as hands need time."""

    def __init__(self, start: datetime) -> None:
        """`start` must know its offset."""
        self._now = start
        self._ticks = 0.0

    def now(self) -> Instant:
        """The present moment of the tour."""
        return SteppingClock(self._now).now()

    def ticks(self) -> float:
        """Seconds that grow by two hundredths at each reading."""
        self._ticks += A_READING
        return self._ticks

    def wall(self, day: date, minute: int) -> Instant:
        """By the offset of its start."""
        return SteppingClock(self._now).wall(day, minute)

    def pass_time(self, span: timedelta) -> None:
        """Move on."""
        self._now += span
