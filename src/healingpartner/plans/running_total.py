"""What the plan comes to as it stands: ways that were chosen, and steps that cost something and are not over."""

from collections.abc import Iterable

from healingpartner.plans.decisions.model import Option, OptionKind, OptionStanding
from healingpartner.plans.model import Plan
from healingpartner.plans.money import Cost, Total, total_of
from healingpartner.plans.steps.model import Step, StepState

NOT_PAID = frozenset({StepState.SET_DOWN, StepState.ADAPTED, StepState.DONE})


def costs_of(options: Iterable[Option], steps: Iterable[Step]) -> tuple[Cost | None, ...]:
    """Each cost that counts. A chosen way without one is not known, unless it is to do nothing; a step is free."""
    ways = [one.cost for one in options if one.standing is OptionStanding.CHOSEN
            and (one.cost is not None or one.kind is not OptionKind.NOTHING)]  # fmt: skip
    done = [one.cost for one in steps if one.cost is not None and one.state not in NOT_PAID]
    return (*ways, *done)


def running_total(plan: Plan, options: Iterable[Option], steps: Iterable[Step]) -> Total:
    """All of it, beside the plan's ceiling. RuleBroken beside "cost" when two currencies meet."""
    return total_of(costs_of(options, steps), ceiling=plan.ceiling)
