"""What can be done with notes: keep, sign, open again, lock, add below, and say who has seen it.

Keeping, signing and locking are three acts. After locking nothing of the note itself can change.
"""

import hashlib
from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.notes import store
from healingpartner.visits.notes.model import (
    Addendum,
    Note,
    NoteAsked,
    Reading,
    Section,
    Standing,
    Way,
    checked_addendum,
)
from healingpartner.visits.store import ROOM, visit_with

NOTE_KIND = "visit_note"


def keep_note(
    tx: Transaction, person_id: str, asked: NoteAsked, *, visit_id: str = "", note_id: str = "", base: int = 0
) -> str:
    """Keep a note, new or once more; its id. `base`: the seq the form was filled from, 0 for a new one.

    RuleBroken beside a section, or "base" when it was changed elsewhere meanwhile; the draft stays in both cases.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    _only_the_practitioner(tx)
    visit = visit_with(tx, visit_id) if visit_id else None
    if visit_id and (visit is None or visit.person_id not in ids_of(tx, person_id)):
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    given = asked.cleaned()
    _same_person(tx, person_id, given.from_note_id)
    old = _note(tx, note_id) if note_id else None
    if old is not None:
        if old.standing() is not Standing.WRITTEN:
            raise RuleBroken("", _("This note is signed. Add to it below, or open it again before it is locked."))
        if base != store.last_change(tx, old.id):
            raise RuleBroken("base", _("This note was changed in another window. Both texts are kept: compare them."))
    note = Note(
        id=tx.new_id() if old is None else old.id,
        person_id=person_id if old is None else old.person_id,
        visit_id=visit_id if old is None else old.visit_id,
        kind=given.kind,
        template=given.template,
        title=given.title,
        sections=_only_truly_carried(tx, given),
        from_note_id=given.from_note_id,
        about=old.about if old is not None else tx.at if visit is None else visit.at(),
        written=tx.at,
    )
    store.put_note(tx, note)
    _remember(tx, note)
    return note.id


def sign_note(tx: Transaction, note_id: str) -> None:
    """The practitioner stands for these words; they can be opened again until the note is locked."""
    note = _note(tx, note_id)
    _only_the_practitioner(tx)
    if note.signed is not None:
        raise RuleBroken("", _("This note is signed already."))
    store.put_note(tx, replace(note, signed=tx.at))


def open_again(tx: Transaction, note_id: str) -> None:
    """A signed note that is not locked becomes writable again; what was signed stays in the history."""
    note = _note(tx, note_id)
    _only_the_practitioner(tx)
    if note.locked is not None:
        raise RuleBroken("", _("This note is locked. It stays as it is; both of you can add below it."))
    if note.signed is not None:
        store.put_note(tx, replace(note, signed=None))


def lock_note(tx: Transaction, note_id: str) -> None:
    """Nothing of the note changes any more. RuleBroken while it is not signed."""
    note = _note(tx, note_id)
    _only_the_practitioner(tx)
    if note.signed is None:
        raise RuleBroken("", _("Sign the note first. Locking comes after."))
    if note.locked is not None:
        raise RuleBroken("", _("This note is locked already."))
    store.put_note(tx, replace(note, locked=tx.at))


def add_below(tx: Transaction, note_id: str, words: str) -> str:
    """Words of the side whose act this is below a note that is signed or locked, shown with it always; their id."""
    note = _note(tx, note_id)
    if tx.by not in (Voice.PATIENT, Voice.PRACTITIONER):
        raise RuleBroken("voice", _("Each side answers for itself."))
    if note.signed is None:
        raise RuleBroken("addendum", _("This note can still be written itself. Sign it first."))
    addendum = Addendum(id=tx.new_id(), voice=tx.by, words=checked_addendum(words), added=tx.at)
    store.put_addendum(tx, note, addendum)
    _remember(tx, replace(note, addenda=(*note.addenda, addendum)))
    return addendum.id


def note_seen(tx: Transaction, note_id: str, way: Way) -> None:
    """The side whose act this is has seen the note as it reads now. On the turned view only where their hand is."""
    note = _note(tx, note_id)
    if way is Way.ON_THE_TURNED_VIEW and tx.hand.place is not Place.TURNED:
        raise RuleBroken("way", _("Turn the screen first, or write down that it was read aloud."))
    digest = hashlib.sha256(note.text().encode("utf-8")).hexdigest()
    reading = Reading(id=tx.new_id(), voice=tx.by, way=way, seen=tx.at, text_sha256=digest)
    store.put_reading(tx, note, reading)


def _only_truly_carried(tx: Transaction, given: NoteAsked) -> tuple[Section, ...]:
    """A part counts as carried over only while its words are those of the earlier note, letter by letter."""
    earlier = store.note_with(tx, given.from_note_id) if given.from_note_id else None
    held = set() if earlier is None else {one.words for one in earlier.sections}
    return tuple(replace(one, carried=one.carried and one.words in held) for one in given.sections)


def _same_person(tx: Transaction, person_id: str, from_note_id: str) -> None:
    if not from_note_id:
        return
    earlier = store.note_with(tx, from_note_id)
    if earlier is None or earlier.person_id not in ids_of(tx, person_id):
        raise RuleBroken("", _("Words are carried over only from an earlier note of the same person."))


def _only_the_practitioner(tx: Transaction) -> None:
    if tx.by is not Voice.PRACTITIONER:
        raise RuleBroken("voice", _("The note is the practitioner's. The patient's words stand below it as their own."))


def _note(tx: Transaction, note_id: str) -> Note:
    note = store.note_with(tx, note_id)
    if note is None:
        raise Refused(_("This note is not here any more."), then=_("Please go back to the visits."))
    return note


def _remember(tx: Transaction, note: Note) -> None:
    added = [one.words for one in note.addenda]
    tx.remember_words(
        room=ROOM,
        kind=NOTE_KIND,
        subject_id=note.id,
        person_id=note.person_id,
        title=note.title,
        words="\n".join([*(one.words for one in note.filled()), *added]),
    )
