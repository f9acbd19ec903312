"""From a key that is known to a list of 20,000 people on the screen.

Floor: SQLCipher alone opens the same file with its raw key, proves it by a first read, and fetches the same 20,000
rows by the same statement. Ours: lock, header, pragmas read back, schema hash, the last hundred ledger lines, the
unlock line written durably, the frame built, the list filled and painted. Key derivation is in neither.
"""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from pytestqt.qtbot import QtBot

from bench.measuring import in_turn, say, timed
from healingpartner.desktop.opening_keys import Opened
from healingpartner.desktop.people.list_column import PeopleColumn
from healingpartner.desktop.start import Started, application, start
from healingpartner.foundation.clock import SystemClock
from healingpartner.practice import open_practice
from healingpartner.vault import header
from healingpartner.vault.opening import database_key

GOAL = 3.0
ROUNDS = 9
LIST = (
    "SELECT person.id, shown, folded, coalesce(state, 'new'), coalesce(partners_since, '') FROM person "
    "LEFT JOIN partnership ON partnership.person_id = person.id "
    "WHERE archived = 0 AND merged_into IS NULL ORDER BY folded, person.id"
)


def bare(folder: Path, data_key: bytes) -> int:
    key = database_key(data_key, bytes.fromhex(header.read(folder).db_salt))
    connection = sqlcipher.connect(str(folder / "practice.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    rows = connection.execute(LIST).fetchall()
    connection.close()
    return len(rows)


def first_read(folder: Path, data_key: bytes) -> None:
    key = database_key(data_key, bytes.fromhex(header.read(folder).db_salt))
    connection = sqlcipher.connect(str(folder / "practice.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.close()


def unlock(qtbot: QtBot, started: Started, folder: Path, data_key: bytes) -> None:
    """As the unlock page does once it has the key."""
    clock = SystemClock()
    told: list[Opened] = []
    started.desk.runner.open(
        lambda: (open_practice(folder, data_key=data_key, clock=clock), Opened(folder=folder)),
        owner=started.window,
        then=lambda opened: (told.append(opened), started.door._enter(opened)),
        sorry=told.append,
    )
    qtbot.waitUntil(lambda: bool(told) and _is_painted(started), timeout=30_000)


def _is_painted(started: Started) -> bool:
    column = started.window.findChild(PeopleColumn)
    if column is None or column.model.rowCount() < 20_000 or not column.view.isVisible():
        return False
    column.view.viewport().repaint()
    return True


def test_a_list_of_20000_people_is_there_soon_after_the_key(qtbot: QtBot, twenty_thousand: tuple[Path, bytes]) -> None:
    folder, data_key = twenty_thousand
    clock = SystemClock()
    started = start(application(), clock=clock, rest_clock=clock, folder=folder)
    started.window.show()
    assert bare(folder, data_key) == 20_000

    def ours() -> float:
        taken = timed(lambda: unlock(qtbot, started, folder, data_key))()
        started.door.lock()
        done: list[None] = []
        started.desk.runner.aside(lambda: None, owner=started.window, then=done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=30_000)
        return taken

    found = in_turn(timed(lambda: bare(folder, data_key)), ours, rounds=ROUNDS)
    floor, took = found.p50()
    least = timed(lambda: first_read(folder, data_key))()
    say(
        "unlock → list of 20,000",
        f"× {found.ratio:.2f} of a bare open and read (goal {GOAL}) · {floor:.0f} → {took:.0f} ms "
        f"(opening and one row alone: {least:.1f} ms)",
    )
    started.end()
    assert found.ratio <= GOAL
