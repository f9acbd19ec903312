"""Appointments for another calendar: an .ics file (RFC 5545) that says when, and never who, why or what about.

A phone or a shared calendar shows these lines to others, so the title is neutral and the same for everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import N_, Words
from healingpartner.visits.appointments.model import Appointment

TITLE = N_("Appointment")
_PROGRAM = "-//Healing Partner//Healing Partner//EN"


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The bytes of an .ics file, as the one door takes them."""

    pdf: bytes


def calendar_file(appointments: Sequence[Appointment], *, words: Words, made: Instant, place: str = "") -> CalendarFile:
    """One event for each appointment, times in UTC; a cancelled one says so. place: of the practice, or "".

    Whoever takes the file in again gets the same events anew, moved ones at their new time.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in appointments:
        event = Event()
        event.add("uid", f"{one.id}@healingpartner.invalid")
        event.add("dtstamp", _utc(made))
        event.add("dtstart", _utc(one.starts))
        event.add("dtend", _utc(one.starts) + timedelta(minutes=one.minutes))
        event.add("sequence", 0 if one.moved_from is None and one.stands() else 1)
        event.add("summary", words.say(TITLE))
        event.add("class", "PRIVATE")
        event.add("status", "CONFIRMED" if one.stands() else "CANCELLED")
        if place:
            event.add("location", place)
        calendar.add_component(event)
    return CalendarFile(calendar.to_ical())


def _utc(at: Instant) -> datetime:
    """To the second, as calendars have it."""
    return at.local().astimezone(UTC).replace(microsecond=0)
