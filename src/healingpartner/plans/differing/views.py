"""What can be asked where the two see something differently."""

from healingpartner.plans.decisions.store import OPTION, options_of_plan
from healingpartner.plans.differing.store import alternatives_of, dissents_of
from healingpartner.plans.differing.thread import Thread, thread_through
from healingpartner.plans.store import part_with
from healingpartner.vault.reading import Reader


def thread_of(db: Reader, option_id: str) -> Thread:
    """From the first way to the one agreed, with what was said of each; Refused when the way is not here."""
    option = part_with(db, OPTION, option_id)
    plan_id = option.plan_id
    return thread_through(option, options_of_plan(db, plan_id), alternatives_of(db, plan_id), dissents_of(db, plan_id))
