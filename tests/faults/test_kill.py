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


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_no_committed_line_is_lost_in_two_hundred_kills(folder: Path, data_key: bytes) -> None:
    """After each kill the practice opens, holds every line that was said, and the chain follows."""
    chance, said = random.Random(20261122), 0
    command = [sys.executable, "-m", "tests.faults.writer", str(folder), data_key.hex()]
    for _cycle in range(CYCLES):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.08))
            child.send_signal(signal.SIGKILL)
            rest = child.stdout.read().splitlines()
        said = max(said, *(int(line) for line in (first, *rest) if line.strip().isdigit()))
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
