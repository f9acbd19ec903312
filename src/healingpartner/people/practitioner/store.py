"""The practitioner in rows and out of them."""

from collections.abc import Iterable

from healingpartner.people.answers import Answer, Said
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.vault.reading import Reader, Value, as_mapping, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "people"
PRACTITIONER = Table(ROOM, "practitioner")
ANSWER = Table(ROOM, "practitioner_answer")
_FIELDS = ("name", "title", "called", "practice_name", "address", "phone", "email", "licence")


def write_practitioner(tx: Transaction, given: Practitioner) -> None:
    """The one row; nothing is written when it says this already."""
    old = tx.row("SELECT * FROM practitioner")
    row: dict[str, Value] = {"id": tx.new_id() if old is None else words(old["id"]), "one": 1}
    row.update({field: getattr(given, field) for field in _FIELDS})
    if old is None or as_mapping(old) != row:
        tx.put(PRACTITIONER, row, person_id=None)
    said = " ".join(getattr(given, field) for field in _FIELDS)
    _remember(tx, words(row["id"]), "practitioner", given.name, said)


def read_practitioner(db: Reader) -> Practitioner | None:
    """The practitioner, or None before the first run is done."""
    row = db.row("SELECT * FROM practitioner")
    return None if row is None else Practitioner(**{field: words(row[field]) for field in _FIELDS})


def write_answers(tx: Transaction, answers: Iterable[Answer]) -> None:
    """These answers; those of other questions stay, and an empty one takes its row away."""
    present = {words(row["question"]): row for row in tx.rows("SELECT * FROM practitioner_answer")}
    for answer in answers:
        old = present.get(answer.question)
        if answer.empty():
            if old is not None:
                tx.remove(ANSWER, words(old["id"]), person_id=None)
            continue
        row: dict[str, Value] = {
            "id": words(old["id"]) if old is not None else tx.new_id(),
            "question": answer.question,
            "said": answer.said.value,
            "words": answer.words,
        }
        if old is None or as_mapping(old) != row:
            tx.put(ANSWER, row, person_id=None)
    whose = tx.row("SELECT id, name FROM practitioner")
    if whose is not None:
        said = " ".join(answer.words for answer in read_answers(tx).values())
        _remember(tx, words(whose["id"]), "own_sheet", words(whose["name"]), said)


def _remember(tx: Transaction, row_id: str, kind: str, title: str, said: str) -> None:
    tx.remember_words(room=ROOM, kind=kind, subject_id=row_id, person_id=None, title=title, words=said)


def read_answers(db: Reader) -> dict[str, Answer]:
    """The practitioner's answers by question."""
    rows = db.rows("SELECT question, said, words FROM practitioner_answer ORDER BY id")
    return {
        words(row["question"]): Answer(
            question=words(row["question"]), said=Said(words(row["said"])), words=words(row["words"])
        )
        for row in rows
    }
