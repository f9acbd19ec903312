"""Rows of visits in and out: what was said, heard, asked and owed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, as_mapping, whole, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.model import (
    CheckIn,
    Felt,
    Heard,
    HeardAnswer,
    Kind,
    Moment,
    Owed,
    OwedKind,
    Question,
    Visit,
    Word,
    WordKind,
)

ROOM = "visits"
VISIT = Table(ROOM, "visit")
WORD = Table(ROOM, "visit_word")
CHECK_IN = Table(ROOM, "visit_check_in")
HEARD = Table(ROOM, "visit_heard")
QUESTION = Table(ROOM, "visit_question")
OWED = Table(ROOM, "visit_owed")
TABLES = (VISIT, WORD, CHECK_IN, HEARD, QUESTION, OWED)
_POINTS = ("planned", "patient_arrived", "practitioner_ready", "begun", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One visit of a list. `first_words`: what the patient brought, shortened; `notes`: how many; `signed`: of them."""

    id: str
    kind: Kind
    at: Instant
    begun: Instant | None
    ended: Instant | None
    first_words: str
    notes: int
    signed: int


def put_visit(tx: Transaction, visit: Visit) -> None:
    """Write the visit's own row as it now stands."""
    row: dict[str, Value] = {
        "id": visit.id,
        "person_id": visit.person_id,
        "kind": visit.kind.value,
        "phones_away": " ".join(sorted(voice.value for voice in visit.phones_away)),
    }
    for point in _POINTS:
        row |= instant_columns(point, getattr(visit, point))
    tx.put(VISIT, row | instant_columns("opened", visit.opened), person_id=visit.person_id)


def put_word(tx: Transaction, visit: Visit, word: Word) -> None:
    """Write what was said, or that it was talked about."""
    row: dict[str, Value] = {
        "id": word.id,
        "person_id": visit.person_id,
        "visit_id": visit.id,
        "kind": word.kind.value,
        "voice": word.voice.value,
        "speaker": word.speaker,
        "words": word.words,
        "in_place_of": word.in_place_of or None,
    }
    row |= instant_columns("said", word.said) | instant_columns("done", word.done)
    tx.put(WORD, row, person_id=visit.person_id)


def put_check_in(tx: Transaction, visit: Visit, one: CheckIn) -> None:
    """Write how one side is; told anew, it stands in the place of what it said before."""
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": visit.person_id,
        "visit_id": visit.id,
        "voice": one.voice.value,
        "moment": one.moment.value,
        "felt": one.felt.value,
        "level": one.level,
    }
    tx.put(CHECK_IN, row | instant_columns("told", one.told), person_id=visit.person_id)


def put_heard(tx: Transaction, visit: Visit, heard: Heard) -> None:
    """Write what was heard, and then, once, what the other answered."""
    row: dict[str, Value] = {
        "id": heard.id,
        "person_id": visit.person_id,
        "visit_id": visit.id,
        "by_voice": heard.by.value,
        "words": heard.words,
        "answer": None if heard.answer is None else heard.answer.value,
        "mended": heard.mended,
    }
    row |= instant_columns("said", heard.said) | instant_columns("answered", heard.answered)
    tx.put(HEARD, row, person_id=visit.person_id)


def put_question(tx: Transaction, person_id: str, question: Question) -> None:
    """Write a question, or its answer."""
    row: dict[str, Value] = {
        "id": question.id,
        "person_id": person_id,
        "visit_id": question.visit_id,
        "asked_by": question.asked_by.value,
        "words": question.words,
        "answer": question.answer,
        "answered_by": None if question.answered_by is None else question.answered_by.value,
    }
    row |= instant_columns("asked", question.asked) | instant_columns("answered", question.answered)
    tx.put(QUESTION, row, person_id=person_id)


def put_owed(tx: Transaction, owed: Owed) -> None:
    """Write what is owed, as it now stands."""
    row: dict[str, Value] = {
        "id": owed.id,
        "person_id": owed.person_id,
        "visit_id": owed.visit_id or None,
        "kind": owed.kind.value,
        "due_on": owed.due_on.isoformat(),
        "words": owed.words,
        "came_of_it": owed.came_of_it,
    }
    row |= instant_columns("owed", owed.owed) | instant_columns("done", owed.done)
    tx.put(OWED, row | instant_columns("let_go", owed.let_go), person_id=owed.person_id)


