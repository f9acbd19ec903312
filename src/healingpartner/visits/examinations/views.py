"""What can be asked about examinations."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.examinations import store
from healingpartner.visits.examinations.model import Examination


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitExaminations:
    """Those of a visit. `open`: one that goes on; `over`: the others; `stop_signal`: as it was last agreed, or ""."""

    open: Examination | None
    over: tuple[Examination, ...]
    stop_signal: str


def examinations_in(db: Reader, person_id: str, visit_id: str) -> VisitExaminations:
    """The examinations of a visit, in the order they were asked."""
    found = store.examinations_in(db, visit_id)
    going = next((one for one in found if one.is_open()), None)
    return VisitExaminations(
        open=going,
        over=tuple(one for one in found if one is not going),
        stop_signal=store.last_signal(db, ids_of(db, person_id)),
    )


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about examinations, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
