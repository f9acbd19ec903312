"""Rows of consents in and out."""

import json
from collections.abc import Mapping, Sequence

from healingpartner.agreements.consents.model import Consent, ConsentKind, Way, wording_body, wording_from
from healingpartner.agreements.store import rows_by_table
from healingpartner.vault.canonical import canonical
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "agreements"
CONSENT = Table(ROOM, "consent")
WITHDRAWAL = Table(ROOM, "consent_withdrawal")
TABLES = (CONSENT, WITHDRAWAL)


def put_consent(tx: Transaction, consent: Consent) -> None:
    """Write what was given, once."""
    row: dict[str, Value] = {
        "id": consent.id,
        "person_id": consent.person_id,
        "kind": consent.kind.value,
        "wording": canonical(wording_body(consent.wording)).decode(),
        "text": consent.text,
        "text_sha256": consent.text_sha256,
        "way": consent.way.value,
    }
    tx.put(CONSENT, row | instant_columns("given", consent.given), person_id=consent.person_id)


def put_withdrawal(tx: Transaction, consent: Consent, *, way: Way) -> None:
    """Write that it was taken back now, once."""
    row: dict[str, Value] = {
        "id": tx.new_id(),
        "person_id": consent.person_id,
        "consent_id": consent.id,
        "way": way.value,
    }
    tx.put(WITHDRAWAL, row | instant_columns("withdrawn", tx.at), person_id=consent.person_id)


def consent_with(db: Reader, consent_id: str) -> Consent | None:
    """The consent of that id; Refused when its words can no longer be read."""
    row = db.row("SELECT * FROM consent WHERE id = ?", consent_id)
    return None if row is None else _consent(db, row)


def consents_of(db: Reader, person_ids: Sequence[str]) -> tuple[Consent, ...]:
    """Everything a person (all ids that are theirs) has given, the oldest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM consent WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(_consent(db, row) for row in found)


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _consent(db: Reader, row: Row) -> Consent:
    back = db.row("SELECT * FROM consent_withdrawal WHERE consent_id = ?", words(row["id"]))
    return Consent(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        kind=ConsentKind(words(row["kind"])),
        wording=wording_from(json.loads(words(row["wording"]))),
        text=words(row["text"]),
        text_sha256=words(row["text_sha256"]),
        way=Way(words(row["way"])),
        given=instant_of(row, "given"),
        withdrawn=None if back is None else instant_of(back, "withdrawn"),
        withdrawn_way=None if back is None else Way(words(back["way"])),
    )
