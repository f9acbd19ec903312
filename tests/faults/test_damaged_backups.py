"""Every cut and every changed byte of a backup is named, and a restore that stops leaves nothing behind."""

import random
from pathlib import Path

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.practice import Practice
from healingpartner.vault import backup

resource = pytest.importorskip("resource")


@pytest.fixture
def made(practice: Practice, tmp_path: Path) -> Path:
    return backup.back_up(practice.vault, tmp_path / "one.healing-backup").file


def kind_of_restoring(data: bytes, tmp_path: Path, data_key: bytes) -> str:
    (tmp_path / "altered").write_bytes(data)
    with pytest.raises(VaultProblem) as caught:
        backup.restore(tmp_path / "altered", tmp_path / "New.healing", data_key=data_key)
    assert not (tmp_path / "New.healing").exists()
    assert list(tmp_path.glob("*.part")) == []
    return caught.value.kind


def test_two_hundred_changed_bytes_are_each_named(made: Path, tmp_path: Path, data_key: bytes) -> None:
    whole, chance = made.read_bytes(), random.Random(11)
    for _round in range(200):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        assert kind_of_restoring(bytes(data), tmp_path, data_key) == "backup-damaged"


def test_every_kind_of_cut_is_named(made: Path, tmp_path: Path, data_key: bytes) -> None:
    whole = made.read_bytes()
    for length in (0, 1, 21, 71, 72, 4096, len(whole) // 2, len(whole) - 100, len(whole) - 1):
        assert kind_of_restoring(whole[:length], tmp_path, data_key) == "backup-damaged"
    assert kind_of_restoring(whole + b"\0", tmp_path, data_key) == "backup-damaged"
    assert kind_of_restoring(whole[1:], tmp_path, data_key) == "backup-damaged"


def test_a_full_disk_while_restoring_is_named_and_leaves_nothing(made: Path, tmp_path: Path, data_key: bytes) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(VaultProblem) as caught:
            backup.restore(made, tmp_path / "New.healing", data_key=data_key)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.kind == "disk-full"
    assert not (tmp_path / "New.healing").exists()
    assert list(tmp_path.glob("*.part")) == []


def test_a_full_disk_while_backing_up_is_named_and_leaves_nothing(practice: Practice, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    (tmp_path / "stick").mkdir()
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(VaultProblem) as caught:
            backup.back_up(practice.vault, tmp_path / "stick")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.kind == "disk-full"
    assert list((tmp_path / "stick").iterdir()) == []
