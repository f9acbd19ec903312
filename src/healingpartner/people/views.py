"""What can be asked about people: functions that return frozen read models."""

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people import store
from healingpartner.people.answers import Answer, header_chips, in_order
from healingpartner.people.called import Called, called_by
from healingpartner.people.model import LinkKind, Particulars
from healingpartner.people.partnership import Partnership, State
from healingpartner.people.reading import (
    ListRow,
    NamedLink,
    PersonHeader,
    PersonRecord,
    Representative,
)
from healingpartner.vault.reading import Reader

_BEGINNING = Instant(utc_us=0, offset_min=0, zone="UTC")


def list_rows(db: Reader, *, archived: bool = False) -> list[ListRow]:
    """One plain tuple for everyone in the list, in the order of their folded names: 20,000 are quick."""
    return store.read_list(db, archived=archived)


def header(db: Reader, person_id: str, *, now: Instant) -> PersonHeader:
    """What stands above every page of a person; Refused when the record is gone. `now` dates the age."""
    kept, given = _kept(db, person_id)
    partnership = _partnership(db, person_id)
    died = partnership.state is State.DIED
    return PersonHeader(
        id=person_id,
        name=given.shown(),
        called=given.called or given.shown(),
        pronouns=given.pronouns,
        age=given.birth_date.age_on(now.local().date()) if given.birth_date and not died else None,
        birth_date=given.birth_date,
        state=partnership.state,
        partners_since=partnership.partners_since,
        chips=header_chips(answers_of_all(db, person_id)),
        language=given.language,
        archived=kept.archived,
        merged_into=kept.merged_into,
    )


def record(db: Reader, person_id: str) -> PersonRecord:
    """Everything kept here about a person, with the records merged into theirs; Refused when it is gone."""
    kept, given = _kept(db, person_id)
    return PersonRecord(
        id=person_id,
        particulars=given,
        answers=in_order(store.read_answers(db, person_id)),
        partnership=_partnership(db, person_id),
        archived=kept.archived,
        merged_into=kept.merged_into,
        base=store.last_change(db, person_id),
        link_names=store.read_names(db, (link.other_id for link in given.links if link.other_id)),
        named_by=tuple(
            NamedLink(person_id=other, name=name, kind=kind, relation=relation)
            for other, name, kind, relation in store.read_links_to(db, person_id)
        ),
        merged=tuple(record(db, each) for each in store.read_merged_into(db, person_id)),
    )


def answers_of_all(db: Reader, person_id: str) -> dict[str, Answer]:
    """The person's answers; where a question was answered only in a record merged into theirs, that answer."""
    answers: dict[str, Answer] = {}
    for each in reversed(ids_of(db, person_id)):
        answers.update(store.read_answers(db, each))
    return answers


def called(db: Reader, person_id: str) -> Called:
    """How to speak of this person; nothing when the record is gone."""
    found = (store.read_person(db, each) for each in ids_of(db, person_id))
    return called_by([kept.particulars for kept in found if kept is not None], answers_of_all(db, person_id))


def ids_of(db: Reader, person_id: str) -> tuple[str, ...]:
    """The person's id and those of every record merged into theirs: what a room asks for to see all of someone."""
    return (person_id, *(each for merged in store.read_merged_into(db, person_id) for each in ids_of(db, merged)))


def state_of(db: Reader, person_id: str) -> State:
    """How the partnership stands."""
    return _partnership(db, person_id).state


def representatives(db: Reader, person_id: str) -> tuple[Representative, ...]:
    """Those who may speak or sign for this person, with the ground on which they may."""
    given = _kept(db, person_id)[1]
    names = store.read_names(db, (link.other_id for link in given.links if link.other_id))
    return tuple(
        Representative(
            name=link.name or names.get(link.other_id, ""), relation=link.relation, basis=link.basis, reach=link.reach
        )
        for link in given.links
        if link.kind is LinkKind.REPRESENTATIVE
    )


def is_here(db: Reader, person_id: str) -> bool:
    """Whether there is such a record."""
    return store.read_person(db, person_id) is not None


def _partnership(db: Reader, person_id: str) -> Partnership:
    """The person's own, or while that is new, the one begun in a record merged into theirs."""
    all_of_them = (store.read_partnership(db, each) for each in ids_of(db, person_id))
    begun = next((each for each in all_of_them if each is not None and each.state is not State.NEW), None)
    return begun or store.read_partnership(db, person_id) or Partnership(state=State.NEW, moved=_BEGINNING)


def _kept(db: Reader, person_id: str) -> tuple[store.Kept, Particulars]:
    kept = store.read_person(db, person_id)
    if kept is None:
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    return kept, kept.particulars
