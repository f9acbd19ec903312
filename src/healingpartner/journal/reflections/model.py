"""What a reflection is: two sides answered apart, both sealed before either is seen, then opened at once.

Nobody gets a total and nobody is ranked. A gap or a drop leads to one gentle question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.journal.reflections.statements import LEVELS, Domain, Instead

WORDS_LIMIT = 5_000
LOW, GAP, DROP = 1, 2, 2
LEAST_ANSWERED = 6  # of eight, before a mean says anything
ALL_TOP_IN_A_ROW = 3


class ReflectionState(StrEnum):
    """Where a reflection stands."""

    BEGUN = "begun"
    ONE_SEALED = "one_sealed"
    BOTH_SEALED = "both_sealed"
    OPENED = "opened"
    CLOSED = "closed"


REFLECTION_STATE_WORDS: Mapping[ReflectionState, str] = {
    ReflectionState.BEGUN: N_("Begun"),
    ReflectionState.ONE_SEALED: N_("One side is sealed"),
    ReflectionState.BOTH_SEALED: N_("Sealed by both, ready to open together"),
    ReflectionState.OPENED: N_("Opened together"),
    ReflectionState.CLOSED: N_("Closed for good"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side answered. levels: 0–4 by domain; instead: answers in place of a level. A missing one is open.

    valued, next_time: one thing each; feels: how our work together feels. withheld: lines not shown at the opening.
    """

    levels: Mapping[Domain, int] = field(default_factory=dict)
    instead: Mapping[Domain, Instead] = field(default_factory=dict)
    valued: str = ""
    next_time: str = ""
    feels: str = ""
    withheld: tuple[Domain, ...] = ()

    def cleaned(self) -> "Side":
        """As it is kept; RuleBroken beside the statement or the words that do not fit."""
        for domain, level in self.levels.items():
            if level not in LEVELS:
                raise RuleBroken(domain.value, _("This goes from “not yet” to “fully”. Choose one of the five."))
        both = set(self.levels) & set(self.instead)
        if both:
            raise RuleBroken(min(both).value, _("There are two answers here. Keep one of them."))
        if not (self.levels or self.instead or self.valued.strip() or self.next_time.strip() or self.feels.strip()):
            raise RuleBroken("", _("Nothing is answered yet. One line is enough, and “not now” is an answer."))
        return replace(
            self,
            valued=clean_text(self.valued, field="valued", limit=WORDS_LIMIT),
            next_time=clean_text(self.next_time, field="next_time", limit=WORDS_LIMIT),
            feels=clean_text(self.feels, field="feels", limit=WORDS_LIMIT),
        )

    def shown(self) -> "Side":
        """Without the lines that are withheld: what goes into the record."""
        hidden = set(self.withheld)
        return replace(
            self,
            levels={domain: level for domain, level in self.levels.items() if domain not in hidden},
            instead={domain: other for domain, other in self.instead.items() if domain not in hidden},
        )

    def is_all_top(self) -> bool:
        """Whether every statement got the highest level."""
        return len(self.levels) == len(Domain) and all(level == LEVELS[-1] for level in self.levels.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One reflection of two people. sealed_to: the public half of the patient's words, as text, or "" on paper only.

    patient_box: hexadecimal, only the six words open it. practitioner_side_sha256: of the side as it was sealed.
    visit_id: "" for none. opened, closed: when.
    """

    id: str
    person_id: str
    begun: Instant
    sealed_to: str = ""
    visit_id: str = ""
    patient_sealed: Instant | None = None
    practitioner_sealed: Instant | None = None
    practitioner_side_sha256: str = ""
    opened: Instant | None = None
    closed: Instant | None = None

    @property
    def state(self) -> ReflectionState:
        """Where it stands."""
        if self.opened is not None:
            return ReflectionState.OPENED
        if self.closed is not None:
            return ReflectionState.CLOSED
        sealed = sum(at is not None for at in (self.patient_sealed, self.practitioner_sealed))
        return (ReflectionState.BEGUN, ReflectionState.ONE_SEALED, ReflectionState.BOTH_SEALED)[sealed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Both sides as they were shown to each other."""

    id: str
    person_id: str
    reflection_id: str
    opened: Instant
    patient: Side
    practitioner: Side
    visit_id: str = ""

    def side(self, voice: Voice) -> Side:
        """That voice's side."""
        return self.patient if voice is Voice.PATIENT else self.practitioner


def gaps_of(patient: Side, practitioner: Side) -> Mapping[Domain, int]:
    """Patient − practitioner by domain, where both gave a level (partnership science §3.3)."""
    return {
        domain: patient.levels[domain] - practitioner.levels[domain]
        for domain in Domain
        if domain in patient.levels and domain in practitioner.levels
    }


def worth_a_word(patient: Side, practitioner: Side, *, before: Side | None = None) -> tuple[Domain, ...]:
    """Domains to ask about: the patient at 1 or below, two apart or more, or two lower than the time before."""
    gaps = gaps_of(patient, practitioner)
    return tuple(
        domain
        for domain in Domain
        if patient.levels.get(domain, LEVELS[-1]) <= LOW
        or abs(gaps.get(domain, 0)) >= GAP
        or (
            before is not None
            and domain in before.levels
            and domain in patient.levels
            and before.levels[domain] - patient.levels[domain] >= DROP
        )
    )


def mean_of(side: Side) -> Fraction | None:
    """The mean level; None where fewer than six of the eight have one. For a trend of both voices, never a total."""
    if len(side.levels) < LEAST_ANSWERED:
        return None
    return Fraction(sum(side.levels.values()), len(side.levels))


def may_give_less(sides: Sequence[Side]) -> bool:
    """Whether the newest three in a row are all at the top: then it is said that less is welcome, too."""
    return len(sides) >= ALL_TOP_IN_A_ROW and all(one.is_all_top() for one in sides[-ALL_TOP_IN_A_ROW:])
