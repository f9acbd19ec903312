"""The ledger is append-only, follows itself, and describes the present."""

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault import proof
from healingpartner.vault.ledger import Body, read_body, write_body
from healingpartner.vault.migrations import newest
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.vault.vault import Vault

RELEASED = Table("exchange", "released")


def row_of(row_id: str, what: str = "a page") -> dict[str, str | int | None]:
    """A whole row of a ledgered table."""
    return {
        "id": row_id,
        "person_id": "p",
        "what": what,
        "to_whom": "the patient",
        "why": "asked for",
        "way": "printed",
        "outcome": "left",
        "bytes": 3,
        "sha256": "00",
        "at_us": 1,
        "at_offset": 0,
        "at_zone": "UTC",
    }


def write(tx: Transaction, row_id: str, what: str = "a page") -> None:
    """An act that writes one row."""
    tx.put(RELEASED, row_of(row_id, what), person_id="p")


def findings(vault: Vault) -> list[str]:
    """The kinds of everything that is not as it should be."""
    steps = [*vault.chain_steps(), *proof.present(vault.db, schema=newest())]
    return [finding.kind for step in steps for finding in step.found] + [
        finding.kind for finding in proof.unexplained_gaps(vault.db)
    ]


def test_an_act_writes_one_line_for_each_row_under_one_act_id(practice: Practice) -> None:
    def two_rows(tx: Transaction) -> None:
        write(tx, "a")
        write(tx, "b")

    practice.do(two_rows, by=Voice.PATIENT)
    lines = practice.db.rows("SELECT act_id, voice, subject_id FROM ledger ORDER BY seq DESC LIMIT 2")
    assert {line["subject_id"] for line in lines} == {"a", "b"}
    assert len({line["act_id"] for line in lines}) == 1
    assert {line["voice"] for line in lines} == {"patient"}


def test_an_act_that_breaks_leaves_neither_row_nor_line(practice: Practice) -> None:
    before = practice.vault.head()

    def breaks(tx: Transaction) -> None:
        write(tx, "a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        practice.do(breaks, by=Voice.PATIENT)
    assert practice.vault.head() == before
    assert practice.db.value("SELECT count(*) FROM released") == 0


def test_changed_and_removed_rows_equal_what_the_ledger_rebuilds(practice: Practice) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    practice.do(write, "b", by=Voice.PATIENT)
    practice.do(write, "a", "another page", by=Voice.PRACTITIONER)
    practice.do(lambda tx: tx.remove(RELEASED, "b", person_id="p"), by=Voice.PRACTITIONER)
    assert findings(practice.vault) == []
    made = proof.rebuilt(practice.db, schema=newest())["released"]
    assert {row_id: row["what"] for row_id, row in made.items()} == {"a": "another page"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET act = 'kinder'",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE seq = 1",
        "UPDATE ledger_body SET body = salt",
        "DELETE FROM ledger_body",
        "INSERT OR REPLACE INTO ledger_body SELECT * FROM ledger_body",
        "INSERT INTO erased (seq, erasure_seq) SELECT seq, seq FROM ledger",
    ],
)
def test_no_statement_changes_a_ledger_line(practice: Practice, statement: str) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    practice.do(write, "a", "again", by=Voice.PATIENT)
    with pytest.raises(VaultProblem) as told:
        practice.vault._connection.execute(statement)
    assert told.value.kind == "kept"
    assert findings(practice.vault) == []


def test_a_row_changed_behind_the_ledger_is_found(practice: Practice) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    practice.vault._connection.execute("UPDATE released SET what = 'something else'")
    assert findings(practice.vault) == ["row-changed"]


def test_a_row_added_or_taken_behind_the_ledger_is_found(practice: Practice) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    row = row_of("b")
    marks = ", ".join("?" * len(row))
    practice.vault._connection.execute(f"INSERT INTO released ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    practice.vault._connection.execute("DELETE FROM released WHERE id = 'a'")
    assert sorted(findings(practice.vault)) == ["row-lost", "row-unknown"]


def test_a_line_made_without_the_key_breaks_the_chain(practice: Practice) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    practice.vault._connection.execute(
        "INSERT INTO ledger SELECT seq + 1, act_id, at_us, at_offset, at_zone, voice, hand, 'people.add', room, "
        "subject_id, person_id, NULL, chain FROM ledger ORDER BY seq DESC LIMIT 1"
    )
    assert findings(practice.vault) == ["chain-broken"]


def test_a_body_comes_back_as_it_was_bytes_included() -> None:
    body = Body(table="t", version=1, row={"id": "x", "raw": b"\x00\xff", "n": 7, "none": None, "words": "é"})
    assert read_body(write_body(body)) == body


def test_erasing_a_person_takes_words_and_rows_and_keeps_the_chain(practice: Practice) -> None:
    practice.do(write, "a", by=Voice.PATIENT)
    practice.do(
        lambda tx: tx.remember_words(
            room="x", kind="k", subject_id="a", person_id="p", title="A title", words="purple heron"
        ),
        by=Voice.PATIENT,
    )
    erased = practice.erase_person("p")
    assert (erased.bodies, erased.rows) == (1, 1)
    assert practice.db.value("SELECT count(*) FROM released") == 0
    assert practice.db.value("SELECT count(*) FROM found") == 0
    assert practice.db.value("SELECT count(*) FROM ledger WHERE person_id = 'p'") == 2
    assert findings(practice.vault) == []
