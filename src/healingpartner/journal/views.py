"""What can be asked about the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal import store
from healingpartner.journal.acts import HEARS
from healingpartner.journal.model import Entry, HardOffer, Reply, TakenBack
from healingpartner.journal.reflections import store as reflections
from healingpartner.journal.reflections.model import Opened, Reflection
from healingpartner.journal.repairs import store as repairs
from healingpartner.journal.repairs.model import Repair
from healingpartner.people import views as people
from healingpartner.people.practitioner.views import practitioner
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.reading import Reader, Value

AT_ONCE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the two are written: as printed, and `called` as the patient asked to be called."""

    patient: str
    called: str
    practitioner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry with its replies, or that it was taken back: then its words are not shown."""

    entry: Entry
    replies: tuple[Reply, ...] = ()
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonJournal:
    """A person's journal: the newest entries first; `count`: of all of them; `more`: whether there are earlier ones.

    going: the reflection that is open, or None; opened: the newest last; repairs: the oldest first; hears_such:
    whether the patient wishes to be told, gently, what troubles the practitioner.
    """

    person_id: str
    names: Names
    lines: tuple[EntryLine, ...]
    count: int
    more: bool
    offers: tuple[HardOffer, ...]
    going: Reflection | None
    opened: tuple[Opened, ...]
    repairs: tuple[Repair, ...]
    hears_such: bool = False


def journal_of(db: Reader, person_id: str, *, limit: int = AT_ONCE) -> PersonJournal:
    """The journal, records merged into theirs included; Refused when the person is not here."""
    if not is_here(db, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    ids = ids_of(db, person_id)
    lines = lines_of(db, person_id, limit=limit + 1)
    all_reflections = reflections.reflections_of(db, ids)
    return PersonJournal(
        person_id=person_id,
        names=names_of(db, person_id),
        lines=lines[:limit],
        count=store.count_of(db, ids),
        more=len(lines) > limit,
        offers=tuple(one for one in store.offers_of(db, ids) if not one.entry_id),
        going=next((one for one in all_reflections if one.opened is None and one.closed is None), None),
        opened=reflections.opened_of(db, ids),
        repairs=repairs.repairs_of(db, ids),
        hears_such=hears_such(db, person_id),
    )


def hears_such(db: Reader, person_id: str) -> bool:
    """Whether the patient has said that they wish to be told what troubles the practitioner."""
    answer = people.answers_of_all(db, person_id).get(HEARS)
    return answer is not None and answer.choice == "yes"


def lines_of(
    db: Reader, person_id: str, *, before: tuple[int, str] | None = None, limit: int = AT_ONCE
) -> tuple[EntryLine, ...]:
    """Entries with their replies, the newest first. before: (microseconds, id) of the last one known already."""
    entries = store.entries_of(db, ids_of(db, person_id), before=before, limit=limit)
    ids = [one.id for one in entries]
    replies, taken = store.replies_to(db, ids), store.taken_back_of(db, ids)
    return tuple(
        EntryLine(
            entry=one,
            replies=tuple(each for each in replies if each.entry_id == one.id),
            taken_back=taken.get(one.id),
        )
        for one in entries
    )


def names_of(db: Reader, person_id: str) -> Names:
    """How the two are written; Refused when the person is not here."""
    given = people.record(db, person_id).particulars
    return Names(
        patient=given.legal_name or given.shown(),
        called=given.called or given.shown(),
        practitioner=practitioner(db).shown(),
    )


def questions_waiting(db: Reader) -> tuple[Entry, ...]:
    """Patients' questions that nobody has answered yet, the oldest first."""
    return store.questions_open(db)


def hard_things_waiting(db: Reader) -> tuple[HardOffer, ...]:
    """Hard things of patients, when the practitioner has not said yet how to hear them; the oldest first."""
    return tuple(one for one in store.offers_open(db) if one.by is Voice.PATIENT)


def repairs_waiting(db: Reader) -> tuple[Repair, ...]:
    """Repairs that are under way, the oldest first."""
    return repairs.repairs_going(db)


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person in the journal, row by row; what is sealed stays a box."""
    return store.rows_of(db, (*store.TABLES, *reflections.TABLES, *repairs.TABLES), ids_of(db, person_id))
