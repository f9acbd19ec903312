"""Verifying names what was altered, whoever did it and however carefully."""

import json
from collections.abc import Callable

import pytest

from agreements.signing import offered, patient_signs, signed, typed
from healingpartner.agreements.verify import AMISS, HOLDS, Subject, verify
from healingpartner.agreements.views import agreement_of, everyone, for_reading
from healingpartner.agreements.wording import text_sha256
from healingpartner.foundation.errors import Refused
from healingpartner.practice import Practice
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.connection import Connection

Tamper = Callable[[Connection, str, str], None]


def _behind_the_back(practice: Practice) -> Connection:
    """What someone with the key and no scruples has: the database without its triggers."""
    connection = Connection(practice.vault.place.database, practice.vault.database_key())
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'agreement%'")
    for row in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {row[0]}")
    return connection


def _change_envelope(connection: Connection, agreement_id: str, role: str, change: Callable[[dict], None]) -> None:
    """Alter an envelope and hash it anew, as a careful forger would."""
    row = connection.execute(
        "SELECT id, envelope FROM agreement_signature WHERE agreement_id = ? AND role = ?", (agreement_id, role)
    ).fetchone()
    body = json.loads(row["envelope"])
    change(body)
    data = canonical(body)
    connection.execute(
        "UPDATE agreement_signature SET envelope = ?, envelope_sha256 = ? WHERE id = ?",
        (data.decode(), sha256_hex(data), row["id"]),
    )


def _one_word(connection: Connection, one: str, _other: str) -> None:
    connection.execute(
        "UPDATE agreement_version SET text = replace(text, 'will not give', 'will give') WHERE agreement_id = ?", (one,)
    )


def _one_word_hashed_anew(connection: Connection, one: str, _other: str) -> None:
    _one_word(connection, one, _other)
    text = connection.execute("SELECT text FROM agreement_version WHERE agreement_id = ?", (one,)).fetchone()[0]
    connection.execute("UPDATE agreement_version SET text_sha256 = ? WHERE agreement_id = ?", (text_sha256(text), one))


def _wording_only(connection: Connection, one: str, _other: str) -> None:
    connection.execute(
        "UPDATE agreement_version SET wording = replace(wording, 'will not', 'will') WHERE agreement_id = ?", (one,)
    )


def _wording_gone(connection: Connection, one: str, _other: str) -> None:
    connection.execute("UPDATE agreement_version SET wording = 'gone' WHERE agreement_id = ?", (one,))


def _envelope_spoiled(connection: Connection, one: str, _other: str) -> None:
    connection.execute(
        "UPDATE agreement_signature SET envelope = 'nothing' WHERE agreement_id = ? AND role = 'patient'", (one,)
    )


def _later_date(connection: Connection, one: str, _other: str) -> None:
    connection.execute(
        "UPDATE agreement_signature SET envelope = replace(envelope, 'Mira', 'Moira') "
        "WHERE agreement_id = ? AND role = 'patient'",
        (one,),
    )


def _name_hashed_anew(connection: Connection, one: str, _other: str) -> None:
    _change_envelope(connection, one, "patient", lambda body: body["signer"].update(printed_name="Someone Else"))


def _signature_from_another(connection: Connection, one: str, other: str) -> None:
    taken = connection.execute(
        "SELECT envelope, envelope_sha256, drawing FROM agreement_signature WHERE agreement_id = ? "
        "AND role = 'patient'",
        (other,),
    ).fetchone()
    connection.execute("DELETE FROM agreement_signature WHERE agreement_id = ?", (other,))
    connection.execute(
        "UPDATE agreement_signature SET envelope = ?, envelope_sha256 = ?, drawing = ? WHERE agreement_id = ? "
        "AND role = 'patient'",
        (taken[0], taken[1], taken[2], one),
    )


def _strokes_from_another(connection: Connection, one: str, _other: str) -> None:
    connection.execute(
        "UPDATE agreement_signature SET drawing = replace(drawing, '800', '801') WHERE agreement_id = ? "
        "AND role = 'patient'",
        (one,),
    )


def _signature_gone(connection: Connection, one: str, _other: str) -> None:
    connection.execute("DELETE FROM agreement_signature WHERE agreement_id = ? AND role = 'patient'", (one,))


