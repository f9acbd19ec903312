"""What can be asked about measurements."""

from collections.abc import Mapping

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.measurements import store
from healingpartner.visits.measurements.model import Measurement

AT_ONCE = 200


def measurements_of(db: Reader, person_id: str) -> tuple[Measurement, ...]:
    """The newest figures, the newest first; those set aside are among them, marked."""
    return store.measurements_of(db, ids_of(db, person_id), limit=AT_ONCE)


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything that was measured, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
