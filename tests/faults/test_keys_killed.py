"""kill -9 at any moment while keys.json is replaced: the file is always one whole generation."""

import multiprocessing
import os
import random
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from healingpartner.vault import durable, header
from vault.key_material import DATA_KEY, small_header

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
ROUNDS = 25


def replace_for_ever(folder: str, first: header.Header, ready) -> None:  # type: ignore[no-untyped-def]
    for generation in count(first.generation + 1):
        header.write(Path(folder), header.with_mac(replace(first, generation=generation), DATA_KEY))
        if generation == first.generation + 1:  # on a busy computer the kill would come before the first
            ready.send(True)


@pytest.mark.slow
def test_a_kill_leaves_one_whole_generation_every_time(tmp_path: Path) -> None:
    folder = tmp_path / "Elm Street.healing"
    folder.mkdir()
    header.write(folder, small_header())
    context = multiprocessing.get_context("spawn")
    chance, newest = random.Random(7), 1
    for _round in range(ROUNDS):
        ready, telling = context.Pipe(duplex=False)
        writer = context.Process(target=replace_for_ever, args=(str(folder), header.read(folder), telling), daemon=True)
        writer.start()
        assert ready.poll(60)
        time.sleep(chance.random() / 20)
        writer.kill()
        writer.join()
        read = header.read(folder)
        header.verify_mac(read, DATA_KEY)
        assert read.generation >= newest
        newest = read.generation
        assert len(header.whole_copies(folder, read.vault_id)) >= 1
        durable.sweep_parts(folder)
        assert {each.name for each in folder.iterdir()} <= {header.KEYS, header.PREVIOUS}
    assert newest > ROUNDS
