"""Rows of endings, new beginnings and letters in and out."""

from collections.abc import Mapping, Sequence
from datetime import date

from healingpartner.agreements.endings.letters import Letter, LetterKind, LetterWords
from healingpartner.agreements.endings.model import Ending, EndingStep, LeadsTo, Reason, Resuming, StepKind
from healingpartner.agreements.store import rows_by_table
from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "agreements"
ENDING = Table(ROOM, "ending")
STEP = Table(ROOM, "ending_step")
RESUMING = Table(ROOM, "resuming")
LETTER = Table(ROOM, "hand_on_letter")
TABLES = (ENDING, STEP, RESUMING, LETTER)


def put_ending(tx: Transaction, ending: Ending) -> None:
    """Write the ending's own row as it now stands."""
    row: dict[str, Value] = {
        "id": ending.id,
        "person_id": ending.person_id,
        "agreement_id": ending.agreement_id or None,
        "begun_by": ending.begun_by.value,
        "leads_to": ending.leads_to.value,
        "reason": ending.reason.value,
        "reason_words": ending.reason_words,
        "patient_words": ending.patient_words,
        "practitioner_words": ending.practitioner_words,
        "last_day": ending.last_day.isoformat(),
        "why_then": ending.why_then,
    }
    row |= instant_columns("begun", ending.begun)
    row |= instant_columns("ended", ending.ended) | instant_columns("taken_back", ending.taken_back)
    tx.put(ENDING, row, person_id=ending.person_id)


def put_step(tx: Transaction, ending: Ending, step: EndingStep) -> None:
    """Write a step, new or changed; a new one stands last."""
    place = tx.value("SELECT position FROM ending_step WHERE id = ?", step.id)
    if place is None:
        place = whole(tx.value("SELECT count(*) FROM ending_step WHERE ending_id = ?", ending.id))
    row: dict[str, Value] = {
        "id": step.id,
        "person_id": ending.person_id,
        "ending_id": ending.id,
        "position": place,
        "kind": step.kind.value,
        "words": step.words,
    }
    tx.put(STEP, row | instant_columns("done", step.done), person_id=ending.person_id)


def put_resuming(tx: Transaction, ending: Ending, resuming: Resuming) -> None:
    """Write a new beginning, once."""
    row: dict[str, Value] = {
        "id": resuming.id,
        "person_id": ending.person_id,
        "ending_id": ending.id,
        "begun_by": resuming.begun_by.value,
        "patient_words": resuming.patient_words,
        "practitioner_words": resuming.practitioner_words,
    }
    tx.put(RESUMING, row | instant_columns("resumed", resuming.resumed), person_id=ending.person_id)


def put_letter(tx: Transaction, letter: Letter) -> None:
    """Write a letter, new or changed."""
    said = letter.words
    row: dict[str, Value] = {
        "id": letter.id,
        "person_id": letter.person_id,
        "kind": said.kind.value,
        "to_whom": said.to_whom,
        "opening": said.opening,
        "helped": said.helped,
        "strengths": said.strengths,
        "questions": said.questions,
        "asked_for": said.asked_for,
        "closing": said.closing,
    }
    tx.put(LETTER, row | instant_columns("written", letter.written), person_id=letter.person_id)


def ending_with(db: Reader, ending_id: str) -> Ending | None:
    """The ending of that id, with its steps."""
    row = db.row("SELECT * FROM ending WHERE id = ?", ending_id)
    return None if row is None else _ending(db, row)


def ending_of_step(db: Reader, step_id: str) -> Ending | None:
    """The ending that a step belongs to."""
    found = db.value("SELECT ending_id FROM ending_step WHERE id = ?", step_id)
    return None if found is None else ending_with(db, words(found))


def endings_of(db: Reader, person_ids: Sequence[str]) -> tuple[Ending, ...]:
    """Every ending of a person (all ids that are theirs), in the order they were begun."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM ending WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(_ending(db, row) for row in found)


def ended_agreements(db: Reader) -> frozenset[str]:
    """Ids of the agreements whose end has come and that did not begin again."""
    found = db.rows(
        "SELECT agreement_id FROM ending WHERE ended_us IS NOT NULL AND agreement_id IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM resuming WHERE resuming.ending_id = ending.id)"
    )
    return frozenset(words(row["agreement_id"]) for row in found)


def letter_with(db: Reader, letter_id: str) -> Letter | None:
    """The letter of that id."""
    row = db.row("SELECT * FROM hand_on_letter WHERE id = ?", letter_id)
    return None if row is None else _letter(row)


def letters_of(db: Reader, person_ids: Sequence[str]) -> tuple[Letter, ...]:
    """Every letter about a person, the oldest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM hand_on_letter WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
    return tuple(map(_letter, found))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _ending(db: Reader, row: Row) -> Ending:
    steps = db.rows("SELECT * FROM ending_step WHERE ending_id = ? ORDER BY position, n", words(row["id"]))
    again = db.row("SELECT * FROM resuming WHERE ending_id = ?", words(row["id"]))
    return Ending(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        agreement_id=words(row["agreement_id"] or ""),
        begun_by=Voice(words(row["begun_by"])),
        leads_to=LeadsTo(words(row["leads_to"])),
        reason=Reason(words(row["reason"])),
        reason_words=words(row["reason_words"]),
        patient_words=words(row["patient_words"]),
        practitioner_words=words(row["practitioner_words"]),
        last_day=date.fromisoformat(words(row["last_day"])),
        why_then=words(row["why_then"]),
        begun=instant_of(row, "begun"),
        ended=instant_if_any(row, "ended"),
        taken_back=instant_if_any(row, "taken_back"),
        steps=tuple(
            EndingStep(
                id=words(each["id"]),
                kind=StepKind(words(each["kind"])),
                words=words(each["words"]),
                done=instant_if_any(each, "done"),
            )
            for each in steps
        ),
        resuming=None if again is None else _resuming(again),
    )


def _resuming(row: Row) -> Resuming:
    return Resuming(
        id=words(row["id"]),
        begun_by=Voice(words(row["begun_by"])),
        patient_words=words(row["patient_words"]),
        practitioner_words=words(row["practitioner_words"]),
        resumed=instant_of(row, "resumed"),
    )


def _letter(row: Row) -> Letter:
    said = LetterWords(
        kind=LetterKind(words(row["kind"])),
        to_whom=words(row["to_whom"]),
        opening=words(row["opening"]),
        helped=words(row["helped"]),
        strengths=words(row["strengths"]),
        questions=words(row["questions"]),
        asked_for=words(row["asked_for"]),
        closing=words(row["closing"]),
    )
    return Letter(
        id=words(row["id"]), person_id=words(row["person_id"]), words=said, written=instant_of(row, "written")
    )
