"""The check says what is wrong by name, and says nothing when nothing is."""

import shutil
from pathlib import Path

import pytest
from tests.faults.writer import write

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.practice import open_practice
from healingpartner.vault import anchor, header
from healingpartner.vault.checks import Report, check_practice
from healingpartner.vault.connection import Connection
from healingpartner.vault.opening import Keys, database_key
from healingpartner.vault.place import Place


@pytest.fixture
def filled(folder: Path, data_key: bytes, clock: SteppingClock) -> Path:
    """A closed practice with some acts in it."""
    practice = open_practice(folder, data_key=data_key, clock=clock)
    for number in range(5):
        practice.do(write, number, by=Voice.PRACTITIONER)
    practice.close()
    return folder


def check(folder: Path, data_key: bytes, clock: SteppingClock, head: str = "") -> Report:
    """The whole check, by data key."""
    return check_practice(Place(folder), Keys(data_key=data_key, header=header.read(folder)), clock=clock, head=head)


def kinds(report: Report) -> list[str]:
    """What was found, by name."""
    return [finding.kind for finding in report.findings]


def test_a_whole_practice_has_no_finding_and_is_counted(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    report = check(filled, data_key, clock)
    assert report.is_whole
    assert (report.rows, report.lines) == (10, 12)


def test_a_head_printed_earlier_is_found_in_the_chain(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    head = check(filled, data_key, clock).head
    assert head is not None
    grouped = " ".join(head.chain[at : at + 4] for at in range(0, 64, 4))
    assert check(filled, data_key, clock, grouped).is_whole
    assert kinds(check(filled, data_key, clock, "00" * 32)) == ["head-unknown"]
    assert kinds(check(filled, data_key, clock, "not a code")) == ["head-unknown"]


def test_a_file_others_may_read_is_named(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    (filled / "keys.json").chmod(0o644)
    report = check(filled, data_key, clock)
    assert [(finding.kind, finding.where) for finding in report.findings] == [("too-open", "keys.json")]


def test_a_damaged_salt_is_named_and_the_practice_still_opens(
    filled: Path, data_key: bytes, clock: SteppingClock
) -> None:
    database = filled / "practice.db"
    database.write_bytes(b"\0" * 16 + database.read_bytes()[16:])
    report = check(filled, data_key, clock)
    assert kinds(report) == ["salt-damaged"]
    assert report.head is not None


def test_a_row_changed_with_the_key_alone_is_found(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    practice = open_practice(filled, data_key=data_key, clock=clock)
    practice.vault._connection.execute("UPDATE released SET why = 'another reason' WHERE n = 1")
    practice.close()
    assert kinds(check(filled, data_key, clock)) == ["row-changed"]


def test_what_keeps_it_from_opening_is_a_finding(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    (filled / "practice.db").write_bytes(b"")
    report = check(filled, data_key, clock)
    assert kinds(report)[-1] == "database-empty"
    assert report.head is None


def test_an_older_state_is_a_finding_and_the_rest_is_checked_all_the_same(
    filled: Path, data_key: bytes, clock: SteppingClock, tmp_path: Path
) -> None:
    older = tmp_path / "Older.healing"
    shutil.copytree(filled, older)
    practice = open_practice(filled, data_key=data_key, clock=clock)
    practice.do(write, 9, by=Voice.PRACTITIONER)
    practice.close()
    seen = anchor.last_seen(header.read(filled).vault_id)
    report = check(older, data_key, clock)
    assert kinds(report) == ["older-than-seen"]
    assert report.rows == 10
    assert anchor.last_seen(header.read(filled).vault_id) == seen, "looking at it is not accepting it"


def test_a_check_changes_nothing_in_the_folder(filled: Path, data_key: bytes, clock: SteppingClock) -> None:
    def stands() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in filled.iterdir() if path.is_file()}

    before = stands()
    assert check(filled, data_key, clock).is_whole
    assert stands() == before


def test_a_trigger_taken_away_is_named_beside_what_else_is_wrong(
    filled: Path, data_key: bytes, clock: SteppingClock
) -> None:
    salt = bytes.fromhex(header.read(filled).db_salt)
    connection = Connection(filled / "practice.db", database_key(data_key, salt))
    connection.execute("DROP TRIGGER ledger_line_stays")
    connection.execute("UPDATE ledger SET at_us = at_us + 1 WHERE seq = 5")
    connection.close()
    assert kinds(check(filled, data_key, clock)) == ["schema-altered", "chain-broken"]
