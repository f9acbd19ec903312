"""A thousand random bytes changed in keys.json: each is named, none is accepted, nothing crashes."""

import hashlib
import random
from pathlib import Path

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.vault import header
from vault.key_material import small_header


def test_a_thousand_changed_bytes_are_each_named(tmp_path: Path) -> None:
    chance = random.Random(20240607)
    header.write(tmp_path, small_header())
    whole = (tmp_path / header.KEYS).read_bytes()
    for _round in range(1000):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        with pytest.raises(VaultProblem) as caught:
            header.from_bytes(bytes(data))
        assert caught.value.kind == "header-damaged"


def test_every_cut_is_named() -> None:
    whole = header.to_bytes(small_header())
    for length in range(len(whole)):
        with pytest.raises(VaultProblem):
            header.from_bytes(whole[:length])


def test_reading_a_damaged_file_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Elm Street.healing"
    folder.mkdir()
    header.write(folder, small_header())
    (folder / header.KEYS).write_bytes(b"{torn")
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    with pytest.raises(VaultProblem):
        header.read(folder)
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} == before
