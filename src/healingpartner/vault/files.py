"""The files door: attachments, scans, signed PDFs and logos, each encrypted under its person's own key.

A file is on the disk before its row is committed, and its row is gone before the file: a crash leaves at most
a file that nobody knows, swept a day later. The keys lie wrapped in `file_key`, outside the ledger, so that an
erasure can destroy them. `person_id` "" stands for the practice itself.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.ids import new_id
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.words import N_, _
from healingpartner.vault import durable
from healingpartner.vault.file_chunks import SALT_BYTES, Binding, NotWhole, opened, sealed
from healingpartner.vault.file_keys import binding_of, damaged, wrapped_key
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.proof import Finding, Step
from healingpartner.vault.reading import Reader, Row, Value, raw, whole, words
from healingpartner.vault.subkeys import KEY_BYTES
from healingpartner.vault.transaction import Table, Transaction

if TYPE_CHECKING:
    from healingpartner.vault.vault import Vault

NAME_LIMIT = 255
ATTACHMENT = Table("vault", "attachment")
_COLUMNS = "id, person_id, name, media_type, bytes, sha256, stored_as, made_us, made_offset, made_zone"
_STORED_AS = re.compile(r"[0-9a-f]{32}\Z")
_OURS = re.compile(rf"[0-9a-f]{{32}}(\.[0-9a-f]{{16}}{re.escape(durable.PART)})?\Z")
_ORPHAN_AGE_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A kept file. size in bytes and sha256: of its words, not of what is stored; stored_as: 32 hex digits."""

    id: str
    person_id: str
    name: str
    media_type: str
    size: int
    sha256: str
    stored_as: str
    made: Instant


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Prepared:
    """A file that is on the disk, encrypted and synced, and has no row yet."""

    id: str
    person_id: str
    size: int
    sha256: str
    stored_as: str
    wrapped_key: bytes


class FilesDoor:
    """The door of one open practice, on its thread."""

    def __init__(self, vault: "Vault") -> None:
        """Nothing is read or written yet."""
        self._vault = vault
        self._folder = vault.place.files

    def prepare(self, stream: BinaryIO, *, person_id: str = "") -> Prepared:
        """Encrypt a stream into a new file, durably; give the answer to `attach` inside an act.

        VaultProblem disk-full, folder-not-writable, disk-trouble: nothing is left of it.
        """
        entropy = self._vault.entropy
        file_id, stored_as = new_id(self._vault.clock.now(), entropy), entropy(16).hex()
        wrapped = self._wrapped_key(person_id) or self._new_key(person_id)
        digest, size = hashlib.sha256(), 0
        try:
            path = self._path(stored_as)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            part = durable.part_beside(path)
            with durable.new_part(part) as target:
                for plain, stored in sealed(
                    stream, self._binding(wrapped, person_id, file_id), salt=entropy(SALT_BYTES)
                ):
                    digest.update(plain)
                    size += len(plain)
                    target.write(stored)
            durable.into_place(part, path)
            durable.sync_folder(self._folder)
        except OSError as trouble:
            raise durable.storage_problem(trouble) from None
        return Prepared(
            id=file_id,
            person_id=person_id,
            size=size,
            sha256=digest.hexdigest(),
            stored_as=stored_as,
            wrapped_key=wrapped,
        )

    def read(self, attachment: Attachment) -> Iterator[bytes]:
        """Its words in chunks, each proven before it is given.

        VaultProblem: file-missing, file-damaged (perhaps after some chunks), file-key-gone after an erasure.
        """
        wrapped = self._wrapped_key(attachment.person_id)
        if wrapped is None:
            raise _key_gone()
        binding = self._binding(wrapped, attachment.person_id, attachment.id)
        digest, size = hashlib.sha256(), 0
        try:
            with self._path(attachment.stored_as).open("rb") as stream:
                for chunk in opened(stream, binding):
                    digest.update(chunk)
                    size += len(chunk)
                    yield chunk
        except FileNotFoundError:
            raise VaultProblem(
                "file-missing",
                _("A file of this record is not in the practice's folder any more."),
                safe=_("The rest of the record is there."),
                then=_("Restore the newest backup into a new folder to look for it."),
            ) from None
        except NotWhole:
            raise damaged() from None
        if size != attachment.size or digest.hexdigest() != attachment.sha256:
            raise damaged()

    def verify(self, attachment: Attachment) -> Finding | None:
        """Read it to its end; what is wrong with it, if anything."""
        try:
            for _chunk in self.read(attachment):
                pass
        except VaultProblem as problem:
            return Finding(kind=problem.kind, where=f"files/{attachment.stored_as}", sentence=_SENTENCES[problem.kind])
        return None

    def verify_all(self) -> Iterator[Step]:
        """Every file, one step each, so that it can be stopped at any point."""
        kept = attachments(self._vault.db)
        for number, attachment in enumerate(kept, start=1):
            found = self.verify(attachment)
            yield Step(part="files", done=number, whole=len(kept), found=() if found is None else (found,))

    def sweep(self) -> int:
        """Remove files that no row knows and that are older than a day; how many went.

        Only names that this door gives: what a sync program put here is left to whoever looks after it.
        """
        known = {words(row["stored_as"]) for row in self._vault.db.rows("SELECT stored_as FROM attachment")}
        now_s = self._vault.clock.now().utc_us / MICROSECONDS
        gone = 0
        for path in self._folder.glob("*/*"):
            if path.name in known or not _OURS.match(path.name):
                continue
            with contextlib.suppress(OSError):  # another program holds it, or took it away: the next sweep looks again
                if now_s - path.lstat().st_mtime > _ORPHAN_AGE_S:
                    path.unlink()
                    gone += 1
        return gone

    def delete_stored(self, stored_as: Iterable[str]) -> None:
        """Delete files whose rows are gone, after that was committed. One that is gone already is no matter."""
        for name in stored_as:
            path = self._path(name)
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                durable.sync_folder(path.parent)

    def _path(self, stored_as: str) -> Path:
        return self._folder / path_in_files(stored_as)

    def _wrapped_key(self, person_id: str) -> bytes | None:
        value = self._vault.db.value("SELECT wrapped FROM file_key WHERE person_id = ?", person_id)
        return None if value is None else raw(value)

    def _new_key(self, person_id: str) -> bytes:
        vault = self._vault
        wrapped = wrapped_key(
            vault.entropy(KEY_BYTES),
            data_key=vault.data_key,
            vault_id=vault.header.vault_id,
            person_id=person_id,
            entropy=vault.entropy,
        )
        vault.keep_file_key(person_id, wrapped)
        return wrapped

    def _binding(self, wrapped: bytes, person_id: str, file_id: str) -> Binding:
        return binding_of(
            wrapped,
            data_key=self._vault.data_key,
            vault_id=self._vault.header.vault_id,
            person_id=person_id,
            file_id=file_id,
        )


