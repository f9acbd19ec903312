"""What this computer remembers before a practice is open: looks, times, and where the practice lies.

Kept in the app folder as `settings.json`, never with a patient's words. A file that cannot be read is
set aside and the defaults hold; the frame says so once.
"""

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from healingpartner.foundation.paths import app_folder

KIND, VERSION = "healingpartner-settings", 1
THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
PAPERS = ("A4", "Letter")
_LONGEST_FILE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The values. Minutes for the times, percent for the text, Babel's form for the locale ("" = this computer's).

    practice: the folder last opened; backup_folder: "" when none was chosen; places: recent practices.
    lens: whether words are looked at while typing; lens_silenced: ids of its entries that are left alone.
    """

    locale: str = ""
    theme: str = "system"
    text_percent: int = 100
    lock_minutes: int = 5
    turned_lock_minutes: int = 15
    paper: str = "A4"
    large_print: bool = False
    practice: str = ""
    backup_folder: str = ""
    backup_on_close: bool = True
    discreet: bool = False
    lens: bool = True
    lens_silenced: tuple[str, ...] = field(default=())
    places: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Raises ValueError for a value outside its range."""
        if not (1 <= self.lock_minutes <= 15 and 1 <= self.turned_lock_minutes <= 60):
            raise ValueError("a locking time outside its range")
        if self.theme not in THEMES or self.paper not in PAPERS or not 100 <= self.text_percent <= 200:
            raise ValueError("a look that is not offered")


class Settings(QObject):
    """The preferences with their file. changed: after each change. not_kept: the file could not be written."""

    changed = Signal()
    not_kept = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Reads the file; `unreadable` tells whether it had to fall back to the defaults."""
        super().__init__(parent)
        self.unreadable = False
        self.values = self._read()

    def change(self, **values: Any) -> None:
        """Change some values and write the file. ValueError when one is outside its range.

        Where the file cannot be written the change holds until the program ends, and `not_kept` says so.
        """
        changed = replace(self.values, **values)
        if changed == self.values:
            return
        self.values = changed
        try:
            self._write()
        except OSError:
            self.not_kept.emit()
        self.changed.emit()

    def _read(self) -> Preferences:
        path = _path()
        try:
            with path.open("rb") as file:
                return _read_strictly(file.read(_LONGEST_FILE).decode("utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, TypeError, RecursionError):
            self.unreadable = True
            return Preferences()

    def _write(self) -> None:
        body = {"kind": KIND, "version": VERSION, **asdict(self.values)}
        path = _path()
        beside = path.with_suffix(".new")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(body, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)


def _path() -> Path:
    return app_folder() / "settings.json"


def _read_strictly(text: str) -> Preferences:
    body = json.loads(text)
    if not isinstance(body, dict) or body.get("kind") != KIND or body.get("version") != VERSION:
        raise ValueError("not our settings")
    default = Preferences()
    values: dict[str, Any] = {}
    for each in fields(Preferences):
        value = body.get(each.name, getattr(default, each.name))
        expected = type(getattr(default, each.name))
        if expected is tuple:
            if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
                raise ValueError("not a list of texts")
            value = tuple(value)
        elif type(value) is not expected:
            raise ValueError("a value of another kind")
        values[each.name] = value
    return Preferences(**values)
