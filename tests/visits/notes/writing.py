"""Notes written for tests."""

from healingpartner.practice import Practice
from healingpartner.visits.notes import acts
from healingpartner.visits.notes.library import templates
from healingpartner.visits.notes.model import NoteAsked, Section, Template
from visits.meeting import DESK


def template(key: str = "soap") -> Template:
    return next(one for one in templates("en") if one.key == key)


def asked(words: str = "Slept badly.", *, key: str = "soap", carried: bool = False, origin: str = "") -> NoteAsked:
    """A form with words in its first part."""
    shape = template(key)
    first = Section(key=shape.sections[0].key, title=shape.sections[0].title, words=words, carried=carried)
    return NoteAsked(template=key, sections=(first, *shape.sections[1:]), from_note_id=origin)


def written(practice: Practice, person_id: str, visit_id: str, words: str = "Slept badly.") -> str:
    """A note that was kept; its id."""
    return practice.do(acts.keep_note, person_id, asked(words), visit_id=visit_id, by=DESK)


def locked(practice: Practice, person_id: str, visit_id: str) -> str:
    """A note that was kept, signed and locked; its id."""
    note_id = written(practice, person_id, visit_id)
    practice.do(acts.sign_note, note_id, by=DESK)
    practice.do(acts.lock_note, note_id, by=DESK)
    return note_id
