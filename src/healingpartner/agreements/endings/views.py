"""What can be asked about endings and letters."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.agreements import store as agreements
from healingpartner.agreements.endings import store
from healingpartner.agreements.endings.letters import Letter
from healingpartner.agreements.endings.model import Ending, Stands
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import ids_of, is_here, state_of
from healingpartner.vault.reading import Reader, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEndings:
    """How ending stands for one person. `standing`: in notice or ended and not resumed, else None.

    `earlier`: all others, the newest first; `letters`: the newest first.
    """

    person_id: str
    partnership: Partnership
    standing: Ending | None
    earlier: tuple[Ending, ...]
    letters: tuple[Letter, ...]


def endings_of(db: Reader, person_id: str) -> PersonEndings:
    """How ending stands, records merged into theirs included; Refused when the person is not here."""
    if not is_here(db, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    standing = standing_ending(db, person_id)
    found = store.endings_of(db, ids_of(db, person_id))[::-1]
    return PersonEndings(
        person_id=person_id,
        partnership=state_of(db, person_id),
        standing=standing,
        earlier=tuple(one for one in found if standing is None or one.id != standing.id),
        letters=store.letters_of(db, ids_of(db, person_id))[::-1],
    )


def standing_ending(db: Reader, person_id: str) -> Ending | None:
    """The ending in notice, or the one that has come: until it is resumed or both sign anew."""
    ids = ids_of(db, person_id)
    going = [one for one in store.endings_of(db, ids) if one.stands() in (Stands.NOTICE, Stands.ENDED)]
    if not going:
        return None
    last = going[-1]
    if last.ended is None:
        return last
    signed = [one.id for one in agreements.agreements_of(db, ids) if one.signed is not None]
    signed_anew = bool(signed) and signed[-1] != last.agreement_id
    return None if signed_anew else last


def letter(db: Reader, letter_id: str) -> Letter:
    """A letter; Refused when it is gone."""
    found = store.letter_with(db, letter_id)
    if found is None:
        raise Refused(_("This letter is not here any more."), then=_("Please go back to the agreement."))
    return found


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about endings, new beginnings and letters, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
