"""Which task the turned view begins with, for a plan as it stands."""

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.plans.turned.task import PlanTask
from healingpartner.plans.versions.model import WholePlan


def task_for(desk: Desk, found: WholePlan) -> GivingBack | None:
    """The quiet list of this plan: it says what waits, and everything else can be looked at from there."""
    return PlanTask(desk, found.person_id, found.plan.id)
