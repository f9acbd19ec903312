"""One wrong byte anywhere in practice.db is named, at opening or by the check: 1,000 times."""

import random
import shutil
from pathlib import Path

import pytest
from tests.faults.writer import write

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.practice import open_practice
from healingpartner.vault import header
from healingpartner.vault.checks import check_practice
from healingpartner.vault.opening import Keys
from healingpartner.vault.place import Place

FLIPS = 1_000


@pytest.mark.slow
def test_every_byte_flip_in_the_database_is_named(
    folder: Path, data_key: bytes, clock: SteppingClock, app_home: Path, tmp_path: Path
) -> None:
    practice = open_practice(folder, data_key=data_key, clock=clock)
    for number in range(40):
        practice.do(write, number, by=Voice.PRACTITIONER)
    practice.close()
    keys = Keys(data_key=data_key, header=header.read(folder))
    whole = (folder / "practice.db").read_bytes()
    kept_home = tmp_path / "kept-home"
    shutil.copytree(app_home, kept_home)
    assert check_practice(Place(folder), keys, clock=clock).is_whole
    chance, unnamed = random.Random(7), []
    for _flip in range(FLIPS):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        damaged = bytearray(whole)
        damaged[at] ^= bit
        for beside in folder.glob("practice.db-*"):
            beside.unlink()
        (folder / "practice.db").write_bytes(damaged)
        report = check_practice(Place(folder), keys, clock=clock)
        if report.is_whole:
            unnamed.append((at, bit))
    assert unnamed == []