def _head_elsewhere(connection: Connection, one: str, _other: str) -> None:
    _change_envelope(connection, one, "practitioner", lambda body: body["ledger"].update(head="0" * 64))


def _not_signed_after_all(connection: Connection, one: str, _other: str) -> None:
    connection.execute("UPDATE agreement SET state = 'offered', signed_us = NULL WHERE id = ?", (one,))


def _another_person(connection: Connection, one: str, _other: str) -> None:
    connection.execute("UPDATE agreement SET person_id = 'someone' WHERE id = ?", (one,))


def _roles_swapped(connection: Connection, one: str, _other: str) -> None:
    connection.execute("UPDATE agreement_signature SET role = role || 'x' WHERE agreement_id = ?", (one,))


TAMPERINGS: list[tuple[Tamper, set[str]]] = [
    (_one_word, {"text", "commitments", "patient: binding", "practitioner: binding", "record"}),
    (_one_word_hashed_anew, {"commitments", "patient: binding", "practitioner: binding", "record"}),
    (_wording_only, {"commitments", "record"}),
    (_wording_gone, {"commitments", "record"}),
    (_envelope_spoiled, {"patient: envelope", "order", "record"}),
    (_later_date, {"patient: envelope", "record"}),
    (_name_hashed_anew, {"order", "record"}),
    (_signature_from_another, {"patient: binding", "order", "record"}),
    (_strokes_from_another, {"patient: drawing", "record"}),
    (_signature_gone, {"order", "signers", "record"}),
    (_head_elsewhere, {"practitioner: ledger", "record"}),
    (_not_signed_after_all, {"signers", "record"}),
    (_another_person, {"patient: binding", "record"}),
    (_roles_swapped, {"signers", "record"}),
]


def test_an_agreement_signed_by_both_is_whole(practice: Practice) -> None:
    _, agreement_id, _ = signed(practice)
    found = practice.ask(verify, agreement_id)
    assert found.whole
    assert found.signed
    assert {check.name for check in found.checks} == {
        *("text", "commitments", "order", "record", "signers"),
        *(f"patient: {what}" for what in ("envelope", "binding", "drawing", "ledger")),
        *(f"practitioner: {what}" for what in ("envelope", "binding", "drawing", "ledger")),
    }


def test_an_agreement_on_its_way_is_whole_so_far(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    assert practice.ask(verify, agreement_id).whole
    patient_signs(practice, agreement_id, version_id, typed())
    half = practice.ask(verify, agreement_id)
    assert half.whole
    assert not half.signed


@pytest.mark.parametrize(("tamper", "named"), TAMPERINGS, ids=lambda value: getattr(value, "__name__", "")[1:])
def test_what_was_altered_is_named(practice: Practice, tamper: Tamper, named: set[str]) -> None:
    person_id, agreement_id, _ = signed(practice)
    _, other_id, _ = signed(practice, "Someone Else")
    connection = _behind_the_back(practice)
    tamper(connection, agreement_id, other_id)
    connection.close()
    found = practice.ask(verify, agreement_id)
    assert not found.whole
    assert named <= set(found.amiss())
    assert practice.ask(agreement_of, person_id).person_id == person_id
    assert practice.ask(everyone)


def test_words_that_cannot_be_read_are_not_given_to_be_signed(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    connection = _behind_the_back(practice)
    _wording_gone(connection, agreement_id, "")
    connection.close()
    with pytest.raises(Refused):
        practice.ask(for_reading, agreement_id)
    with pytest.raises(Refused):
        patient_signs(practice, agreement_id, version_id)


def test_an_altered_text_is_not_signed(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    connection = _behind_the_back(practice)
    _one_word_hashed_anew(connection, agreement_id, "")
    connection.close()
    with pytest.raises(Refused):
        patient_signs(practice, agreement_id, version_id)


def test_every_finding_has_its_words() -> None:
    assert set(HOLDS) == set(AMISS) == set(Subject)


def test_an_unknown_agreement_is_refused(practice: Practice) -> None:
    with pytest.raises(Refused):
        practice.ask(verify, "no-such-agreement")
