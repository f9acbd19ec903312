"""What a shared plan is and the states it can be in.

The plan's parts are worked on while it is talked about; what both agree to is frozen as a version beside them. Either
may pause or let go at any time, and no reason is asked. No state blames anyone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.plans.money import Ceiling

TITLE_LIMIT = 300
LINE_LIMIT = 500
WORDS_LIMIT = 10_000
DRAWING_LIMIT = 200_000
LIMITS_LIMIT = 40
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)


class PlanState(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"
    OFFERED = "offered"
    TALKED_OVER = "talked_over"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    REVIEWING = "reviewing"
    PAUSED = "paused"
    RELEASED = "released"


PLAN_STATE_WORDS: Mapping[PlanState, str] = {
    PlanState.DRAFT: N_("Being written"),
    PlanState.OFFERED: N_("Offered"),
    PlanState.TALKED_OVER: N_("Being talked over"),
    PlanState.AGREED: N_("Agreed by both"),
    PlanState.UNDER_WAY: N_("Under way"),
    PlanState.REVIEWING: N_("Being reworked together"),
    PlanState.PAUSED: N_("Paused"),
    PlanState.RELEASED: N_("Let go"),
}

TURNS: Mapping[PlanState, frozenset[PlanState]] = {
    PlanState.DRAFT: frozenset({PlanState.OFFERED, PlanState.PAUSED, PlanState.RELEASED}),
    PlanState.OFFERED: frozenset({PlanState.TALKED_OVER, PlanState.AGREED, PlanState.PAUSED, PlanState.RELEASED}),
    PlanState.TALKED_OVER: frozenset({PlanState.AGREED, PlanState.PAUSED, PlanState.RELEASED}),
    PlanState.AGREED: frozenset({PlanState.UNDER_WAY, PlanState.REVIEWING, PlanState.PAUSED, PlanState.RELEASED}),
    PlanState.UNDER_WAY: frozenset({PlanState.REVIEWING, PlanState.PAUSED, PlanState.RELEASED}),
    PlanState.REVIEWING: frozenset(
        {PlanState.AGREED, PlanState.UNDER_WAY, PlanState.PAUSED, PlanState.RELEASED}  # under way: left as it was
    ),
    PlanState.PAUSED: frozenset(
        {
            PlanState.DRAFT, PlanState.OFFERED, PlanState.TALKED_OVER, PlanState.AGREED, PlanState.UNDER_WAY,
            PlanState.REVIEWING, PlanState.RELEASED,
        }
    ),
    PlanState.RELEASED: frozenset({PlanState.REVIEWING, PlanState.DRAFT}),  # taken up again; the door stays open
}  # fmt: skip
WRITABLE = frozenset({PlanState.DRAFT, PlanState.OFFERED, PlanState.TALKED_OVER, PlanState.REVIEWING})
LIVED = frozenset({PlanState.AGREED, PlanState.UNDER_WAY, PlanState.REVIEWING})


class LimitKind(StrEnum):
    """What a plan has to fit into, besides money."""

    TIME = "time"
    ENERGY = "energy"
    TRAVEL = "travel"
    BELIEF = "belief"
    FAMILY = "family"
    OTHER = "other"


LIMIT_WORDS: Mapping[LimitKind, str] = {
    LimitKind.TIME: N_("Time"),
    LimitKind.ENERGY: N_("Energy"),
    LimitKind.TRAVEL: N_("Travel"),
    LimitKind.BELIEF: N_("What I believe"),
    LimitKind.FAMILY: N_("Family"),
    LimitKind.OTHER: N_("Something else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something the plan has to fit into, in the patient's words."""

    kind: LimitKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan of one person, as it is being worked on.

    matters, hopes, fears, limits, ceiling: the patient's. reach: when and how to call, printed on every copy.
    drawing: what the two drew on the shared pad, as strokes in canonical JSON, or "".
    paused_from: where to go on from. version_id: of the newest version that both agreed to, or "".
    """

    id: str
    person_id: str
    title: str
    made: Instant
    state: PlanState = PlanState.DRAFT
    matters: str = ""
    hopes: str = ""
    fears: str = ""
    limits: tuple[Limit, ...] = ()
    ceiling: Ceiling | None = None
    begins_on: date | None = None
    review_on: date | None = None
    reach: str = ""
    drawing: str = ""
    paused_from: PlanState | None = None
    version_id: str = ""
    template_id: str = ""

    @property
    def began(self) -> date:
        """The day it begins on or, while that is open, the day it was first written."""
        return self.begins_on or self.made.local().date()

    def cleaned(self) -> "Plan":
        """As it is kept; RuleBroken beside the first field that does not fit."""
        title = clean_line(self.title, field="title", limit=TITLE_LIMIT)
        if not fold(title):
            raise RuleBroken("title", _("The plan has no name yet. A few words are enough."))
        if self.review_on is not None and self.review_on < self.began:
            raise RuleBroken("review_on", _("This day is before the plan begins. Choose a later one."))
        if len(self.limits) > LIMITS_LIMIT:
            raise RuleBroken("limits", _("These are more than fit here. Put two of them into one."))
        if len(self.drawing) > DRAWING_LIMIT:
            raise RuleBroken("drawing", _("This drawing is larger than fits. Clear a part of it and keep it again."))
        return replace(
            self,
            title=title,
            matters=clean_text(self.matters, field="matters", limit=WORDS_LIMIT),
            hopes=clean_text(self.hopes, field="hopes", limit=WORDS_LIMIT),
            fears=clean_text(self.fears, field="fears", limit=WORDS_LIMIT),
            reach=clean_text(self.reach, field="reach", limit=WORDS_LIMIT),
            limits=tuple(
                replace(one, words=clean_text(one.words, field="limits", limit=WORDS_LIMIT)) for one in self.limits
            ),
        )


def check_turn(state: PlanState, to: PlanState) -> None:
    """RuleBroken when a plan in `state` cannot come to stand at `to`."""
    if to in TURNS[state]:
        return
    if state is PlanState.RELEASED:
        raise RuleBroken("state", _("This plan was let go. You can take it up again, or begin a new one."))
    if state is PlanState.PAUSED:
        raise RuleBroken("state", _("This plan is paused. Go on with it first."))
    raise RuleBroken("state", _("That step does not come next for this plan."))


def check_writable(state: PlanState) -> None:
    """RuleBroken when what the plan says cannot be changed now: it is agreed, paused or let go."""
    if state in WRITABLE:
        return
    if state in LIVED:
        raise RuleBroken("state", _("You both agreed to this. Rework it together to change what it says."))
    check_turn(state, PlanState.OFFERED)
    raise RuleBroken("state", _("This plan is paused. Go on with it first."))


def checked_day(given: PartialDate | date | None, *, field: str, not_before: date) -> None:
    """RuleBroken beside `field` when a whole day lies before `not_before`."""
    day = given.latest() if isinstance(given, PartialDate) else given
    if day is not None and day < not_before:
        raise RuleBroken(field, _("This day is before the plan began. Choose a later one."))


def checked_ruler(given: int | None, *, field: str) -> int | None:
    """A whole number from 0 to 10, or None for not now; RuleBroken beside `field`."""
    if given is not None and not 0 <= given <= 10:
        raise RuleBroken(field, _("This goes from 0 to 10. Choose a number in between, or leave it open."))
    return given
