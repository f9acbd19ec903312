"""The practice's folder: what stands where in it, and whether it may stand there."""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _

SUFFIX = ".healing"
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud", "syncthing")


@dataclass(frozen=True, slots=True)
class Place:
    """A practice folder, by path."""

    folder: Path

    @property
    def keys(self) -> Path:
        """The header with the key slots."""
        return self.folder / "keys.json"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "practice.db"

    @property
    def files(self) -> Path:
        """The folder of encrypted attachments."""
        return self.folder / "files"

    @property
    def lock(self) -> Path:
        """The file whose lock says that the practice is open."""
        return self.folder / "practice.lock"

    @property
    def name(self) -> str:
        """The folder's name without its ending, as shown at unlock."""
        return self.folder.name.removesuffix(SUFFIX)


def refuse_unsafe(folder: Path) -> None:
    """Refused when a new practice must not stand here: not empty, or in a folder that another program syncs."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(_("There is already something at this place."), then=_("Choose a new name or an empty folder."))
    synced = next((part for part in folder.parts if part.casefold().startswith(_SYNCED)), None)
    if synced is not None:
        raise Refused(
            _("This folder is copied to other computers by another program, which can mix old and new parts."),
            then=_("Choose a folder that stays on this computer. Backups may go into a synced folder."),
        )


def private_files() -> None:
    """From here on this process makes files that only their owner may read."""
    if sys.platform != "win32":
        os.umask(0o077)


def make_private_folder(folder: Path) -> None:
    """A folder with rights for its owner alone."""
    folder.mkdir(mode=0o700, parents=True)


def too_open(place: Place) -> tuple[str, ...]:
    """Names in the practice folder that others on this computer could read (empty on Windows)."""
    if sys.platform == "win32":
        return ()
    open_ones = [path for path in (place.folder, *place.folder.rglob("*")) if _is_open(path)]
    return tuple(str(path.relative_to(place.folder)) for path in open_ones)


def _is_open(path: Path) -> bool:
    """Whether others may read it; a link's own rights mean nothing, and what went meanwhile is no matter."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & 0o077)
