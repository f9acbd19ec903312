"""The card of the patient's yes to a treatment or a touch."""

from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.plans.versions.model import WholePlan


class ConsentCard(PlanCard):
    """Nothing stands here yet."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__()
        self._place = place
        self.hide()

    def show_plan(self, found: WholePlan) -> None:
        """Nothing yet."""
