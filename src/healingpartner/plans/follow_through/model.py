"""What a check-in is: how it went, what helped, what got in the way, and whether it still fits.

"Changed my mind" and "not now" are answers like "done". Nothing is counted up against anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_

WORDS_LIMIT = 5_000


class Went(StrEnum):
    """How it went."""

    DONE = "done"
    SOME = "some"
    NOT_YET = "not_yet"
    CHANGED_MIND = "changed_mind"
    NO_LONGER_FITS = "no_longer_fits"
    NOT_NOW = "not_now"


WENT_WORDS: Mapping[Went, str] = {
    Went.DONE: N_("Done"),
    Went.SOME: N_("Some of it"),
    Went.NOT_YET: N_("Not yet"),
    Went.CHANGED_MIND: N_("I changed my mind"),
    Went.NO_LONGER_FITS: N_("It no longer fits"),
    Went.NOT_NOW: N_("Not now"),
}


class Obstacle(StrEnum):
    """What got in the way."""

    COST = "cost"
    TIME = "time"
    ENERGY = "energy"
    PAIN = "pain"
    SIDE_EFFECT = "side_effect"
    FEAR = "fear"
    DID_NOT_FIT = "did_not_fit"
    ACCESS = "access"
    FORGOT = "forgot"
    OTHER = "other"


OBSTACLE_WORDS: Mapping[Obstacle, str] = {
    Obstacle.COST: N_("The cost"),
    Obstacle.TIME: N_("Time"),
    Obstacle.ENERGY: N_("Energy"),
    Obstacle.PAIN: N_("Pain"),
    Obstacle.SIDE_EFFECT: N_("A side effect"),
    Obstacle.FEAR: N_("Fear"),
    Obstacle.DID_NOT_FIT: N_("It did not fit"),
    Obstacle.ACCESS: N_("It was hard to get"),
    Obstacle.FORGOT: N_("It slipped my mind"),
    Obstacle.OTHER: N_("Something else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in by one side. step_id, goal_id: both "" for the plan as a whole. still_fits: None where not asked.

    look_again_on: a day the patient chose instead of the usual one; no_look_again: they dropped it.
    """

    id: str
    plan_id: str
    by: Voice
    at: Instant
    step_id: str = ""
    went: Went | None = None
    obstacles: tuple[Obstacle, ...] = ()
    helped: str = ""
    got_in_the_way: str = ""
    still_fits: bool | None = None
    words: str = ""
    goal_id: str = ""
    look_again_on: date | None = None
    no_look_again: bool = False
