"""From the start of the program to its first painted window, whole processes in turn.

Floor: a bare PySide6 program with one QMainWindow. Ours: arguments read, settings, faces, theme, the unlock page of
an existing practice. Both end at their first paint event.

The goal is not reached yet, and the line says so. What stands between: the classes of our modules, the first touch of
Qt's enumerations (which a bare window never pays) and the bundled faces. `BOUND` keeps it from growing unseen.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.measuring import in_turn, reached, say

GOAL = 1.25
BOUND = 2.3
ROUNDS = 11
WINDOWS = Path(__file__).with_name("windows")
SOURCES = Path(__file__).resolve().parents[2] / "src"
HEAVY = ("reportlab", "keyring", "cryptography", "argon2", "pikepdf", "PIL", "rapidfuzz", "pypdfium2")


def _environment() -> dict[str, str]:
    """Installed programs have their byte code beside them: so do these, from the second start on."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(SOURCES)}


def first_paint(script: str, *arguments: str) -> Callable[[], float]:
    command = [sys.executable, str(WINDOWS / script), *arguments]

    def once() -> float:
        began = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            taken = (time.perf_counter() - began) * 1_000
            assert line.startswith(b"painted"), "the window was not painted"
        return taken

    return once


def test_the_unlock_window_comes_nearly_as_fast_as_a_bare_one(twenty_thousand: tuple[Path, bytes]) -> None:
    folder = str(twenty_thousand[0])
    found = in_turn(first_paint("bare.py"), first_paint("unlock_window.py", folder), rounds=ROUNDS)
    floor, ours = found.p50()
    say(
        "start → unlock window",
        f"× {found.ratio:.2f} of a bare window ({reached(found.ratio, GOAL)}) · {floor:.0f} → {ours:.0f} ms",
    )
    assert found.ratio <= BOUND


def test_nothing_heavy_is_imported_before_unlocking(twenty_thousand: tuple[Path, bytes]) -> None:
    command = [sys.executable, str(WINDOWS / "unlock_window.py"), str(twenty_thousand[0])]
    said = subprocess.run(command, capture_output=True, check=True, text=True, env=_environment()).stdout
    loaded = set(said.split("\n", 1)[1].split())
    assert [name for name in HEAVY if name in loaded] == []
