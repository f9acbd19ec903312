"""Models and the columns they lie in, for a row of the present as for one of the ledger."""

from collections.abc import Callable, Mapping

from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.people.answers import Answer, Said
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.names import folded_names
from healingpartner.vault.reading import Row, Value, whole, words


def person_row(person_id: str, given: Particulars, *, archived: bool, merged_into: str) -> dict[str, Value]:
    """A person's own columns, the shown and the folded names among them."""
    return {
        "id": person_id,
        "person_id": person_id,
        "legal_name": given.legal_name,
        "preferred_name": given.preferred_name,
        "called": given.called,
        "pronouns": given.pronouns,
        "birth_date": given.birth_date.text() if given.birth_date else None,
        "address": given.address,
        "language": given.language,
        "shown": given.shown(),
        "folded": folded_names(given.shown(), given.legal_name, given.called),
        "archived": int(archived),
        "merged_into": merged_into or None,
    }


def answer_row(row_id: str, person_id: str, answer: Answer) -> dict[str, Value]:
    """An answer's columns."""
    return {
        "id": row_id,
        "person_id": person_id,
        "question": answer.question,
        "said": answer.said.value,
        "choice": answer.choice,
        "words": answer.words,
        "amount_minor": answer.amount.minor if answer.amount else None,
        "amount_currency": answer.amount.currency if answer.amount else None,
    }


def contact_row(fresh_id: Callable[[], str], each: Contact, at: int) -> dict[str, Value]:
    """A contact's own columns; one that is new gets an id."""
    return {
        "id": each.id or fresh_id(),
        "position": at,
        "kind": each.kind.value,
        "value": each.value,
        "note": each.note,
        "digits": each.digits(),
    }


def link_row(fresh_id: Callable[[], str], each: Link, at: int) -> dict[str, Value]:
    """A link's own columns; one that is new gets an id."""
    return {
        "id": each.id or fresh_id(),
        "position": at,
        "kind": each.kind.value,
        "relation": each.relation,
        "name": each.name,
        "other_id": each.other_id or None,
        "reach": each.reach,
        "basis": each.basis,
    }


def identifier_row(fresh_id: Callable[[], str], each: Identifier, at: int) -> dict[str, Value]:
    """An identifier's own columns; one that is new gets an id."""
    return {"id": each.id or fresh_id(), "position": at, "system": each.system, "value": each.value}


def day_of(value: Value) -> PartialDate | None:
    """A stored partial date."""
    return PartialDate.read(words(value)) if value else None


def contact_of(row: Row | Mapping[str, Value]) -> Contact:
    """A contact from its columns."""
    return Contact(
        id=words(row["id"]),
        kind=ContactKind(words(row["kind"])),
        value=words(row["value"]),
        note=words(row["note"]),
    )


def link_of(row: Row | Mapping[str, Value]) -> Link:
    """A link from its columns."""
    return Link(
        id=words(row["id"]),
        kind=LinkKind(words(row["kind"])),
        relation=words(row["relation"]),
        name=words(row["name"]),
        other_id=words(row["other_id"] or ""),
        reach=words(row["reach"]),
        basis=words(row["basis"]),
    )


def identifier_of(row: Row | Mapping[str, Value]) -> Identifier:
    """An identifier from its columns."""
    return Identifier(id=words(row["id"]), system=words(row["system"]), value=words(row["value"]))


def answer_of(row: Row | Mapping[str, Value]) -> Answer:
    """An answer from its columns."""
    minor, currency = row["amount_minor"], row["amount_currency"]
    amount = None if minor is None else Money(minor=whole(minor), currency=words(currency))
    return Answer(
        question=words(row["question"]),
        said=Said(words(row["said"])),
        choice=words(row["choice"]),
        words=words(row["words"]),
        amount=amount,
    )
