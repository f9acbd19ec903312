"""What changed in a person's record: every field, what it said and says, when, and by whose hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.change_words import change_words, whose_hand
from healingpartner.desktop.people.deep_page import DeepPage
from healingpartner.foundation.words import _
from healingpartner.people.history import history_of
from healingpartner.people.reading import FieldChange

AT_ONCE = 30


class HistoryPage(DeepPage):
    """The newest changes first, some at a time."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Reads the history once."""
        super().__init__(_("What changed, and when"))
        self._groups: list[tuple[str, list[FieldChange]]] = []
        self._shown = 0
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._more = QuietButton(_("Show earlier changes"))
        self._more.clicked.connect(self._show_more)
        self._more.hide()
        self.column.addLayout(self._cards)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        desk.runner.ask(history_of, person_id, owner=self, then=self._take)

    def _take(self, changes: tuple[FieldChange, ...]) -> None:
        for change in changes:
            when = whose_hand(change)
            if not self._groups or self._groups[-1][0] != when:
                self._groups.append((when, []))
            self._groups[-1][1].append(change)
        self._show_more()

    def _show_more(self) -> None:
        for when, changes in self._groups[self._shown : self._shown + AT_ONCE]:
            card = Card()
            card.column.addWidget(PlainLabel(when, tone="small"))
            for change in changes:
                card.column.addWidget(PlainLabel(change_words(change), selectable=True))
            self._cards.addWidget(card)
        self._shown += AT_ONCE
        self._more.setVisible(self._shown < len(self._groups))
