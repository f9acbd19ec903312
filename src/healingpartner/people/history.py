"""What a person's record said before: field by field, when, and by whose hand."""

from collections.abc import Iterator, Mapping

from healingpartner.foundation.words import N_, _, spoken
from healingpartner.people import columns, store
from healingpartner.people.model import CONTACT_WORDS, LINK_WORDS
from healingpartner.people.partnership import State, state_words
from healingpartner.people.questions import known, question
from healingpartner.people.reading import FieldChange
from healingpartner.vault.history import RowVersion, versions_for_person
from healingpartner.vault.reading import Reader, Value, words

_Columns = Mapping[str, Value]

PERSON_FIELDS = {
    "legal_name": N_("Name in their papers"),
    "preferred_name": N_("Name they wish to be known by"),
    "called": N_("What we call them"),
    "pronouns": N_("Pronouns"),
    "birth_date": N_("Birth date"),
    "address": N_("Address"),
    "language": N_("Language"),
    "archived": N_("Put away from the list"),
    "merged_into": N_("Joined to another record"),
}


def label_of(field: str) -> str:
    """What a field of a FieldChange is called, in the language of the screen."""
    if field in PERSON_FIELDS:
        return _(PERSON_FIELDS[field])
    kind, _dot, key = field.partition(".")
    if kind == "answers":
        return _(question(key).label) if known(key) else key
    return {
        "contacts": _("How to reach them"),
        "links": _("People around them"),
        "identifiers": _("Numbers"),
        "partnership": _("Partnership"),
    }[kind]


def history_of(db: Reader, person_id: str) -> tuple[FieldChange, ...]:
    """Every change of every field of this person that was not erased, the newest first."""
    return tuple(reversed(list(_changes(db, person_id, after=0))))


def changes_since(db: Reader, person_id: str, base: int) -> tuple[FieldChange, ...]:
    """What changed after the ledger sequence `base`, oldest first; moves of the partnership are left out."""
    return tuple(each for each in _changes(db, person_id, after=base) if each.field != "partnership")


def _changes(db: Reader, person_id: str, *, after: int) -> Iterator[FieldChange]:
    last: dict[tuple[str, str], _Columns] = {}
    for version in versions_for_person(db, person_id, store.TABLES):
        row = (version.table, version.row_id)
        before, now = _readable(version.table, last.get(row)), _readable(version.table, version.row)
        if version.row is None:
            last.pop(row, None)
        else:
            last[row] = version.row
        if version.seq > after:
            yield from _differences(version, before, now)


def _differences(version: RowVersion, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[FieldChange]:
    for field in dict.fromkeys((*before, *now)):
        was, is_now = before.get(field, ""), now.get(field, "")
        if was != is_now:
            yield FieldChange(
                seq=version.seq,
                at=version.at,
                by=version.by,
                hand=version.hand,
                field=field,
                before=was,
                after=is_now,
            )


def _readable(table: str, row: _Columns | None) -> dict[str, str]:
    """A row's fields as plain words, by the keys `label_of` knows."""
    if row is None:
        return {}
    return _READERS[table](row)


def _person(row: _Columns) -> dict[str, str]:
    born = columns.day_of(row["birth_date"])
    plain = {
        field: words(row[field]) for field in PERSON_FIELDS if field not in ("birth_date", "archived", "merged_into")
    }
    return {
        **plain,
        "birth_date": spoken().partial_date(born) if born else "",
        "archived": _("yes") if row["archived"] else "",
        "merged_into": _("yes") if row["merged_into"] else "",
    }


def _contact(row: _Columns) -> dict[str, str]:
    each = columns.contact_of(row)
    return {"contacts": _joined(_(CONTACT_WORDS[each.kind]), each.value, each.note)}


def _link(row: _Columns) -> dict[str, str]:
    each = columns.link_of(row)
    who = each.name or (_("someone of this practice") if each.other_id else "")
    return {"links": _joined(_(LINK_WORDS[each.kind]), who, each.relation, each.reach, each.basis)}


def _identifier(row: _Columns) -> dict[str, str]:
    each = columns.identifier_of(row)
    return {"identifiers": _joined(each.system, each.value)}


def _answer(row: _Columns) -> dict[str, str]:
    each = columns.answer_of(row)
    return {f"answers.{each.question}": each.read()}


def _partnership(row: _Columns) -> dict[str, str]:
    return {"partnership": state_words(State(words(row["state"])))}


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_READERS = {
    store.PERSON.name: _person,
    store.CONTACT.name: _contact,
    store.LINK.name: _link,
    store.IDENTIFIER.name: _identifier,
    store.ANSWER.name: _answer,
    store.PARTNERSHIP.name: _partnership,
}
