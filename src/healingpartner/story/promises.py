"""Promises that wait for the practitioner, whichever room they were made in, the longest due first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.journal import views as journal
from healingpartner.journal.repairs.model import RepairState
from healingpartner.people.views import is_here, record
from healingpartner.plans.views import promises_due
from healingpartner.vault.reading import Reader
from healingpartner.visits.appointments.views import owed_until

ANSWER_DAYS = 7  # a question waits no longer than a week without being named as late

A_QUESTION = N_("Answer a question")
HARD_THING = N_("Say how you would like to hear something hard")
READ_IT = N_("Something was said to you, gently")
GIVE_BACK = N_("Give back what you heard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something the practitioner owes. tab: of the person's page on which it is kept; due_on: None for no day.

    words: as it was promised, or a sentence marked for translation where `says` is True.
    """

    person_id: str
    name: str
    words: str
    tab: str
    due_on: date | None
    says: bool = False


def promises_owed(db: Reader, *, until: date) -> tuple[Promise, ...]:
    """Everything due by that day, the earliest first; what has no day stands last."""
    names = _Names(db)
    found = [
        *_calls(db, until),
        *_steps(db, until),
        *_questions(db, names),
        *_hard_things(db, names),
        *_repairs(db, names, until),
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on or date.max, one.name)))


def _calls(db: Reader, until: date) -> Iterator[Promise]:
    for line in owed_until(db, until):
        one = line.owed
        yield Promise(person_id=one.person_id, name=line.name, words=one.words, tab="visits", due_on=one.due_on)


def _steps(db: Reader, until: date) -> Iterator[Promise]:
    for one in promises_due(db, today=until):
        if one.owner is not Voice.PATIENT:
            yield Promise(person_id=one.person_id, name=one.name, words=one.what, tab="plan", due_on=one.due_on)


def _questions(db: Reader, names: "_Names") -> Iterator[Promise]:
    for entry in journal.questions_waiting(db):
        asked = entry.shared.local().date()
        yield _said(entry.person_id, names, A_QUESTION, asked + timedelta(days=ANSWER_DAYS))


def _hard_things(db: Reader, names: "_Names") -> Iterator[Promise]:
    for offer in journal.hard_things_waiting(db):
        yield _said(offer.person_id, names, HARD_THING, offer.asked.local().date() + timedelta(days=ANSWER_DAYS))


def _repairs(db: Reader, names: "_Names", until: date) -> Iterator[Promise]:
    for repair in journal.repairs_waiting(db):
        if repair.by is Voice.PATIENT and repair.state in {RepairState.SAID, RepairState.RECEIVED}:
            words = READ_IT if repair.state is RepairState.SAID else GIVE_BACK
            day = repair.not_ready_until or repair.said.local().date()
            yield _said(repair.person_id, names, words, day)
        for change in repair.changes:
            owed = change.owner is not Voice.PATIENT and change.done is None and change.let_go is None
            if owed and (change.due_on is None or change.due_on <= until):
                yield Promise(
                    person_id=repair.person_id, name=names.of(repair.person_id), words=change.words, tab="journal",
                    due_on=change.due_on,
                )  # fmt: skip


def _said(person_id: str, names: "_Names", words: str, due_on: date) -> Promise:
    return Promise(person_id=person_id, name=names.of(person_id), words=words, tab="journal", due_on=due_on, says=True)


class _Names:
    """Names as they are shown, each asked for once."""

    def __init__(self, db: Reader) -> None:
        self._db, self._known = db, dict[str, str]()

    def of(self, person_id: str) -> str:
        if person_id not in self._known:
            here = is_here(self._db, person_id)
            self._known[person_id] = record(self._db, person_id).particulars.shown() if here else ""
        return self._known[person_id]
