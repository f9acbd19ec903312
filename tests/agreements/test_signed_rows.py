"""A signed agreement survives every statement that tries to alter it."""

import pytest

from agreements.signing import offered, patient_signs, signed
from healingpartner.agreements import store
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import agreement_of
from healingpartner.practice import Practice
from healingpartner.vault.connection import Connection

TABLES = ("agreement", "agreement_version", "agreement_signature")


def _raw(practice: Practice) -> Connection:
    return practice.vault._connection


def _rows(practice: Practice) -> list[tuple[object, ...]]:
    return [tuple(row) for table in TABLES for row in practice.db.rows(f"SELECT * FROM {table} ORDER BY n")]


def _statements() -> list[str]:
    found = []
    for table in TABLES:
        found += [
            f"DELETE FROM {table}",
            f"UPDATE {table} SET person_id = 'x'",
            f"UPDATE {table} SET id = 'x'",
            f"UPDATE {table} SET n = n + 100",
            f"UPDATE OR REPLACE {table} SET person_id = 'x'",
            f"UPDATE OR IGNORE {table} SET person_id = 'x'",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
            f"REPLACE INTO {table} SELECT * FROM {table}",
            (
                f"WITH every AS (SELECT n FROM {table}) "
                f"UPDATE {table} SET person_id = 'x' WHERE n IN (SELECT n FROM every)"
            ),
            f"UPDATE {table} SET person_id = person_id || 'x' RETURNING *",
            f"DELETE FROM {table} WHERE n = (SELECT max(n) FROM {table}) RETURNING *",
        ]
    found += [
        "UPDATE agreement SET state = 'ended'",
        "UPDATE agreement SET state = 'offered', signed_us = NULL, signed_offset = NULL, signed_zone = NULL",
        "UPDATE agreement_version SET text = 'other'",
        "UPDATE agreement_version SET text_sha256 = 'other'",
        "UPDATE agreement_signature SET envelope = '{}'",
        "UPDATE agreement_signature SET drawing = NULL",
        (
            "INSERT OR REPLACE INTO agreement_signature (id, person_id, agreement_id, version_id, role, envelope, "
            "envelope_sha256) SELECT 'new', person_id, agreement_id, version_id, role, '{}', 'h' "
            "FROM agreement_signature"
        ),
        (
            "INSERT OR REPLACE INTO agreement_signature (n, id, person_id, agreement_id, version_id, role, envelope, "
            "envelope_sha256) SELECT n, 'new', person_id, 'a', 'v', role, '{}', 'h' FROM agreement_signature LIMIT 1"
        ),
        (
            "INSERT OR REPLACE INTO agreement_version SELECT n, 'new', person_id, 'a', 9, wording, "
            "media_type, 'x', 'y', made_us, made_offset, made_zone FROM agreement_version"
        ),
        (
            "INSERT INTO agreement (id, person_id, state, title, version_id, offered_us, offered_offset, offered_zone) "
            "SELECT id, person_id, 'offered', 'x', 'y', 0, 0, 'UTC' FROM agreement WHERE true "
            "ON CONFLICT (id) DO UPDATE SET state = 'offered'"
        ),
    ]
    return found


@pytest.mark.parametrize("statement", _statements())
def test_no_statement_alters_what_both_have_signed(practice: Practice, statement: str) -> None:
    _, agreement_id, _ = signed(practice)
    before = _rows(practice)
    with pytest.raises(Exception, match=r"kept|StatementBroken|never|statement"):
        _raw(practice).execute(statement)
    assert _rows(practice) == before
    assert practice.ask(verify, agreement_id).whole


@pytest.mark.parametrize("table", TABLES)
def test_no_statement_takes_away_what_guards_it(practice: Practice, table: str) -> None:
    _, agreement_id, _ = signed(practice)
    before = _rows(practice)
    for statement in (
        f"DROP TABLE {table}",
        f"ALTER TABLE {table} RENAME TO other",
        f"ALTER TABLE {table} DROP COLUMN person_id",
        f"CREATE TRIGGER other AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
        f"CREATE TEMP TRIGGER other AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
        "DELETE FROM sqlite_master WHERE type = 'trigger'",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA ignore_check_constraints = ON",
        "ATTACH DATABASE ':memory:' AS other",
    ):
        with pytest.raises(Exception, match=r"SQLITE_AUTH|SQLITE_ERROR"):
            _raw(practice).execute(statement)
    assert _rows(practice) == before
    assert practice.ask(verify, agreement_id).whole


def test_an_open_agreement_cannot_take_a_signed_ones_place(practice: Practice) -> None:
    _, signed_id, _ = signed(practice)
    _, open_id, _ = offered(practice, "Someone Else")
    before = _rows(practice)
    for column in ("id", "n"):
        with pytest.raises(Exception, match=r"."):
            _raw(practice).execute(
                f"UPDATE OR REPLACE agreement SET {column} = (SELECT {column} FROM agreement WHERE id = ?) "
                "WHERE id = ?",
                (signed_id, open_id),
            )
    assert _rows(practice) == before


def test_one_signature_and_its_text_are_already_fast(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id)
    before = practice.ask(agreement_of, person_id)
    for table in (store.VERSION.name, store.SIGNATURE.name):
        for verb in (f"DELETE FROM {table}", f"UPDATE {table} SET person_id = 'x'"):
            with pytest.raises(Exception, match=r"."):
                _raw(practice).execute(verb)
    assert practice.ask(agreement_of, person_id) == before


def test_a_lawful_erasure_takes_a_signed_agreement_with_it(practice: Practice) -> None:
    person_id, agreement_id, _ = signed(practice)
    _, other_id, _ = signed(practice, "Someone Else")
    practice.erase_person(person_id)
    assert store.agreement_with(practice.db, agreement_id) is None
    assert practice.ask(verify, other_id).whole
