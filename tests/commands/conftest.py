"""The command as a person runs it: a process of its own, keys handed over open files."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
LONGEST_SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(app_home: Path) -> Command:
    """`command("check", folder, key="…")`: the key goes over an open file, as `flag` says."""

    def run(*typed: str | Path, key: str | bytes | None = None, flag: str = "--passphrase-fd") -> Ran:
        line = [sys.executable, "-m", "healingpartner", *map(str, typed)]
        handed: tuple[int, ...] = ()
        if key is not None:
            reading, writing = os.pipe()
            os.write(writing, key if isinstance(key, bytes) else key.encode() + b"\n")
            os.close(writing)
            handed, line = (reading,), [*line, flag, str(reading)]
        home = {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        try:
            done = subprocess.run(
                line,
                env=home,
                pass_fds=handed,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=LONGEST_SECONDS,
            )
        finally:
            for number in handed:
                os.close(number)
        return Ran(code=done.returncode, out=done.stdout, err=done.stderr)

    return run
