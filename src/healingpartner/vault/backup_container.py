"""A backup as one file: an uncompressed zip {keys.json, practice.db, files/…, manifest.json}, read with distrust.

    manifest.json   kind, version, nonce and, sealed under the backup sub-key so that no count is shown outside:
                    vault, made, schema, ledger head, rows by table, files with size and SHA-256
    zip comment     "sha256 " and the SHA-256 of every byte before it, so that damage is told without a key

Only names we write are taken, nothing is unpacked by the zip's own paths, and nothing compressed is opened.
"""

import hashlib
import os
import re
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault.backup_copy import BLOCK, Copied, entry, poured
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.ledger import Head
from healingpartner.vault.strict_json import bytes_in, count_in, members_in, strict_members, text_in
from healingpartner.vault.subkeys import Purpose, sub_key
from healingpartner.vault.wrapping import NONCE_BYTES

KIND, VERSION = "hp/backup", 1
MANIFEST, KEYS, DATABASE = "manifest.json", "keys.json", "practice.db"
_NAME = re.compile(r"keys\.json|practice\.db|files/([0-9a-f]{2})/\1[0-9a-f]{30}")
_BOUND = b"hp/v1/backup/1"
_MANIFEST_LIMIT = 256 * 1024 * 1024
_COMMENT_START = b"sha256 "
_COMMENT = len(_COMMENT_START) + 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself. counts: rows by table; files: size and SHA-256 by name; missing: by name."""

    vault_id: str
    made: Instant
    schema: int
    head: Head
    counts: Mapping[str, int]
    files: Mapping[str, tuple[int, str]]
    missing: tuple[str, ...] = ()


class Container:
    """An open backup file."""

    def __init__(self, opened: ZipFile, listed: Mapping[str, ZipInfo]) -> None:
        """Takes a zip whose names were checked."""
        self._zip, self._listed = opened, listed

    def small(self, name: str, limit: int) -> bytes:
        """All of a small entry. VaultProblem backup-damaged when it is not there or longer than `limit` bytes."""
        if name not in self._listed or self._listed[name].file_size > limit:
            raise damaged()
        with self.entry(name) as stream:
            return stream.read()

    @contextmanager
    def entry(self, name: str) -> Iterator[IO[bytes]]:
        """One entry as a stream of bytes. VaultProblem backup-damaged as soon as it is not whole."""
        try:
            with self._zip.open(self._listed[name]) as stream:
                yield stream
        except (BadZipFile, EOFError, NotImplementedError):
            raise damaged() from None

    def names(self) -> frozenset[str]:
        """Every name but the manifest's."""
        return frozenset(self._listed) - {MANIFEST}

    def manifest(self, data_key: bytes) -> Manifest:
        """The manifest, proven. VaultProblem: backup-damaged, backup-newer, backup-altered."""
        try:
            outer = strict_members(self.small(MANIFEST, _MANIFEST_LIMIT), limit=_MANIFEST_LIMIT)
            refuse_newer(outer)
            manifest = _manifest(strict_members(_unsealed(outer, data_key), limit=_MANIFEST_LIMIT))
        except (ValueError, TypeError):
            raise damaged() from None
        if set(manifest.files) != self.names() or not {KEYS, DATABASE} <= self.names():
            raise _altered()
        return manifest

    def copy(self, name: str, manifest: Manifest, target: IO[bytes] | None, told: Callable[[int], None]) -> None:
        """Read an entry to its end, into `target` if given, and prove it. VaultProblem backup-damaged."""
        with self.entry(name) as stream:
            if poured(stream, target, told) != manifest.files[name]:
                raise damaged()


def finish(part: Path, described: Manifest, copied: tuple[Copied, ...], keys: bytes, data_key: bytes) -> Manifest:
    """Add keys.json, the manifest and the last checksum to what the child copied, and sync. OSError may be raised."""
    files = {each.name: (each.size, each.sha256) for each in copied if each.sha256}
    manifest = replace(
        described,
        files=files | {KEYS: (len(keys), sha256_hex(keys))},
        missing=tuple(each.name for each in copied if not each.sha256),
    )
    with ZipFile(part, "a", ZIP_STORED) as made:
        made.writestr(entry(KEYS), keys)
        made.writestr(entry(MANIFEST), _sealed(canonical(_content(manifest)), data_key))
        made.comment = _COMMENT_START + b"0" * 64
    digest = _digest_before_comment(part)
    with part.open("r+b") as stream:
        stream.seek(-64, 2)
        stream.write(digest.encode())
        stream.flush()
        os.fsync(stream.fileno())
    return manifest


@contextmanager
def open_container(path: Path, told: Callable[[int], None] = lambda _bytes: None) -> Iterator[Container]:
    """A backup file, proven byte by byte. VaultProblem: backup-missing, backup-unreadable, backup-damaged."""
    opened = _opened(path, told)
    with opened:
        try:
            container = Container(opened, _listed(opened))
        except ValueError:
            raise damaged() from None
        yield container


