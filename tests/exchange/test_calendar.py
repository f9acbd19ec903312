"""An .ics file says when, and never who or why."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from healingpartner.exchange.calendar import calendar_file
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.visits.appointments.model import Appointment

CLOCK = SteppingClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
ONE = Appointment(
    id="0193-invented",
    person_id="p",
    starts=CLOCK.wall(date(2026, 11, 24), 10 * 60 + 30),
    minutes=50,
    made=CLOCK.now(),
    about="Second talk about the fear, with a very long line that would have to be folded somewhere",
    words="Mira asked for it",
)


def events(*appointments: Appointment, language: str = "en_US") -> list[dict[str, object]]:
    made = calendar_file(appointments, words=Words(language), made=CLOCK.now(), place="4 Elm Street; second door, left")
    return [dict(event) for event in Calendar.from_ical(made.pdf).walk("VEVENT")]


def test_another_calendar_reads_the_time_the_length_and_a_neutral_title() -> None:
    (event,) = events(ONE)
    assert str(event["SUMMARY"]) == "Appointment"
    assert event["DTSTART"].dt == datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 11, 24, 11, 20, tzinfo=UTC)
    assert str(event["LOCATION"]) == "4 Elm Street; second door, left"
    assert str(event["CLASS"]) == "PRIVATE"


def test_nothing_of_what_it_is_about_leaves() -> None:
    data = calendar_file([ONE], words=Words("en_US"), made=CLOCK.now()).pdf.decode()
    assert "fear" not in data
    assert "Mira" not in data


def test_one_that_was_moved_or_cancelled_takes_the_place_of_the_former() -> None:
    from dataclasses import replace

    cancelled = replace(ONE, cancelled=CLOCK.now(), cancelled_by=Voice.PATIENT)
    before, after = events(ONE)[0], events(cancelled)[0]
    assert before["UID"] == after["UID"]
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)  # type: ignore[call-overload]
    assert str(after["STATUS"]) == "CANCELLED"


def test_every_line_fits_the_seventy_five_bytes_that_calendars_read() -> None:
    data = calendar_file([ONE], words=Words("es_ES"), made=CLOCK.now(), place="Ñ" * 200).pdf
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
