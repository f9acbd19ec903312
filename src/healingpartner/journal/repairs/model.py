"""What a repair is, and who may take which step: said, received, reflected, understood, agreed, tended, closed.

It may be let rest, taken up again, or handed to a third person. It is not for abuse, injury or threats: those have
ways outside, and the screen shows them instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 5_000
MOST_LOOPS = 3


class RepairState(StrEnum):
    """Where a repair stands. What is only noticed is a draft, and is not here."""

    SAID = "said"
    RECEIVED = "received"
    REFLECTED = "reflected"
    UNDERSTOOD = "understood"
    AGREED = "agreed"
    TENDED = "tended"
    CLOSED = "closed"
    TAKEN_BACK = "taken_back"


REPAIR_STATE_WORDS: Mapping[RepairState, str] = {
    RepairState.SAID: N_("Said, not read yet"),
    RepairState.RECEIVED: N_("Received"),
    RepairState.REFLECTED: N_("Given back in the other's words"),
    RepairState.UNDERSTOOD: N_("Understood"),
    RepairState.AGREED: N_("Agreed what we change"),
    RepairState.TENDED: N_("Tended"),
    RepairState.CLOSED: N_("Closed by both"),
    RepairState.TAKEN_BACK: N_("Taken back"),
}
REPAIR_TURNS: Mapping[RepairState, frozenset[RepairState]] = {
    RepairState.SAID: frozenset({RepairState.RECEIVED, RepairState.TAKEN_BACK}),
    RepairState.RECEIVED: frozenset({RepairState.REFLECTED, RepairState.TAKEN_BACK, RepairState.CLOSED}),
    RepairState.REFLECTED: frozenset({RepairState.UNDERSTOOD, RepairState.RECEIVED, RepairState.CLOSED}),
    RepairState.UNDERSTOOD: frozenset({RepairState.AGREED, RepairState.CLOSED}),
    RepairState.AGREED: frozenset({RepairState.TENDED, RepairState.CLOSED}),
    RepairState.TENDED: frozenset({RepairState.CLOSED, RepairState.AGREED}),
    RepairState.CLOSED: frozenset({RepairState.RECEIVED}),
    RepairState.TAKEN_BACK: frozenset(),
}


class Mended(StrEnum):
    """How one side would close it."""

    MENDED = "mended"
    ENOUGH = "enough"
    REST = "rest"
    PART = "part"


MENDED_WORDS: Mapping[Mended, str] = {
    Mended.MENDED: N_("Mended"),
    Mended.ENOUGH: N_("Mended enough"),
    Mended.REST: N_("Let it rest"),
    Mended.PART: N_("We part ways, kindly"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A gentle sentence in four parts: when … · I felt … · what matters to me … · I would like …."""

    when: str
    felt: str
    matters: str = ""
    like: str = ""

    def cleaned(self) -> "Statement":
        """As it is kept; RuleBroken beside the part that is missing or too long."""
        kept = Statement(
            **{
                name: clean_text(getattr(self, name), field=name, limit=WORDS_LIMIT)
                for name in ("when", "felt", "matters", "like")
            }
        )
        if not fold(kept.when):
            raise RuleBroken("when", _("Say in a few words when it was."))
        if not fold(kept.felt):
            raise RuleBroken("felt", _("Say in a word or two how it felt."))
        return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """The other's words: what I hear, I can see how, my part was, I am sorry for, or I see it differently and care."""

    hears: str
    at: Instant
    sees: str = ""
    own_part: str = ""
    sorry: str = ""
    differently: str = ""
    understood: bool | None = None
    not_quite: str = ""

    def cleaned(self) -> "GivenBack":
        """As it is kept; RuleBroken beside "hears" when that is missing."""
        hears = clean_text(self.hears, field="hears", limit=WORDS_LIMIT)
        if not fold(hears):
            raise RuleBroken("hears", _("Write first what you hear, in your own words."))
        return replace(
            self,
            hears=hears,
            sees=clean_text(self.sees, field="sees", limit=WORDS_LIMIT),
            own_part=clean_text(self.own_part, field="own_part", limit=WORDS_LIMIT),
            sorry=clean_text(self.sorry, field="sorry", limit=WORDS_LIMIT),
            differently=clean_text(self.differently, field="differently", limit=WORDS_LIMIT),
            not_quite=clean_text(self.not_quite, field="not_quite", limit=WORDS_LIMIT),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that one of the two, or both, will do differently; a promise like any other."""

    id: str
    owner: Voice
    words: str
    due_on: date | None = None
    done: Instant | None = None
    let_go: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One repair. by: who began it. given_back: the loops, oldest first. not_ready_until: asked for time, or None.

    wakes: a practitioner's words to a patient wait overnight; not read before. outside: handed to a third person.
    """

    id: str
    person_id: str
    by: Voice
    said: Instant
    statement: Statement
    state: RepairState = RepairState.SAID
    entry_id: str = ""
    wakes: Instant | None = None
    received: Instant | None = None
    not_ready_until: date | None = None
    given_back: tuple[GivenBack, ...] = ()
    changes: tuple[Change, ...] = ()
    patient_says: Mended | None = None
    practitioner_says: Mended | None = None
    closed: Instant | None = None
    outside: str = ""

    @property
    def other(self) -> Voice:
        """Whom it was said to."""
        return Voice.PRACTITIONER if self.by is Voice.PATIENT else Voice.PATIENT

    @property
    def loops(self) -> int:
        """How often it was given back and not quite understood."""
        return sum(one.understood is False for one in self.given_back)

    def sleeps(self, now: Instant) -> bool:
        """Whether the practitioner's words still wait overnight: until then nobody reads them."""
        return self.wakes is not None and now.utc_us < self.wakes.utc_us

    def wants_a_third(self) -> bool:
        """Whether three tries were not enough: then a talk, or somebody from outside, is offered."""
        return self.loops >= MOST_LOOPS


def check_repair_turn(state: RepairState, to: RepairState) -> None:
    """RuleBroken when that step does not come next."""
    if to not in REPAIR_TURNS[state]:
        raise RuleBroken("state", _("That step does not come next here. Look at where it stands."))
