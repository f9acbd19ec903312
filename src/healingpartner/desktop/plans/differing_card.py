"""The card of what the two see differently, and the other ways they found."""

from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.plans.versions.model import WholePlan


class DifferingCard(PlanCard):
    """Nothing stands here yet."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__()
        self._place = place
        self.hide()

    def show_plan(self, found: WholePlan) -> None:
        """Nothing yet."""
