"""Rows of renewing in and out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from healingpartner.agreements.renewals.model import Choice, Outcome, RenewalAnswer, Review
from healingpartner.agreements.store import rows_by_table
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.vault.instants import instant_columns, instant_if_any, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

ROOM = "agreements"
DAY = Table(ROOM, "renewal_date")
REVIEW = Table(ROOM, "renewal_review")
ANSWER = Table(ROOM, "renewal_answer")
TABLES = (DAY, REVIEW, ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDay:
    """The day an agreement is looked at again, and who moved it there."""

    id: str
    person_id: str
    agreement_id: str
    renew_on: date
    moved_by: Voice
    moved: Instant


def put_day(tx: Transaction, day: RenewalDay) -> None:
    """Write the day; one row an agreement."""
    row: dict[str, Value] = {
        "id": day.id,
        "person_id": day.person_id,
        "agreement_id": day.agreement_id,
        "renew_on": day.renew_on.isoformat(),
        "moved_by": day.moved_by.value,
    }
    tx.put(DAY, row | instant_columns("moved", day.moved), person_id=day.person_id)


def day_of(db: Reader, agreement_id: str) -> RenewalDay | None:
    """The day that somebody chose for this agreement, or None."""
    row = db.row("SELECT * FROM renewal_date WHERE agreement_id = ?", agreement_id)
    if row is None:
        return None
    return RenewalDay(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        agreement_id=words(row["agreement_id"]),
        renew_on=date.fromisoformat(words(row["renew_on"])),
        moved_by=Voice(words(row["moved_by"])),
        moved=instant_of(row, "moved"),
    )


def every_day(db: Reader) -> dict[str, date]:
    """Every chosen day by agreement id."""
    found = db.rows("SELECT agreement_id, renew_on FROM renewal_date")
    return {words(row["agreement_id"]): date.fromisoformat(words(row["renew_on"])) for row in found}


def put_review(tx: Transaction, review: Review) -> None:
    """Write the review's own row as it now stands."""
    row: dict[str, Value] = {
        "id": review.id,
        "person_id": review.person_id,
        "agreement_id": review.agreement_id,
        "version_id": review.version_id,
        "outcome": None if review.outcome is None else review.outcome.value,
        **instant_columns("begun", review.begun),
        "finished_us": None,
        "finished_offset": None,
        "finished_zone": None,
    }
    if review.finished is not None:
        row |= instant_columns("finished", review.finished)
    tx.put(REVIEW, row, person_id=review.person_id)


def put_answer(tx: Transaction, review: Review, answer: RenewalAnswer) -> None:
    """Write one side's answer on one commitment, new or changed."""
    old = tx.value(
        "SELECT id FROM renewal_answer WHERE review_id = ? AND commitment_id = ? AND voice = ?",
        review.id,
        answer.commitment_id,
        answer.voice.value,
    )
    row: dict[str, Value] = {
        "id": tx.new_id() if old is None else words(old),
        "person_id": review.person_id,
        "review_id": review.id,
        "commitment_id": answer.commitment_id,
        "voice": answer.voice.value,
        "choice": answer.choice.value,
        "words": answer.words,
    }
    tx.put(ANSWER, row, person_id=review.person_id)


def review_with(db: Reader, review_id: str) -> Review | None:
    """The review of that id, with its answers."""
    row = db.row("SELECT * FROM renewal_review WHERE id = ?", review_id)
    return None if row is None else _review(db, row)


def reviews_of(db: Reader, agreement_id: str) -> tuple[Review, ...]:
    """Every review of an agreement, the oldest first."""
    found = db.rows("SELECT * FROM renewal_review WHERE agreement_id = ? ORDER BY n", agreement_id)
    return tuple(_review(db, row) for row in found)


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _review(db: Reader, row: Row) -> Review:
    answers = db.rows("SELECT * FROM renewal_answer WHERE review_id = ? ORDER BY n", words(row["id"]))
    return Review(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        agreement_id=words(row["agreement_id"]),
        version_id=words(row["version_id"]),
        begun=instant_of(row, "begun"),
        answers=tuple(
            RenewalAnswer(
                commitment_id=words(each["commitment_id"]),
                voice=Voice(words(each["voice"])),
                choice=Choice(words(each["choice"])),
                words=words(each["words"]),
            )
            for each in answers
        ),
        outcome=None if row["outcome"] is None else Outcome(words(row["outcome"])),
        finished=instant_if_any(row, "finished"),
    )
