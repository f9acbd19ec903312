"""Old practices are read for ever: a checked copy first, then one transaction from their schema to ours."""

from pathlib import Path

import pytest

from healingpartner.foundation.clock import Instant, SteppingClock
from healingpartner.practice import open_practice
from healingpartner.vault import header, migrations, proof
from healingpartner.vault.connection import Connection, StatementBroken
from healingpartner.vault.opening import database_key

NOON = Instant(utc_us=1_795_000_000_000_000, offset_min=0, zone="UTC")


def in_memory() -> Connection:
    """An empty practice in memory."""
    return Connection(":memory:", None)


def test_migrations_are_numbered_without_a_gap_and_end_at_the_newest() -> None:
    assert [step.version for step in migrations.known()] == list(range(1, migrations.newest() + 1))
    assert all(step.statements for step in migrations.known())


@pytest.mark.parametrize("stop", range(1, migrations.newest() + 1))
def test_a_practice_that_came_in_steps_has_the_schema_of_one_made_at_once(stop: int) -> None:
    connection = in_memory()
    migrations.migrate(connection, NOON, upto=stop)
    assert migrations.schema_hash(connection) == migrations.expected_schema_hash(stop)
    migrations.migrate(connection, NOON)
    assert migrations.schema_hash(connection) == migrations.expected_schema_hash(migrations.newest())
    assert migrations.version_of(connection) == migrations.newest()
    connection.close()


def test_a_step_that_breaks_leaves_the_schema_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = in_memory()
    migrations.migrate(connection, NOON)
    before = migrations.schema_hash(connection)
    broken = migrations.Migration(
        version=migrations.newest() + 1, statements=("CREATE TABLE half (n INTEGER) STRICT", "CREATE NONSENSE")
    )
    steps = (*migrations.known(), broken)
    monkeypatch.setattr(migrations, "known", lambda: steps)
    with pytest.raises(StatementBroken):
        migrations.migrate(connection, NOON)
    assert migrations.schema_hash(connection) == before
    assert migrations.version_of(connection) == broken.version - 1
    connection.close()


def test_every_table_is_strict_and_every_room_table_has_an_id(folder: Path) -> None:
    connection = in_memory()
    migrations.migrate(connection, NOON)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    for name, sql in rows:
        if name.startswith(("found_index", "sqlite_")):
            continue
        assert "STRICT" in sql.rsplit(")", 1)[-1], name
        assert "REAL" not in sql, name
        columns = {row["name"] for row in connection.execute(f"PRAGMA table_info({name})").fetchall()}
        if name not in proof.SYSTEM_TABLES:
            assert {"n", "id"} <= columns, name
    connection.close()


def test_an_older_practice_is_copied_checked_and_brought_up(
    folder: Path, data_key: bytes, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = header.read(folder)
    key = database_key(data_key, bytes.fromhex(read.db_salt))
    more = migrations.Migration(
        version=migrations.newest() + 1,
        statements=("CREATE TABLE later (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT",),
    )
    steps = (*migrations.known(), more)
    monkeypatch.setattr(migrations, "known", lambda: steps)
    opened = open_practice(folder, data_key=data_key, clock=clock)
    assert migrations.version_of(opened.vault._connection) == more.version
    opened.close()
    copies = list(folder.parent.glob("*before upgrade*"))
    assert len(copies) == 1
    assert copies[0].stat().st_size > (folder / "practice.db").stat().st_size / 2
    connection = Connection(folder / "practice.db", key)
    assert migrations.schema_hash(connection) == migrations.expected_schema_hash(more.version)
    connection.close()
