"""Partial dates, money, ids and instants keep to their laws."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.clock import Instant, SteppingClock, SystemClock
from healingpartner.foundation.ids import new_id
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import Words


@given(day=st.dates())
def test_a_full_date_comes_back_from_its_text(day: date) -> None:
    kept = PartialDate.read(f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
    assert (kept.earliest(), kept.latest()) == (day, day)
    assert PartialDate.read(kept.text()) == kept


@pytest.mark.parametrize("text", ["1970-02-31", "1970-13", "70", "1970-5", "", "1970-05-31 ", "0000", "1970--05"])
def test_what_is_no_date_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        PartialDate.read(text)


def test_a_partial_date_knows_age_only_as_well_as_it_can() -> None:
    today = date(2026, 11, 22)
    assert PartialDate.read("1980").age_on(today) == (45, 46)
    assert PartialDate.read("1980-11-23").age_on(today) == (45, 45)
    assert PartialDate.read("1980-02-29").age_on(date(2026, 2, 28)) == (45, 45)


@pytest.mark.parametrize(
    ("text", "written"), [("1970", "1970"), ("1970-05", "May 1970"), ("1970-05-31", "May 31, 1970")]
)
def test_a_partial_date_is_written_with_the_parts_that_are_known(text: str, written: str) -> None:
    assert Words("en_US").partial_date(PartialDate.read(text)) == written


def test_money_is_written_with_its_own_decimals() -> None:
    assert Words("en_US").money(Money(minor=123450, currency="USD")) == "$1,234.50"
    assert Words("en_US").money(Money(minor=1234, currency="JPY")) == "¥1,234"


@pytest.mark.parametrize(("minor", "currency"), [(-1, "EUR"), (1, "eur"), (1, "EURO"), (1, "")])
def test_money_that_is_none_cannot_be_made(minor: int, currency: str) -> None:
    with pytest.raises(ValueError, match=r"money|currency"):
        Money(minor=minor, currency=currency)


@given(ms=st.integers(min_value=0, max_value=2**47))
def test_ids_are_version_seven_and_sort_by_their_moment(ms: int) -> None:
    first = new_id(Instant(utc_us=ms * 1000, offset_min=0, zone="UTC"))
    later = new_id(Instant(utc_us=(ms + 1) * 1000, offset_min=0, zone="UTC"))
    assert first < later
    assert (first[14], len(first)) == ("7", 36)
    assert first[19] in "89ab"


def test_an_instant_shows_the_wall_clock_where_it_was_written() -> None:
    noon = Instant(utc_us=1_795_000_000_000_000, offset_min=-330, zone="X")
    assert noon.local().utcoffset() is not None
    assert noon.iso().endswith("-05:30")
    before = SystemClock().now()
    assert before.utc_us <= SystemClock().now().utc_us


def test_a_stepping_clock_steps_and_needs_an_offset() -> None:
    clock = SteppingClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    assert clock.now().iso().startswith("2026-11-22T09:00:00")
    assert clock.now().iso().startswith("2026-11-22T09:00:01")
    with pytest.raises(ValueError, match="offset"):
        SteppingClock(datetime(2026, 11, 22, 9))  # noqa: DTZ001 - that is the point
