"""What a decision is: its question, who decides how, the options with both voices, and what was chosen.

Waiting and doing nothing are options like any other. A leaning without its reason cannot be offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_
from healingpartner.plans.money import Cost
from healingpartner.plans.numbers.estimate import OutcomeEstimate
from healingpartner.plans.ruling import Rule

LABEL_LIMIT = 300
WORDS_LIMIT = 10_000
OPTIONS_LIMIT = 40


class PreferredRole(StrEnum):
    """How much the person wants to decide, this time."""

    ME = "me"
    ME_AFTER_YOU = "me_after_you"
    TOGETHER = "together"
    YOU_AFTER_ME = "you_after_me"
    YOU = "you"


ROLE_WORDS: Mapping[PreferredRole, str] = {
    PreferredRole.ME: N_("I decide"),
    PreferredRole.ME_AFTER_YOU: N_("I decide, after I have heard you"),
    PreferredRole.TOGETHER: N_("We decide together"),
    PreferredRole.YOU_AFTER_ME: N_("You decide, after you have heard me"),
    PreferredRole.YOU: N_("You decide"),
}


class DecisionState(StrEnum):
    """Where a decision stands."""

    NOTICING = "noticing"
    EXPLORING = "exploring"
    WEIGHING = "weighing"
    LEANING = "leaning"
    DECIDED = "decided"
    REVISITING = "revisiting"
    PARKED = "parked"
    HANDED_OVER = "handed_over"


DECISION_STATE_WORDS: Mapping[DecisionState, str] = {
    DecisionState.NOTICING: N_("Just noticed"),
    DecisionState.EXPLORING: N_("Looking at what there is"),
    DecisionState.WEIGHING: N_("Weighing it"),
    DecisionState.LEANING: N_("Close to choosing"),
    DecisionState.DECIDED: N_("Decided"),
    DecisionState.REVISITING: N_("Being looked at again"),
    DecisionState.PARKED: N_("Put aside for now"),
    DecisionState.HANDED_OVER: N_("Given to the practitioner to decide"),
}
DECISION_TURNS: Mapping[DecisionState, frozenset[DecisionState]] = {
    DecisionState.NOTICING: frozenset(DecisionState) - {DecisionState.NOTICING, DecisionState.REVISITING},
    DecisionState.EXPLORING: frozenset(DecisionState) - {DecisionState.EXPLORING, DecisionState.REVISITING},
    DecisionState.WEIGHING: frozenset(DecisionState) - {DecisionState.WEIGHING, DecisionState.REVISITING},
    DecisionState.LEANING: frozenset(DecisionState) - {DecisionState.LEANING, DecisionState.REVISITING},
    DecisionState.DECIDED: frozenset({DecisionState.REVISITING, DecisionState.PARKED}),
    DecisionState.REVISITING: frozenset(
        {DecisionState.WEIGHING, DecisionState.LEANING, DecisionState.DECIDED, DecisionState.PARKED,
         DecisionState.HANDED_OVER}
    ),
    DecisionState.PARKED: frozenset({DecisionState.EXPLORING, DecisionState.WEIGHING, DecisionState.LEANING}),
    DecisionState.HANDED_OVER: frozenset({DecisionState.WEIGHING, DecisionState.DECIDED, DecisionState.PARKED}),
}  # fmt: skip


class OptionKind(StrEnum):
    """What sort of way it is."""

    TREATMENT = "treatment"
    INTEGRATIVE = "integrative"
    DAILY_LIFE = "daily_life"
    WAIT = "wait"
    NOTHING = "nothing"
    COMBINED = "combined"
    PROPOSED = "proposed"


OPTION_KIND_WORDS: Mapping[OptionKind, str] = {
    OptionKind.TREATMENT: N_("A treatment"),
    OptionKind.INTEGRATIVE: N_("An integrative treatment"),
    OptionKind.DAILY_LIFE: N_("Something in daily life"),
    OptionKind.WAIT: N_("Wait and watch"),
    OptionKind.NOTHING: N_("Do nothing"),
    OptionKind.COMBINED: N_("Several together"),
    OptionKind.PROPOSED: N_("The patient's own idea"),
}


class Reversible(StrEnum):
    """Whether one can go back."""

    EASILY = "easily"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


REVERSIBLE_WORDS: Mapping[Reversible, str] = {
    Reversible.EASILY: N_("You can stop at any time"),
    Reversible.PARTLY: N_("It can be undone in part"),
    Reversible.NO: N_("It cannot be undone"),
    Reversible.UNKNOWN: N_("We do not know if it can be undone"),
}


class Stance(StrEnum):
    """Which way the practitioner leans."""

    TOWARD = "toward"
    EITHER = "either"
    AWAY = "away"


STANCE_WORDS: Mapping[Stance, str] = {
    Stance.TOWARD: N_("I lean toward it"),
    Stance.EITHER: N_("I could go either way"),
    Stance.AWAY: N_("I lean away from it"),
}


class EvidenceKind(StrEnum):
    """Where a piece of knowledge comes from."""

    STUDY = "study"
    EXPERIENCE = "experience"
    TRADITION = "tradition"
    OWN = "own"


EVIDENCE_WORDS: Mapping[EvidenceKind, str] = {
    EvidenceKind.STUDY: N_("A study"),
    EvidenceKind.EXPERIENCE: N_("The practitioner's experience"),
    EvidenceKind.TRADITION: N_("A tradition"),
    EvidenceKind.OWN: N_("The patient's own experience"),
}


class Asks(StrEnum):
    """How much a way asks of the patient."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


