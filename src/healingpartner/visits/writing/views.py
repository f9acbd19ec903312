"""What can be asked about how visits are written down."""

from collections.abc import Mapping

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.writing import store
from healingpartner.visits.writing.model import WritingChoice


def choices_of(db: Reader, person_id: str) -> tuple[WritingChoice, ...]:
    """Everything the person chose, the newest first: the first stands."""
    return store.choices_of(db, ids_of(db, person_id))[::-1]


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about it, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
