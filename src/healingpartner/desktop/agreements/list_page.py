"""The rail page "Agreements": everyone by where their agreement stands. Nobody is counted against anybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout

from healingpartner.agreements.model import OPEN_STATES, State
from healingpartner.agreements.views import AgreementLine, everyone
from healingpartner.desktop.agreements.beside_papers import blank_copy
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.agreements.practising_panel import PractisingPanel
from healingpartner.desktop.agreements.wordings_panel import WordingsPanel
from healingpartner.desktop.agreements.words import line_words
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.kit.person_row import NOTE_ROLE, PersonRow
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.tab_bar import TabBar
from healingpartner.desktop.page import Page
from healingpartner.foundation.words import N_, _
from healingpartner.people.names import matches, wanted_words
from healingpartner.practice import Changed

TAB = "agreement"
PRACTISING, WORDINGS = "practising", "wordings"
OWN = frozenset({PRACTISING, WORDINGS})
GROUPS: tuple[tuple[str, str, str, frozenset[State]], ...] = (
    ("open", N_("Under way"), N_("No agreement is waiting for anyone."), OPEN_STATES),
    ("signed", N_("Signed by both"), N_("None is signed yet."), frozenset({State.SIGNED, State.RENEWAL_DUE})),
    (
        "none",
        N_("Not talked about yet"),
        N_("Everyone has been offered one."),
        frozenset({State.NOT_TALKED_ABOUT, State.WITHDRAWN}),
    ),
    ("ended", N_("Ended"), N_("None has ended."), frozenset({State.ENDED, State.SUPERSEDED})),
)


class AgreementLines(QAbstractListModel):
    """The people of one group."""

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__()
        self.lines: Sequence[AgreementLine] = ()
        self.today: date | None = None

    def show(self, lines: Sequence[AgreementLine]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == NOTE_ROLE:
            return line_words(line, today=self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(part for part in (line.name, line_words(line, today=self.today)) if part)
        return None


class AgreementsPage(Page):
    """Who waits for what, calmly. A row opens that person's agreement."""

    def __init__(self, desk: Desk) -> None:
        """Asks its view at once, and again after each act that touches people or agreements."""
        super().__init__()
        self._desk = desk
        self._lines: tuple[AgreementLine, ...] = ()
        self.tabs = TabBar(_("Agreements"))
        self.model, self.view = AgreementLines(), QListView()
        self.view.setAccessibleName(_("Agreements"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PersonRow(self.view))
        self.view.setUniformItemSizes(True)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self.filter = FilterField(_("Filter by name"))
        self._empty = PlainLabel(tone="soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self.practising: PractisingPanel | None = None
        self.wordings: WordingsPanel | None = None
        for key, words, _nothing, _states in GROUPS:
            self.tabs.add(key, _(words))
        self.tabs.add(PRACTISING, _("Practising"))
        self.tabs.add(WORDINGS, _("Wordings"))
        self._lay_out()
        self.tabs.chosen.connect(self._show)
        self.filter.filtered.connect(lambda _words: self._show(self.tabs.current()))
        self.filter.moved.connect(lambda _step: self.view.setFocus())
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    def place(self) -> str:
        """The group in sight."""
        return self.tabs.current()

    def return_to(self, place: str) -> None:
        """Show that group."""
        self.tabs.set_current(place)
        self._show(place)

    def focus_filter(self) -> bool:
        """Put the cursor into the filter."""
        self.filter.setFocus()
        return True

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TitleLabel(_("Agreements"), level=1))
        column.addWidget(self.filter)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(PaperLinks(self._desk, _("Blank copy to give away"), lambda: blank_copy(self._desk)))

    def _on_changed(self, change: Changed) -> None:
        if change.rooms & {"agreements", "people"}:
            self._ask()

    def _ask(self) -> None:
        today = self.model.today = self._desk.clock.now().local().date()
        self._desk.runner.ask(everyone, today=today, owner=self, then=self._keep)

    def _keep(self, lines: tuple[AgreementLine, ...]) -> None:
        self._lines = lines
        self._show(self.tabs.current())

    def flush(self) -> None:
        """Keep what is being typed on the practitioner's own pages."""
        for panel in (self.practising, self.wordings):
            if panel is not None:
                panel.flush()

    def _show_own(self, key: str) -> None:
        """The practitioner's own pages are made when they are first looked at."""
        if key == PRACTISING and self.practising is None:
            self.practising = PractisingPanel(self._desk)
            self._stack.addWidget(self.practising)
        if key == WORDINGS and self.wordings is None:
            self.wordings = WordingsPanel(self._desk)
            self._stack.addWidget(self.wordings)
        panel = self.practising if key == PRACTISING else self.wordings
        if panel is not None:
            self._stack.setCurrentWidget(panel)

    def _show(self, key: str) -> None:
        self.filter.setVisible(key not in OWN)
        if key in OWN:
            self._show_own(key)
            return
        _key, _words, nothing, states = next((group for group in GROUPS if group[0] == key), GROUPS[0])
        wanted = wanted_words(self.filter.text())
        found = [line for line in self._lines if line.state in states and matches(line.folded, wanted)]
        self.model.show(found)
        self._empty.setText(_("Nobody of that name stands here.") if wanted else _(nothing))
        self._stack.setCurrentWidget(self.view if found else self._empty)

    def _open(self, index: QModelIndex) -> None:
        self._desk.ways.person.emit(self.model.lines[index.row()].person_id, TAB)
