"""What questions about many plans are answered with: a line for a list, and a promise that is due."""

from dataclasses import dataclass
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.plans.model import PlanState


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One plan among others, or a person who has none yet: then `plan_id` is "" and `state` None.

    review_is_due: its day to be looked at again has come, while it is lived.
    """

    person_id: str
    name: str
    folded: str
    plan_id: str = ""
    title: str = ""
    state: PlanState | None = None
    made: Instant | None = None
    review_on: date | None = None
    review_is_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A step that stands and whose day has come, of a plan that is lived. owner: who owes it, or both."""

    person_id: str
    name: str
    plan_id: str
    step_id: str
    owner: Voice
    what: str
    due_on: date
