"""A sealed copy is made once, kept as its bytes with its archive twin, and its row is never changed."""

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf.pdfa import check

from agreements.signing import offered, signed
from exchange.sealed import kept_copy, sealed_copy
from healingpartner.agreements.sealed_copies.store import COPY, ENVELOPE_SIGNATURE
from healingpartner.agreements.sealed_copies.views import copy_of, envelopes_are_signed, sealed_copy_of
from healingpartner.agreements.store import signature_rows
from healingpartner.agreements.verify import verify
from healingpartner.exchange.sealing import kept_bytes
from healingpartner.exchange.verify import Found, verify_file
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.connection import Connection
from healingpartner.vault.files import attachments
from healingpartner.vault.signing_keys import ED25519

FIXTURES = Path(__file__).parents[1] / "fixtures"
FORMATS, PRACTICES = FIXTURES / "formats", FIXTURES / "practices"
FIRST_FINGERPRINT = "b80d924d115f235cc1560ac441bbfb56cfe1b181e45f046bb6d9d8686d8d354a"


def test_the_kept_bytes_are_the_sealed_ones_and_verify_for_ever(practice: Practice) -> None:
    _person, agreement_id, version_id = signed(practice)
    copy = kept_copy(practice, agreement_id)
    pdf = kept_bytes(practice, copy)
    assert sealed_copy_of(practice.db, agreement_id) == copy
    assert (copy.version_id, copy.pdf_sha256) == (version_id, sha256_hex(pdf))
    assert kept_bytes(practice, copy) == pdf
    assert verify_file(pdf, practice=practice).found is Found.WHOLE
    assert verify_file(pdf, fingerprint=copy.certificate_sha256).found is Found.WHOLE
    assert practice.ask(verify, agreement_id).whole


def test_its_twin_is_an_archive_paper_without_a_seal(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    copy = kept_copy(practice, agreement_id)
    with pikepdf.open(BytesIO(kept_bytes(practice, copy, twin=True))) as document:
        assert check(document, "2b").verdict == "pass"
        assert "/AcroForm" not in document.Root


def test_a_text_is_sealed_once_and_nothing_is_left_of_a_second_try(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    kept_copy(practice, agreement_id)
    before = attachments(practice.db)
    with pytest.raises(RuleBroken):
        kept_copy(practice, agreement_id)
    assert attachments(practice.db) == before


def test_what_is_not_signed_is_not_kept(practice: Practice) -> None:
    _person, agreement_id, _version = offered(practice)
    with pytest.raises(RuleBroken):
        kept_copy(practice, agreement_id)
    assert attachments(practice.db) == ()
    assert sealed_copy_of(practice.db, agreement_id) is None


def test_the_practice_signs_under_every_envelope(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    public = practice.vault.header.signing[ED25519]
    assert not envelopes_are_signed(practice.db, agreement_id, ed25519=public)
    kept_copy(practice, agreement_id)
    assert envelopes_are_signed(practice.db, agreement_id, ed25519=public)
    assert not envelopes_are_signed(practice.db, agreement_id, ed25519="00" * 32)


@pytest.mark.parametrize("table", [COPY.name, ENVELOPE_SIGNATURE.name])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET person_id = 'x'",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_no_statement_changes_a_kept_row(practice: Practice, table: str, statement: str) -> None:
    _person, agreement_id, _version = signed(practice)
    kept_copy(practice, agreement_id)
    before = [tuple(row) for row in practice.db.rows(f"SELECT * FROM {table}")]
    connection = Connection(practice.vault.place.database, practice.vault.database_key())
    with pytest.raises(Exception):  # noqa: B017 - whatever SQLCipher calls it
        connection.execute(statement.format(table=table))
    connection.close()
    assert [tuple(row) for row in practice.db.rows(f"SELECT * FROM {table}")] == before


def test_erasing_the_person_takes_the_copy_and_its_files(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice)
    copy = kept_copy(practice, agreement_id)
    pdf = kept_bytes(practice, copy)
    assert len(copy_of(practice.db, person_id)[COPY.name]) == 1
    hashes = [row.envelope_sha256 for row in signature_rows(practice.db, agreement_id)]
    assert len(hashes) == len(copy_of(practice.db, person_id)[ENVELOPE_SIGNATURE.name])
    practice.erase_person(person_id)
    assert sealed_copy_of(practice.db, agreement_id) is None
    with pytest.raises(Refused):
        kept_bytes(practice, copy)
    assert verify_file(pdf, practice=practice).details == ("erased",)


def test_a_copy_that_was_only_sealed_is_not_kept(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    sealed_copy(practice, agreement_id)
    assert sealed_copy_of(practice.db, agreement_id) is None


def test_a_copy_sealed_by_the_first_program_that_could_is_read_for_ever() -> None:
    pdf = (FORMATS / "sealed-agreement-1.pdf").read_bytes()
    assert verify_file(pdf).found is Found.SINCE_SEALING
    assert verify_file(pdf, fingerprint=FIRST_FINGERPRINT).found is Found.WHOLE


def test_the_copy_in_the_practice_of_its_schema_is_whole_beside_it(tmp_path: Path, clock: SteppingClock) -> None:
    folder = tmp_path / "Elm Street.healing"
    shutil.copytree(PRACTICES / "0006", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    data_key = bytes.fromhex((folder / "opens-by.txt").read_text("utf-8").split()[0])
    practice = open_practice(folder, data_key=data_key, clock=clock)
    (agreement_id,) = (str(row[0]) for row in practice.db.rows("SELECT agreement_id FROM agreement_sealed_copy"))
    copy = sealed_copy_of(practice.db, agreement_id)
    assert copy is not None
    assert verify_file(kept_bytes(practice, copy), practice=practice).found is Found.WHOLE
    practice.close()
