"""What can be asked about the body chart."""

from collections.abc import Mapping

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.body import store
from healingpartner.visits.body.model import Drawing

AT_ONCE = 60


def layers_of(db: Reader, person_id: str) -> tuple[Drawing, ...]:
    """The newest layers of a person, the oldest of them first, as they lie on one another."""
    return store.drawings_of(db, ids_of(db, person_id), limit=AT_ONCE)


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person on the chart, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
