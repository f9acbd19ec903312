"""Between what stands in the form and the model: plain texts for a draft on one side, particulars on the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import spoken
from healingpartner.people.answers import Answer, Said
from healingpartner.people.model import (
    Contact,
    ContactKind,
    Identifier,
    Link,
    LinkKind,
    Particulars,
)
from healingpartner.people.reading import PersonRecord

PLAIN = ("legal_name", "preferred_name", "called", "pronouns", "address", "language")


def typed_of(record: PersonRecord) -> dict[str, Any]:
    """A record as the form shows it; linked people by their present names."""
    given = record.particulars
    return {
        **{name: getattr(given, name) for name in PLAIN},
        "birth_date": spoken().partial_date(given.birth_date) if given.birth_date else "",
        "contacts": [
            {"id": each.id, "kind": each.kind.value, "value": each.value, "note": each.note} for each in given.contacts
        ],
        "links": [_typed_link(each, record.link_names) for each in given.links],
        "identifiers": [{"id": each.id, "system": each.system, "value": each.value} for each in given.identifiers],
        "wishes": {answer.question: _typed_answer(answer) for answer in record.answers},
    }


def particulars_of(typed: Mapping[str, Any], birth_date: PartialDate | None) -> Particulars:
    """What is typed, as the model takes it (not yet cleaned)."""
    return Particulars(
        **{name: str(typed.get(name, "")) for name in PLAIN},
        birth_date=birth_date,
        contacts=tuple(
            Contact(id=each["id"], kind=ContactKind(each["kind"]), value=each["value"], note=each["note"])
            for each in _rows(typed, "contacts")
        ),
        links=tuple(_link(each) for each in _rows(typed, "links")),
        identifiers=tuple(
            Identifier(id=each["id"], system=each["system"], value=each["value"])
            for each in _rows(typed, "identifiers")
        ),
    )


def _rows(typed: Mapping[str, Any], name: str) -> Sequence[Mapping[str, str]]:
    rows = typed.get(name)
    return rows if isinstance(rows, list) else []


def _link(each: Mapping[str, str]) -> Link:
    kind = LinkKind(each["kind"])
    return Link(
        id=each["id"],
        kind=kind,
        name="" if each["other_id"] else each["name"],
        other_id=each["other_id"],
        relation=each["relation"],
        reach=each["reach"],
        basis=each["basis"] if kind is LinkKind.REPRESENTATIVE else "",
    )


def _typed_link(each: Link, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "id": each.id,
        "kind": each.kind.value,
        "name": each.name or names.get(each.other_id, ""),
        "other_id": each.other_id,
        "relation": each.relation,
        "reach": each.reach,
        "basis": each.basis,
    }


def _typed_answer(answer: Answer) -> dict[str, str]:
    pressed = answer.choice if answer.said is Said.SAID else answer.said.value
    amount = answer.amount
    return {
        "pressed": pressed,
        "words": answer.words,
        "amount": spoken().money(amount) if amount else "",
        "currency": amount.currency if amount else "",
    }
