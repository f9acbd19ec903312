"""The journal's task on the turned view: one page at a time, chosen from a quiet list."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.journal.turned.places import page_at
from healingpartner.foundation.words import _
from healingpartner.journal.views import PersonJournal, journal_of


class JournalTask(GivingBack):
    """`gives_back`: the patient is done. `place`, `subject_id`: where to begin, and with which repair or entry."""

    def __init__(self, desk: Desk, person_id: str, *, place: Place = Place.BEGIN, subject_id: str = "") -> None:
        """Asks for the journal when the view is open."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.place, self._subject_id = place, subject_id
        self.found: PersonJournal | None = None
        self.page: JournalPage | None = None
        self.done: DonePage | None = None
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        """What it is."""
        return _("Our journal")

    def begin(self) -> None:
        """Show the first page."""
        self.go(self.place, self._subject_id)

    def flush(self) -> None:
        """Keep what the page in sight can keep."""
        if self.page is not None:
            self.page.flush()

    def go(self, place: str, subject_id: str = "") -> None:
        """Another page, made anew from the journal as it stands."""
        self.flush()
        self._desk.runner.ask(
            journal_of, self._person_id, owner=self, then=lambda found: self._show(Place(place), subject_id, found)
        )

    def thank(self, title: str, words: str) -> None:
        """Nothing is left to do here."""
        self.done = DonePage(title, words)
        self.done.gives_back.connect(self.gives_back)
        self.page = None
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _show(self, place: Place, subject_id: str, found: PersonJournal) -> None:
        self.found, self.place = found, place
        page = page_at(self._desk, found, place, subject_id)
        page.goes.connect(self.go)
        page.thanked.connect(self.thank)
        page.gives_back.connect(self.gives_back)
        former, self.page = self._stack.currentWidget(), page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()
        page.begin()
