"""What can be asked about decisions."""

from healingpartner.plans.decisions.grid import Grid, grid_of
from healingpartner.plans.decisions.model import Option
from healingpartner.plans.decisions.store import DECISION, OPTION, options_of, options_of_plan
from healingpartner.plans.decisions.ways import LighterWays, lighter_than, without_a_price
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import part_with, plan_with
from healingpartner.vault.reading import Reader


def lighter_ways(db: Reader, option_id: str) -> LighterWays:
    """When this way is too much: the others of its decision that are cheaper, lighter, or can come later."""
    option = part_with(db, OPTION, option_id)
    return lighter_than(option, options_of(db, part_with(db, DECISION, option.decision_id)))


def side_by_side(db: Reader, decision_id: str) -> Grid:
    """The ways of one decision side by side, in the language of the screen."""
    decision = part_with(db, DECISION, decision_id)
    return grid_of(decision, options_of(db, decision), steps=steps_of(db, decision.plan_id))


def prices_missing(db: Reader, plan_id: str) -> tuple[Option, ...]:
    """Where the patient has said what the plan may cost: every way without a price that nobody is finding out."""
    if plan_with(db, plan_id).ceiling is None:
        return ()
    return without_a_price(options_of_plan(db, plan_id), steps_of(db, plan_id))
