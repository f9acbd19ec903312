"""What can be asked about notes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.notes import store
from healingpartner.visits.notes.library import templates
from healingpartner.visits.notes.model import Note, Reading, Template
from healingpartner.visits.notes.own import Private, Snippet
from healingpartner.visits.views import Names, names_of

CONTACTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteInFull:
    """A note as a page shows it. `base`: the seq it was read at; `earlier`: where carried words come from, or None."""

    note: Note
    names: Names
    base: int
    earlier: Note | None

    def still_reads_as(self, reading: Reading) -> bool:
        """Whether the note reads now as it did when it was seen."""
        return reading.text_sha256 == hashlib.sha256(self.note.text().encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a note is written with. `last`: the person's newest note of another visit, to start from, or None."""

    templates: tuple[Template, ...]
    snippets: tuple[Snippet, ...]
    last: Note | None


def note_in_full(db: Reader, note_id: str) -> NoteInFull:
    """A note with everything below it; Refused when it is gone."""
    note = store.note_with(db, note_id)
    if note is None:
        raise Refused(_("This note is not here any more."), then=_("Please go back to the visits."))
    earlier = store.note_with(db, note.from_note_id) if note.from_note_id else None
    return NoteInFull(
        note=note, names=names_of(db, note.person_id), base=store.last_change(db, note_id), earlier=earlier
    )


def notes_of_visit(db: Reader, visit_id: str) -> tuple[NoteInFull, ...]:
    """Every note of a visit."""
    return tuple(note_in_full(db, note.id) for note in store.notes_of_visit(db, visit_id))


def notes_for(db: Reader, visit_id: str, note_id: str) -> tuple[NoteInFull, ...]:
    """The notes of a visit, or without one that note alone; none for a note that is still to be written."""
    if visit_id:
        return notes_of_visit(db, visit_id)
    return (note_in_full(db, note_id),) if note_id else ()


def contact_notes(db: Reader, person_id: str, *, limit: int = CONTACTS_AT_ONCE) -> tuple[Note, ...]:
    """Notes without a visit, the newest first."""
    return store.contact_notes_of(db, ids_of(db, person_id), limit=limit)


def desk_of(db: Reader, person_id: str, *, visit_id: str = "", language: str) -> Desk:
    """What to write a note with: templates (own ones last), snippets, and the last visit's note."""
    return Desk(
        templates=(*templates(language), *store.own_templates(db)),
        snippets=store.snippets(db),
        last=store.last_note_of(db, ids_of(db, person_id), but_visit=visit_id),
    )


def privates_of(db: Reader, person_id: str) -> tuple[Private, ...]:
    """The practitioner's own reflections, the newest first."""
    return store.privates_of(db, ids_of(db, person_id))


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person in notes, row by row; the practitioner's own reflections are not part of it."""
    return store.rows_of(db, ids_of(db, person_id))
