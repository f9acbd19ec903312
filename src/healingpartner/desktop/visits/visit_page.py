"""One visit, from arriving to leaving: what the patient brings first, the note at hand, and nothing to be filled in.

What is typed and not kept yet is a draft of this visit, back after a power cut.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.side_by_side import SideBySide
from healingpartner.desktop.visits.agenda_card import AgendaCard
from healingpartner.desktop.visits.body_card import BodyCard
from healingpartner.desktop.visits.check_in_card import CheckInCard
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.exact_words_card import ExactWordsCard
from healingpartner.desktop.visits.examination_card import ExaminationCard
from healingpartner.desktop.visits.heard_card import HeardCard
from healingpartner.desktop.visits.leaving_card import LeavingCard
from healingpartner.desktop.visits.measured_card import MeasuredCard
from healingpartner.desktop.visits.note_card import NoteCard
from healingpartner.desktop.visits.papers import visit_order
from healingpartner.desktop.visits.parts_row import PartsRow
from healingpartner.desktop.visits.questions_card import QuestionsCard
from healingpartner.desktop.visits.quiet_screen import QuietScreen
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.desktop.visits.times_card import TimesCard, times_line
from healingpartner.desktop.visits.words import button_name, shown_names
from healingpartner.foundation.words import _
from healingpartner.practice import Changed
from healingpartner.visits.model import Moment
from healingpartner.visits.views import VisitInFull, visit_in_full

FORM = "visit"


class VisitPage(QWidget):
    """left: back to the list. turns_note: (note id) to be read together. turns_body: the patient draws.

    moved: what can be turned has changed.
    """

    left = Signal()
    moved = Signal()
    turns_note = Signal(str)
    turns_body = Signal()

    def __init__(self, desk: Desk, visit_id: str) -> None:
        """Asks for the visit, and again at every change of it."""
        super().__init__()
        self._desk, self.visit_id = desk, visit_id
        self._doing = Doing(desk, self)
        self.found: VisitInFull | None = None
        self.quiet: QuietScreen | None = None
        self.draft = DraftKeeper(desk, FORM, visit_id, self._typed, owner=self)
        self.page = ScrollPage(_("Visit"), margin=4)
        self._title = TitleLabel(level=2)
        self._beside = PlainLabel(tone="small")
        self._columns = SideBySide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.page)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    def show_presence(self) -> None:
        """The quiet screen: a clock, a line to jot on, and nothing of the record."""
        self._open_quiet()
        if self.quiet is not None:
            self.quiet.show_presence()

    def show_pause(self) -> None:
        """A neutral page at once; what is typed is kept, and nobody is asked why."""
        self.flush()
        self._open_quiet()
        if self.quiet is not None:
            self.quiet.show_pause()

    def _open_quiet(self) -> None:
        if self.found is None or self.quiet is not None:
            return
        self.quiet = QuietScreen(self._desk, self.found.visit, owner=self)
        self.quiet.left.connect(self._quiet_left)
        self.quiet.stops.connect(lambda: self.page.ensureWidgetVisible(self.leaving))

    def _quiet_left(self) -> None:
        self.quiet = None
        self._ask()

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self.draft.flush()
        if self.quiet is not None:
            self.quiet.flush()
        if self.found is not None:
            self.note.flush()

    def _ask(self) -> None:
        self._doing.ask(visit_in_full, self.visit_id, then=self._show)

    def _on_changed(self, change: Changed) -> None:
        if self.found is not None and "visits" in change.rooms and self.found.visit.person_id in change.people:
            self._ask()
            for card in (self.note, self.examining, self.body, self.measured):
                card.ask()

    def _show(self, found: VisitInFull) -> None:
        first, self.found = self.found is None, found
        if first:
            self._build(found)
            self.draft.fetch(self._take_draft)
        self._title.setText(times_line(found.visit))
        self._beside.setText(_("Another visit is open at the same time.") if found.beside else "")
        self._beside.setVisible(bool(found.beside))
        self.note.show_beside(found)
        if not first:
            for card in (self.agenda, self.exact, self.heard, self.arriving, self.leaving, self.times, self.going):
                card.show_found(found)
            self.questions.show_questions(found.questions)
        self.moved.emit()

    def _build(self, found: VisitInFull) -> None:
        doing = self._doing
        self.agenda, self.exact = AgendaCard(doing, found), ExactWordsCard(doing, found)
        self.note = NoteCard(self._desk, doing, found.visit.person_id, visit_id=found.visit.id)
        self.note.turns.connect(self.turns_note)
        self.arriving = CheckInCard(doing, found, Moment.ARRIVING)
        self.times, self.heard = TimesCard(doing, found), HeardCard(doing, found)
        self.questions = QuestionsCard(doing, found.names, found.questions, visit_id=found.visit.id)
        self.examining = ExaminationCard(doing, found)
        person_id, called = found.visit.person_id, button_name(found.names.called)
        self.body = BodyCard(doing, person_id, visit_id=found.visit.id, names=shown_names(found.names), called=called)
        self.body.turns.connect(self.turns_body)
        self.measured = MeasuredCard(doing, person_id, visit_id=found.visit.id, called=called)
        self.leaving = CheckInCard(doing, found, Moment.LEAVING)
        self.going = LeavingCard(doing, found)
        for card in (self.agenda, self.exact, self.note, self.leaving, self.going):
            self._columns.main.addWidget(card)
        told = (self.arriving, self.heard, self.questions, self.examining, self.body, self.measured)
        for beside in (*told, self.times):
            self._columns.aside.addWidget(beside)
        for typing in (self.agenda, self.exact, self.heard, self.questions, self.times):
            typing.typed_on.connect(self.draft.touch)
        self.papers = PaperLinks(self._desk, _("Our visit"), self._order)
        self._lay_out()

    def _order(self) -> PaperOrder:
        found = self.found
        person_id, patient = ("", "") if found is None else (found.visit.person_id, found.names.patient)
        return visit_order(self._desk, person_id, self.visit_id, patient)

    def _lay_out(self) -> None:
        back = LinkButton(_("All visits"), icon="arrow-left")
        back.clicked.connect(self._leave)
        self.pause = QuietButton(_("Pause"), icon="pause")
        self.pause.clicked.connect(self.show_pause)
        self.be_present = QuietButton(_("Just be here"), icon="flower-lotus")
        self.be_present.clicked.connect(self.show_presence)
        row = FlowLayout(gap=10)
        for way in (back, self.be_present, self.pause):
            row.addWidget(way)
        self._column.insertLayout(0, row)  # it does not scroll away: a pause is always at hand
        self.parts = PartsRow(
            self.page,
            (
                self.note, self.arriving, self.heard, self.questions, self.examining, self.body, self.measured,
                self.times, self.leaving,
            ),
        )  # fmt: skip
        for part in (self._title, self._beside, self.parts, self._columns, self.papers):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _fields(self) -> dict[str, SayField]:
        cards = (self.agenda, self.exact, self.heard, self.questions, self.times)
        return {name: field for card in cards for name, field in card.fields().items()}

    def _typed(self) -> dict[str, Any]:
        return {name: words for name, field in self._fields().items() if (words := field.field.value())}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        for name, words in (typed or {}).items():
            field = self._fields().get(name)
            if field is not None:
                field.bring_back(words)
                field.show()
