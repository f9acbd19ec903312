"""Promises that wait for the practitioner, whichever room they were made in, the longest due first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from healingpartner.vault.reading import Reader
from healingpartner.visits.appointments.views import owed_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something the practitioner owes. tab: of the person's page on which it is kept; due_on: None for no day."""

    person_id: str
    name: str
    words: str
    tab: str
    due_on: date | None


def promises_owed(db: Reader, *, until: date) -> tuple[Promise, ...]:
    """Everything due by that day, the earliest first; what has no day stands last."""
    found = [*_calls(db, until)]
    return tuple(sorted(found, key=lambda one: (one.due_on or date.max, one.name)))


def _calls(db: Reader, until: date) -> Iterator[Promise]:
    for line in owed_until(db, until):
        yield Promise(
            person_id=line.owed.person_id,
            name=line.name,
            words=line.owed.words,
            tab="visits",
            due_on=line.owed.due_on,
        )
