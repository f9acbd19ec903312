"""Sentences of the page: how a day looks at a glance, and how one conversation stands."""

from collections.abc import Sequence
from datetime import date, timedelta

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.visits.appointments.model import Appointment
from healingpartner.visits.appointments.views import Line
from healingpartner.visits.times import MINUTE_US, waits_of


def day_name(day: date, today: date) -> str:
    """The day as a heading: today and its neighbours by name."""
    written = spoken().date(day, "full")
    named = {
        today: _("Today, {day}"),
        today + timedelta(days=1): _("Tomorrow, {day}"),
        today - timedelta(days=1): _("Yesterday, {day}"),
    }.get(day)
    return named.format(day=written) if named else written[:1].upper() + written[1:]


def at_a_glance(lines: Sequence[Line], now: Instant) -> str:
    """How many conversations there are, and whether somebody waits for the practitioner now."""
    standing = [line for line in lines if line.appointment.stands()]
    if not standing:
        return _("No conversations. The day is yours.")
    count = ngettext("{count} conversation.", "{count} conversations.", len(standing)).format(count=len(standing))
    waiting = next((line for line in standing if _waits_now(line)), None)
    if waiting is None:
        return _("{count} Nobody is waiting.").format(count=count)
    minutes = _minutes_waiting(waiting, now)
    if not minutes:
        return _("{count} Somebody is here already.").format(count=count)
    sentence = ngettext("Someone has waited {count} minute.", "Someone has waited {count} minutes.", minutes)
    return f"{count} {sentence.format(count=minutes)}"


def day_and_time(at: Instant) -> str:
    """A day and the time on it, without seconds: nobody plans those."""
    words = spoken()
    return _("{day}, {time}").format(day=words.date(at, "medium"), time=words.time(at))


def stands(line: Line) -> str:
    """One sentence below the name: what has happened, in the order it happened; "" where nothing has."""
    one, visit, words = line.appointment, line.visit, spoken()
    if one.cancelled is not None:
        said = _("Cancelled by you.") if one.cancelled_by is Voice.PRACTITIONER else _("Cancelled by {name}.")
        return said.format(name=isolated(line.called))
    if visit is not None and visit.ended is not None:
        return _("You met until {time}.").format(time=words.time(visit.ended))
    if visit is not None and visit.begun is not None:
        return _("You are together since {time}.").format(time=words.time(visit.begun))
    if visit is not None and visit.patient_arrived is not None:
        return _("Here since {time}.").format(time=words.time(visit.patient_arrived))
    if one.moved_from is not None:
        same_day = one.moved_from.local().date() == one.day
        before = words.time(one.moved_from) if same_day else day_and_time(one.moved_from)
        return _("Moved here from {moment}.").format(moment=before)
    return ""


def coming(appointment: Appointment) -> str:
    """When somebody comes today, for the list of people."""
    return _("Today, {time}").format(time=spoken().time(appointment.starts))


def owed_minutes(line: Line) -> str:
    """How long the patient waited for the practitioner, who looks at that first; "" for none."""
    if line.visit is None or line.visit.begun is None:
        return ""
    waited = waits_of(line.visit).patient_waited
    if not waited:
        return ""
    return ngettext("{count} minute owed to {name}", "{count} minutes owed to {name}", waited).format(
        count=waited, name=isolated(line.called)
    )


def due_words(due_on: date | None, today: date) -> str:
    """When a promise is due, without haste."""
    if due_on is None:
        return ""
    if due_on < today:
        return _("since {day}").format(day=spoken().date(due_on, "medium"))
    if due_on == today:
        return _("today")
    return _("tomorrow") if due_on == today + timedelta(days=1) else _("by {day}").format(day=spoken().date(due_on))


def _waits_now(line: Line) -> bool:
    visit = line.visit
    return visit is not None and visit.begun is None and visit.patient_arrived is not None


def _minutes_waiting(line: Line, now: Instant) -> int:
    visit = line.visit
    if visit is None or visit.patient_arrived is None:
        return 0
    since = max(visit.patient_arrived.utc_us, line.appointment.starts.utc_us)
    return max(0, now.utc_us - since) // MINUTE_US
