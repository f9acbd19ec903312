"""What can be done about a person. Each act runs in one open transaction and writes its ledger lines in it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import _
from healingpartner.people import store
from healingpartner.people.answers import Answer
from healingpartner.people.model import MOST_ROWS, MUTUAL, Link, LinkKind, Particulars
from healingpartner.people.partnership import Partnership, State, check_move
from healingpartner.people.questions import Group, question
from healingpartner.vault.transaction import Transaction


class ChangedMeanwhile(Refused):
    """Someone changed this record after the form was opened. Nothing was written; see `changes_since`."""


def add_person(tx: Transaction, particulars: Particulars, *, answers: Iterable[Answer] = (), sure: bool = False) -> str:
    """A new person of the practice, their partnership new; the person's id. RuleBroken names a field."""
    kept = particulars.cleaned(_today(tx), sure=sure)
    cleaned = [answer.cleaned() for answer in answers]
    person_id = tx.new_id()
    kept = _own(tx, person_id, kept)
    store.write_person(tx, person_id, store.Kept(particulars=kept, archived=False, merged_into=""))
    store.write_partnership(tx, person_id, Partnership(state=State.NEW, moved=tx.at))
    store.write_answers(tx, person_id, cleaned)
    _link_back(tx, person_id, (), kept.links)
    return person_id


def change_person(
    tx: Transaction,
    person_id: str,
    particulars: Particulars,
    *,
    base: int,
    answers: Iterable[Answer] = (),
    sure: bool = False,
) -> None:
    """The whole form again; a family or a couple is written in the other's record too.

    `base`: the ledger sequence the form began from; ChangedMeanwhile when that has moved.
    """
    present = _here(tx, person_id)
    kept = particulars.cleaned(_today(tx), sure=sure)
    cleaned = [answer.cleaned() for answer in answers]
    _check_base(tx, person_id, base)
    store.write_person(tx, person_id, replace(present, particulars=_own(tx, person_id, kept)))
    _link_back(tx, person_id, present.particulars.links, kept.links)
    if cleaned:
        store.write_answers(tx, person_id, cleaned)


def set_preferences(tx: Transaction, person_id: str, answers: Iterable[Answer], *, base: int | None = None) -> None:
    """Wishes, limits and what matters, in the person's words. Questions left out keep their answers; an empty answer
    is taken back. `base` as in `change_person`; None when the person answers right now, on the turned view.
    """
    _here(tx, person_id)
    cleaned = [answer.cleaned() for answer in answers]
    if base is not None:
        _check_base(tx, person_id, base)
    store.write_answers(tx, person_id, cleaned)


def introduce(tx: Transaction, person_id: str, answers: Iterable[Answer]) -> None:
    """The person's answers of the first meeting."""
    given = list(answers)
    for answer in given:
        if question(answer.cleaned().question).group is not Group.MEETING:
            raise RuleBroken(answer.question, _("This is not a question of the first meeting."))
    set_preferences(tx, person_id, given)


def archive(tx: Transaction, person_id: str) -> None:
    """Put the record away from the list; everything stays."""
    store.write_person(tx, person_id, replace(_here(tx, person_id), archived=True))


def unarchive(tx: Transaction, person_id: str) -> None:
    """Bring the record back to the list."""
    store.write_person(tx, person_id, replace(_here(tx, person_id), archived=False))


def merge(tx: Transaction, from_id: str, *, into_id: str) -> None:
    """Two records are one person: `from_id` is shown under `into_id` from now on. Everything of both stays."""
    gone, stays = _here(tx, from_id), _here(tx, into_id)
    if from_id == into_id:
        raise RuleBroken("into", _("Please choose another record: this is the same one."))
    if gone.merged_into or stays.merged_into:
        raise RuleBroken("into", _("One of these is already joined to another record. Take that back first."))
    store.write_person(tx, from_id, replace(gone, merged_into=into_id))


def unmerge(tx: Transaction, from_id: str) -> None:
    """Take a merge back: the record stands by itself again."""
    store.write_person(tx, from_id, replace(_here(tx, from_id), merged_into=""))