ASKS_WORDS: Mapping[Asks, str] = {
    Asks.LITTLE: N_("It asks little"),
    Asks.SOME: N_("It asks something"),
    Asks.MUCH: N_("It asks a lot"),
}


class Direction(StrEnum):
    """What the body or inner wisdom says."""

    TOWARD = "toward"
    AWAY = "away"
    MIXED = "mixed"
    QUIET = "quiet"
    NOT_NOW = "not_now"


DIRECTION_WORDS: Mapping[Direction, str] = {
    Direction.TOWARD: N_("It draws me there"),
    Direction.AWAY: N_("It draws me away"),
    Direction.MIXED: N_("Both at once"),
    Direction.QUIET: N_("It is quiet"),
    Direction.NOT_NOW: N_("Not now"),
}


class OptionStanding(StrEnum):
    """What became of an option. No hard feelings about any of it."""

    OPEN = "open"
    CHOSEN = "chosen"
    DECLINED = "declined"
    FALLBACK = "fallback"


OPTION_STANDING_WORDS: Mapping[OptionStanding, str] = {
    OptionStanding.OPEN: N_("Open"),
    OptionStanding.CHOSEN: N_("Chosen"),
    OptionStanding.DECLINED: N_("Set aside, no hard feelings"),
    OptionStanding.FALLBACK: N_("Kept as a fallback"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Where the practitioner leans, and why: never one without the other."""

    stance: Stance
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of knowledge. `dated`: of the source, or when it was looked up."""

    kind: EvidenceKind
    words: str
    source: str = ""
    dated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Courses:
    """How it may go, in words: best, most likely, hard."""

    best: str = ""
    likely: str = ""
    hard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """What the patient says of an option. Rulers 0–10, None for not now; `why_not_lower` beside each."""

    inner_words: str = ""
    direction: Direction | None = None
    preference: int | None = None
    ready: int | None = None
    ready_why: str = ""
    sure: int | None = None
    sure_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of the comparison that somebody added: a question of their own."""

    id: str
    words: str
    by: Voice = Voice.PATIENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way. cells: by id of an added row, what this option says to it. cost: None where nobody has asked yet.

    instead_of: the option it was negotiated in place of, or "". place: its order beside the others. asks: how much it
    asks of the patient, None for not said. if_i_wait: what waiting with this one means.
    """

    id: str
    plan_id: str
    decision_id: str
    label: str
    place: int = 0
    kind: OptionKind = OptionKind.TREATMENT
    proposed_by: Voice = Voice.PRACTITIONER
    involves: str = ""
    helps: str = ""
    harms: str = ""
    effort: str = ""
    cautions: str = ""
    reversible: Reversible = Reversible.UNKNOWN
    cost: Cost | None = None
    leaning: Leaning | None = None
    rule: Rule | None = None
    evidence: tuple[Evidence, ...] = ()
    estimates: tuple[OutcomeEstimate, ...] = ()
    courses: Courses = Courses()
    felt: Felt = Felt()
    cells: Mapping[str, str] = field(default_factory=dict)
    instead_of: str = ""
    standing: OptionStanding = OptionStanding.OPEN
    asks: Asks | None = None
    if_i_wait: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """Four plain questions before deciding; None where one was not answered. None of them is a condition."""

    sure: bool | None = None
    knows: bool | None = None
    weighed: bool | None = None
    supported: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was decided. chosen: ids of options; empty with chose_not_to. by: whose tap it was, the patient's or, where
    it was handed over, the practitioner's.
    """

    by: Voice
    decided: Instant
    chosen: tuple[str, ...] = ()
    chose_not_to: bool = False
    words: str = ""
    tradeoffs: str = ""
    certainty: Certainty = Certainty()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One question of a plan. others: who else is part of it. why_few: why there are not two options to weigh.

    revisit_if: what would change our minds. step_id: the step that the question came out of, or "".
    """

    id: str
    plan_id: str
    question: str
    place: int = 0
    why_now: str = ""
    decide_by: PartialDate | None = None
    role: PreferredRole | None = None
    others: str = ""
    rows: tuple[GridRow, ...] = ()
    why_few: str = ""
    revisit_if: str = ""
    revisit_on: date | None = None
    state: DecisionState = DecisionState.EXPLORING
    outcome: Outcome | None = None
    step_id: str = ""
