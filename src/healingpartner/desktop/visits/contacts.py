"""Calls, letters and messages between visits: a list of them, and a page to write one down."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.beside_papers import PaperOrder
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing
from healingpartner.desktop.visits.note_card import NoteCard
from healingpartner.desktop.visits.papers import contact_order, letter_order
from healingpartner.desktop.visits.words import STANDING_WORDS
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Changed
from healingpartner.visits.notes.model import KIND_WORDS, Note, NoteKind
from healingpartner.visits.notes.views import NoteInFull


class ContactsCard(Card):
    """opened: (note id), or "" for a new one."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Empty at first."""
        super().__init__(_("Between visits"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.links: dict[str, LinkButton] = {}
        self.new = LinkButton(_("Note a call, a letter or a message"), icon="phone")
        self.new.clicked.connect(lambda: self.opened.emit(""))
        self.column.addLayout(self._lines)
        self.column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeading)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show them, the newest first."""
        clear(self._lines)
        self.links.clear()
        for note in notes:
            told = _("{what}, {day}").format(what=_(KIND_WORDS[note.kind]), day=spoken().date(note.about))
            link = self.links[note.id] = LinkButton(told, icon="caret-right")
            link.clicked.connect(partial(self.opened.emit, note.id))
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
            if note.title:
                self._lines.addWidget(PlainLabel(note.title, tone="soft"))
            self._lines.addWidget(PlainLabel(_(STANDING_WORDS[note.standing()]), tone="small"))


class ContactPage(DeepPage):
    """One note without a visit."""

    def __init__(self, desk: Desk, person_id: str, note_id: str) -> None:
        """`note_id`: "" for a new one."""
        super().__init__(_("Between visits"))
        self._person_id = person_id
        self.note = NoteCard(desk, Doing(desk, self), person_id, note_id=note_id)
        self._desk = desk
        self._kept: tuple[NoteInFull, ...] = ()
        self.papers = PaperLinks(desk, _("This note"), self._note_order)
        self.letter = PaperLinks(desk, _("As a letter"), self._letter_order)
        for part in (self.note, self.papers, self.letter):
            self.column.addWidget(part)
        for paper in (self.papers, self.letter):
            paper.hide()
        self.column.addStretch(1)
        self.note.noted.connect(self._noted)
        desk.runner.changed.connect(self._on_changed)

    def flush(self) -> None:
        """Keep what is being typed."""
        self.note.flush()

    def _noted(self, notes: tuple[NoteInFull, ...]) -> None:
        self._kept = notes
        self.papers.setVisible(bool(notes))
        self.letter.setVisible(any(found.note.kind is NoteKind.LETTER for found in notes))

    def _note_order(self) -> PaperOrder:
        found = self._kept[-1]
        return contact_order(self._desk, self._person_id, found.note.id, found.names.patient)

    def _letter_order(self) -> PaperOrder:
        found = self._kept[-1]
        return letter_order(self._desk, self._person_id, found.note.id, to_whom=found.note.title)

    def _on_changed(self, change: Changed) -> None:
        if "visits" in change.rooms and self._person_id in change.people:
            self.note.ask()