def _opened(path: Path, told: Callable[[int], None]) -> ZipFile:
    try:
        if not _ends_rightly(path, told):
            raise damaged()
        return ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError, EOFError):
        raise damaged() from None
    except (FileNotFoundError, IsADirectoryError):
        raise VaultProblem(
            "backup-missing", _("There is no backup file in that place."), then=_("Choose where the backup is now.")
        ) from None
    except OSError:
        raise VaultProblem(
            "backup-unreadable",
            _("This computer does not let that backup be read."),
            then=_("Check the rights of the file, or copy it to another place, then try again."),
        ) from None


def damaged() -> VaultProblem:
    """What to say of a backup that is cut, changed, or no backup of ours."""
    return VaultProblem(
        "backup-damaged",
        _("This backup is damaged or cut short, or it is not a backup of Healing Partner."),
        safe=_("Nothing was changed."),
        then=_("Copy it again from where it came, or take another backup."),
    )


def refuse_newer(content: Mapping[str, object]) -> None:
    """VaultProblem backup-newer for a manifest of a later program; ValueError for no manifest at all."""
    if content.get("kind") != KIND:
        raise ValueError("not a backup")
    if count_in(content.get("version")) > VERSION:
        raise VaultProblem(
            "backup-newer",
            _("This backup was made by a newer version of Healing Partner."),
            safe=_("Nothing was changed."),
            then=_("Restore it with that version, or a later one."),
        )


def _altered() -> VaultProblem:
    return VaultProblem(
        "backup-altered",
        _("This backup was altered by something other than this program."),
        safe=_("Nothing was changed."),
        then=_("Take another backup, and look at who can reach the place where this one lay."),
    )


def _listed(opened: ZipFile) -> dict[str, ZipInfo]:
    listed: dict[str, ZipInfo] = {}
    for info in opened.infolist():
        known = info.orig_filename == info.filename and (info.filename == MANIFEST or _NAME.fullmatch(info.filename))
        stored = info.compress_type == ZIP_STORED and info.compress_size == info.file_size and not info.flag_bits & 1
        if not known or not stored or info.filename in listed:
            raise ValueError("not an entry of ours")
        listed[info.filename] = info
    return listed


def _digest_before_comment(path: Path, told: Callable[[int], None] = lambda _bytes: None) -> str:
    digest, left = hashlib.sha256(), path.stat().st_size - _COMMENT
    with path.open("rb") as stream:
        while left > 0 and (block := stream.read(min(BLOCK, left))):
            digest.update(block)
            left -= len(block)
            told(len(block))
    return digest.hexdigest()


def _ends_rightly(path: Path, told: Callable[[int], None]) -> bool:
    with path.open("rb") as stream:
        if stream.seek(0, 2) <= _COMMENT:
            return False
        stream.seek(-_COMMENT, 2)
        comment = stream.read()
    return comment == _COMMENT_START + _digest_before_comment(path, told).encode()


def _content(manifest: Manifest) -> dict[str, object]:
    made = manifest.made
    return {
        "vault": manifest.vault_id,
        "made": [made.utc_us, made.offset_min, made.zone],
        "schema": manifest.schema,
        "head": [manifest.head.seq, manifest.head.chain],
        "counts": dict(manifest.counts),
        "files": {name: [size, sha256] for name, (size, sha256) in manifest.files.items()},
        "missing": list(manifest.missing),
    }


def _sealed(content: bytes, data_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(sub_key(data_key, Purpose.BACKUP)).encrypt(nonce, content, _BOUND)
    return canonical({"kind": KIND, "version": VERSION, "nonce": nonce.hex(), "content": b64encode(sealed).decode()})


def _unsealed(outer: Mapping[str, object], data_key: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, sealed = bytes_in(outer.get("nonce"), NONCE_BYTES), b64decode(text_in(outer.get("content")), validate=True)
    try:
        return AESGCM(sub_key(data_key, Purpose.BACKUP)).decrypt(nonce, sealed, _BOUND)
    except InvalidTag:
        raise _altered() from None


def _manifest(content: Mapping[str, object]) -> Manifest:
    made, head, missing = (_list(content.get(name)) for name in ("made", "head", "missing"))
    files = {name: _list(value) for name, value in members_in(content.get("files")).items()}
    return Manifest(
        vault_id=text_in(content.get("vault")),
        made=Instant(
            utc_us=count_in(made[0], least=0), offset_min=count_in(made[1], least=-1440), zone=text_in(made[2])
        ),
        schema=count_in(content.get("schema")),
        head=Head(seq=count_in(head[0], least=0), chain=bytes_in(head[1], 32).hex()),
        counts={name: count_in(value, least=0) for name, value in members_in(content.get("counts")).items()},
        files={name: (count_in(size, least=0), text_in(sha256)) for name, (size, sha256) in files.items()},
        missing=tuple(text_in(name) for name in missing),
    )


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise ValueError("list expected")
