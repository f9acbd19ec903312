"""Erasure: lawful, explicit, and seen. The person's words, rows, keys and drafts go; the lines stay.

After it the chain still verifies: a line commits to a salted hash, and without salt and body that hash tells
nothing. What a backup made earlier still holds is not reached from here, and the page that asks says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from healingpartner.vault.ledger import read_body
from healingpartner.vault.reading import Reader, raw, whole, words
from healingpartner.vault.transaction import Table, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What one erasure took: lines emptied, rows removed, and stored files to delete once it is committed."""

    bodies: int
    rows: int
    files: tuple[str, ...]


def erase_people(tx: Transaction, person_ids: Iterable[str]) -> Erased:
    """Erase several records, of one person say, in this one transaction; what all of it took."""
    taken = [erase_person(tx, each) for each in person_ids]
    return Erased(
        bodies=sum(each.bodies for each in taken),
        rows=sum(each.rows for each in taken),
        files=tuple(name for each in taken for name in each.files),
    )


def erase_person(tx: Transaction, person_id: str) -> Erased:
    """Take everything of this person out of the practice in this transaction.

    The stored files named in the answer are deleted after the commit; their key is gone with it.
    """
    seq = tx.say("erase_person", room="vault", person_id=person_id)
    stored = tx.rows("SELECT stored_as FROM attachment WHERE person_id = ?", person_id)
    subjects = _subjects(tx, person_id)
    tx.rooms.update(table.room for table, _row_id in subjects)
    run = tx.erasing
    run("INSERT INTO erasure (seq, person_id, open) VALUES (?, ?, 1)", seq, person_id)
    run(
        "INSERT INTO erased (seq, erasure_seq) SELECT seq, ? FROM ledger JOIN ledger_body USING (seq) "
        "WHERE person_id = ?",
        seq,
        person_id,
    )
    bodies = run("DELETE FROM ledger_body WHERE seq IN (SELECT seq FROM erased WHERE erasure_seq = ?)", seq)
    for table, row_id in subjects:
        run(f"DELETE FROM {table.name} WHERE id = ?", row_id)
        run("DELETE FROM draft WHERE subject_id = ?", row_id)
    run("DELETE FROM draft WHERE subject_id = ?", person_id)
    tx.forget_person(person_id)
    run("DELETE FROM file_key WHERE person_id = ?", person_id)
    run("UPDATE erasure SET open = 0 WHERE seq = ?", seq)
    return Erased(bodies=bodies, rows=len(subjects), files=tuple(words(row["stored_as"]) for row in stored))


def _subjects(tx: Transaction, person_id: str) -> tuple[tuple[Table, str], ...]:
    """Every (table, row id) the ledger holds for this person, the latest written first: children before parents."""
    found: dict[tuple[Table, str], int] = {}
    for row in tx.each(
        "SELECT ledger.seq AS seq, room, subject_id, body FROM ledger JOIN ledger_body USING (seq) WHERE person_id = ?",
        person_id,
    ):
        table = Table(words(row["room"]), read_body(raw(row["body"])).table)
        found.setdefault((table, words(row["subject_id"])), whole(row["seq"]))
    return tuple(sorted(found, key=lambda subject: -found[subject]))


def was_erased(db: Reader, person_id: str) -> bool:
    """Whether this person's record has been erased."""
    return db.value("SELECT 1 FROM erasure WHERE person_id = ?", person_id) is not None
