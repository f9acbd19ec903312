"""Backups: a ciphertext snapshot in one file that counts only after it was opened again and checked.

    checkpoint → BEGIN IMMEDIATE, WAL empty → a child process copies → ROLLBACK → manifest →
    every byte read again → database opened with the data key, pages and chain followed, rows counted,
    one file decrypted → renamed into place

Restoring goes into a new folder only, and needs nothing but the file and the passphrase or recovery code.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import Refused, VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault import durable, header as headers, slots
from healingpartner.vault.backup_check import proven
from healingpartner.vault.backup_container import (
    DATABASE,
    KEYS,
    Container,
    Manifest,
    finish,
    open_container,
)
from healingpartner.vault.backup_snapshot import (
    Source,
    copied_by_child,
    described_by,
    size_of,
    still,
    wanted_of,
)
from healingpartner.vault.connection import Connection
from healingpartner.vault.header import Header
from healingpartner.vault.ledger import Head
from healingpartner.vault.place import Place, make_private_folder, refuse_unsafe

if TYPE_CHECKING:
    from healingpartner.vault.vault import Vault

ENDING = ".healing-backup"
_STALE_S = 24 * 60 * 60
_READINGS = 3  # the copying, the reading again for its checksum, the proof of each part


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who watches a long piece of work. progress(done, whole): bytes; cancelled(): asked between blocks."""

    progress: Callable[[int, int], None] = lambda _done, _whole: None
    cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A backup that was opened and checked. missing: files the practice knows and no longer has, by name."""

    file: Path
    size: int
    head: Head
    rows: int
    files: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A practice folder made from a backup."""

    folder: Path
    vault_id: str
    made: Instant
    head: Head
    rows: int
    files: int
    missing: tuple[str, ...]


def back_up(vault: "Vault", destination: Path, *, watch: Watch | None = None) -> BackedUp:
    """Copy an open practice into a new file at `destination` (or a new name in that folder), and check the copy.

    Refused when something stands there, or inside the practice. VaultProblem: busy, backup-cancelled, disk-full,
    folder-missing, folder-not-writable, disk-trouble, backup-not-sound; nothing is left at `destination` by any of
    them. On the vault's own thread.
    """
    made = vault.clock.now()
    target = destination / suggested_name(vault.place, made) if destination.is_dir() else destination
    if target.exists():
        raise Refused(_("There is already a file of that name."), then=_("Choose another name for the backup."))
    if target.resolve().is_relative_to(vault.place.folder.resolve()):
        raise Refused(
            _("A backup inside the practice's own folder would be lost together with it."),
            then=_("Choose another place, best on another disk."),
        )
    _sweep_stale(target.parent, made)
    connection = Connection(vault.place.database, vault.database_key())
    try:
        connection.settle()
        source = Source(place=vault.place, header=vault.header, data_key=vault.data_key, connection=connection)
        return _back_up(source, target, made=made, watch=watch or Watch())
    finally:
        connection.close()


def copy_for_upgrade(
    place: Place, *, header: Header, data_key: bytes, connection: Connection, destination: Path, made: Instant
) -> BackedUp:
    """The checked copy that comes before a migration; one left by an earlier try is replaced."""
    source = Source(place=place, header=header, data_key=data_key, connection=connection)
    return _back_up(source, destination, made=made, watch=Watch())


def suggested_name(place: Place, made: Instant) -> str:
    """A file name that sorts by time: "Elm Street 2026-11-22 0900.healing-backup"."""
    return f"{place.name} {made.local():%Y-%m-%d %H%M%S}{ENDING}"


