"""What holds for a plan as a whole when one of its parts is written."""

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.money import Cost
from healingpartner.plans.ties import store
from healingpartner.vault.reading import Reader


def check_one_currency(db: Reader, plan_id: str, cost: Cost | None, *, but: str) -> None:
    """RuleBroken beside "cost" when the plan, its ceiling included, counts in another currency. but: the part's id."""
    amount = None if cost is None else cost.low
    if amount is not None and store.currencies_of(db, plan_id, but=but) - {amount.currency}:
        raise RuleBroken("cost", _("These are two currencies. Use one for this plan."))
