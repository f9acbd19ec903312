"""Rows of this room in and out: the only SQL of agreements."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from healingpartner.agreements.envelope import Envelope, envelope_body, envelope_from
from healingpartner.agreements.marks import text_body, text_from
from healingpartner.agreements.model import Agreement, AgreementVersion, Signature, Standing, State
from healingpartner.agreements.wording import MEDIA_TYPE
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.strokes import drawing_body, drawing_from
from healingpartner.foundation.words import _
from healingpartner.vault.canonical import canonical
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, as_mapping, raw, whole, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "agreements"
AGREEMENT = Table(ROOM, "agreement")
VERSION = Table(ROOM, "agreement_version")
SIGNATURE = Table(ROOM, "agreement_signature")
TABLES = (AGREEMENT, VERSION, SIGNATURE)
MARKED = "marked"  # among signed roles: the patient made a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """A signature as it lies, unread: what verifying hashes."""

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    role: str
    envelope: str
    envelope_sha256: str
    drawing: str | None


def put_agreement(tx: Transaction, agreement: Agreement) -> None:
    """Write the agreement's row as it now stands."""
    row: dict[str, Value] = {
        "id": agreement.id,
        "person_id": agreement.person_id,
        "state": agreement.state.value,
        "title": agreement.title,
        "version_id": agreement.version_id,
        "ask_again_on": None if agreement.ask_again_on is None else agreement.ask_again_on.text(),
    }
    row |= instant_columns("offered", agreement.offered)
    for name, at in (
        ("talked_over", agreement.talked_over),
        ("thinking", agreement.thinking_since),
        ("withdrawn", agreement.withdrawn),
        ("signed", agreement.signed),
    ):
        row |= instant_columns(name, at)
    tx.put(AGREEMENT, row, person_id=agreement.person_id)


def put_version(tx: Transaction, version: AgreementVersion) -> None:
    """Write a text, once."""
    row: dict[str, Value] = {
        "id": version.id,
        "person_id": version.person_id,
        "agreement_id": version.agreement_id,
        "number": version.number,
        "wording": canonical(text_body(version.body)).decode(),
        "media_type": MEDIA_TYPE,
        "text": version.text,
        "text_sha256": version.text_sha256,
    }
    tx.put(VERSION, row | instant_columns("made", version.made), person_id=version.person_id)


def put_signature(tx: Transaction, signature: Signature) -> None:
    """Write a signature, once."""
    drawing = signature.drawing
    row: dict[str, Value] = {
        "id": signature.id,
        "person_id": signature.person_id,
        "agreement_id": signature.agreement_id,
        "version_id": signature.version_id,
        "role": signature.envelope.role.value,
        "envelope": canonical(envelope_body(signature.envelope)).decode(),
        "envelope_sha256": signature.envelope_sha256,
        "drawing": None if drawing is None else canonical(drawing_body(drawing)).decode(),
    }
    tx.put(SIGNATURE, row, person_id=signature.person_id)


def agreement_with(db: Reader, agreement_id: str) -> Agreement | None:
    """The agreement of that id."""
    row = db.row("SELECT * FROM agreement WHERE id = ?", agreement_id)
    return None if row is None else _agreement(row)


def agreements_of(db: Reader, person_ids: Sequence[str]) -> tuple[Agreement, ...]:
    """Every agreement of a person (all ids that are theirs), in the order they were offered."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM agreement WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(map(_agreement, found))


def every_standing(db: Reader) -> Iterator[tuple[str, Standing]]:
    """(person id, where their latest agreement stands), those taken back left out, the oldest first."""
    for row in db.rows(
        "SELECT person_id, id, state, signed_us, signed_offset, signed_zone, thinking_us, thinking_offset, "
        "thinking_zone, ask_again_on FROM agreement WHERE n IN "
        "(SELECT max(n) FROM agreement WHERE state <> 'withdrawn' GROUP BY person_id) ORDER BY n"
    ):
        again = row["ask_again_on"]
        standing = Standing(
            agreement_id=words(row["id"]),
            state=State(words(row["state"])),
            signed=instant_if_any(row, "signed"),
            thinking_since=instant_if_any(row, "thinking"),
            ask_again_on=None if again is None else PartialDate.read(words(again)),
        )
        yield words(row["person_id"]), standing


def version_row(db: Reader, version_id: str) -> Row | None:
    """A text's row as it lies."""
    return db.row("SELECT * FROM agreement_version WHERE id = ?", version_id)


def version_ids(db: Reader, agreement_id: str) -> tuple[str, ...]:
    """Ids of an agreement's texts, oldest first."""
    found = db.rows("SELECT id FROM agreement_version WHERE agreement_id = ? ORDER BY number", agreement_id)
    return tuple(words(row["id"]) for row in found)


