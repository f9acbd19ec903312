"""Everything a plan says now, read from the rows of all its parts."""

from healingpartner.plans.consents.store import consents_of
from healingpartner.plans.decisions.store import decisions_of, options_of_plan
from healingpartner.plans.differing.store import ALTERNATIVE, DISSENT
from healingpartner.plans.goals.store import goals_of
from healingpartner.plans.model import Plan
from healingpartner.plans.parts.store import taps_of, voices_of
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import parts_of
from healingpartner.plans.versions.model import PlanContents
from healingpartner.vault.reading import Reader


def contents_of(db: Reader, plan: Plan) -> PlanContents:
    """What the plan says now."""
    return PlanContents(
        plan=plan,
        goals=goals_of(db, plan.id),
        decisions=decisions_of(db, plan.id),
        options=options_of_plan(db, plan.id),
        parts=voices_of(db, plan.id),
        going_on=taps_of(db, plan.id),
        dissents=parts_of(db, DISSENT, plan.id),
        alternatives=parts_of(db, ALTERNATIVE, plan.id),
        steps=steps_of(db, plan.id),
        consents=consents_of(db, plan.id),
    )
