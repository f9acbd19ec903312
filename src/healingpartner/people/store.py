"""People in rows and out of them: the only SQL of this room about the people of the practice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from healingpartner.people.answers import Answer
from healingpartner.people.columns import (
    answer_of,
    answer_row,
    contact_of,
    contact_row,
    day_of,
    identifier_of,
    identifier_row,
    link_of,
    link_row,
    person_row,
)
from healingpartner.people.model import Particulars
from healingpartner.people.partnership import Partnership, State
from healingpartner.people.reading import ListRow
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, as_mapping, whole, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "people"
PERSON = Table(ROOM, "person")
CONTACT = Table(ROOM, "person_contact")
LINK = Table(ROOM, "person_link")
IDENTIFIER = Table(ROOM, "person_identifier")
ANSWER = Table(ROOM, "person_answer")
PARTNERSHIP = Table(ROOM, "partnership")
TABLES = (PERSON, CONTACT, LINK, IDENTIFIER, ANSWER, PARTNERSHIP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A person as stored: particulars, and whether the record is archived or merged into another."""

    particulars: Particulars
    archived: bool
    merged_into: str


# -- writing --------------------------------------------------------------------------------------------


def write_person(tx: Transaction, person_id: str, kept: Kept) -> None:
    """The person's row and the rows that belong to it; only what differs from the present is written."""
    given = kept.particulars
    _settle(tx, PERSON, person_id, [person_row(person_id, given, archived=kept.archived, merged_into=kept.merged_into)])
    _settle(tx, CONTACT, person_id, [contact_row(tx.new_id, each, at) for at, each in enumerate(given.contacts)])
    _settle(tx, LINK, person_id, [link_row(tx.new_id, each, at) for at, each in enumerate(given.links)])
    _settle(
        tx, IDENTIFIER, person_id, [identifier_row(tx.new_id, each, at) for at, each in enumerate(given.identifiers)]
    )
    tx.remember_words(
        room=ROOM,
        kind="person",
        subject_id=person_id,
        person_id=person_id,
        title=given.shown(),
        words=" ".join(_findable(given)),
    )


def write_answers(tx: Transaction, person_id: str, answers: Iterable[Answer]) -> None:
    """These answers; those of other questions stay, and an empty one takes its row away."""
    standing = {words(row["question"]): as_mapping(row) for row in _rows_of(tx, ANSWER, person_id)}
    for answer in answers:
        old = standing.get(answer.question)
        if answer.empty():
            if old is not None:
                tx.remove(ANSWER, words(old["id"]), person_id=person_id)
                del standing[answer.question]
            continue
        row = answer_row(words(old["id"]) if old is not None else tx.new_id(), person_id, answer)
        if old != row:
            tx.put(ANSWER, row, person_id=person_id)
            standing[answer.question] = row
    spoken = [words(row["words"]) for row in standing.values() if row["words"]]
    title = words(tx.value("SELECT shown FROM person WHERE id = ?", person_id))
    tx.remember_words(
        room=ROOM, kind="wishes", subject_id=person_id, person_id=person_id, title=title, words=" ".join(spoken)
    )


def write_partnership(tx: Transaction, person_id: str, partnership: Partnership) -> None:
    """How the partnership stands; one row a person."""
    old = tx.value("SELECT id FROM partnership WHERE person_id = ?", person_id)
    row: dict[str, Value] = {
        "id": tx.new_id() if old is None else words(old),
        "person_id": person_id,
        "state": partnership.state.value,
        "partners_since": partnership.partners_since.text() if partnership.partners_since else None,
        **instant_columns("moved", partnership.moved),
    }
    tx.put(PARTNERSHIP, row, person_id=person_id)


def _settle(tx: Transaction, table: Table, person_id: str, wanted: Sequence[Mapping[str, Value]]) -> None:
    present = {words(row["id"]): as_mapping(row) for row in _rows_of(tx, table, person_id)}
    staying = {row["id"] for row in wanted}
    for row_id in present:
        if row_id not in staying:
            tx.remove(table, row_id, person_id=person_id)
    for row in wanted:
        whole_row = {**row, "person_id": person_id}
        if present.get(words(row["id"])) != whole_row:
            tx.put(table, whole_row, person_id=person_id)


def _findable(given: Particulars) -> list[str]:
    found = [given.legal_name, given.preferred_name, given.called, given.address, given.language]
    found += [text for each in given.contacts for text in (each.value, each.note)]
    found += [text for each in given.links for text in (each.name, each.relation, each.reach)]
    found += [each.value for each in given.identifiers]
    return [text for text in dict.fromkeys(found) if text]


# -- reading --------------------------------------------------------------------------------------------


def read_person(db: Reader, person_id: str) -> Kept | None:
    """The person, or None when there is no such record (any more)."""
    row = db.row("SELECT * FROM person WHERE id = ?", person_id)
    if row is None:
        return None
    particulars = Particulars(
        legal_name=words(row["legal_name"]),
        preferred_name=words(row["preferred_name"]),
        called=words(row["called"]),
        pronouns=words(row["pronouns"]),
        birth_date=day_of(row["birth_date"]),
        address=words(row["address"]),
        language=words(row["language"]),
        contacts=tuple(contact_of(each) for each in _rows_of(db, CONTACT, person_id)),
        links=tuple(link_of(each) for each in _rows_of(db, LINK, person_id)),
        identifiers=tuple(identifier_of(each) for each in _rows_of(db, IDENTIFIER, person_id)),
    )
    return Kept(particulars=particulars, archived=bool(row["archived"]), merged_into=words(row["merged_into"] or ""))


