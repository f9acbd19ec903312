"""A power cut in the middle of writing: 200 times, and no line that was said to be committed is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from healingpartner.foundation.clock import SystemClock
from healingpartner.practice import open_practice
from healingpartner.vault import migrations, proof

CYCLES = 200


def killed_while_writing(writers: "subprocess.Popen[str]", *, wait_s: float) -> list[int]:
    """Every line that a new writer said was committed before it was killed, `wait_s` after the first."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write("write\n")
    writers.stdin.flush()
    child, committed = 0, []
    while not (child and committed):
        line = writers.stdout.readline().strip()
        assert line not in {"", "gone"}, "the practice could not be written"
        if line.startswith("child "):
            child = int(line.removeprefix("child "))
        else:
            committed.append(int(line))
    time.sleep(wait_s)
    os.kill(child, signal.SIGKILL)
    while (line := writers.stdout.readline().strip()) != "gone":
        committed.append(int(line))
    return committed


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_no_committed_line_is_lost_in_two_hundred_kills(folder: Path, data_key: bytes) -> None:
    """After each kill the practice opens, holds every line that was said, and the chain follows."""
    chance, said = random.Random(20261122), 0
    command = [sys.executable, "-m", "tests.faults.writer", str(folder), data_key.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writers:
        for _cycle in range(CYCLES):
            said = max(said, *killed_while_writing(writers, wait_s=chance.uniform(0.0, 0.08)))
            practice = open_practice(folder, data_key=data_key, clock=SystemClock())
            try:
                assert practice.vault.head().seq >= said
                assert [step.found for step in practice.vault.chain_steps() if step.found] == []
            finally:
                practice.close()
    practice = open_practice(folder, data_key=data_key, clock=SystemClock())
    assert [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found] == []
    assert practice.db.value("SELECT count(*) FROM released") % 2 == 0
    assert practice.db.value("SELECT count(*) FROM found") * 2 == practice.db.value("SELECT count(*) FROM released")
    practice.close()
