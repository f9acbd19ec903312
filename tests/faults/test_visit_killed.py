"""A power cut while a visit is being written: at most two seconds of typing are lost, two hundred times."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from healingpartner.desktop.visits import note_card, quiet_screen, visit_page
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.voices import Voice
from healingpartner.practice import open_practice
from visits.meeting import met

VISITS, KILLS = 4, 17  # three drafts a visit are cut at a time: a note, exact words, a jot
LOST_AT_MOST_S = 2.0
FORMS = {note_card.FORM: "sections", visit_page.FORM: "first-minutes", quiet_screen.FORM: "jot"}


def last_number(form: str, body: str) -> int:
    """The last word that a draft holds; 0 when it holds none."""
    typed = json.loads(body)["typed"]
    words = typed["sections"][0][3] if form == note_card.FORM else typed.get(FORMS[form], "")
    return int((words.split() or ["0"])[-1])


def begun_visits(folder: Path, data_key: bytes) -> list[str]:
    """Fresh visits of fresh people, so that nothing of the run before is in the drafts."""
    practice = open_practice(folder, data_key=data_key, clock=SystemClock())
    try:
        return [met(practice, f"Invented {at}")[1] for at in range(VISITS)]
    finally:
        practice.close()


def kept_numbers(folder: Path, data_key: bytes, visit_ids: list[str]) -> list[int]:
    """For every draft of these visits the last word it holds, 0 where there is none yet."""
    practice = open_practice(folder, data_key=data_key, clock=SystemClock())
    try:
        assert [step.found for step in practice.vault.chain_steps() if step.found] == []
        found = [(form, practice.draft(each, form, Voice.PRACTITIONER)) for each in visit_ids for form in FORMS]
        return [0 if draft is None else last_number(form, draft.body) for form, draft in found]
    finally:
        practice.close()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_power_cut_takes_at_most_two_seconds_of_typing(folder: Path, data_key: bytes) -> None:
    chance, worst, cut = random.Random(20261129), 0.0, 0
    for _kill in range(KILLS):
        visit_ids = begun_visits(folder, data_key)
        command = [sys.executable, "-m", "tests.faults.visit_writer", str(folder), data_key.hex(), *visit_ids]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            assert first, "the visits could not be written"
            time.sleep(chance.uniform(0.0, 4.0))
            child.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            lines = [first, *child.stdout.read().splitlines()]
        typed = {
            int(words): float(moment) for words, moment in (line.split() for line in lines if line.count(" ") == 1)
        }
        for number in kept_numbers(folder, data_key, visit_ids):
            cut += 1
            if number + 1 in typed:
                worst = max(worst, killed - typed[number + 1])
    assert cut >= 200
    assert worst <= LOST_AT_MOST_S, f"{worst:.2f} s of typing were lost"
