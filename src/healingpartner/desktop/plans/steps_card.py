"""The card of steps: what each of the two will do, with whoever owes it taking it on."""

from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.plans.versions.model import WholePlan


class StepsCard(PlanCard):
    """Nothing stands here yet."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__()
        self._place = place
        self.hide()

    def show_plan(self, found: WholePlan) -> None:
        """Nothing yet."""
