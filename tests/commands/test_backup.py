"""`healingpartner backup` and `restore`, as two processes on two computers."""

import os

import pytest

from healingpartner.foundation.paths import HOME_VARIABLE

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
