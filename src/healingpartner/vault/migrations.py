"""Numbered SQL, applied statement by statement in one transaction; a practice of a later program is left alone.

The files in `schema/` are never edited once released. A migration that reshapes a ledgered row also adds a
pure step to RESHAPING, so that bodies written before it can still be compared with the present.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from healingpartner import __version__
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault.connection import Connection
from healingpartner.vault.reading import Reader, Row, Value

APPLICATION_ID = 0x48504152  # "HPAR"
_OBJECTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name"
_NAME = re.compile(r"(\d{4})_[a-z_]+\.sql\Z")

Reshape = Callable[[Mapping[str, Value]], Mapping[str, Value]]
RESHAPING: Mapping[tuple[str, int], Reshape] = {}  # (table, body version) → the row as the next version has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One numbered step: its statements in order."""

    version: int
    statements: tuple[str, ...]


@cache
def known() -> tuple[Migration, ...]:
    """Every migration this program has, in order, without a gap."""
    found = sorted(
        (int(match[1]), entry.read_text("utf-8"))
        for entry in files("healingpartner.vault").joinpath("schema").iterdir()
        if (match := _NAME.fullmatch(entry.name))
    )
    steps = tuple(Migration(version=version, statements=tuple(_statements(sql))) for version, sql in found)
    if [step.version for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError("migrations are numbered from 1 without a gap")
    return steps


def newest() -> int:
    """The schema version this program writes."""
    return known()[-1].version


def version_of(connection: Connection) -> int:
    """The schema version of an open practice."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, at: Instant, *, upto: int | None = None) -> tuple[int, int]:
    """Bring the schema to `upto` (the newest) in one transaction; (version before, version after).

    `connection` is a maintenance one. VaultProblem 'newer-schema' when the practice is ahead of this program.
    """
    before, target = version_of(connection), newest() if upto is None else upto
    refuse_newer(before)
    if before >= target:
        return before, before
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in known()[before:target]:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO migration (version, program, applied_us) VALUES (?, ?, ?)",
                (step.version, __version__, at.utc_us),
            )
        connection.execute(f"PRAGMA user_version = {target:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return before, target


def refuse_newer(version: int) -> None:
    """VaultProblem 'newer-schema' when `version` is ahead of this program."""
    if version > newest():
        raise VaultProblem(
            "newer-schema",
            _("This practice was last opened with a newer Healing Partner."),
            safe=_("Nothing was changed."),
            then=_("Open it with that version, or install the newer version here."),
        )


def schema_hash(connection: Connection) -> str:
    """SHA-256 over every object of the schema: a trigger that was taken away shows."""
    return _hash_of(connection.execute(_OBJECTS).fetchall())


def schema_hash_in(db: Reader) -> str:
    """The same, asked of an open practice."""
    return _hash_of(db.rows(_OBJECTS))


def _hash_of(rows: Iterable[Row]) -> str:
    return hashlib.sha256("\0".join("\n".join(str(row[at]) for at in range(4)) for row in rows).encode()).hexdigest()


@cache
def expected_schema_hash(version: int) -> str:
    """The hash that the migrations up to `version` give, found by building them in memory."""
    connection = Connection(":memory:", None)
    try:
        migrate(connection, Instant(utc_us=0, offset_min=0, zone="UTC"), upto=version)
        return schema_hash(connection)
    finally:
        connection.close()


def reshaped(table: str, version: int, row: Mapping[str, Value], target: int) -> Mapping[str, Value]:
    """An old body's row as version `target` has it."""
    for step in range(version, target):
        reshape = RESHAPING.get((table, step))
        row = row if reshape is None else reshape(row)
    return row


def _statements(sql: str) -> Iterator[str]:
    """Statements of a schema file: each ends with `;` at a line's end; a trigger's ends with `END;`."""
    gathered: list[str] = []
    for line in sql.splitlines():
        if not line.strip() and not gathered:
            continue
        gathered.append(line)
        text = "\n".join(gathered).strip()
        in_trigger = text.upper().startswith("CREATE TRIGGER")
        if text.endswith("END;") if in_trigger else text.endswith(";"):
            yield text
            gathered = []
    if gathered:
        raise ValueError("a schema file ends inside a statement")
