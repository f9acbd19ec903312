"""Rows of sealed copies, and of the practice's signatures under envelopes, in and out."""

import json
from collections.abc import Mapping, Sequence

from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.agreements.store import ROOM, rows_by_table
from healingpartner.vault.canonical import canonical
from healingpartner.vault.envelope_signatures import EnvelopeSignature, signature_from
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction

COPY = Table(ROOM, "agreement_sealed_copy")
ENVELOPE_SIGNATURE = Table(ROOM, "agreement_envelope_signature")
TABLES = (COPY, ENVELOPE_SIGNATURE)


def put_copy(tx: Transaction, copy: SealedCopy) -> None:
    """Write a sealed copy's row, once."""
    row: dict[str, Value] = {
        "id": copy.id,
        "person_id": copy.person_id,
        "agreement_id": copy.agreement_id,
        "version_id": copy.version_id,
        "attachment_id": copy.attachment_id,
        "twin_id": copy.twin_id or None,
        "pdf_sha256": copy.pdf_sha256,
        "certificate_sha256": copy.certificate_sha256,
        "ledger_seq": copy.ledger_seq,
        "ledger_head": copy.ledger_head,
    }
    tx.put(COPY, row | instant_columns("sealed", copy.sealed), person_id=copy.person_id)


def put_signature(tx: Transaction, signature: EnvelopeSignature, *, person_id: str) -> None:
    """Write the practice's signature under an envelope, once; one that stands there already stays."""
    if tx.row("SELECT 1 FROM agreement_envelope_signature WHERE envelope_sha256 = ?", signature.envelope_sha256):
        return
    row: dict[str, Value] = {
        "id": tx.new_id(),
        "person_id": person_id,
        "envelope_sha256": signature.envelope_sha256,
        "signature": canonical(signature.body()).decode(),
    }
    tx.put(ENVELOPE_SIGNATURE, row, person_id=person_id)


def copy_of_version(db: Reader, version_id: str) -> SealedCopy | None:
    """The sealed copy of that text."""
    row = db.row("SELECT * FROM agreement_sealed_copy WHERE version_id = ?", version_id)
    return None if row is None else _copy(row)


def copies_of_agreement(db: Reader, agreement_id: str) -> tuple[SealedCopy, ...]:
    """Every sealed copy of an agreement, the oldest first."""
    found = db.rows("SELECT * FROM agreement_sealed_copy WHERE agreement_id = ? ORDER BY n", agreement_id)
    return tuple(map(_copy, found))


def signature_under(db: Reader, envelope_sha256: str) -> EnvelopeSignature | None:
    """The practice's signature under that envelope; None as well when it can no longer be read."""
    kept = db.value("SELECT signature FROM agreement_envelope_signature WHERE envelope_sha256 = ?", envelope_sha256)
    if kept is None:
        return None
    try:
        return signature_from(json.loads(words(kept)))
    except ValueError:
        return None


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _copy(row: Row) -> SealedCopy:
    return SealedCopy(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        agreement_id=words(row["agreement_id"]),
        version_id=words(row["version_id"]),
        attachment_id=words(row["attachment_id"]),
        twin_id="" if row["twin_id"] is None else words(row["twin_id"]),
        pdf_sha256=words(row["pdf_sha256"]),
        certificate_sha256=words(row["certificate_sha256"]),
        ledger_seq=whole(row["ledger_seq"]),
        ledger_head=words(row["ledger_head"]),
        sealed=instant_of(row, "sealed"),
    )
