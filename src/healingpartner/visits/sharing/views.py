"""What can be asked about who else may see the notes."""

from collections.abc import Mapping

from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value
from healingpartner.visits.sharing import store
from healingpartner.visits.sharing.model import Sharing


def standing_sharings(db: Reader, person_id: str) -> tuple[Sharing, ...]:
    """What stands now, one for each name, in the order the names were first said."""
    newest: dict[str, Sharing] = {}
    for one in store.sharings_of(db, ids_of(db, person_id)):
        newest[one.who.casefold()] = one
    return tuple(newest.values())


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about it, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
