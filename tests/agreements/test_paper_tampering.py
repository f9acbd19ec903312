"""A signed paper that is tampered with behind the back of the program is found, and named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agreements.by_hand import brought_back, by_patient, scan_at
from agreements.signing import offered
from healingpartner.agreements.verify import verify
from healingpartner.practice import Practice
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.connection import Connection

Tamper = Callable[[Connection, str], None]


def _behind_the_back(practice: Practice) -> Connection:
    connection = Connection(practice.vault.place.database, practice.vault.database_key())
    named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'agreement%'")
    for row in named.fetchall():
        connection.execute(f"DROP TRIGGER {row[0]}")
    return connection


def _sql(statement: str) -> Tamper:
    return lambda connection, agreement_id: connection.execute(statement, (agreement_id,) * statement.count("?"))


def _envelope(change: Callable[[dict[str, Any]], None]) -> Tamper:
    def tamper(connection: Connection, agreement_id: str) -> None:
        row = connection.execute(
            "SELECT id, envelope FROM agreement_signature WHERE agreement_id = ? AND role = 'patient'", (agreement_id,)
        ).fetchone()
        body = json.loads(row["envelope"])
        change(body)
        data = canonical(body)
        connection.execute(
            "UPDATE agreement_signature SET envelope = ?, envelope_sha256 = ? WHERE id = ?",
            (data.decode(), sha256_hex(data), row["id"]),
        )

    return tamper


def _paper(**changes: object) -> Tamper:
    return _envelope(lambda body: body["on_paper"].update(changes))


_BOTH = {"patient: paper", "practitioner: paper"}
TAMPERINGS: dict[str, tuple[Tamper, set[str]]] = {
    "the scan's row says another hash": (
        _sql(f"UPDATE agreement_paper_scan SET sha256 = '{'0' * 64}' WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the scan's row says another size": (
        _sql("UPDATE agreement_paper_scan SET bytes = bytes + 1 WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the scan's row says another kind": (
        _sql("UPDATE agreement_paper_scan SET media_type = 'application/pdf' WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the scan's row is gone": (_sql("DELETE FROM agreement_paper_scan WHERE agreement_id = ?"), _BOTH),
    "the scan belongs to another text": (
        _sql("UPDATE agreement_paper_scan SET version_id = 'another' WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the scan belongs to another person": (
        _sql("UPDATE agreement_paper_scan SET person_id = 'another' WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the scan points at another file": (
        _sql("UPDATE agreement_paper_scan SET attachment_id = 'another' WHERE agreement_id = ?"),
        _BOTH,
    ),
    "the file's row says another hash": (_sql(f"UPDATE attachment SET sha256 = '{'0' * 64}'"), _BOTH),
    "the file's row is gone": (_sql("DELETE FROM attachment"), _BOTH),
    "another day": (_paper(signed_on="2020-01-01"), {"order", "record"}),
    "a name made a mark": (_paper(mark=True), {"order", "record", "signers"}),
    "another code": (_paper(code="00000000"), {"patient: paper", "order", "record"}),
    "no code": (_paper(code=""), {"patient: paper", "order", "record"}),
    "another scan in the envelope": (
        _paper(scans=[{"sha256": "0" * 64, "size": 1, "media_type": "image/png"}]),
        {"patient: paper", "order", "record"},
    ),
    "no scan in the envelope": (_paper(scans=[]), {"patient: envelope", "order", "record"}),
    "drawn after all": (
        _envelope(lambda body: body.update(method="strokes")),
        {"patient: envelope", "order", "record"},
    ),
    "a name typed beside it": (
        _envelope(lambda body: body.update(typed_name="Mira")),
        {"patient: paper", "order", "record"},
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_what_was_done_to_a_signed_paper_is_named(practice: Practice, tmp_path: Path, name: str) -> None:
    tamper, expected = TAMPERINGS[name]
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)])
    assert verify(practice.db, agreement_id).whole
    connection = _behind_the_back(practice)
    tamper(connection, agreement_id)
    connection.close()
    assert expected <= set(verify(practice.db, agreement_id).amiss())


STATEMENTS = (
    "DELETE FROM agreement_paper_scan",
    "UPDATE agreement_paper_scan SET sha256 = 'x'",
    "UPDATE OR REPLACE agreement_paper_scan SET person_id = 'x'",
    "UPDATE OR IGNORE agreement_paper_scan SET attachment_id = 'x'",
    "INSERT OR REPLACE INTO agreement_paper_scan SELECT * FROM agreement_paper_scan",
    (
        "REPLACE INTO agreement_paper_scan SELECT n, 'new', person_id, 'a', 'v', 'f', media_type, 1, 'h', 1, 0, 'UTC' "
        "FROM agreement_paper_scan"
    ),
    (
        "INSERT OR REPLACE INTO agreement_paper_scan SELECT n + 9, 'new', person_id, agreement_id, version_id, 'f', "
        "media_type, bytes, sha256, 1, 0, 'UTC' FROM agreement_paper_scan"
    ),
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_scan_survives_every_statement(practice: Practice, tmp_path: Path, statement: str) -> None:
    _person, agreement_id, version_id = offered(practice)
    brought_back(practice, agreement_id, version_id, [scan_at(tmp_path)], by_patient())
    before = [tuple(row) for row in practice.db.rows("SELECT * FROM agreement_paper_scan")]
    connection = practice.vault._connection
    with pytest.raises(Exception, match=r"kept|not authorized|prohibited"):
        connection.execute(statement)
    assert [tuple(row) for row in practice.db.rows("SELECT * FROM agreement_paper_scan")] == before