def visit_with(db: Reader, visit_id: str) -> Visit | None:
    """The visit of that id, with how both came and left."""
    row = db.row("SELECT * FROM visit WHERE id = ?", visit_id)
    return None if row is None else _visit(db, row)


def open_visits(db: Reader) -> tuple[Visit, ...]:
    """Every visit that has begun, or waits to begin, and has not ended: of anybody."""
    return tuple(_visit(db, row) for row in db.rows("SELECT * FROM visit WHERE ended_us IS NULL ORDER BY n"))


def lines_of(db: Reader, person_ids: Sequence[str], *, before_us: int, limit: int) -> tuple[VisitLine, ...]:
    """Visits of a person (all ids that are theirs) before a moment, the newest first."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(
        "SELECT *, coalesce(begun_us, planned_us, opened_us) AS at_us, "
        "(SELECT substr(words, 1, 160) FROM visit_word w WHERE w.visit_id = visit.id AND w.voice = 'patient' "
        "AND w.kind IN ('agenda', 'first_minutes') ORDER BY w.n LIMIT 1) AS first_words, "
        "(SELECT count(*) FROM visit_note o WHERE o.visit_id = visit.id) AS notes, "
        "(SELECT count(*) FROM visit_note o WHERE o.visit_id = visit.id AND o.signed_us IS NOT NULL) AS signed "
        f"FROM visit WHERE person_id IN ({marks}) AND coalesce(begun_us, planned_us, opened_us) < ? "
        "ORDER BY at_us DESC, n DESC LIMIT ?",
        *person_ids,
        before_us,
        limit,
    )
    return tuple(map(_line, found))


def words_of(db: Reader, visit_id: str) -> tuple[Word, ...]:
    """What was said in a visit, in the order it was kept."""
    return tuple(map(_word, db.rows("SELECT * FROM visit_word WHERE visit_id = ? ORDER BY n", visit_id)))


def word_with(db: Reader, word_id: str) -> Word | None:
    """The word of that id."""
    row = db.row("SELECT * FROM visit_word WHERE id = ?", word_id)
    return None if row is None else _word(row)


def heard_in(db: Reader, visit_id: str) -> tuple[Heard, ...]:
    """What each heard the other say, in order."""
    return tuple(map(_heard, db.rows("SELECT * FROM visit_heard WHERE visit_id = ? ORDER BY n", visit_id)))


def heard_with(db: Reader, heard_id: str) -> Heard | None:
    """The one of that id."""
    row = db.row("SELECT * FROM visit_heard WHERE id = ?", heard_id)
    return None if row is None else _heard(row)


def questions_of(db: Reader, person_ids: Sequence[str], *, visit_id: str = "") -> tuple[Question, ...]:
    """A person's open questions, and those asked or answered around that visit, in the order they were asked."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(
        f"SELECT * FROM visit_question WHERE person_id IN ({marks}) AND (answered_us IS NULL OR visit_id = ?) "
        "ORDER BY n",
        *person_ids,
        visit_id,
    )
    return tuple(map(_question, found))


def question_with(db: Reader, question_id: str) -> tuple[str, Question] | None:
    """(person id, the question of that id)."""
    row = db.row("SELECT * FROM visit_question WHERE id = ?", question_id)
    return None if row is None else (words(row["person_id"]), _question(row))


