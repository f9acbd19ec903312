"""One SQLCipher connection, hardened, with its errors said in plain words.

Two kinds: the practice's own (authorizer set last, no schema change, no attaching) and the maintenance
kind for creation, migration and checks, which lives only inside this room.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _

CACHE_KIB = 64_000
LEAST_SQLITE = (3, 53, 0)  # older ones carry the WAL-reset race

_PRAGMAS: tuple[tuple[str, str, str], ...] = (
    ("foreign_keys", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("cell_size_check", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("secure_delete", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("cache_size", f"-{CACHE_KIB}", f"-{CACHE_KIB}"),
    ("wal_autocheckpoint", "1000", "1000"),
)
_QUESTIONS = {"data_version", "user_version", "application_id", "wal_checkpoint", "page_count", "freelist_count"}
_DENIED = {
    getattr(sqlcipher, f"SQLITE_{verb}_{temporary}{thing}")
    for verb in ("CREATE", "DROP")
    for temporary in ("", "TEMP_")
    for thing in ("INDEX", "TABLE", "TRIGGER", "VIEW")
} | {
    sqlcipher.SQLITE_ATTACH,
    sqlcipher.SQLITE_DETACH,
    sqlcipher.SQLITE_ALTER_TABLE,
    sqlcipher.SQLITE_REINDEX,
    sqlcipher.SQLITE_CREATE_VTABLE,
    sqlcipher.SQLITE_DROP_VTABLE,
}
_FORBIDDEN_FUNCTIONS = {"load_extension", "sqlcipher_export", "fts3_tokenizer", "readfile", "writefile"}


class Connection:
    """A thin wrapper: bound statements only, autocommit outside `BEGIN`, errors as VaultProblem."""

    def __init__(self, path: Path | str, key: bytes | None) -> None:
        """`key`: 48 bytes, the raw key and the database's salt; None only for a practice in memory."""
        if key is not None and len(key) != 48:
            raise ValueError("a raw key is 32 bytes and its salt 16")
        with spoken_plainly():
            self._raw = sqlcipher.connect(str(path), isolation_level=None, cached_statements=512)
            self._raw.enable_load_extension(False)
            if key is not None:
                self._raw.set_key(b"x'" + key.hex().encode() + b"'")
                self._raw.execute("PRAGMA cipher_log_level = NONE")
            self._raw.row_factory = sqlcipher.Row

    def execute(self, sql: str, values: Sequence[str | int | bytes | None] = ()) -> sqlcipher.Cursor:
        """One statement with bound values."""
        with spoken_plainly():
            return self._raw.execute(sql, tuple(values))

    def settle(self, *, in_memory: bool = False) -> None:
        """Set every pragma and read each back; VaultProblem 'pragma' when one does not hold."""
        for name, wanted, shown in _PRAGMAS:
            self.execute(f"PRAGMA {name} = {wanted}")
            held = str(self.execute(f"PRAGMA {name}").fetchone()[0])
            if held != shown and not (in_memory and name == "journal_mode"):
                raise VaultProblem(
                    "pragma",
                    _("The practice could not be opened with its safety settings."),
                    safe=_("Nothing was changed."),
                    then=_("Please keep a copy of the folder and report this."),
                )

    def guard(self) -> None:
        """From here on: no schema change, no attaching, no key change. Last step of opening."""
        self._raw.set_authorizer(_allow)

    def read_only(self) -> None:
        """From here on this connection may only ask."""
        self.execute("PRAGMA query_only = ON")

    def checkpoint(self) -> bool:
        """Move the WAL into the database and cut it to nothing; False when someone else was reading."""
        busy = self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return int(busy) == 0

    def interrupt(self) -> None:
        """Stop a long statement of this connection, from any thread."""
        self._raw.interrupt()

    @property
    def in_transaction(self) -> bool:
        """Whether a BEGIN is open."""
        return bool(self._raw.in_transaction)

    def close(self) -> None:
        """Close; further use raises."""
        self._raw.close()


def sqlite_is_new_enough() -> bool:
    """Whether the SQLite inside SQLCipher carries the WAL-reset fix."""
    return tuple(int(part) for part in sqlcipher.sqlite_version.split(".")) >= LEAST_SQLITE


def _allow(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    if action in _DENIED or ((first or "").startswith("sqlite_") and action != sqlcipher.SQLITE_READ):
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_PRAGMA and (first not in _QUESTIONS or second not in (None, "TRUNCATE", "PASSIVE")):
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_FUNCTION and second in _FORBIDDEN_FUNCTIONS:
        return int(sqlcipher.SQLITE_DENY)
    return int(sqlcipher.SQLITE_OK)


@contextmanager
def spoken_plainly() -> Iterator[None]:
    """Turn SQLCipher's errors into VaultProblem; what is our own mistake stays an exception without text."""
    try:
        yield
    except sqlcipher.Error as trouble:
        raise _plain(trouble) from None


class StatementBroken(Exception):
    """A statement of ours was wrong: a bug. Carries SQLite's error name, never its text."""


def _plain(trouble: "sqlcipher.Error") -> Exception:
    name = str(getattr(trouble, "sqlite_errorname", "") or "")
    untouched = _("Nothing that was saved is lost, and what you typed still stands on the page.")
    if str(trouble).startswith("kept:"):
        return VaultProblem(
            "kept", _("This part of the record is kept as it is."), then=_("Add a correction beside it instead.")
        )
    if name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_WRITE":
        return VaultProblem(
            "disk-full",
            _("There is no room left on the disk."),
            safe=untouched,
            then=_("Free some space, then try again."),
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
        return VaultProblem(
            "not-writable",
            _("This computer does not let the practice be written here."),
            safe=untouched,
            then=_("Check that the folder may be written, then open it again."),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return VaultProblem(
            "damaged-database",
            _("A part of the practice's database is damaged."),
            safe=_("Nothing was changed on the disk."),
            then=_("Restore the newest backup into a new folder, and keep this one as it is."),
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return VaultProblem(
            "busy",
            _("Another window is writing to this practice."),
            safe=untouched,
            then=_("Close the other window, then try again."),
        )
    if name.startswith("SQLITE_IOERR"):
        return VaultProblem(
            "disk-trouble",
            _("The disk did not answer as it should."),
            safe=untouched,
            then=_("Lock, check the disk, and open the practice again."),
        )
    return StatementBroken(name or type(trouble).__name__)
