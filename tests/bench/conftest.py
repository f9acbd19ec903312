"""A practice of 20,000 invented people, kept in build/ between runs; the machine is named first."""

import json
import os
from pathlib import Path

import pytest

from bench.measuring import machine, say
from healingpartner.demo.making import make
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.practice import open_practice
from healingpartner.vault.calibration import Cost

PEOPLE = 20_000
LEAST_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=2)
KEPT = Path(__file__).resolve().parents[2] / "build" / "bench"


@pytest.fixture(scope="session", autouse=True)
def named_machine() -> None:
    """Ratios are of one run on one machine; say which."""
    say("measured on", machine())


@pytest.fixture(scope="session")
def twenty_thousand() -> tuple[Path, bytes]:
    """The folder and the data key of a closed practice; made once, and anew when the schema has moved on."""
    os.environ[HOME_VARIABLE] = str(KEPT / "home")
    folder, passphrase = KEPT / f"{PEOPLE}.healing", KEPT / f"{PEOPLE}.json"
    key = _key_of(folder, passphrase)
    if key is None:
        _take_away(folder)
        say("making", f"{PEOPLE} people; this happens once")
        made = make(folder, people=PEOPLE, entries=PEOPLE // 4, seed=1, cost=LEAST_COST)
        passphrase.write_text(json.dumps({"passphrase": made.passphrase}), "utf-8")
        key = _key_of(folder, passphrase)
    assert key is not None
    return folder, key


@pytest.fixture(autouse=True)
def app_home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same home as the kept practice, so that its anchor is known."""
    home = KEPT / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


def _key_of(folder: Path, kept: Path) -> bytes | None:
    if not kept.is_file():
        return None
    try:
        practice = open_practice(
            folder, passphrase=json.loads(kept.read_text("utf-8"))["passphrase"], clock=SystemClock()
        )
    except VaultProblem:
        return None
    key = practice.vault.data_key
    practice.close()
    return key


def _take_away(folder: Path) -> None:
    import shutil

    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
