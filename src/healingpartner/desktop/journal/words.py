"""Sentences of the journal's pages."""

from collections.abc import Sequence
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.journal.model import KIND_WORDS, Entry
from healingpartner.journal.reflections.model import Opened, Side, worth_a_word
from healingpartner.journal.reflections.statements import DOMAIN_WORDS, INSTEAD_WORDS, LEVEL_WORDS, Domain
from healingpartner.journal.repairs.model import REPAIR_STATE_WORDS, Repair, RepairState
from healingpartner.journal.views import Names

ICONS = {
    "thanks": "heart",
    "let_down": "chat-circle-text",
    "question": "question",
    "between_us": "arrows-left-right",
    "own_part": "hand-palm",
    "hard": "note",
    "meaning": "path",
    "learned": "student",
}


def name_of(voice: Voice, names: Names) -> str:
    """How the one who speaks is called on these pages."""
    return isolated(names.called if voice is Voice.PATIENT else names.practitioner or _("You"))


def caption(entry: Entry, names: Names) -> str:
    """Whose words, and what they are."""
    return _("{name} · {what}").format(name=name_of(entry.voice, names), what=_(KIND_WORDS[entry.kind]))


def answer(side: Side, domain: Domain) -> str:
    """What a side answered, in words."""
    if domain in side.levels:
        return _(LEVEL_WORDS[side.levels[domain]])
    return _(INSTEAD_WORDS[side.instead[domain]]) if domain in side.instead else _("Not shown")


def differs_most(opened: Opened, before: Opened | None) -> str:
    """One gentle question where they are apart, or where it fell; "" where nothing asks for it."""
    found = worth_a_word(opened.patient, opened.practitioner, before=None if before is None else before.patient)
    if not found:
        return ""
    named = listed([_(DOMAIN_WORDS[domain]) for domain in found])
    return _("Worth a minute together? {domains}.").format(domains=named)


def listed(parts: Sequence[str]) -> str:
    """A list as this language writes it."""
    from babel.lists import format_list

    return str(format_list(list(parts), locale=spoken().locale))


def repair_stands(repair: Repair, names: Names, today: date) -> str:
    """Where a repair stands, and for whom it waits."""
    other = name_of(repair.other, names)
    if repair.state is RepairState.SAID and repair.wakes is not None:
        return _("Sleeps until {moment}. It can still be taken back.").format(moment=day_and_time(repair.wakes))
    if repair.not_ready_until is not None and repair.not_ready_until >= today:
        return _("{name} is not ready yet, and will look at it on {day}.").format(
            name=other, day=spoken().date(repair.not_ready_until, "long")
        )
    if repair.wants_a_third() and not repair.outside:
        return _("Three tries were not quite it. A talk, or someone you both trust, may help.")
    return _(REPAIR_STATE_WORDS[repair.state])


def day_and_time(at: Instant) -> str:
    """A day and the time on it, without seconds."""
    return _("{day}, {time}").format(day=spoken().date(at, "medium"), time=spoken().time(at))


def how_many(count: int) -> str:
    """How many entries there are."""
    return ngettext("{count} entry", "{count} entries", count).format(count=spoken().number(count))
