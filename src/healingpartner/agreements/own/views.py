"""What can be offered: the wordings that come with the program, in each of their languages, and the own ones."""

from dataclasses import dataclass

from healingpartner.agreements.library import PATIENT_CARRIED, STARTING, languages_of, starting_wording
from healingpartner.agreements.own import store
from healingpartner.agreements.own.model import OwnWording
from healingpartner.agreements.wording import Wording
from healingpartner.foundation.clock import Instant
from healingpartner.vault.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Offerable:
    """One wording to choose. `key` is stable; `own_id` is "" for those that come with the program."""

    key: str
    wording: Wording
    own_id: str = ""


def offerable(db: Reader, *, language: str) -> tuple[Offerable, ...]:
    """Everything that can be offered; in `language` first, then in the other languages there are."""
    tongue = language.partition("_")[0]
    pairs = [(one, each) for one in STARTING if one != PATIENT_CARRIED for each in languages_of(one)]
    pairs.sort(key=lambda pair: pair[1] != tongue)
    found = [Offerable(key=f"{one}.{each}", wording=starting_wording(one, each)) for one, each in pairs]
    own = [one for one in store.every_own(db) if not one.set_aside]
    return (*found, *(Offerable(key=one.id, wording=one.wording, own_id=one.id) for one in own))


def past_editions(db: Reader, own_id: str) -> tuple[tuple[Wording, Instant], ...]:
    """Former editions of an own wording with when each was kept, the newest first; () when there was but one."""
    return store.editions_before(db, own_id)


def own_wordings(db: Reader) -> tuple[OwnWording, ...]:
    """Every own wording, those set aside too."""
    return store.every_own(db)
