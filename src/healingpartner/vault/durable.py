"""Bytes that are on the disk when we say so: written aside, synced, renamed into place, folder synced.

A power cut leaves the old file or the new one, never a part of either. What is left aside ends in `.part`.
"""

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _

PART = ".part"
_RETRIES = 10
_FIRST_PAUSE_S = 0.02
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def storage_problem(error: OSError) -> VaultProblem:
    """What the system said, in plain words: disk-full, folder-not-writable, folder-missing or disk-trouble."""
    nothing_changed = _("What was saved before is unchanged.")
    if error.errno in _FULL:
        return VaultProblem(
            "disk-full",
            _("The disk is full."),
            safe=nothing_changed,
            then=_("Make some room on the disk, then try again."),
        )
    if error.errno in _NO_RIGHT:
        return VaultProblem(
            "folder-not-writable",
            _("This computer does not allow writing in that folder."),
            safe=nothing_changed,
            then=_("Choose another folder, or change the rights of this one, then try again."),
        )
    if error.errno == errno.ENOENT:
        return VaultProblem(
            "folder-missing",
            _("That folder is not there."),
            safe=nothing_changed,
            then=_("Check that its disk is connected, or choose another folder, then try again."),
        )
    return VaultProblem(
        "disk-trouble",
        _("The disk did not take what was to be written."),
        safe=nothing_changed,
        then=_("Check that the disk is connected and healthy, then try again."),
    )


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows keeps them with the files, so there is nothing to do there."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def part_beside(path: Path) -> Path:
    """A fresh name in the same folder for what is to become `path`."""
    return path.with_name(f"{path.name}.{secrets.token_hex(8)}{PART}")


@contextmanager
def new_part(path: Path) -> Iterator[BinaryIO]:
    """A new file 0600 at `path` (it may not exist yet), synced at the end; gone again if anything is raised."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        raise


def into_place(part: Path, path: Path) -> None:
    """Rename `part` over `path` and sync the folder. Windows scanners may hold a file a moment: tried ten times."""
    pause = _FIRST_PAUSE_S
    for left in range(_RETRIES - 1, -1, -1):
        try:
            part.replace(path)
            break
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(pause)
            pause *= 2
    sync_folder(path.parent)


def write_durably(path: Path, data: bytes) -> None:
    """Replace the whole file at `path` by `data`, 0600. OSError leaves the former file as it was."""
    part = part_beside(path)
    with new_part(part) as stream:
        stream.write(data)
    try:
        into_place(part, path)
    except OSError:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
        raise


def note_aside(path: Callable[[], Path], data: bytes) -> bool:
    """Write a small note into the program's own folder; False when that did not take it, which harms no practice."""
    try:
        place = path()
        place.parent.mkdir(mode=0o700, exist_ok=True)
        write_durably(place, data)
    except OSError:
        return False
    return True


def sweep_parts(folder: Path) -> int:
    """Remove what a crash left aside in `folder`; only while its lock is held. How many went."""
    left = [path for path in folder.glob(f"*{PART}") if path.is_file()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
