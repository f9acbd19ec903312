"""What a dissent is, and the negotiated alternative with its safety net.

A dissent is stored, shown and printed; it never stops a decision. It is not taken out once it is shared: it can be
withdrawn, and is then shown as withdrawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_

WORDS_LIMIT = 5_000


class About(StrEnum):
    """What it is about."""

    PLAN = "plan"
    DECISION = "decision"
    OPTION = "option"
    STEP = "step"


class Ground(StrEnum):
    """Why, if somebody wishes to say."""

    VALUES = "values"
    DOUBT = "doubt"
    FEAR = "fear"
    COST = "cost"
    BURDEN = "burden"
    PAST = "past"
    CONSCIENCE = "conscience"
    RULE = "rule"
    UNSAID = "unsaid"


GROUND_WORDS: Mapping[Ground, str] = {
    Ground.VALUES: N_("It does not fit what matters to me"),
    Ground.DOUBT: N_("I doubt that it helps"),
    Ground.FEAR: N_("It frightens me"),
    Ground.COST: N_("It costs too much"),
    Ground.BURDEN: N_("It is too much to do"),
    Ground.PAST: N_("Of what I have lived through"),
    Ground.CONSCIENCE: N_("My conscience"),
    Ground.RULE: N_("A law or an insurance"),
    Ground.UNSAID: N_("I need not say"),
}


class DissentState(StrEnum):
    """What became of it."""

    OPEN = "open"
    HEARD = "heard"
    NEGOTIATED = "negotiated"
    STANDS = "stands"
    PARKED = "parked"
    WITHDRAWN = "withdrawn"


DISSENT_STATE_WORDS: Mapping[DissentState, str] = {
    DissentState.OPEN: N_("Waits to be heard"),
    DissentState.HEARD: N_("Heard"),
    DissentState.NEGOTIATED: N_("We found another way"),
    DissentState.STANDS: N_("It stands, and is respected"),
    DissentState.PARKED: N_("Left open for now"),
    DissentState.WITHDRAWN: N_("Taken back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """One side sees it differently. why: optional; answer: the other side's words."""

    id: str
    plan_id: str
    about: About
    about_id: str
    by: Voice
    words: str
    said: Instant
    ground: Ground = Ground.UNSAID
    why: str = ""
    answer: str = ""
    answered: Instant | None = None
    state: DissentState = DissentState.OPEN
    settled: Instant | None = None


class AlternativeState(StrEnum):
    """Where a negotiated alternative stands."""

    PROPOSED = "proposed"
    TAKEN = "taken"
    SET_ASIDE = "set_aside"


ALTERNATIVE_STATE_WORDS: Mapping[AlternativeState, str] = {
    AlternativeState.PROPOSED: N_("Proposed"),
    AlternativeState.TAKEN: N_("We go this way"),
    AlternativeState.SET_ASIDE: N_("Set aside, no hard feelings"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another way in place of an option, with its safety net: what to watch for, when to call, when to look again.

    option_id: the option it became beside the others. no_net_needed: the patient said that none is needed.
    """

    id: str
    plan_id: str
    instead_of: str
    option_id: str
    proposed_by: Voice
    proposed: Instant
    changes: str = ""
    watch_for: str = ""
    call_when: str = ""
    review_on: date | None = None
    dissent_id: str = ""
    state: AlternativeState = AlternativeState.PROPOSED
    settled: Instant | None = None
    no_net_needed: bool = False
