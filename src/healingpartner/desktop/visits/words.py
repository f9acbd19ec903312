"""How visits and notes are spoken of on screen."""

from collections.abc import Mapping

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, ngettext, spoken
from healingpartner.people.names import short_name
from healingpartner.visits.notes.model import Note, Standing
from healingpartner.visits.store import VisitLine
from healingpartner.visits.views import Names

STANDING_WORDS: Mapping[Standing, str] = {
    Standing.WRITTEN: N_("Written, not signed yet"),
    Standing.SIGNED: N_("Signed"),
    Standing.LOCKED: N_("Signed and locked"),
}


def waited_words(waited: int, late: int, *, planned: bool) -> str:
    """What one side's column says about time."""
    came = (
        ngettext("Came {count} minute after the time.", "Came {count} minutes after the time.", late).format(count=late)
        if late
        else _("Came in time.")
    )
    wait = (
        ngettext("Waited {count} minute.", "Waited {count} minutes.", waited).format(count=waited)
        if waited
        else _("Did not have to wait.")
    )
    return f"{came} {wait}" if planned else wait


def shown_names(names: Names) -> dict[Voice, str]:
    """Both names as they stand in captions and on buttons."""
    return {
        Voice.PATIENT: short_name(names.called),
        Voice.PRACTITIONER: short_name(names.practitioner or _("Practitioner")),
    }


def button_name(name: str) -> str:
    """A name short enough for a button: its words are never cut, so a long name would push the page aside."""
    return short_name(name, 14)


def line_words(line: VisitLine) -> str:
    """What stands below a visit's day: whether it goes on, and how its notes stand."""
    if line.ended is None:
        return _("It goes on now.") if line.begun is not None else _("The patient has arrived.")
    if not line.notes:
        return _("No note yet.")
    waiting = line.notes - line.signed
    if waiting:
        return ngettext("{count} note, not signed yet", "{count} notes, not signed yet", waiting).format(count=waiting)
    return ngettext("{count} note, signed", "{count} notes, signed", line.notes).format(count=line.notes)


def standing_words(note: Note) -> str:
    """How far a note has come, and when."""
    if note.locked is not None:
        return _("Signed and locked on {day}").format(day=spoken().date(note.locked, "long"))
    if note.signed is not None:
        return _("Signed on {day}, not locked yet").format(day=spoken().date(note.signed, "long"))
    return _("Kept on {day} at {time}, not signed yet").format(
        day=spoken().date(note.written, "long"), time=spoken().time(note.written)
    )
