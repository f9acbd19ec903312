"""Opening proves everything before it lets anyone in, and changes nothing on disk when it says no."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from tests.conftest import LEAST_COST, PASSPHRASE

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice, create_practice, open_practice
from healingpartner.vault import header, migrations
from healingpartner.vault.connection import Connection
from healingpartner.vault.opening import database_key


def disk_state(folder: Path) -> dict[str, str]:
    """Every file of a closed practice by its hash, the lock file left out: it holds nothing."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "practice.lock"
    }


def problem_at_opening(folder: Path, data_key: bytes, clock: SteppingClock) -> VaultProblem:
    """The problem that opening meets; that it left the disk alone is asserted here."""
    before = disk_state(folder)
    with pytest.raises(VaultProblem) as told:
        open_practice(folder, data_key=data_key, clock=clock)
    assert disk_state(folder) == before
    assert told.value.what
    assert told.value.then
    return told.value


def maintenance(folder: Path, data_key: bytes) -> Connection:
    """A connection without an authorizer, as an attacker with the key would have."""
    read = header.read(folder)
    return Connection(folder / "practice.db", database_key(data_key, bytes.fromhex(read.db_salt)))


def test_a_practice_opens_by_passphrase_by_recovery_code_and_by_data_key(
    folder: Path, template: tuple[Path, bytes, str], clock: SteppingClock
) -> None:
    for key in ({"passphrase": PASSPHRASE}, {"recovery_code": template[2]}, {"data_key": template[1]}):
        opened = open_practice(folder, clock=clock, **key)  # type: ignore[arg-type]
        said = opened.db.value("SELECT act FROM ledger ORDER BY seq DESC LIMIT 1")
        opened.close()
        assert said == ("unlock_by_recovery_code" if "recovery_code" in key else "unlock")


def test_the_settings_that_keep_it_safe_are_in_force(practice: Practice) -> None:
    connection = practice.vault._connection._raw
    connection.set_authorizer(None)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -64000,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    assert sqlcipher.sqlite_version >= "3.53"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA temp_store = FILE",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA synchronous = OFF",
        "DROP TRIGGER ledger_line_stays",
        "CREATE TABLE loose (words TEXT)",
        "CREATE TEMP TABLE loose (words TEXT)",
        "ALTER TABLE ledger ADD COLUMN more TEXT",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "DELETE FROM sqlite_schema",
    ],
)
def test_an_open_practice_lets_no_statement_loosen_it(practice: Practice, statement: str) -> None:
    with pytest.raises(Exception, match="SQLITE_") as told:
        practice.vault._connection.execute(statement)
    assert "words" not in str(told.value)


def test_a_second_window_is_told_that_the_practice_is_open(
    practice: Practice, folder: Path, data_key: bytes, clock: SteppingClock
) -> None:
    with pytest.raises(VaultProblem) as told:
        open_practice(folder, data_key=data_key, clock=clock)
    assert told.value.kind == "in-use"


def test_a_wrong_passphrase_is_counted_and_told_at_the_next_unlock(folder: Path, clock: SteppingClock) -> None:
    before = disk_state(folder)
    for wrong in ("seven quiet herons wade at dusk", PASSPHRASE.upper(), PASSPHRASE + " "):
        with pytest.raises(VaultProblem) as told:
            open_practice(folder, passphrase=wrong, clock=clock)
        assert told.value.kind == "wrong-passphrase"
    assert disk_state(folder) == before
    opened = open_practice(folder, passphrase=PASSPHRASE, clock=clock)
    assert opened.tries_before == 3
    assert opened.db.value("SELECT count(*) FROM ledger WHERE act = 'missed_unlock'") == 3
    opened.close()
    again = open_practice(folder, passphrase=PASSPHRASE, clock=clock)
    assert again.tries_before == 0
    again.close()


def test_a_missing_database_is_named_and_not_made(folder: Path, data_key: bytes, clock: SteppingClock) -> None:
    (folder / "practice.db").unlink()
    assert problem_at_opening(folder, data_key, clock).kind == "database-missing"
    assert not (folder / "practice.db").exists()


def test_an_empty_database_is_named_and_not_filled(folder: Path, data_key: bytes, clock: SteppingClock) -> None:
    (folder / "practice.db").write_bytes(b"")
    assert problem_at_opening(folder, data_key, clock).kind == "database-empty"


@pytest.mark.parametrize("keep", [-1, -4096, -40960, 100, 4096])
def test_a_cut_database_is_damaged(folder: Path, data_key: bytes, clock: SteppingClock, keep: int) -> None:
    database = folder / "practice.db"
    database.write_bytes(database.read_bytes()[:keep])
    assert problem_at_opening(folder, data_key, clock).kind in {"damaged-database", "schema-altered"}


def test_keys_of_another_practice_are_told_apart(
    folder: Path, data_key: bytes, clock: SteppingClock, tmp_path: Path
) -> None:
    other = tmp_path / "Other.healing"
    made = create_practice(other, passphrase=PASSPHRASE, clock=clock, cost=LEAST_COST)
    other_key = made.practice.vault.data_key
    made.practice.close()
    shutil.copy(other / "practice.db", folder / "practice.db")
    assert problem_at_opening(folder, data_key, clock).kind in {"damaged-database", "other-database"}
    assert problem_at_opening(folder, other_key, clock).kind == "header-altered"


