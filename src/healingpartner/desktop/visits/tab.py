"""The tab of a person's visits: the list, or one visit or note in its place, and what is turned and printed here."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.page import Offer, Page
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.desktop.visits.arriving_task import ArrivingTask
from healingpartner.desktop.visits.body_card import BodyTask
from healingpartner.desktop.visits.contacts import ContactPage
from healingpartner.desktop.visits.list_page import VisitsListPage
from healingpartner.desktop.visits.note_task import NoteTask
from healingpartner.desktop.visits.papers import beforehand_order, visit_order
from healingpartner.desktop.visits.visit_page import VisitPage
from healingpartner.desktop.visits.writing_task import WritingTask
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits.model import Moment


class VisitsTab(Page):
    """Shows the list first; `visit` is the page of the one that is open, `view` the turned view while there is one."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """`person_id`: whose visits."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.setAccessibleName(_("Visits"))
        self.list = VisitsListPage(desk, person_id)
        self.visit: VisitPage | None = None
        self.contact: ContactPage | None = None
        self.view: TurnedView | None = None
        self._leaving = Leaving(desk, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opened.connect(self.open_visit)
        self.list.contact.connect(self.open_contact)
        self.list.moved.connect(self.moved)
        self.list.writing.turns.connect(self._turn_writing)

    def open_visit(self, visit_id: str) -> None:
        """Show one visit."""
        self._forget()
        self.visit = VisitPage(self._desk, visit_id)
        self.visit.left.connect(self.show_list)
        self.visit.moved.connect(self.moved)
        self.visit.turns_note.connect(lambda note_id: self.turn_to(NoteTask(self._desk, note_id)))
        self.visit.turns_body.connect(lambda: self.turn_to(BodyTask(self._desk, self._person_id, visit_id)))
        self._put(self.visit)

    def open_contact(self, note_id: str) -> None:
        """Show one note without a visit, or a new one."""
        self._forget()
        self.contact = ContactPage(self._desk, self._person_id, note_id)
        self.contact.left.connect(self.show_list)
        self.contact.note.turns.connect(lambda found: self.turn_to(NoteTask(self._desk, found)))
        self._put(self.contact)

    def show_list(self) -> None:
        """Back to all visits."""
        self._forget()
        self._stack.setCurrentWidget(self.list)
        self.list.ask()
        self.moved.emit()

    def turn_to(self, task: GivingBack) -> None:
        """Turn the screen to the patient with one task."""
        found = self.list.found
        if found is None:
            return
        self.flush()
        self.view = TurnedView(self._desk, task, found.names.called, owner=self)
        task.gives_back.connect(self.view.give_back)
        self.view.came_back.connect(self._come_back)
        self.view.open()

    # -- what the frame asks ------------------------------------------------------------------------

    def turning(self) -> Offer | None:
        """In a visit: what the patient brings and how they are, in their own hand."""
        if self.visit is None or self.visit.found is None:
            return None
        visit, name = self.visit.found.visit, self.visit.found.names.called
        told = visit.check_in(Voice.PATIENT, Moment.ARRIVING) is not None
        moment = Moment.LEAVING if told or visit.ended is not None else Moment.ARRIVING
        return Offer(run=lambda: self.turn_to(ArrivingTask(self._desk, visit.id, moment)), name=name)

    def printing(self) -> Offer | None:
        """The visit in sight, or the questions of a first talk."""
        found = self.list.found
        if found is None:
            return None
        names = found.names
        if self.visit is not None:
            order = visit_order(self._desk, self._person_id, self.visit.visit_id, names.patient)
        else:
            order = beforehand_order(self._desk, self._person_id, names.patient)
        return Offer(run=lambda: self._leaving.print_out(order.make, order.purpose, _nothing), name=names.called)

    def go_back(self) -> bool:
        """From a visit to the list; what is typed stays as a draft."""
        if self.visit is None and self.contact is None:
            return False
        self.flush()
        self.show_list()
        return True

    def flush(self) -> None:
        """Keep what is being typed, here and on the turned view."""
        for page in (self.list, self.visit, self.contact, self.view):
            if page is not None:
                page.flush()

    # -- inside -------------------------------------------------------------------------------------

    def _turn_writing(self) -> None:
        if self.list.found is not None:
            self.turn_to(WritingTask(self._desk, self._person_id))

    def _come_back(self) -> None:
        self.view = None
        self.moved.emit()

    def _put(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.moved.emit()

    def _forget(self) -> None:
        for page in (self.visit, self.contact):
            if page is not None:
                page.flush()
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self.visit = self.contact = None


def _nothing() -> None:
    """Nothing on this page changes when a paper has left."""
