"""What was agreed, said once, consented to or told stays under every statement; only an erasure takes it out."""

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault.reading import Value
from plans.living import lived

LOCKED = (
    "plan_version",
    "plan_version_copy",
    "plan_acknowledgement",
    "plan_goal_rating",
    "plan_going_on",
    "plan_check_in",
    "plan_consent",
    "plan_consent_withdrawal",
)
KEPT_ONCE = {
    "plan_version": "plan_id, number",
    "plan_version_copy": "version_id",
    "plan_consent_withdrawal": "consent_id",
}


def _rows(practice: Practice, table: str) -> list[dict[str, Value]]:
    return [
        {name: row[name] for name in row.keys()}  # noqa: SIM118 - a row is no mapping
        for row in practice.db.rows(f"SELECT * FROM {table} ORDER BY n")
    ]


def _run(practice: Practice, sql: str, *given: Value) -> None:
    with practice.vault.transaction(by=Voice.BOTH, act="alter") as tx:
        tx.erasing(sql, *given)


def _statements(table: str, row: dict[str, Value]) -> list[tuple[str, tuple[Value, ...]]]:
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    values = tuple(row.values())
    once = KEPT_ONCE.get(table)
    found: list[tuple[str, tuple[Value, ...]]] = [
        *((f"UPDATE {table} SET {name} = {name}", ()) for name in row),
        (f"UPDATE {table} SET person_id = 'x'", ()),
        (f"UPDATE {table} SET n = n + 100", ()),
        (f"UPDATE OR REPLACE {table} SET body = '{{}}'", ()),
        (f"UPDATE OR IGNORE {table} SET body = '{{}}'", ()),
        (f"DELETE FROM {table}", ()),
        (f"DELETE FROM {table} WHERE n > 0", ()),
        (f"REPLACE INTO {table} SELECT * FROM {table}", ()),
        (f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", values),
        (f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", values),
        (f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO UPDATE SET body = ''", values),
        (
            f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})",
            tuple({**row, "id": "new", "body": "{}"}.values()),
        ),
        (f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", tuple({**row, "n": 10**6}.values())),
    ]
    if once:
        other = {**row, "id": "new", "n": 10**6, "body": "{}"}
        found.append((f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", tuple(other.values())))
    return found


@pytest.mark.parametrize("table", LOCKED)
def test_no_statement_alters_what_stays(practice: Practice, table: str) -> None:
    lived(practice)
    before = _rows(practice, table)
    assert before
    for sql, given in _statements(table, before[0]):
        with pytest.raises(VaultProblem, match="kept"):
            _run(practice, sql, *given)
    assert _rows(practice, table) == before


def test_a_dissent_is_never_taken_out(practice: Practice) -> None:
    person_id, _plan_id = lived(practice)
    for sql in (
        "DELETE FROM plan_dissent",
        "REPLACE INTO plan_dissent SELECT * FROM plan_dissent",
        "REPLACE INTO plan_dissent SELECT n, 'new', person_id, plan_id, body FROM plan_dissent",
        "REPLACE INTO plan_dissent SELECT n + 9, id, person_id, plan_id, '{}' FROM plan_dissent",
    ):
        with pytest.raises(VaultProblem, match="kept"):
            _run(practice, sql)
    practice.erase_person(person_id)
    assert not _rows(practice, "plan_dissent")
