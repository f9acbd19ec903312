"""The plan to read, whole and in peace, in whatever state it is."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.desktop.plans.turned.reading import cards_of
from healingpartner.foundation.words import _
from healingpartner.plans.versions.model import WholePlan


class ReadPage(PlanPage):
    """Nothing is asked here."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Everything the plan says."""
        super().__init__(desk, found, found.plan.title, lead=_("What our plan says today."))
        for card in cards_of(found):
            self.add(card)
        self.end()
