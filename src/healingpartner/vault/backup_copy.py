"""The child process that copies a practice's ciphertext into one file; it holds no key and knows no format.

A process of its own, because closing a file of the live database in ours would drop SQLite's locks on it.
The container is an uncompressed zip, so that any computer can list and check it.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from healingpartner.vault.durable import new_part

BLOCK = 1024 * 1024
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PRIVATE = 0o600 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A file to copy. `may_be_missing`: named when it is not there, instead of ending the copy."""

    name: str
    source: str
    may_be_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A file as it was copied; sha256 is "" when it was missing."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What the operating system said, by its number."""

    number: int
    name: str


def copy_all(container: str, wanted: Sequence[Wanted], answers: "Connection[object, object]") -> None:
    """Write the container at a new path. Sends numbers of bytes done, then a tuple of Copied, or one Trouble."""
    os.umask(0o077)
    name = ""
    try:
        done: list[Copied] = []
        with new_part(Path(container)) as target, ZipFile(target, "w", ZIP_STORED, allowZip64=True) as made:
            for each in wanted:
                name = each.name
                done.append(_copied(made, each, answers.send))
        answers.send(tuple(done))
    except OSError as trouble:
        with contextlib.suppress(OSError):  # nobody listens any more when the program that asked was ended
            answers.send(Trouble(number=trouble.errno or 0, name=name))
            return
        Path(container).unlink(missing_ok=True)
    finally:
        answers.close()


def entry(name: str) -> ZipInfo:
    """A name in the container: stored as it is, private, without a date."""
    info = ZipInfo(name, _FIRST_DAY)
    info.compress_type, info.external_attr = ZIP_STORED, _PRIVATE
    return info


def poured(source: IO[bytes], target: IO[bytes] | None, told: Callable[[int], None]) -> tuple[int, str]:
    """Copy a stream to its end; its size and SHA-256. `told` hears the bytes of each block."""
    digest, size = hashlib.sha256(), 0
    while block := source.read(BLOCK):
        digest.update(block)
        if target is not None:
            target.write(block)
        size += len(block)
        told(len(block))
    return size, digest.hexdigest()


def _copied(made: ZipFile, wanted: Wanted, told: Callable[[int], None]) -> Copied:
    try:
        source = Path(wanted.source).open("rb")  # noqa: SIM115 - closed below; only the opening may find nothing
    except FileNotFoundError:
        if not wanted.may_be_missing:
            raise
        return Copied(name=wanted.name, size=0, sha256="")
    with source, made.open(entry(wanted.name), "w", force_zip64=True) as target:
        size, sha256 = poured(source, target, told)
    return Copied(name=wanted.name, size=size, sha256=sha256)
