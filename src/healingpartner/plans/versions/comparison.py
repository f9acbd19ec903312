"""Two states of a plan side by side, word by word; what it is made of is matched by its id."""

from healingpartner.language.comparison import Comparison, Part, part
from healingpartner.plans.versions.model import PlanContents


def compare(former: PlanContents, present: PlanContents, *, numbers: tuple[int, int]) -> Comparison:
    """Compare what a plan said with what it says; `numbers`: of the former and of the present version."""
    parts: list[Part] = [part("", "", former.plan.title, present.plan.title)]
    return Comparison(former=numbers[0], present=numbers[1], parts=tuple(one for one in parts if one.runs))
