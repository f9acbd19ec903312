"""What is not needed before the door waits: a test of every heavy library, in a process of its own."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "argon2", "babel", "cryptography", "keyring", "multiprocessing", "pikepdf", "PIL", "pypdfium2", "rapidfuzz",
    "reportlab", "sqlcipher3", "zxcvbn",
)  # fmt: skip
SCRIPT = """
import sys
from pathlib import Path
from healingpartner.desktop.start import application, start
from healingpartner.foundation.clock import SystemClock
app, clock = application(), SystemClock()
started = start(app, clock=clock, rest_clock=clock, folder=Path(sys.argv[1]))
started.window.show()
app.processEvents()
print(*sorted({name.split(".")[0] for name in sys.modules}))
started.end()
"""


def test_no_heavy_library_is_there_when_the_unlock_page_is_shown(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY), sorted(loaded & set(HEAVY))
