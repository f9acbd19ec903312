"""`healingpartner backup` and `restore`, as two processes on two computers."""

import json
import os

import pytest

from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.practice import open_practice

PASSPHRASE = "seven quiet herons wade at dawn"


@pytest.fixture
def backup(command, folder, tmp_path):
    """A backup of a practice, made by the command."""
    ran = command("backup", folder, tmp_path / "copy.healing-backup", key=PASSPHRASE)
    assert (ran.code, ran.err) == (0, "")
    return tmp_path / "copy.healing-backup"


def test_a_backup_comes_back_on_a_computer_that_never_saw_the_practice(
    command, backup, tmp_path, template, monkeypatch
):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another-home"))
    there = tmp_path / "Elm Street again.healing"
    ran = command("restore", backup, there, key=template[2], flag="--recovery-fd")
    assert (ran.code, ran.err) == (0, "")
    assert str(there) in ran.out
    assert command("check", there, key=PASSPHRASE).code == 0


def test_a_backup_into_a_folder_names_itself(command, folder, tmp_path):
    (tmp_path / "backups").mkdir()
    assert command("backup", folder, tmp_path / "backups", key=PASSPHRASE).code == 0
    (made,) = (tmp_path / "backups").iterdir()
    assert made.suffix == ".healing-backup"
    assert made.stat().st_mode & 0o077 == 0


def test_nothing_that_stands_is_written_over(command, folder, backup, tmp_path):
    before = backup.read_bytes()
    assert command("backup", folder, backup, key=PASSPHRASE).code == 1
    assert backup.read_bytes() == before
    assert command("restore", backup, folder, key=PASSPHRASE).code == 1
    assert command("check", folder, key=PASSPHRASE).code == 0


def test_a_damaged_backup_is_told_and_leaves_no_folder(command, backup, tmp_path):
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    ran = command("restore", backup, tmp_path / "new", key=PASSPHRASE)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not one of ours", os.urandom(4096)])
def test_a_file_that_is_no_backup_is_told(command, tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    ran = command("restore", tmp_path / "file", tmp_path / "new", key=PASSPHRASE)
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err


def test_the_wrong_passphrase_makes_no_copy(command, folder, tmp_path):
    ran = command("backup", folder, tmp_path / "copy", key="seven loud herons wade at dusk")
    assert ran.code == 1
    assert not (tmp_path / "copy").exists()


def test_an_older_state_is_named_and_goes_on_only_when_it_is_wanted(command, folder, backup, tmp_path):
    assert command("backup", folder, tmp_path / "later", key=PASSPHRASE).code == 0
    older = tmp_path / "Older.healing"
    assert command("restore", backup, older, key=PASSPHRASE).code == 0
    told = json.loads(command("check", older, "--json", key=PASSPHRASE).out)
    assert [one["kind"] for one in told["findings"]] == ["older-than-seen"]
    assert told["rows"] >= 0
    ran = command("backup", older, tmp_path / "of the older", key=PASSPHRASE)
    assert ran.code == 1
    assert "older than the one last seen" in ran.err
    assert command("backup", older, tmp_path / "of the older", "--older", key=PASSPHRASE).code == 0
    assert command("check", older, key=PASSPHRASE).code == 0


def test_a_wrong_code_or_passphrase_restores_nothing_and_names_the_next_step(command, backup, tmp_path, template):
    for key, flag in (
        ("seven loud herons wade at dusk", "--passphrase-fd"),
        ("0000-0000-0000-0000-0000-0000-0000-0000-00", "--recovery-fd"),
        (template[2][:-1] + ("0" if template[2][-1] != "0" else "1"), "--recovery-fd"),
        ("x" * 4_000, "--recovery-fd"),
    ):
        ran = command("restore", backup, tmp_path / "new", key=key, flag=flag)
        assert (ran.code, ran.out) == (1, "")
        assert "Nothing was changed." in ran.err
        assert "Traceback" not in ran.err
        assert not (tmp_path / "new").exists()


def test_a_practice_that_is_open_is_left_to_its_window(command, folder, data_key, clock, tmp_path):
    practice = open_practice(folder, data_key=data_key, clock=clock)
    try:
        for ran in (
            command("check", folder, "--json", key=PASSPHRASE),
            command("backup", folder, tmp_path / "copy", key=PASSPHRASE),
        ):
            assert ran.code == 1
            assert "open already" in ran.err + ran.out
            assert "Traceback" not in ran.err
    finally:
        practice.close()


def test_wrong_tries_by_command_are_told_in_the_ledger_of_the_next_unlock(command, folder, data_key, clock, tmp_path):
    for verb in ("check", "backup"):
        places = (folder,) if verb == "check" else (folder, tmp_path / "copy")
        assert command(verb, *places, key="seven loud herons wade at dusk").code == 1
    assert command("backup", folder, tmp_path / "copy", key=PASSPHRASE).code == 0
    practice = open_practice(folder, data_key=data_key, clock=clock)
    lines = [(row[0], row[1]) for row in practice.db.rows("SELECT act, hand FROM ledger ORDER BY seq")]
    practice.close()
    assert lines.count(("missed_unlock", "practitioner/command")) == 2
    assert ("unlock", "practitioner/command") in lines
