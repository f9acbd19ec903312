"""What can be asked about plan templates."""

from healingpartner.plans.templates import store
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.vault.reading import Reader


def templates(db: Reader, *, set_aside: bool = False) -> tuple[PlanTemplate, ...]:
    """Those that can be begun from, the oldest first; or those that were set aside."""
    return tuple(one for one in store.every_template(db) if (one.set_aside is not None) is set_aside)


def template_with(db: Reader, template_id: str) -> PlanTemplate:
    """The template of that id; Refused when it is not here."""
    return store.template_with(db, template_id)
