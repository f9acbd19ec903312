"""What can be asked about visits."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people import views as people
from healingpartner.people.practitioner.views import practitioner
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits import store
from healingpartner.visits.model import Heard, Owed, Question, Visit, Word, WordKind
from healingpartner.visits.times import overlap

AT_ONCE = 20
_LATEST = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the two are written: `patient` as printed, `called` as the patient asked, `practitioner` as printed."""

    patient: str
    called: str
    practitioner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonVisits:
    """A person's visits, the newest first. `going`: one that is open now; `more`: whether there are earlier ones."""

    person_id: str
    names: Names
    going: Visit | None
    lines: tuple[store.VisitLine, ...]
    more: bool
    questions: tuple[Question, ...]
    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitInFull:
    """One visit with everything said in it. `words`: what was mended stands only in its newest form.

    `questions`: those of this visit and all still open; `beside`: how many visits of others overlap it.
    """

    visit: Visit
    names: Names
    words: tuple[Word, ...]
    heard: tuple[Heard, ...]
    questions: tuple[Question, ...]
    owed: tuple[Owed, ...]
    beside: int

    def of_kind(self, kind: WordKind) -> tuple[Word, ...]:
        """Words of one kind, in order."""
        return tuple(one for one in self.words if one.kind is kind)


def visits_of(db: Reader, person_id: str, *, limit: int = AT_ONCE) -> PersonVisits:
    """A person's visits, records merged into theirs included; Refused when the person is not here."""
    if not is_here(db, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    ids = ids_of(db, person_id)
    lines = store.lines_of(db, ids, before_us=_LATEST, limit=limit + 1)
    return PersonVisits(
        person_id=person_id,
        names=names_of(db, person_id),
        going=next((one for one in store.open_visits(db) if one.person_id in ids), None),
        lines=lines[:limit],
        more=len(lines) > limit,
        questions=store.questions_of(db, ids),
        owed=tuple(one for one in store.owed_of(db, ids) if one.is_open()),
    )


def visit_in_full(db: Reader, visit_id: str) -> VisitInFull:
    """One visit; Refused when it is gone."""
    visit = store.visit_with(db, visit_id)
    if visit is None:
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    ids = ids_of(db, visit.person_id)
    said = store.words_of(db, visit_id)
    mended = {one.in_place_of for one in said}
    return VisitInFull(
        visit=visit,
        names=names_of(db, visit.person_id),
        words=tuple(one for one in said if one.id not in mended),
        heard=store.heard_in(db, visit_id),
        questions=store.questions_of(db, ids, visit_id=visit_id),
        owed=tuple(one for one in store.owed_of(db, ids) if one.visit_id == visit_id or one.is_open()),
        beside=sum(1 for one in store.open_visits(db) if one.person_id not in ids and overlap(one, visit)),
    )


def words_before(db: Reader, visit_id: str) -> tuple[Word, ...]:
    """Words of a visit that were mended since, as they first stood."""
    said = store.words_of(db, visit_id)
    mended = {one.in_place_of for one in said}
    return tuple(one for one in said if one.id in mended)


def names_of(db: Reader, person_id: str) -> Names:
    """How the two are written; Refused when the person is not here."""
    given = people.record(db, person_id).particulars
    return Names(
        patient=given.legal_name or given.shown(),
        called=given.called or given.shown(),
        practitioner=practitioner(db).shown(),
    )


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person that was said, heard, asked and owed, row by row."""
    return store.rows_by_table(db, store.TABLES, ids_of(db, person_id))
