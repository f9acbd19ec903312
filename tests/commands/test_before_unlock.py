"""What the program loads before a practice is open: a window, and little else."""

import json
import os
import subprocess
import sys

# Each is loaded on first need: on the first paper, the first look into the computer's keyring, the first typed name.
LATER = (
    "reportlab", "pikepdf", "pypdfium2", "arabic_reshaper", "bidi", "lxml", "keyring", "rapidfuzz", "zxcvbn", "PIL",
    "argon2", "fontTools", "pytest",
)  # fmt: skip

PROGRAM = f"""
import json, sys
from healingpartner.desktop.start import application, start
from healingpartner.foundation.clock import SystemClock
started = start(application(), clock=SystemClock(), rest_clock=SystemClock())
started.window.show()
started.app.processEvents()
print(json.dumps([name for name in {LATER!r} if name in sys.modules]))
started.end()
"""


def test_the_unlock_window_stands_without_the_heavy_libraries(app_home):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout.splitlines()[-1]) == []
