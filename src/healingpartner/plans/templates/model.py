"""What a plan template is: goals, decisions with options, and steps, in plain words, without a person or a day."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.plans.decisions.model import Decision, Option
from healingpartner.plans.goals.model import Goal
from healingpartner.plans.steps.model import Step

TITLE_LIMIT = 300
ABOUT_LIMIT = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTemplate:
    """Ids inside are its own; none of the patient's words, days, feelings or outcomes stand in it."""

    id: str
    title: str
    made: Instant
    about: str = ""
    goals: tuple[Goal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    options: tuple[Option, ...] = ()
    steps: tuple[Step, ...] = ()
    set_aside: Instant | None = None
