"""All visits of a person: begin one, what is owed and open, and those that were, the newest first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import ElidedLabel, PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.people.side_by_side import SideBySide, clear
from healingpartner.desktop.visits.contacts import ContactsCard
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.owed_card import OwedCard
from healingpartner.desktop.visits.papers import beforehand_order
from healingpartner.desktop.visits.private_card import PrivateCard
from healingpartner.desktop.visits.questions_card import QuestionsCard
from healingpartner.desktop.visits.sharing_card import SharingCard
from healingpartner.desktop.visits.words import line_words
from healingpartner.desktop.visits.writing_card import WritingCard
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.names import short_name
from healingpartner.practice import Changed
from healingpartner.visits import acts
from healingpartner.visits.notes.views import contact_notes
from healingpartner.visits.store import VisitLine
from healingpartner.visits.views import AT_ONCE, PersonVisits, visits_of


class VisitRow(QWidget):
    """One visit of the list; `opened` when it is to be read."""

    opened = Signal()

    def __init__(self, line: VisitLine) -> None:
        """`line`: as it stands."""
        super().__init__()
        when = f"{spoken().date(line.at, 'long')} · {spoken().time(line.at)}"
        self.open = LinkButton(when, icon="caret-right")
        self.open.setAccessibleName(_("Open the visit of {when}").format(when=when))
        self.open.clicked.connect(self.opened)
        brought = " ".join(line.first_words.split())
        told = ElidedLabel(" · ".join(part for part in (line_words(line).rstrip("."), brought) if part), tone="soft")
        below = QHBoxLayout()  # no part of a row wraps: a thousand of them are set at once
        below.addSpacing(scaled(self, 34))
        below.addWidget(told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(below)


class VisitsListPage(QWidget):
    """opened: (visit id). contact: (note id), "" for a new one. moved: what can be printed has changed."""

    opened = Signal(str)
    contact = Signal(str)
    moved = Signal()

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Asks for the list, and again at every change of it."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self._doing, self._limit = Doing(desk, self), AT_ONCE
        self.found: PersonVisits | None = None
        self.rows: dict[str, VisitRow] = {}
        self.page = ScrollPage(_("Visits"), margin=4)
        self._columns = SideBySide()
        self.begin = PrimaryButton(_("Begin a visit"), icon="plus")
        self.arrived = QuietButton(_("Only arrived so far"), icon="clock")
        self._words = PlainLabel(tone="soft")
        self._lines = QVBoxLayout()
        self._list = Card(_("Our visits"))
        self.contacts = ContactsCard()
        self.contacts.opened.connect(self.contact)
        self.private = PrivateCard(desk, self._doing, person_id)
        self.writing = WritingCard(self._doing, person_id)
        self.sharing = SharingCard(self._doing, person_id)
        self.more = LinkButton(_("Show earlier ones"))
        self.owed: OwedCard | None = None
        self.questions: QuestionsCard | None = None
        self.papers = PaperLinks(desk, _("Questions before we meet"), self._order)
        self._lay_out()
        self.begin.clicked.connect(self._begin)
        self.arrived.clicked.connect(self._arrive)
        self.more.clicked.connect(self._show_more)
        desk.runner.changed.connect(self._on_changed)
        self.ask()

    def ask(self) -> None:
        """Ask for the list again."""
        self._doing.ask(visits_of, self._person_id, limit=self._limit, then=self._show)
        self._doing.ask(contact_notes, self._person_id, then=self.contacts.show_notes)

    def flush(self) -> None:
        """Keep what is being typed."""
        self.private.flush()

    def _begin(self) -> None:
        self._doing.do(acts.open_visit, self._person_id, by=Voice.PRACTITIONER, then=self.opened.emit)

    def _order(self) -> PaperOrder:
        patient = "" if self.found is None else self.found.names.patient
        return beforehand_order(self._desk, self._person_id, patient)

    def _arrive(self) -> None:
        self._doing.do(acts.open_visit, self._person_id, only_arrived=True, by=Voice.PRACTITIONER)

    def _lay_out(self) -> None:
        start = Card()
        start.column.addWidget(self._words)
        ways = FlowLayout(gap=10)
        for button in (self.begin, self.arrived):
            ways.addWidget(button)
        start.column.addLayout(ways)
        self._lines.setSpacing(8)
        self._list.column.addLayout(self._lines)
        self._list.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._columns.main.addWidget(start)
        self._columns.main.addWidget(self._list)
        self.page.column.addWidget(self._columns)
        self.page.column.addWidget(self.papers)
        self.page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _show(self, found: PersonVisits) -> None:
        self.found = found
        name, going = short_name(found.names.called), found.going
        self.begin.set_words(_("Begin a visit") if going is None else _("Go on with the visit"))
        if going is not None and going.begun is None:
            self.begin.set_words(_("Begin the visit now"))
        self.arrived.setVisible(going is None)
        self._words.setText(self._state_words(found, name))
        clear(self._lines)
        self.rows.clear()
        for line in found.lines:
            row = self.rows[line.id] = VisitRow(line)
            row.opened.connect(partial(self.opened.emit, line.id))
            self._lines.addWidget(row)
        self._list.setVisible(bool(found.lines))
        self.more.setVisible(found.more)
        self._show_aside(found)

    def _state_words(self, found: PersonVisits, name: str) -> str:
        if found.going is not None:
            if found.going.begun is None:
                return _("{name} has arrived. Begin when you are both ready.").format(name=name)
            return _("A visit goes on since {time}.").format(time=spoken().time(found.going.begun))
        if not found.lines:
            return _("You and {name} have not met here yet. Begin when you sit down together.").format(name=name)
        return _("Begin when you sit down together. Nothing has to be filled in.")

    def _show_aside(self, found: PersonVisits) -> None:
        today = self._desk.clock.now().local().date()
        if self.owed is None or self.questions is None:
            self.owed = OwedCard(self._doing, found.names.called, found.owed, today=today)
            self.questions = QuestionsCard(self._doing, found.names, found.questions)
            for card in (self.owed, self.questions, self.contacts, self.writing, self.sharing, self.private):
                self._columns.aside.addWidget(card)
        else:
            self.owed.show_owed(found.owed, today=today)
            self.questions.show_questions(found.questions)
        self.questions.setVisible(bool(found.questions))
        self.moved.emit()

    def _show_more(self) -> None:
        self._limit += AT_ONCE * 5
        self.ask()

    def _on_changed(self, change: Changed) -> None:
        if "visits" in change.rooms and self._person_id in change.people:
            self.ask()
            self.writing.ask()
