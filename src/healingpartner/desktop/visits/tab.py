"""The tab of a person's visits: the list, or one visit in its place."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.page import Page
from healingpartner.desktop.visits.list_page import VisitsListPage
from healingpartner.desktop.visits.visit_page import VisitPage
from healingpartner.foundation.words import _


class VisitsTab(Page):
    """Shows the list first; `visit` is the page of the one that is open."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: whose visits."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.setAccessibleName(_("Visits"))
        self.list = VisitsListPage(desk, person_id)
        self.visit: VisitPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opened.connect(self.open_visit)

    def open_visit(self, visit_id: str) -> None:
        """Show one visit."""
        self._forget_visit()
        self.visit = VisitPage(self._desk, visit_id)
        self.visit.left.connect(self.show_list)
        self.visit.moved.connect(self.moved)
        self._stack.addWidget(self.visit)
        self._stack.setCurrentWidget(self.visit)
        self.moved.emit()

    def show_list(self) -> None:
        """Back to all visits."""
        self._forget_visit()
        self._stack.setCurrentWidget(self.list)
        self.list.ask()
        self.moved.emit()

    def go_back(self) -> bool:
        """From a visit to the list; what is typed stays as a draft."""
        if self.visit is None:
            return False
        self.visit.flush()
        self.show_list()
        return True

    def flush(self) -> None:
        """Keep what is being typed."""
        if self.visit is not None:
            self.visit.flush()

    def _forget_visit(self) -> None:
        if self.visit is not None:
            self._stack.removeWidget(self.visit)
            self.visit.hide()
            self.visit.deleteLater()
            self.visit = None
