"""A time on the wall becomes an instant, on both sides of a change of the clock."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from healingpartner.foundation.clock import NotOnTheClock, SteppingClock, SystemClock

HALF_PAST_TEN = 10 * 60 + 30


@pytest.fixture
def in_berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has one zone for all programs")
@pytest.mark.usefixtures("in_berlin")
class TestThisComputersClock:
    def test_half_past_ten_stays_half_past_ten_in_summer_and_in_winter(self) -> None:
        winter, summer = (SystemClock().wall(day, HALF_PAST_TEN) for day in (date(2027, 3, 27), date(2027, 3, 28)))
        assert (winter.offset_min, summer.offset_min) == (60, 120)
        assert {at.local().strftime("%H:%M") for at in (winter, summer)} == {"10:30"}
        assert (summer.utc_us - winter.utc_us) // 60_000_000 == 23 * 60

    def test_an_hour_that_is_passed_over_is_not_on_the_clock(self) -> None:
        with pytest.raises(NotOnTheClock):
            SystemClock().wall(date(2027, 3, 28), 2 * 60 + 30)

    def test_an_hour_that_comes_twice_is_the_first_of_the_two(self) -> None:
        assert SystemClock().wall(date(2027, 10, 31), 2 * 60 + 30).offset_min == 120


def test_a_stepping_clock_keeps_its_offset() -> None:
    clock = SteppingClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    assert clock.wall(date(2027, 6, 1), HALF_PAST_TEN).iso() == "2027-06-01T10:30:00.000000+00:00"
