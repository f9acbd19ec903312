"""The plan's task on the turned view: it asks for the plan, and shows one page of it at a time."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.desktop.plans.turned.places import page_at
from healingpartner.foundation.words import _
from healingpartner.plans.consents.model import TreatmentConsent
from healingpartner.plans.versions.model import WholePlan
from healingpartner.plans.views import plan_of


class PlanTask(GivingBack):
    """`gives_back`: the patient is done. `first`: the place to begin at; see `places.py`."""

    def __init__(
        self, desk: Desk, person_id: str, plan_id: str, *, first: str = LIST, asked: TreatmentConsent | None = None
    ) -> None:
        """`asked`: a yes that the practitioner wrote down to be asked for, shown at the place "consent/asked"."""
        super().__init__()
        self._desk, self._person_id, self._plan_id, self._first, self._asked = desk, person_id, plan_id, first, asked
        self.found: WholePlan | None = None
        self.page: PlanPage | None = None
        self.done: DonePage | None = None
        self.place = first
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        """The plan's own name."""
        return _("Our plan") if self.found is None else self.found.plan.title

    def begin(self) -> None:
        """Ask for the plan; the first page comes with it."""
        self.go(self._first)

    def flush(self) -> None:
        """Keep what is typed on the page in sight."""
        if self.page is not None:
            self.page.flush()

    def go(self, place: str, told: str = "") -> None:
        """Show another place, made anew from the plan as it now stands."""
        self.flush()
        self._desk.runner.ask(
            plan_of, self._person_id, plan_id=self._plan_id, owner=self,
            then=lambda found: self._show(place, told, found),
        )  # fmt: skip

    def thank(self, title: str, words: str) -> None:
        """Nothing is left to do here: thank, and let the screen go back."""
        self.done = DonePage(title, words)
        self.done.gives_back.connect(self.gives_back)
        self._put(self.done)
        self.page = None
        self.done.begin()
        self.finished.emit()

    def _show(self, place: str, told: str, found: WholePlan | None) -> None:
        if found is None:
            self.thank(_("There is no plan here yet"), _("Begin one together at the desk."))
            return
        self.found, self.place = found, place
        page = page_at(self._desk, found, place, asked=self._asked)
        page.goes.connect(self.go)
        page.kept.connect(self.go)
        page.thanked.connect(self.thank)
        page.gives_back.connect(self.gives_back)
        self._put(page)
        self.page = page
        page.begin(told)

    def _put(self, widget: QWidget) -> None:
        former = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()