def test_a_newer_schema_is_left_alone(folder: Path, data_key: bytes, clock: SteppingClock) -> None:
    connection = maintenance(folder, data_key)
    connection.execute(f"PRAGMA user_version = {migrations.newest() + 1}")
    connection.close()
    assert problem_at_opening(folder, data_key, clock).kind == "newer-schema"


def test_a_trigger_taken_away_shows(folder: Path, data_key: bytes, clock: SteppingClock) -> None:
    connection = maintenance(folder, data_key)
    connection.execute("DROP TRIGGER ledger_line_stays")
    connection.close()
    assert problem_at_opening(folder, data_key, clock).kind == "schema-altered"


def test_a_ledger_rewritten_with_the_database_key_alone_shows(
    folder: Path, data_key: bytes, clock: SteppingClock
) -> None:
    connection = maintenance(folder, data_key)
    trigger = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'ledger_line_stays'").fetchone()[0]
    connection.execute("DROP TRIGGER ledger_line_stays")
    connection.execute("UPDATE ledger SET act = 'kinder'")
    connection.execute(trigger)
    connection.close()
    assert problem_at_opening(folder, data_key, clock).kind == "ledger-broken"


def test_an_older_state_put_back_is_noticed_and_may_be_accepted(
    folder: Path, data_key: bytes, clock: SteppingClock, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "older")
    opened = open_practice(folder, data_key=data_key, clock=clock)
    opened.do(lambda tx: tx.say("seen", room="vault"), by=Voice.PRACTITIONER)
    opened.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "older", folder)
    assert problem_at_opening(folder, data_key, clock).kind == "older-than-seen"
    opened = open_practice(folder, data_key=data_key, clock=clock, older_is_wanted=True)
    opened.close()
    open_practice(folder, data_key=data_key, clock=clock).close()


def test_an_older_wal_beside_a_newer_database_is_noticed(
    folder: Path, data_key: bytes, clock: SteppingClock, tmp_path: Path
) -> None:
    opened = open_practice(folder, data_key=data_key, clock=clock)
    shutil.copytree(folder, tmp_path / "while-open")
    for _turn in range(30):
        opened.do(lambda tx: tx.say("seen", room="vault"), by=Voice.PRACTITIONER)
    opened.close()
    shutil.copy(tmp_path / "while-open" / "practice.db-wal", folder / "practice.db-wal")
    with pytest.raises(VaultProblem) as told:
        open_practice(folder, data_key=data_key, clock=clock)
    assert told.value.kind in {"older-than-seen", "different-history", "damaged-database"}


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX files")
def test_everything_in_the_folder_is_for_its_owner_alone(practice: Practice, folder: Path) -> None:
    practice.do(lambda tx: tx.say("seen", room="vault"), by=Voice.PRACTITIONER)
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*") if path.is_file()} == {"0o600"}


@pytest.mark.parametrize("weak", ["", "short", "password1234", "aaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_answered_kindly_and_nothing_is_made(
    tmp_path: Path, clock: SteppingClock, weak: str
) -> None:
    with pytest.raises(RuleBroken) as told:
        create_practice(tmp_path / "New.healing", passphrase=weak, clock=clock, cost=LEAST_COST)
    assert told.value.sentence
    assert not (tmp_path / "New.healing").exists()


def test_a_practice_is_not_made_where_something_stands_or_syncs(tmp_path: Path, clock: SteppingClock) -> None:
    taken = tmp_path / "Taken.healing"
    taken.mkdir()
    (taken / "letter.txt").write_text("mine")
    for place in (taken, tmp_path / "Dropbox" / "Elm.healing", tmp_path / "OneDrive - Elm" / "Elm.healing"):
        with pytest.raises(Refused) as told:
            create_practice(place, passphrase=PASSPHRASE, clock=clock, cost=LEAST_COST)
        assert told.value.then
    assert [path.name for path in taken.iterdir()] == ["letter.txt"]


def test_changing_the_passphrase_wraps_anew_and_encrypts_nothing_again(
    folder: Path, data_key: bytes, clock: SteppingClock
) -> None:
    opened = open_practice(folder, data_key=data_key, clock=clock)
    new = "nine slow otters under the bridge"
    with pytest.raises(RuntimeError, match="checked"):
        opened.change_passphrase(new, cost=LEAST_COST)
    assert opened.check_passphrase(PASSPHRASE)
    opened.change_passphrase(new, cost=LEAST_COST)
    assert opened.check_passphrase(new)
    assert not opened.check_passphrase(PASSPHRASE)
    opened.close()
    with pytest.raises(VaultProblem):
        open_practice(folder, passphrase=PASSPHRASE, clock=clock)
    again = open_practice(folder, passphrase=new, clock=clock)
    assert again.vault.data_key == data_key
    again.close()


def test_a_new_recovery_sheet_makes_the_former_one_worthless(
    folder: Path, template: tuple[Path, bytes, str], clock: SteppingClock
) -> None:
    opened = open_practice(folder, data_key=template[1], clock=clock)
    assert opened.check_passphrase(template[2]), "who lost the passphrase has the sheet"
    code = opened.new_recovery_code()
    opened.close()
    with pytest.raises(VaultProblem) as told:
        open_practice(folder, recovery_code=template[2], clock=clock)
    assert told.value.kind == "wrong-recovery-code"
    open_practice(folder, recovery_code=code, clock=clock).close()
