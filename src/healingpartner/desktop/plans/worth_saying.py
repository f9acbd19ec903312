"""What is worth saying before a plan is printed or agreed to: that the practitioner owes nothing in it, say."""

from healingpartner.foundation.words import spoken
from healingpartner.plans.versions.model import WholePlan


def worth_saying_now(found: WholePlan) -> tuple[str, ...]:
    """Plain sentences, the weightiest first; none of them keeps anybody from anything."""
    from healingpartner.paper.plan.before import worth_saying

    return worth_saying(found.contents, spoken())
