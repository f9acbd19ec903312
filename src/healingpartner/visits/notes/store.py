"""Rows of notes, templates, snippets and private reflections in and out."""

import json
from collections.abc import Mapping, Sequence

from healingpartner.foundation.voices import Voice
from healingpartner.vault.canonical import canonical
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.notes.model import (
    OWN,
    Addendum,
    Note,
    NoteKind,
    Reading,
    Template,
    Way,
    sections_body,
    sections_from,
)
from healingpartner.visits.notes.own import Private, Snippet
from healingpartner.visits.store import ROOM, rows_by_table

NOTE = Table(ROOM, "visit_note")
ADDENDUM = Table(ROOM, "visit_note_addendum")
READING = Table(ROOM, "visit_note_reading")
PRIVATE = Table(ROOM, "visit_private")
TEMPLATE = Table(ROOM, "note_template")
SNIPPET = Table(ROOM, "note_snippet")
TABLES = (NOTE, ADDENDUM, READING)


def put_note(tx: Transaction, note: Note) -> int:
    """Write the note as it now stands; the ledger's seq of this writing."""
    row: dict[str, Value] = {
        "id": note.id,
        "person_id": note.person_id,
        "visit_id": note.visit_id or None,
        "kind": note.kind.value,
        "template": note.template,
        "title": note.title,
        "sections": canonical(sections_body(note.sections)).decode(),
        "from_note_id": note.from_note_id or None,
    }
    row |= instant_columns("about", note.about) | instant_columns("written", note.written)
    row |= instant_columns("signed", note.signed) | instant_columns("locked", note.locked)
    return tx.put(NOTE, row, person_id=note.person_id)


def put_addendum(tx: Transaction, note: Note, addendum: Addendum) -> None:
    """Write what is added below a note, once."""
    row: dict[str, Value] = {
        "id": addendum.id,
        "person_id": note.person_id,
        "note_id": note.id,
        "voice": addendum.voice.value,
        "words": addendum.words,
    }
    tx.put(ADDENDUM, row | instant_columns("added", addendum.added), person_id=note.person_id)


def put_reading(tx: Transaction, note: Note, reading: Reading) -> None:
    """Write that somebody saw it, once."""
    row: dict[str, Value] = {
        "id": reading.id,
        "person_id": note.person_id,
        "note_id": note.id,
        "voice": reading.voice.value,
        "way": reading.way.value,
        "text_sha256": reading.text_sha256,
    }
    tx.put(READING, row | instant_columns("seen", reading.seen), person_id=note.person_id)


def put_private(tx: Transaction, private: Private) -> None:
    """Write a reflection of the practitioner alone."""
    row: dict[str, Value] = {
        "id": private.id,
        "person_id": private.person_id,
        "visit_id": private.visit_id or None,
        "words": private.words,
    }
    tx.put(PRIVATE, row | instant_columns("written", private.written), person_id=private.person_id)


def remove_private(tx: Transaction, private: Private) -> None:
    """Take a reflection of the practitioner away."""
    tx.remove(PRIVATE, private.id, person_id=private.person_id)


def put_template(tx: Transaction, template: Template) -> None:
    """Write an own template; it belongs to no person."""
    row: dict[str, Value] = {
        "id": template.key.removeprefix(OWN),
        "name": template.name,
        "sections": canonical(sections_body(template.sections)).decode(),
    }
    row |= instant_columns("made", tx.at) | instant_columns("set_aside", None)
    tx.put(TEMPLATE, row, person_id=None)


def set_template_aside(tx: Transaction, template_id: str) -> bool:
    """Offer an own template no longer; False when there is none."""
    row = tx.row("SELECT * FROM note_template WHERE id = ?", template_id)
    if row is None:
        return False
    kept: dict[str, Value] = {"id": row["id"], "name": row["name"], "sections": row["sections"]}
    kept |= instant_columns("made", instant_of(row, "made")) | instant_columns("set_aside", tx.at)
    tx.put(TEMPLATE, kept, person_id=None)
    return True


def put_snippet(tx: Transaction, snippet: Snippet, *, aside: bool = False) -> None:
    """Write a snippet, or set it aside; it belongs to no person."""
    row: dict[str, Value] = {"id": snippet.id, "name": snippet.name, "words": snippet.words}
    row |= instant_columns("made", snippet.made) | instant_columns("set_aside", tx.at if aside else None)
    tx.put(SNIPPET, row, person_id=None)


