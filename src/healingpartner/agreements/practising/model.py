"""How the practitioner stands to a commitment before offering it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import N_

NOTE_LIMIT = 2_000


class Practised(StrEnum):
    """Where the practitioner stands with one commitment."""

    NOT_YET = "not_yet"
    PRACTISING = "practising"
    PROMISED = "promised"


PRACTISED_WORDS: Mapping[Practised, str] = {
    Practised.NOT_YET: N_("Not yet"),
    Practised.PRACTISING: N_("I am practising this"),
    Practised.PROMISED: N_("I can promise this"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """One commitment by its id and title, with the practitioner's own note."""

    id: str
    commitment_id: str
    title: str
    state: Practised
    note: str
    since: Instant