def read_answers(db: Reader, person_id: str) -> dict[str, Answer]:
    """The person's answers by question."""
    return {words(row["question"]): answer_of(row) for row in _rows_of(db, ANSWER, person_id)}


def read_partnership(db: Reader, person_id: str) -> Partnership | None:
    """How the partnership stands, or None when there is no such person."""
    row = db.row("SELECT * FROM partnership WHERE person_id = ?", person_id)
    if row is None:
        return None
    return Partnership(
        state=State(words(row["state"])), moved=instant_of(row, "moved"), partners_since=day_of(row["partners_since"])
    )


def read_list(db: Reader, *, archived: bool) -> list[ListRow]:
    """Everyone of the list in the order of their folded names; people merged into another come after, nameless
    to the list but found under the record they were merged into.
    """
    found = db.rows(
        "SELECT person.id, shown, folded, coalesce(state, 'new'), coalesce(partners_since, ''), "
        "coalesce(birth_date, '') FROM person "
        "LEFT JOIN partnership INDEXED BY partnership_list ON partnership.person_id = person.id "
        "WHERE archived = ? AND merged_into IS NULL ORDER BY folded, person.id",
        int(archived),
    )
    listed = [cast(ListRow, tuple(cast(Iterable[str], row))) for row in found]
    joined = db.rows(
        "SELECT person.id, merged_into, folded, coalesce(state, 'new'), coalesce(partners_since, '') FROM person "
        "INDEXED BY person_merged LEFT JOIN partnership INDEXED BY partnership_list "
        "ON partnership.person_id = person.id WHERE merged_into IS NOT NULL"
    )
    if joined:
        _add_joined(listed, joined)
    return listed


def _add_joined(listed: list[ListRow], joined: Sequence[Row]) -> None:
    """Give each row the names of records joined to it, and their partnership where its own is still new."""
    ways = {words(row["id"]): words(row["merged_into"]) for row in joined}
    under: dict[str, list[Row]] = {}
    for row in joined:
        whole_id = words(row["merged_into"])
        while whole_id in ways:
            whole_id = ways[whole_id]
        under.setdefault(whole_id, []).append(row)
    for at, (person_id, shown, folded, state, since, born) in enumerate(listed):
        if person_id not in under:
            continue
        names = "\n".join((folded, *(words(row["folded"]) for row in under[person_id])))
        begun = next((row for row in under[person_id] if words(row[3]) != "new"), None)
        if state == "new" and begun is not None:
            listed[at] = (person_id, shown, names, words(begun[3]), words(begun[4]), born)
        else:
            listed[at] = (person_id, shown, names, state, since, born)


def read_alike_rows(db: Reader) -> list[tuple[str, str, str, str]]:
    """(id, shown, folded, birth date or "") of everyone not merged away, for likeness."""
    found = db.rows(
        "SELECT id, shown, folded, coalesce(birth_date, '') FROM person "
        "INDEXED BY person_list WHERE merged_into IS NULL"
    )
    return [cast(tuple[str, str, str, str], tuple(cast(Iterable[str], row))) for row in found]


def read_people_with_digits(db: Reader, digits: str) -> frozenset[str]:
    """Ids of people with a phone number that ends in the same digits."""
    found = db.rows("SELECT DISTINCT person_id FROM person_contact WHERE digits = ?", digits)
    return frozenset(words(row[0]) for row in found)


def read_names(db: Reader, ids: Iterable[str]) -> dict[str, str]:
    """The present shown names of those of these people that are still here."""
    names = {each: db.value("SELECT shown FROM person WHERE id = ?", each) for each in dict.fromkeys(ids)}
    return {each: words(name) for each, name in names.items() if name is not None}


def read_links_to(db: Reader, person_id: str) -> list[tuple[str, str, str, str]]:
    """(person id, shown name, kind, relation) of everyone who is linked to this person."""
    found = db.rows(
        "SELECT person.id, shown, kind, relation FROM person_link JOIN person ON person.id = person_link.person_id "
        "WHERE other_id = ? ORDER BY folded",
        person_id,
    )
    return [(words(row[0]), words(row[1]), words(row[2]), words(row[3])) for row in found]


def read_merged_into(db: Reader, person_id: str) -> tuple[str, ...]:
    """Ids of the records merged straight into this one."""
    return tuple(words(row[0]) for row in db.rows("SELECT id FROM person WHERE merged_into = ? ORDER BY id", person_id))


def last_change(db: Reader, person_id: str) -> int:
    """The ledger sequence of the last change of what a form about the person holds: all but the partnership."""
    found = db.value(
        "SELECT max(seq) FROM ledger WHERE person_id = ? AND room = ? AND commitment IS NOT NULL "
        "AND subject_id NOT IN (SELECT id FROM partnership WHERE person_id = ?)",
        person_id,
        ROOM,
        person_id,
    )
    return whole(found or 0)


def _rows_of(db: Reader, table: Table, person_id: str) -> list[Row]:
    order = "position" if table in (CONTACT, LINK, IDENTIFIER) else "id"
    return db.rows(f"SELECT * FROM {table.name} WHERE person_id = ? ORDER BY {order}", person_id)
