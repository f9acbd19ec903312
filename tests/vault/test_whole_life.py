"""A practice that has lived: every table has rows, and every row of it is in the ledger."""

from healingpartner.people.store import ANSWER
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof
from healingpartner.vault.history import versions_of
from healingpartner.vault.reading import as_mapping
from whole_life import THROUGH_HELP, live


def rows_of(practice: Practice, table: str) -> dict[str, dict[str, object]]:
    """A table as it stands, by id and without what is empty."""
    found = practice.db.rows(f"SELECT * FROM {table}")
    return {str(row["id"]): {name: row[name] for name in as_mapping(row) if row[name] is not None} for row in found}


def test_every_table_is_rebuilt_from_the_ledger_alone(practice: Practice) -> None:
    live(practice)
    rebuilt = proof.rebuilt(practice.db, schema=migrations.newest())
    empty = set()
    for table in proof.room_tables(practice.db):
        standing = rows_of(practice, table)
        made = {key: {n: v for n, v in row.items() if v is not None} for key, row in rebuilt[table].items()}
        assert standing == made, table
        if not standing:
            empty.add(table)
    assert empty == set(), "give each new table a part in tests/whole_life.py"
    assert [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found] == []
    assert [step.found for step in practice.vault.chain_steps() if step.found] == []


def test_whoever_helped_to_say_it_is_kept_in_the_body_and_not_in_the_line(practice: Practice) -> None:
    live(practice)
    said = practice.db.rows("SELECT DISTINCT subject_id FROM ledger WHERE hand LIKE '%through_another'")
    assert len(said) == 1
    assert versions_of(practice.db, ANSWER, str(said[0][0]))[-1].hand == THROUGH_HELP
    lines = "\n".join(str(tuple(row)) for row in practice.db.rows("SELECT * FROM ledger"))
    assert THROUGH_HELP.through not in lines