def owed_of(db: Reader, person_ids: Sequence[str]) -> tuple[Owed, ...]:
    """Everything owed to a person, done or not, by day."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(f"SELECT * FROM visit_owed WHERE person_id IN ({marks}) ORDER BY due_on, n", *person_ids)
    return tuple(map(_owed, found))


def owed_open(db: Reader) -> tuple[Owed, ...]:
    """Everything still owed to anybody, by day."""
    found = db.rows("SELECT * FROM visit_owed WHERE done_us IS NULL AND let_go_us IS NULL ORDER BY due_on, n")
    return tuple(map(_owed, found))


def owed_with(db: Reader, owed_id: str) -> Owed | None:
    """The one of that id."""
    row = db.row("SELECT * FROM visit_owed WHERE id = ?", owed_id)
    return None if row is None else _owed(row)


def rows_by_table(
    db: Reader, tables: Sequence[Table], person_ids: Sequence[str]
) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids in these tables of the room, as it lies."""
    marks = ", ".join("?" * len(person_ids))
    return {
        table.name: tuple(
            as_mapping(row)
            for row in db.rows(f"SELECT * FROM {table.name} WHERE person_id IN ({marks}) ORDER BY n", *person_ids)
        )
        for table in tables
    }


def _visit(db: Reader, row: Row) -> Visit:
    check_ins = db.rows("SELECT * FROM visit_check_in WHERE visit_id = ? ORDER BY n", words(row["id"]))
    return Visit(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        kind=Kind(words(row["kind"])),
        opened=instant_of(row, "opened"),
        planned=instant_if_any(row, "planned"),
        patient_arrived=instant_if_any(row, "patient_arrived"),
        practitioner_ready=instant_if_any(row, "practitioner_ready"),
        begun=instant_if_any(row, "begun"),
        ended=instant_if_any(row, "ended"),
        phones_away=frozenset(Voice(each) for each in words(row["phones_away"]).split()),
        check_ins=tuple(map(_check_in, check_ins)),
    )


def _check_in(row: Row) -> CheckIn:
    return CheckIn(
        id=words(row["id"]),
        voice=Voice(words(row["voice"])),
        moment=Moment(words(row["moment"])),
        felt=Felt(words(row["felt"])),
        level=None if row["level"] is None else whole(row["level"]),
        told=instant_of(row, "told"),
    )


def _line(row: Row) -> VisitLine:
    begun, planned = instant_if_any(row, "begun"), instant_if_any(row, "planned")
    return VisitLine(
        id=words(row["id"]),
        kind=Kind(words(row["kind"])),
        at=begun or planned or instant_of(row, "opened"),
        begun=begun,
        ended=instant_if_any(row, "ended"),
        first_words=words(row["first_words"] or ""),
        notes=whole(row["notes"]),
        signed=whole(row["signed"]),
    )


def _word(row: Row) -> Word:
    return Word(
        id=words(row["id"]),
        visit_id=words(row["visit_id"]),
        kind=WordKind(words(row["kind"])),
        voice=Voice(words(row["voice"])),
        words=words(row["words"]),
        speaker=words(row["speaker"]),
        said=instant_of(row, "said"),
        in_place_of=words(row["in_place_of"] or ""),
        done=instant_if_any(row, "done"),
    )


def _heard(row: Row) -> Heard:
    return Heard(
        id=words(row["id"]),
        visit_id=words(row["visit_id"]),
        by=Voice(words(row["by_voice"])),
        words=words(row["words"]),
        said=instant_of(row, "said"),
        answer=None if row["answer"] is None else HeardAnswer(words(row["answer"])),
        mended=words(row["mended"]),
        answered=instant_if_any(row, "answered"),
    )


def _question(row: Row) -> Question:
    return Question(
        id=words(row["id"]),
        visit_id=words(row["visit_id"]),
        asked_by=Voice(words(row["asked_by"])),
        words=words(row["words"]),
        asked=instant_of(row, "asked"),
        answer=words(row["answer"]),
        answered_by=None if row["answered_by"] is None else Voice(words(row["answered_by"])),
        answered=instant_if_any(row, "answered"),
    )


def _owed(row: Row) -> Owed:
    return Owed(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"] or ""),
        kind=OwedKind(words(row["kind"])),
        due_on=date.fromisoformat(words(row["due_on"])),
        words=words(row["words"]),
        owed=instant_of(row, "owed"),
        came_of_it=words(row["came_of_it"]),
        done=instant_if_any(row, "done"),
        let_go=instant_if_any(row, "let_go"),
    )
