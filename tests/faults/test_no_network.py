"""Nothing asks a network: every process of a whole day is watched, and none so much as looks a name up.

The tour is watched in the same way where it is walked (journeys/test_tour.py).
"""

import os
import subprocess
import sys
from pathlib import Path

WATCHED = Path(__file__).parent / "watched"
SOURCE = Path(__file__).resolve().parents[2] / "src"
LONGEST_SECONDS = 600


class Day:
    """Runs commands under watch, one after the other."""

    def __init__(self, place: Path) -> None:
        self._seen = place / "seen.txt"
        self._key = place / "key.txt"
        self._env = os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, (WATCHED, SOURCE))),
            "HEALINGPARTNER_WATCHED": str(self._seen),
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *typed: str | Path, key: str = "") -> str:
        """One command; what it said."""
        line = [sys.executable, "-m", "healingpartner", *map(str, typed)]
        self._key.write_text(key + "\n", "utf-8")
        with self._key.open("rb") as file:
            if key:
                line += ["--passphrase-fd", str(file.fileno())]
            done = subprocess.run(
                line, env=self._env, pass_fds=(file.fileno(),), capture_output=True, text=True, check=False,
                timeout=LONGEST_SECONDS,
            )  # fmt: skip
        return done.stdout + done.stderr

    def asked(self) -> set[str]:
        """Whatever would have used a network; "watched" proves that the watch was there."""
        return set(self._seen.read_text("utf-8").split()) if self._seen.exists() else set()


def test_the_watch_sees_a_process_that_asks(tmp_path: Path) -> None:
    day = Day(tmp_path)
    script = "import socket; s = socket.socket(); s.settimeout(0.01); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", script], env=day._env, check=True, timeout=60)
    assert day.asked() == {"socket.connect", "watched"}


def test_no_command_asks_the_network(tmp_path: Path) -> None:
    day, folder = Day(tmp_path), tmp_path / "demo.healing"
    said = day.run("demo", folder, "--people", "12", "--entries", "6")
    key = next(line.removeprefix("Its passphrase: ") for line in said.splitlines() if "Its passphrase: " in line)
    assert "All of it is whole." in day.run("check", folder, key=key)
    assert "opened and checked" in day.run("backup", folder, tmp_path / "copy.healing-backup", key=key)
    assert "is back" in day.run("restore", tmp_path / "copy.healing-backup", tmp_path / "again.healing", key=key)
    assert day.asked() == {"watched"}
