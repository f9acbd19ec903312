"""Where a tour lives while it lasts: a home of its own, always under the same name, so that pictures agree."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from healingpartner.foundation.paths import HOME_VARIABLE

SCREEN = (1440, 900)
_WAIT_FOR_ANOTHER_MS = 900_000
_NO_FACES = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{cache}</cachedir>
<match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit></match></fontconfig>
"""


@contextmanager
def home_of_its_own() -> Iterator[Path]:
    """A private folder, new and empty, taken away afterwards; a second tour on this computer waits for the first.

    The environment is set before Qt starts: no screen but one of 1440 × 900, no face but those that are bundled, no
    settings but new ones.
    """
    home = Path(tempfile.gettempdir()) / f"healing-tour-{_owner()}"
    lock = QLockFile(f"{home}.lock")
    if not lock.tryLock(_WAIT_FOR_ANOTHER_MS):
        raise OSError("another tour does not end")
    try:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(mode=0o700)
        (home / "Documents").mkdir()
        _set_environment(home)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)
        lock.unlock()


def _owner() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "one")


def _set_environment(home: Path) -> None:
    faces, screen = home / "fonts.conf", home / "screen.json"
    faces.write_text(_NO_FACES.format(cache=home / "faces"), "utf-8")
    wide, high = SCREEN
    one = {"name": "tour", "x": 0, "y": 0, "width": wide, "height": high, "dpr": 1}
    screen.write_text(json.dumps({"screens": [{**one, "logicalDpi": 96, "logicalBaseDpi": 96}]}), "utf-8")
    os.environ.update(
        {
            HOME_VARIABLE: str(home / "app"),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DOCUMENTS_DIR": str(home / "Documents"),
            "FONTCONFIG_FILE": str(faces),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": "1",
            "LANG": "en_US.UTF-8",
            "LC_ALL": "en_US.UTF-8",
            "TZ": "UTC",
        }
    )
