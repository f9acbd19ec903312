"""Making and opening a practice, in the order that leaves nothing to chance.

    umask → lock → header (checksum, limits, slot, MAC) → file length → key and salt → first real read →
    ids → schema version (migrated after a verified copy) → pragmas, read back → schema hash → authorizer →
    anchor outside the practice → the last hundred lines of the chain

Never creates on open: an empty or missing database is named, not replaced.
"""

import contextlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from healingpartner.foundation.clock import Clock, Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault import anchor, durable, failed_unlocks, header, lock, migrations, proof, slots
from healingpartner.vault.connection import Connection, StatementBroken, sqlite_is_new_enough
from healingpartner.vault.place import Place, make_private_folder, private_files
from healingpartner.vault.reading import Reader, whole
from healingpartner.vault.subkeys import Purpose, sub_key
from healingpartner.vault.vault import Vault

PAGE = 4096
LINES_AT_OPENING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What opens a practice: the data key, and the header it belongs to."""

    data_key: bytes
    header: header.Header


def unlocked(read: header.Header, *, passphrase: str | None, recovery_code: str | None, at: Instant) -> bytes:
    """The data key by one of its two keys. VaultProblem as in vault/slots.py; a wrong try is counted, outside."""
    try:
        if passphrase is not None:
            return slots.open_with_passphrase(read, passphrase).data_key
        return slots.open_with_recovery(read, recovery_code or "").data_key
    except VaultProblem as problem:
        if problem.kind.startswith("wrong-"):
            failed_unlocks.note(read.vault_id, at)
        raise


def make(place: Place, keys: Keys, clock: Clock) -> None:
    """Write a new practice's header and database into its (new) folder. VaultProblem when it cannot be written."""
    private_files()
    _require_sqlite()
    try:
        if not place.folder.exists():
            make_private_folder(place.folder)
        place.files.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(place.database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as trouble:
        raise not_writable() from trouble
    try:
        _fill(place, keys, clock)
        header.write(place.folder, keys.header)
    except BaseException:
        _unmake(place)
        raise


def open_vault(
    place: Place,
    keys: Keys,
    *,
    clock: Clock,
    entropy: Callable[[int], bytes] = secrets.token_bytes,
    older_is_wanted: bool = False,
) -> Vault:
    """Open an existing practice with its data key.

    VaultProblem, by kind: in-use, header-altered, database-missing, database-empty, damaged-database,
    other-database, newer-schema, schema-altered, older-than-seen, ledger-broken. Nothing on disk is changed by any.
    `older_is_wanted`: the practitioner has said that an older state was restored on purpose.
    """
    held, connection = _entered(place, keys)
    try:
        if migrations.version_of(connection) < migrations.newest():
            connection.close()
            from healingpartner.vault import upgrade

            upgrade.after_a_verified_copy(place, keys.data_key, keys.header, clock)
            connection = _connect(place, keys)
            connection.settle()
        _prove_schema(connection)
        connection.guard()
        ledger_key = sub_key(keys.data_key, Purpose.LEDGER)
        _prove_ledger(Reader(connection), keys, ledger_key, older_is_wanted=older_is_wanted)
        durable.sweep_parts(place.folder)
        header.keep_copy(keys.header)
    except BaseException:
        connection.close()
        held.release()
        raise
    return Vault(
        place=place,
        keys_header=keys.header,
        data_key=keys.data_key,
        connection=connection,
        lock=held,
        clock=clock,
        entropy=entropy,
    )


def look_into(place: Place, keys: Keys, *, clock: Clock) -> Vault:
    """Open a practice for a check: nothing is brought up, noted or tidied, and no state of it is turned away.

    VaultProblem, by kind, only for what keeps it from being read: in-use, header-altered, database-…, newer-schema.
    """
    held, connection = _entered(place, keys)
    try:
        connection.read_only()
        connection.guard()
    except BaseException:
        connection.close()
        held.release()
        raise
    return Vault(
        place=place,
        keys_header=keys.header,
        data_key=keys.data_key,
        connection=connection,
        lock=held,
        clock=clock,
        only_looking=True,
    )


def _entered(place: Place, keys: Keys) -> tuple[lock.Held, Connection]:
    """The lock, and a connection whose key, ids and schema version are proven; neither is left held by a problem."""
    private_files()
    _require_sqlite()
    held = lock.acquire(place)
    try:
        header.verify_mac(keys.header, keys.data_key)
        require_database(place)
        connection = _connect(place, keys)
        try:
            _prove(connection, keys)
            migrations.refuse_newer(migrations.version_of(connection))
            connection.settle()
        except BaseException:
            connection.close()
            raise
    except BaseException:
        held.release()
        raise
    return held, connection


def require_database(place: Place) -> None:
    """VaultProblem when practice.db is missing, empty or cut; nothing is opened."""
    try:
        size = place.database.stat().st_size
    except FileNotFoundError:
        raise _no_database("database-missing", _("The practice's database is not in its folder.")) from None
    except OSError as trouble:
        raise not_writable() from trouble
    if size == 0:
        raise _no_database("database-empty", _("The practice's database is an empty file."))
    if size % PAGE:
        raise _damaged()


def database_key(data_key: bytes, salt: bytes) -> bytes:
    """48 bytes: SQLCipher's raw key, and the salt that stands in the header too."""
    return sub_key(data_key, Purpose.SQLCIPHER) + salt


def not_writable() -> VaultProblem:
    """The folder cannot be written, or not even read."""
    return VaultProblem(
        "not-writable",
        _("This computer does not let the practice be read and written in this folder."),
        safe=_("Nothing was changed."),
        then=_("Check the folder's permissions, or choose another place."),
    )


def _fill(place: Place, keys: Keys, clock: Clock) -> None:
    connection = _connect(place, keys)
    try:
        connection.settle()
        migrations.migrate(connection, clock.now())
        connection.execute("INSERT INTO practice (name, value) VALUES ('vault_id', ?)", (keys.header.vault_id,))
        connection.checkpoint()
    finally:
        connection.close()


def _unmake(place: Place) -> None:
    """Take away what `make` put there and could not finish, so that it can be tried again."""
    for path in (*place.folder.glob("practice.db*"), place.keys):
        path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # something else stands there: it is not ours to remove
        place.files.rmdir()
        place.folder.rmdir()


def _connect(place: Place, keys: Keys) -> Connection:
    return Connection(place.database, database_key(keys.data_key, bytes.fromhex(keys.header.db_salt)))


def _require_sqlite() -> None:
    if not sqlite_is_new_enough():
        raise VaultProblem(
            "old-sqlite",
            _("The database library on this computer is too old to be safe."),
            then=_("Install Healing Partner again, with the libraries it brings."),
        )


def _prove(connection: Connection, keys: Keys) -> None:
    """The first real read proves the key; then the practice must be the one its header names."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        named = connection.execute("SELECT value FROM practice WHERE name = 'vault_id'").fetchone()
    except (VaultProblem, StatementBroken) as trouble:
        if isinstance(trouble, VaultProblem) and trouble.kind != "damaged-database":
            raise
        raise _damaged() from None
    if application != migrations.APPLICATION_ID or named is None or named[0] != keys.header.vault_id:
        raise VaultProblem(
            "other-database",
            _("The keys and the database in this folder belong to two different practices."),
            safe=_("Nothing was changed."),
            then=_("Put the right keys.json beside practice.db, or restore a backup into a new folder."),
        )


def _prove_schema(connection: Connection) -> None:
    if migrations.schema_hash(connection) != migrations.expected_schema_hash(migrations.newest()):
        raise VaultProblem(
            "schema-altered",
            _("The inner build of this practice is not the one Healing Partner makes."),
            safe=_("Nothing was changed."),
            then=_("Restore the newest backup into a new folder, and keep this one as it is."),
        )


def _prove_ledger(db: Reader, keys: Keys, ledger_key: bytes, *, older_is_wanted: bool) -> None:
    last = whole(db.value("SELECT coalesce(max(seq), 0) FROM ledger"))
    steps = proof.chain(db, ledger_key, after=max(0, last - LINES_AT_OPENING))
    if any(step.found for step in steps):
        raise VaultProblem(
            "ledger-broken",
            _("The last lines of the ledger do not follow from each other."),
            safe=_("Nothing was changed."),
            then=_("Restore the newest backup into a new folder, and keep this one as it is."),
        )
    if not older_is_wanted:
        anchor.compare(keys.header.vault_id, db)


def _no_database(kind: str, what: str) -> VaultProblem:
    return VaultProblem(
        kind,
        what,
        safe=_("Nothing was changed, and no new one was made."),
        then=_("Put the file back, or restore the newest backup into a new folder."),
    )


def _damaged() -> VaultProblem:
    return VaultProblem(
        "damaged-database",
        _("The practice's database is damaged."),
        safe=_("Nothing was changed on the disk."),
        then=_("Restore the newest backup into a new folder, and keep this one as it is."),
    )
