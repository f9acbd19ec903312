"""Does a copied practice hold together? Opened with its data key, apart from any live practice."""

import hashlib
from collections.abc import Mapping

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault import files, proof
from healingpartner.vault.backup_container import Manifest
from healingpartner.vault.connection import Connection, StatementBroken
from healingpartner.vault.file_chunks import NotWhole, opened
from healingpartner.vault.file_keys import binding_of
from healingpartner.vault.header import Header
from healingpartner.vault.place import Place
from healingpartner.vault.reading import Reader, raw, whole, words
from healingpartner.vault.subkeys import Purpose, sub_key


def counted(db: Reader) -> Mapping[str, int]:
    """Rows by table, as they stand; the search index's own tables are left out."""
    named = db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    tables = [name for name in (words(row["name"]) for row in named) if not name.startswith(("sqlite_", "found_index"))]
    return {name: whole(db.value(f"SELECT count(*) FROM {name}")) for name in tables}


def proven(place: Place, header: Header, data_key: bytes, manifest: Manifest) -> None:
    """VaultProblem backup-not-sound unless pages, ids, chain, rows and one file are what the manifest says."""
    key = sub_key(data_key, Purpose.SQLCIPHER) + bytes.fromhex(header.db_salt)
    connection = Connection(place.database, key)
    try:
        db = Reader(connection)
        if not (
            _is_the_one(db, manifest) and _holds_together(db, data_key) and _one_file_opens(db, place, header, data_key)
        ):
            raise _not_sound()
    except StatementBroken:
        raise _not_sound() from None
    except VaultProblem as problem:
        if problem.kind in {"damaged-database", "file-damaged"}:
            raise _not_sound() from None
        raise
    finally:
        connection.close()


def _is_the_one(db: Reader, manifest: Manifest) -> bool:
    return (
        db.value("SELECT value FROM practice WHERE name = 'vault_id'") == manifest.vault_id
        and db.value("PRAGMA user_version") == manifest.schema
        and proof.head_of(db) == manifest.head
        and dict(counted(db)) == dict(manifest.counts)
    )


def _holds_together(db: Reader, data_key: bytes) -> bool:
    if db.rows("PRAGMA cipher_integrity_check"):
        return False
    return not any(step.found for step in proof.chain(db, sub_key(data_key, Purpose.LEDGER)))


def _one_file_opens(db: Reader, place: Place, header: Header, data_key: bytes) -> bool:
    """The first file that is there decrypts to the words its row names."""
    for kept in files.attachments(db):
        path = place.files / files.path_in_files(kept.stored_as)
        wrapped = db.value("SELECT wrapped FROM file_key WHERE person_id = ?", kept.person_id)
        if wrapped is None or not path.exists():
            continue
        binding = binding_of(
            raw(wrapped), data_key=data_key, vault_id=header.vault_id, person_id=kept.person_id, file_id=kept.id
        )
        digest = hashlib.sha256()
        try:
            with path.open("rb") as stream:
                for chunk in opened(stream, binding):
                    digest.update(chunk)
        except NotWhole:
            return False
        return digest.hexdigest() == kept.sha256
    return True


def _not_sound() -> VaultProblem:
    return VaultProblem(
        "backup-not-sound",
        _("The copied records do not hold together, so the copy was not kept."),
        safe=_("Nothing was changed, and earlier backups are untouched."),
        then=_("Let Healing Partner check the practice, and keep every earlier backup."),
    )
