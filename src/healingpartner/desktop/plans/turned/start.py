"""Which task the turned view begins with, for a plan as it stands."""

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.desk import Desk
from healingpartner.plans.versions.model import WholePlan


def task_for(desk: Desk, found: WholePlan) -> GivingBack | None:  # noqa: ARG001 - nothing is turned yet
    """The task to turn to the patient now, or None where nothing of this plan waits for them."""
    return None
