"""What both agree to: everything a plan says at one moment, with its hash, and how each side acknowledged it.

An acknowledgement belongs to exact contents: where they change after one side has given theirs, it stays behind,
visibly. A version is written once both have said yes to the same contents, and never changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.plans.consents.model import TreatmentConsent
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.differing.model import Alternative, Dissent
from healingpartner.plans.follow_through.model import CheckIn
from healingpartner.plans.goals.model import Goal, Rating
from healingpartner.plans.model import SIDES, Plan
from healingpartner.plans.parts.model import GoingOn, PartVoice
from healingpartner.plans.steps.model import Step


class AckWay(StrEnum):
    """How one side said yes, or that it is not time yet."""

    SIGNED = "signed"
    SPOKEN = "spoken"
    NOT_NOW = "not_now"


ACK_WORDS: Mapping[AckWay, str] = {
    AckWay.SIGNED: N_("Signed by hand"),
    AckWay.SPOKEN: N_("Said yes aloud"),
    AckWay.NOT_NOW: N_("Not now"),
}
YES = frozenset({AckWay.SIGNED, AckWay.SPOKEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """One side's answer to exact contents. strokes: the drawn signature, as the signature pad gives it, or ""."""

    id: str
    plan_id: str
    voice: Voice
    way: AckWay
    contents_sha256: str
    at: Instant
    strokes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContents:
    """Everything a plan says, in its order: what is agreed to, frozen, compared and printed."""

    plan: Plan
    goals: tuple[Goal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    options: tuple[Option, ...] = ()
    parts: tuple[PartVoice, ...] = ()
    going_on: tuple[GoingOn, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    steps: tuple[Step, ...] = ()
    consents: tuple[TreatmentConsent, ...] = ()

    def options_of(self, decision_id: str) -> tuple[Option, ...]:
        """The options of a decision, in their order."""
        return tuple(one for one in self.options if one.decision_id == decision_id)

    def steps_of(self, owner: Voice) -> tuple[Step, ...]:
        """The steps that this side owes; those of both under Voice.BOTH."""
        return tuple(one for one in self.steps if one.owner is owner)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One agreed version without its contents. attachment_id: of its printed copy, or ""."""

    id: str
    plan_id: str
    number: int
    contents_sha256: str
    agreed: Instant
    acknowledgements: tuple[Acknowledgement, ...] = ()
    attachment_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One agreed version, whole."""

    line: VersionLine
    person_id: str
    contents: PlanContents


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the two are written: as printed, and `called` as the patient asked to be called."""

    patient: str
    called: str
    practitioner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePlan:
    """A plan as it stands now, with what was said of it since. versions: those agreed, the oldest first.

    contents_sha256: of what it says now; acknowledgements: the newest of each side for exactly these contents, and
    where nothing is being reworked both under the version that stands; left_behind: newest of a side where it was
    given for other contents.
    """

    person_id: str
    names: Names
    contents: PlanContents
    contents_sha256: str
    ratings: tuple[Rating, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    left_behind: tuple[Acknowledgement, ...] = ()
    versions: tuple[VersionLine, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.contents.plan


def fresh(acknowledgements: Iterable[Acknowledgement], lines: Iterable[VersionLine]) -> tuple[Acknowledgement, ...]:
    """The newest answer of each side that no version has used up yet."""
    used = {one.id for line in lines for one in line.acknowledgements}
    newest = {one.voice: one for one in acknowledgements if one.id not in used}
    return tuple(newest[voice] for voice in SIDES if voice in newest)