def restore(
    file: Path,
    new_folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    data_key: bytes | None = None,
    watch: Watch | None = None,
) -> Restored:
    """Make a practice folder from a backup, by exactly one of its keys; checked before it gets its name.

    Refused when `new_folder` is not new or empty. VaultProblem: backup-missing, backup-damaged, backup-altered,
    backup-newer, those of the slots, backup-cancelled, disk-full …: `new_folder` is then as it was.
    """
    if sum(key is not None for key in (passphrase, recovery_code, data_key)) != 1:
        raise ValueError("a backup is opened by exactly one key")
    refuse_unsafe(new_folder)
    seen = _Seen(watch or Watch(), whole=_READINGS * size_of(file))
    with open_container(file, seen.told) as container:
        header = headers.from_bytes(container.small(KEYS, headers.SIZE_LIMIT))
        key = data_key or _unlocked(header, passphrase, recovery_code)
        headers.verify_mac(header, key)
        manifest = container.manifest(key)
        part = durable.part_beside(new_folder)
        try:
            with _said_plainly():
                new_folder.parent.mkdir(parents=True, exist_ok=True)
                _unpack(container, manifest, part, seen.told)
                proven(Place(part), header, key, manifest)
                if new_folder.exists():
                    new_folder.rmdir()
                durable.into_place(part, new_folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return Restored(
        folder=new_folder,
        vault_id=header.vault_id,
        made=manifest.made,
        head=manifest.head,
        rows=sum(manifest.counts.values()),
        files=len(manifest.files) - 2,
        missing=manifest.missing,
    )


def _back_up(source: Source, target: Path, *, made: Instant, watch: Watch) -> BackedUp:
    part, looked_at = durable.part_beside(target), durable.part_beside(target)
    try:
        with _said_plainly():
            with still(source) as db:
                wanted = wanted_of(db, source.place)
                seen = _Seen(watch, whole=_READINGS * sum(size_of(Path(each.source)) for each in wanted))
                described = described_by(db, source.header, made)
                copied = copied_by_child(part, wanted, told=seen.told, look=seen.look)
            manifest = finish(part, described, copied, headers.to_bytes(source.header), source.data_key)
            _check(part, looked_at, source, seen)
            durable.into_place(part, target)
    finally:
        part.unlink(missing_ok=True)
        shutil.rmtree(looked_at, ignore_errors=True)
    return BackedUp(
        file=target,
        size=size_of(target),
        head=manifest.head,
        rows=sum(manifest.counts.values()),
        files=len(manifest.files) - 2,
        missing=manifest.missing,
    )


def _sweep_stale(folder: Path, now: Instant) -> None:
    """Remove half-made copies that a crash left here more than a day ago."""
    for path in folder.glob(f"*{ENDING}.*{durable.PART}"):
        with contextlib.suppress(OSError):  # another program holds it, or has taken it away: not our concern
            if now.utc_us / MICROSECONDS - path.stat().st_mtime > _STALE_S:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _check(part: Path, looked_at: Path, source: Source, seen: "_Seen") -> None:
    """Read the copy as a restore would: all of it proven, the database and one file also opened."""
    with open_container(part, seen.told) as container:
        headers.from_bytes(container.small(KEYS, headers.SIZE_LIMIT))
        manifest = container.manifest(source.data_key)
        sample = next((name for name in manifest.files if name.startswith("files/")), DATABASE)
        _unpack(container, manifest, looked_at, seen.told, only=frozenset({KEYS, DATABASE, sample}))
        proven(Place(looked_at), source.header, source.data_key, manifest)


def _unpack(
    container: Container,
    manifest: Manifest,
    folder: Path,
    told: Callable[[int], None],
    only: frozenset[str] | None = None,
) -> None:
    """Write the entries into a new folder, each proven; those not in `only` are read and proven alone."""
    make_private_folder(folder)
    (folder / "files").mkdir(mode=0o700)
    for name in manifest.files:
        if only is not None and name not in only:
            container.copy(name, manifest, None, told)
            continue
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with durable.new_part(path) as target:
            container.copy(name, manifest, target, told)
    for inner in (*(folder / "files").iterdir(), folder / "files", folder):
        durable.sync_folder(inner)


def _unlocked(header: Header, passphrase: str | None, recovery_code: str | None) -> bytes:
    if passphrase is not None:
        return slots.open_with_passphrase(header, passphrase).data_key
    return slots.open_with_recovery(header, recovery_code or "").data_key


class _Seen:
    """Counts bytes for whoever watches, and stops the work when they say so."""

    def __init__(self, watch: Watch, *, whole: int) -> None:
        self._watch, self._whole, self._done = watch, whole, 0

    def told(self, count: int) -> None:
        self._done = min(self._done + count, self._whole)
        self._watch.progress(self._done, self._whole)
        self.look()

    def look(self) -> None:
        if self._watch.cancelled():
            raise VaultProblem(
                "backup-cancelled",
                _("That was stopped before it was finished."),
                safe=_("The practice is unchanged, and no half-made copy was left."),
                then=_("Start it again whenever you like."),
            )


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        raise durable.storage_problem(trouble) from None