def link_people(
    tx: Transaction, person_id: str, other_id: str, *, kind: LinkKind, relation: str = "", relation_back: str = ""
) -> None:
    """Link two people of the practice, each in the other's record: `relation` is what the other is to the person."""
    if person_id == other_id:
        raise RuleBroken("other_id", _("Please choose someone else: this is the same person."))
    for one, two, words in ((person_id, other_id, relation), (other_id, person_id, relation_back)):
        kept = _here(tx, one)
        stays = tuple(link for link in kept.particulars.links if (link.other_id, link.kind) != (two, kind))
        links = (*stays, Link(kind=kind, other_id=two, relation=words))
        cleaned = replace(kept.particulars, links=links).cleaned(_today(tx), sure=True)
        store.write_person(tx, one, replace(kept, particulars=cleaned))


def move_partnership(
    tx: Transaction, person_id: str, to_state: State, *, since: PartialDate | None = None, mistaken: bool = False
) -> None:
    """Move the partnership; other rooms' acts call this inside their own transaction.

    Nothing happens when it stands there already. Becoming partners dates the partnership from `since`, or from
    today, unless it has begun before. `mistaken` allows taking back a death that was noted by mistake.
    """
    _here(tx, person_id)
    old = store.read_partnership(tx, person_id)
    state = old.state if old else State.NEW
    if state is to_state and old is not None:
        return
    check_move(state, to_state, mistaken=mistaken)
    begun = old.partners_since if old else None
    if to_state is State.PARTNERS and begun is None:
        today = _today(tx)
        begun = since or PartialDate(year=today.year, month=today.month, day=today.day)
    store.write_partnership(tx, person_id, Partnership(state=to_state, moved=tx.at, partners_since=begun))


def _today(tx: Transaction) -> date:
    return tx.at.local().date()


def _here(tx: Transaction, person_id: str) -> store.Kept:
    kept = store.read_person(tx, person_id)
    if kept is None:
        raise Refused(
            _("This person's record is not here any more."),
            then=_("It may have been erased. Please go back to the list."),
        )
    return kept


def _check_base(tx: Transaction, person_id: str, base: int) -> None:
    if store.last_change(tx, person_id) > base:
        raise ChangedMeanwhile(
            _("This record was changed while you were writing."),
            where=_("Your text is kept as a draft and nothing was written over."),
            then=_("Look at both, then save again."),
        )


def _own(tx: Transaction, person_id: str, kept: Particulars) -> Particulars:
    """Rows with an id that is not of this record (taken out meanwhile) become new; nobody is linked to themselves."""
    known = _row_ids(tx, person_id)
    for at, link in enumerate(kept.links):
        if link.other_id == person_id:
            raise RuleBroken(f"links.{at}.name", _("Please choose someone else: this is the same person."))
    return replace(
        kept,
        contacts=tuple(each if each.id in known else replace(each, id="") for each in kept.contacts),
        links=tuple(each if each.id in known else replace(each, id="") for each in kept.links),
        identifiers=tuple(each if each.id in known else replace(each, id="") for each in kept.identifiers),
    )


def _link_back(tx: Transaction, person_id: str, before: tuple[Link, ...], now: tuple[Link, ...]) -> None:
    """A family or a couple is one in both records: what came or went here comes or goes there."""
    was, is_now = _mutual(before), _mutual(now)
    for other_id, kind in sorted(was ^ is_now):
        kept = store.read_person(tx, other_id)
        if kept is None:
            continue
        links = kept.particulars.links
        standing = tuple(link for link in links if (link.other_id, link.kind) == (person_id, kind))
        if (other_id, kind) in was:
            wanted = tuple(link for link in links if link not in standing)
        elif standing or len(links) >= MOST_ROWS:
            continue
        else:
            wanted = (*links, Link(kind=kind, other_id=person_id))
        store.write_person(tx, other_id, replace(kept, particulars=replace(kept.particulars, links=wanted)))


def _mutual(links: tuple[Link, ...]) -> frozenset[tuple[str, LinkKind]]:
    return frozenset((link.other_id, link.kind) for link in links if link.other_id and link.kind in MUTUAL)


def _row_ids(tx: Transaction, person_id: str) -> frozenset[str]:
    present = store.read_person(tx, person_id)
    if present is None:
        return frozenset()
    given = present.particulars
    ids = [each.id for each in given.contacts]
    ids += [each.id for each in given.links]
    ids += [each.id for each in given.identifiers]
    return frozenset(ids)
