"""On which days two people met: what the journal marks beside its trend, and what a look back belongs to."""

from datetime import date

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader
from healingpartner.visits import store as visits

AT_MOST = 400
_NEWEST = 2**62


def days_met(db: Reader, person_id: str) -> tuple[date, ...]:
    """The days of the visits that began, the oldest first; the newest few hundred of them."""
    lines = visits.lines_of(db, ids_of(db, person_id), before_us=_NEWEST, limit=AT_MOST)
    return tuple(sorted({line.begun.local().date() for line in lines if line.begun is not None}))


def visit_on(db: Reader, person_id: str, *, day: date) -> str:
    """The id of the visit of that day, the last one of several; "" for none."""
    lines = visits.lines_of(db, ids_of(db, person_id), before_us=_NEWEST, limit=2)
    return next((line.id for line in lines if line.begun is not None and line.begun.local().date() == day), "")
