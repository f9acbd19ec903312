"""What the rail says of the last backup, and that a backup from the desk is a real, checked one."""

from pathlib import Path

import pytest

from healingpartner.desktop.backing_up import back_up_into, backup_is_stale, backup_words, last_backup
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.practice import Practice
from healingpartner.vault.backup import Watch, restore

NOW = Instant(utc_us=1_800_000_000_000_000, offset_min=60, zone="CET")


def _before(seconds: int) -> Instant:
    return Instant(utc_us=NOW.utc_us - seconds * 1_000_000, offset_min=60, zone="CET")


def test_the_rail_speaks_as_a_person_would() -> None:
    assert backup_words(None, NOW) == "Not backed up yet"
    assert backup_words(_before(20), NOW) == "Backed up just now"
    assert backup_words(_before(60 * 25), NOW) == "Backed up 25 min ago"
    assert backup_words(_before(3600 * 2), NOW) == "Backed up 2 h ago"
    assert backup_words(_before(86400), NOW) == "Backed up 1 day ago"
    assert backup_words(_before(86400 * 3), NOW) == "Backed up 3 days ago"
    assert backup_words(_before(86400 * 30), NOW).startswith("Backed up ")


def test_a_clock_that_went_back_is_no_reason_for_strange_words() -> None:
    assert backup_words(_before(-9999), NOW) == "Backed up just now"


def test_a_week_without_a_backup_needs_care() -> None:
    assert backup_is_stale(None, NOW)
    assert backup_is_stale(_before(86400 * 8), NOW)
    assert not backup_is_stale(_before(86400 * 6), NOW)


def test_a_backup_from_the_desk_is_remembered_and_can_be_restored(
    practice: Practice, tmp_path: Path, data_key: bytes
) -> None:
    assert last_backup(practice) is None
    into = tmp_path / "backups"
    into.mkdir()
    done = back_up_into(practice, into, Watch())
    assert last_backup(practice) is not None
    restored = restore(done.file, tmp_path / "again.healing", data_key=data_key)
    assert (restored.folder / "practice.db").is_file()


def test_a_stick_that_is_not_plugged_in_is_said_and_no_file_takes_its_place(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(Refused) as said:
        back_up_into(practice, tmp_path / "stick", Watch())
    assert "not there" in said.value.sentence()
    assert not (tmp_path / "stick").exists()
    assert last_backup(practice) is None
