"""What is not needed to ask for a passphrase is not loaded before it is asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "PIL", "argon2", "arabic_reshaper", "asn1crypto", "bidi", "cryptography", "keyring", "lxml", "pikepdf", "pyhanko",
    "pypdfium2", "rapidfuzz", "reportlab", "requests", "segno", "sqlite3", "zxcvbn",
)  # fmt: skip

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from healingpartner.desktop.start import run
from healingpartner.foundation.clock import SystemClock

app = QApplication(sys.argv[:1])
QTimer.singleShot(1200, app.quit)
clock = SystemClock()
code = run(clock=clock, rest_clock=clock, folder=Path(sys.argv[1]) if len(sys.argv) > 1 else None)
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize("known", [False, True], ids=["first run", "a practice to unlock"])
def test_the_first_window_loads_nothing_heavy(known: bool, folder: Path, app_home: Path) -> None:
    arguments = [str(folder)] if known else []
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    code, loaded = json.loads(ran.stdout.splitlines()[-1])
    assert code == 0
    assert "PySide6" in loaded
    assert [name for name in HEAVY if name in loaded] == []
