"""A change of one field in words: what, from, to, when, and by whose hand."""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.history import label_of
from healingpartner.people.reading import FieldChange

_LONGEST = 600


def change_words(change: FieldChange) -> str:
    """One line: "Pronouns: she/her → they/them"."""
    label = label_of(change.field)
    before, after = _short(change.before), _short(change.after)
    if not change.before:
        return _("{label}: {after}").format(label=label, after=after)
    if not change.after:
        return _("{label}: “{before}” was taken out").format(label=label, before=before)
    return _("{label}: from “{before}” to “{after}”").format(label=label, before=before, after=after)


def whose_hand(change: FieldChange) -> str:
    """When, whose words, and where they were typed."""
    whose = {
        Voice.PRACTITIONER: _("practitioner"),
        Voice.PATIENT: _("patient"),
        Voice.BOTH: _("both"),
    }[change.by]
    where = {
        Place.DESK: _("at the desk"),
        Place.TURNED: _("on the turned view"),
        Place.PAPER: _("from paper"),
        Place.COMMAND: _("by a command"),
    }[change.hand.place]
    return f"{spoken().moment(change.at)} · {whose}, {where}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return isolated(line if len(line) <= _LONGEST else line[:_LONGEST] + "…")