def attach(tx: Transaction, prepared: Prepared, *, name: str, media_type: str) -> Attachment:
    """Give a prepared file its row. VaultProblem file-key-gone when the person was erased in between.

    RuleBroken for a name of more than one clean line.
    """
    name = clean_line(name, field="name", limit=NAME_LIMIT)
    if tx.value("SELECT wrapped FROM file_key WHERE person_id = ?", prepared.person_id) != prepared.wrapped_key:
        raise _key_gone()
    attachment = Attachment(
        id=prepared.id,
        person_id=prepared.person_id,
        name=name,
        media_type=media_type,
        size=prepared.size,
        sha256=prepared.sha256,
        stored_as=prepared.stored_as,
        made=tx.at,
    )
    row: dict[str, Value] = {
        "id": attachment.id,
        "person_id": attachment.person_id,
        "name": name,
        "media_type": media_type,
        "bytes": attachment.size,
        "sha256": attachment.sha256,
        "stored_as": attachment.stored_as,
    }
    tx.put(ATTACHMENT, row | instant_columns("made", tx.at), person_id=prepared.person_id or None)
    return attachment


def detach(tx: Transaction, attachment: Attachment) -> None:
    """Take the row away; give `stored_as` to `delete_stored` after the commit, or let it be swept."""
    tx.remove(ATTACHMENT, attachment.id, person_id=attachment.person_id or None)


def attachments(db: Reader, person_id: str | None = None) -> tuple[Attachment, ...]:
    """Every kept file, or one person's, oldest first."""
    if person_id is None:
        return tuple(_attachment(row) for row in db.rows(f"SELECT {_COLUMNS} FROM attachment ORDER BY n"))
    sql = f"SELECT {_COLUMNS} FROM attachment WHERE person_id = ? ORDER BY n"
    return tuple(_attachment(row) for row in db.rows(sql, person_id))


def find_attachment(db: Reader, attachment_id: str) -> Attachment | None:
    """One kept file by its id."""
    row = db.row(f"SELECT {_COLUMNS} FROM attachment WHERE id = ?", attachment_id)
    return None if row is None else _attachment(row)


def path_in_files(stored_as: str) -> str:
    """The path inside files/, fanned out by 256. ValueError for anything but 32 hex digits."""
    if not _STORED_AS.match(stored_as):
        raise ValueError("not a stored file's name")
    return f"{stored_as[:2]}/{stored_as}"


def _attachment(row: Row) -> Attachment:
    return Attachment(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        name=words(row["name"]),
        media_type=words(row["media_type"]),
        size=whole(row["bytes"]),
        sha256=words(row["sha256"]),
        stored_as=words(row["stored_as"]),
        made=instant_of(row, "made"),
    )


_SENTENCES = {
    "file-missing": N_("A file of the record is not in the practice's folder."),
    "file-damaged": N_("A file of the record is damaged or cut short."),
    "file-key-gone": N_("A file stands here whose key was destroyed by an erasure."),
}


def _key_gone() -> VaultProblem:
    return VaultProblem(
        "file-key-gone",
        _("The key of this person's files was destroyed when their record was erased."),
        then=_("Nothing can be done, and nothing needs to be."),
    )
