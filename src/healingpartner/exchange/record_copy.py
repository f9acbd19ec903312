"""The copy of a person's record, from what each room says it keeps: ROOMS has a line for each.

A new room adds its line, with its own `copy_of`; where its rows deserve better words than their columns' names, it
gives them in a `Told` for each table.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from healingpartner.exchange.record_agreements import agreements_sections
from healingpartner.exchange.record_later_rooms import journal_sections, plans_sections, visits_sections
from healingpartner.exchange.record_rows import Rows, Told, sections_of_rows
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.record_copy import CopyChapter, CopyEntry, CopySection, RecordCopy
from healingpartner.people import copies
from healingpartner.people.views import record
from healingpartner.vault.reading import Reader

Sections = Callable[[Reader, str, Words], Iterable[CopySection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One chapter of the copy. `sections`: what it says of a person, in one language."""

    title: str
    sections: Sections


def room_of_rows(title: str, copy_of: Callable[[Reader, str], Rows], told: Mapping[str, Told] | None = None) -> Room:
    """A room whose `copy_of` gives its rows by table."""

    def sections(db: Reader, person_id: str, words: Words) -> Iterable[CopySection]:
        return sections_of_rows(copy_of(db, person_id), words, told=told or {}, titles={})

    return Room(title=title, sections=sections)


def _told_by_people(db: Reader, person_id: str, words: Words) -> Iterable[CopySection]:
    for section in copies.copy_of(db, person_id, words):
        entries = (CopyEntry(label=one.label, words=one.words, voice=one.voice) for one in section.entries)
        yield CopySection(title=section.title, entries=tuple(entries))


ROOMS: tuple[Room, ...] = (
    Room(title=N_("What you told us"), sections=_told_by_people),
    Room(title=N_("What we agreed"), sections=agreements_sections),
    Room(title=N_("Our plans"), sections=plans_sections),
    Room(title=N_("Our visits"), sections=visits_sections),
    Room(title=N_("Our journal"), sections=journal_sections),
)


def record_copy(
    db: Reader, person_id: str, words: Words, *, made: Instant, rooms: Iterable[Room] = ROOMS
) -> RecordCopy:
    """Everything of a person as it is kept, records merged into theirs included; Refused when the record is gone."""
    given = record(db, person_id).particulars
    return RecordCopy(
        patient=given.legal_name or given.shown(),
        called=given.called or given.shown(),
        chapters=tuple(
            CopyChapter(title=words.say(room.title), sections=tuple(room.sections(db, person_id, words)))
            for room in rooms
        ),
        made=made,
    )