def note_with(db: Reader, note_id: str) -> Note | None:
    """The note of that id, with all that was added below it and who has seen it."""
    row = db.row("SELECT * FROM visit_note WHERE id = ?", note_id)
    return None if row is None else _note(db, row)


def notes_of_visit(db: Reader, visit_id: str) -> tuple[Note, ...]:
    """Every note of a visit, in the order they were begun."""
    found = db.rows("SELECT * FROM visit_note WHERE visit_id = ? ORDER BY n", visit_id)
    return tuple(_note(db, row) for row in found)


def contact_notes_of(db: Reader, person_ids: Sequence[str], *, limit: int) -> tuple[Note, ...]:
    """Notes of a person without a visit, the newest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(
        f"SELECT * FROM visit_note WHERE person_id IN ({marks}) AND visit_id IS NULL ORDER BY n DESC LIMIT ?",
        *person_ids,
        limit,
    )
    return tuple(_note(db, row) for row in found)


def last_note_of(db: Reader, person_ids: Sequence[str], *, but_visit: str) -> Note | None:
    """The newest note of a person about another visit than this."""
    marks = ", ".join("?" * len(person_ids))
    row = db.row(
        f"SELECT * FROM visit_note WHERE person_id IN ({marks}) AND visit_id IS NOT NULL AND visit_id <> ? "
        "ORDER BY about_us DESC, n DESC LIMIT 1",
        *person_ids,
        but_visit,
    )
    return None if row is None else _note(db, row)


def last_change(db: Reader, note_id: str) -> int:
    """The ledger sequence of the last change of a note's own row; 0 when it is new."""
    return whole(db.value("SELECT max(seq) FROM ledger WHERE subject_id = ?", note_id) or 0)


def privates_of(db: Reader, person_ids: Sequence[str]) -> tuple[Private, ...]:
    """The practitioner's reflections about their work with a person, the newest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM visit_private WHERE person_id IN ({marks}) ORDER BY n DESC", *person_ids)
    return tuple(map(_private, found))


def private_with(db: Reader, private_id: str) -> Private | None:
    """The reflection of that id."""
    row = db.row("SELECT * FROM visit_private WHERE id = ?", private_id)
    return None if row is None else _private(row)


def own_templates(db: Reader) -> tuple[Template, ...]:
    """Own templates that are not set aside, by age."""
    found = db.rows("SELECT * FROM note_template WHERE set_aside_us IS NULL ORDER BY n")
    return tuple(
        Template(
            key=OWN + words(row["id"]),
            name=words(row["name"]),
            about="",
            sections=sections_from(json.loads(words(row["sections"]))),
        )
        for row in found
    )


def snippets(db: Reader) -> tuple[Snippet, ...]:
    """Snippets that are not set aside, by age."""
    return tuple(map(_snippet, db.rows("SELECT * FROM note_snippet WHERE set_aside_us IS NULL ORDER BY n")))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids that belongs to the copy: the practitioner's private reflections do not."""
    return rows_by_table(db, TABLES, person_ids)


def _note(db: Reader, row: Row) -> Note:
    note_id = words(row["id"])
    addenda = db.rows("SELECT * FROM visit_note_addendum WHERE note_id = ? ORDER BY n", note_id)
    readings = db.rows("SELECT * FROM visit_note_reading WHERE note_id = ? ORDER BY n", note_id)
    return Note(
        id=note_id,
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"] or ""),
        kind=NoteKind(words(row["kind"])),
        template=words(row["template"]),
        title=words(row["title"]),
        sections=sections_from(json.loads(words(row["sections"]))),
        about=instant_of(row, "about"),
        written=instant_of(row, "written"),
        from_note_id=words(row["from_note_id"] or ""),
        signed=instant_if_any(row, "signed"),
        locked=instant_if_any(row, "locked"),
        addenda=tuple(
            Addendum(
                id=words(each["id"]),
                voice=Voice(words(each["voice"])),
                words=words(each["words"]),
                added=instant_of(each, "added"),
            )
            for each in addenda
        ),
        readings=tuple(
            Reading(
                id=words(each["id"]),
                voice=Voice(words(each["voice"])),
                way=Way(words(each["way"])),
                seen=instant_of(each, "seen"),
                text_sha256=words(each["text_sha256"]),
            )
            for each in readings
        ),
    )


def _private(row: Row) -> Private:
    return Private(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"] or ""),
        words=words(row["words"]),
        written=instant_of(row, "written"),
    )


def _snippet(row: Row) -> Snippet:
    return Snippet(
        id=words(row["id"]), name=words(row["name"]), words=words(row["words"]), made=instant_of(row, "made")
    )
