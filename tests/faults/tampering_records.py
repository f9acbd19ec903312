"""Tampering with the record behind a copy that is whole: someone with the key of the database and no scruples."""

import json
from collections.abc import Callable

from healingpartner.agreements.wording import text_sha256
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.connection import Connection

Change = Callable[[Connection, str], None]


def _statement(sql: str) -> Change:
    """One statement; `?` is the agreement."""

    def change(connection: Connection, one: str) -> None:
        connection.execute(sql, (one,) if "?" in sql else ())

    return change


def _envelope(role: str, edit: Callable[[dict], None]) -> Change:
    """An envelope edited and hashed anew."""

    def change(connection: Connection, one: str) -> None:
        row = connection.execute(
            "SELECT id, envelope FROM agreement_signature WHERE agreement_id = ? AND role = ?", (one, role)
        ).fetchone()
        body = json.loads(row["envelope"])
        edit(body)
        data = canonical(body)
        connection.execute(
            "UPDATE agreement_signature SET envelope = ?, envelope_sha256 = ? WHERE id = ?",
            (data.decode(), sha256_hex(data), row["id"]),
        )

    return change


def _text_and_hash(connection: Connection, one: str) -> None:
    row = connection.execute("SELECT id, text FROM agreement_version WHERE agreement_id = ?", (one,)).fetchone()
    text = row["text"] + " Or not."
    connection.execute(
        "UPDATE agreement_version SET text = ?, text_sha256 = ? WHERE id = ?", (text, text_sha256(text), row["id"])
    )


RECORDS: dict[str, Change] = {
    "a word of the text is edited in the record": _statement(
        "UPDATE agreement_version SET text = text || '.' WHERE agreement_id = ?"
    ),
    "the text and its hash are edited in the record": _text_and_hash,
    "the shown words are edited in the record": _statement(
        "UPDATE agreement_version SET wording = replace(wording, 'will', 'may') WHERE agreement_id = ?"
    ),
    "a name is edited in a kept envelope": _statement(
        "UPDATE agreement_signature SET envelope = replace(envelope, 'Mira', 'Mora') WHERE agreement_id = ?"
    ),
    "an envelope is edited and hashed anew in the record": _envelope(
        "patient", lambda body: body["signer"].update(printed_name="Someone Else")
    ),
    "a kept signature is backdated and hashed anew": _envelope(
        "practitioner", lambda body: body["signed_at"].update(utc_us=1)
    ),
    "the strokes of another agreement are moved in": _statement(
        "UPDATE agreement_signature SET drawing = replace(drawing, '0', '1') "
        "WHERE agreement_id = ? AND role = 'patient'"
    ),
    "the strokes are taken out of the record": _statement(
        "UPDATE agreement_signature SET drawing = NULL WHERE agreement_id = ?"
    ),
    "a signature is taken out of the record": _statement(
        "DELETE FROM agreement_signature WHERE agreement_id = ? AND role = 'patient'"
    ),
    "both signatures are taken out of the record": _statement("DELETE FROM agreement_signature WHERE agreement_id = ?"),
    "the text is taken out of the record": _statement("DELETE FROM agreement_version WHERE agreement_id = ?"),
    "the agreement is taken out of the record": _statement("DELETE FROM agreement WHERE id = ?"),
    "the agreement is said to be open again": _statement(
        "UPDATE agreement SET state = 'offered', signed_us = NULL, signed_offset = NULL, signed_zone = NULL "
        "WHERE id = ?"
    ),
    "the ledger's mark at a signature is edited": _statement(
        "UPDATE ledger SET chain = zeroblob(32) WHERE seq = (SELECT json_extract(envelope, '$.ledger.seq') "
        "FROM agreement_signature WHERE agreement_id = ? AND role = 'practitioner')"
    ),
    "the last lines of the ledger are cut off": _statement(
        "DELETE FROM ledger WHERE seq > (SELECT json_extract(envelope, '$.ledger.seq') FROM agreement_signature "
        "WHERE agreement_id = ? AND role = 'patient')"
    ),
    "the last line of the ledger is cut and added again with another mark": _statement(
        "UPDATE ledger SET chain = randomblob(32) WHERE seq = (SELECT max(seq) FROM ledger)"
    ),
}