def version_with(db: Reader, version_id: str) -> AgreementVersion | None:
    """The text of that id; Refused when its wording can no longer be read."""
    row = version_row(db, version_id)
    if row is None:
        return None
    return AgreementVersion(
        id=words(row["id"]),
        agreement_id=words(row["agreement_id"]),
        person_id=words(row["person_id"]),
        number=whole(row["number"]),
        body=text_from(_json(words(row["wording"]))),
        text=words(row["text"]),
        text_sha256=words(row["text_sha256"]),
        made=instant_of(row, "made"),
    )


def signature_rows(db: Reader, agreement_id: str) -> tuple[SignatureRow, ...]:
    """An agreement's signatures as they lie, in the order they were given."""
    found = db.rows("SELECT * FROM agreement_signature WHERE agreement_id = ? ORDER BY n", agreement_id)
    return tuple(
        SignatureRow(
            id=words(row["id"]),
            person_id=words(row["person_id"]),
            agreement_id=words(row["agreement_id"]),
            version_id=words(row["version_id"]),
            role=words(row["role"]),
            envelope=words(row["envelope"]),
            envelope_sha256=words(row["envelope_sha256"]),
            drawing=None if row["drawing"] is None else words(row["drawing"]),
        )
        for row in found
    )


def signed_roles(db: Reader) -> dict[str, frozenset[str]]:
    """For every agreement still open, by id: the roles that have signed its present text.

    The patient's mark stands there as MARKED; a witness only where they saw the mark made.
    """
    # An envelope is canonical, without spaces, and in its strings a quote is escaped: these pieces are members of it.
    found = db.rows(
        'SELECT a.id AS id, CASE WHEN instr(s.envelope, \'"method":"mark"\') '
        "OR instr(s.envelope, '\"mark\":true') THEN ? ELSE s.role END AS role "
        "FROM agreement a JOIN agreement_signature s ON s.version_id = a.version_id "
        "AND (s.role IN ('patient', 'practitioner', 'representative') "
        "OR (s.role = 'witness' AND instr(s.envelope, '\"saw_a_mark\":true'))) WHERE a.signed_us IS NULL",
        MARKED,
    )
    roles: dict[str, frozenset[str]] = {}
    for row in found:
        key = words(row["id"])
        roles[key] = roles.get(key, frozenset()) | {words(row["role"])}
    return roles


def envelopes_under(db: Reader, agreement_id: str, version_id: str) -> tuple[Envelope, ...]:
    """Every envelope given under one text, in order; Refused when one of them can no longer be read."""
    rows = signature_rows(db, agreement_id)
    try:
        return tuple(read_signature(row).envelope for row in rows if row.version_id == version_id)
    except ValueError as amiss:
        raise Refused(_("A signature that was given here can no longer be read, so no other can follow it.")) from amiss


def read_signature(row: SignatureRow) -> Signature:
    """A signature from its row; ValueError when its envelope or drawing can no longer be read."""
    return Signature(
        id=row.id,
        person_id=row.person_id,
        agreement_id=row.agreement_id,
        version_id=row.version_id,
        envelope=envelope_from(json.loads(row.envelope)),
        envelope_sha256=row.envelope_sha256,
        drawing=None if row.drawing is None else drawing_from(json.loads(row.drawing)),
    )


def chain_at(db: Reader, seq: int) -> str | None:
    """The ledger's chain at that line, in hexadecimal; None when there is no such line."""
    chain = db.value("SELECT chain FROM ledger WHERE seq = ?", seq)
    return None if chain is None else raw(chain).hex()


def present_row(db: Reader, table: Table, row_id: str) -> Row | None:
    """A row of this room as it lies."""
    return db.row(f"SELECT * FROM {table.name} WHERE id = ?", row_id)


def rows_by_table(
    db: Reader, tables: Sequence[Table], person_ids: Sequence[str]
) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids in these tables of the room, as it lies."""
    marks = ", ".join("?" * len(person_ids))
    return {
        table.name: tuple(
            as_mapping(row)
            for row in db.rows(f"SELECT * FROM {table.name} WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
        )
        for table in tables
    }


def _agreement(row: Row) -> Agreement:
    again = row["ask_again_on"]
    return Agreement(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        state=State(words(row["state"])),
        title=words(row["title"]),
        version_id=words(row["version_id"]),
        offered=instant_of(row, "offered"),
        talked_over=instant_if_any(row, "talked_over"),
        thinking_since=instant_if_any(row, "thinking"),
        ask_again_on=None if again is None else PartialDate.read(words(again)),
        withdrawn=instant_if_any(row, "withdrawn"),
        signed=instant_if_any(row, "signed"),
    )


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
