"""What the practitioner has promised and is due, from every room, the longest due first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.today.words import due_words
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.story.promises import Promise

MOST = 12


class OwedCard(Card):
    """opened: (person id, tab)."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__(_("Promises I owe"))
        self.shown: tuple[Promise, ...] = ()
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        self._nothing = PlainLabel(_("Nothing is due."), tone="soft")
        self._more = PlainLabel(tone="soft")
        for part in (self._nothing, self._more):
            self.column.addWidget(part)
        self.column.insertLayout(1, self._place)

    def show_promises(self, promises: Sequence[Promise], *, today: date) -> None:
        """These; the first dozen, and how many more there are."""
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.shown = tuple(promises[:MOST])
        for one in self.shown:
            self._place.addWidget(self._row(one, today))
        rest = len(promises) - len(self.shown)
        self._nothing.setVisible(not promises)
        self._more.setText(_("And {count} more.").format(count=rest) if rest else "")
        self._more.setVisible(rest > 0)

    def _row(self, one: Promise, today: date) -> QWidget:
        row = QWidget()
        words = _(one.words) if one.says else one.words
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        name = LinkButton(isolated(one.name))
        name.setAccessibleName(_("{name}: {promise}").format(name=one.name, promise=words))
        name.clicked.connect(lambda: self.opened.emit(one.person_id, one.tab))
        grid.addWidget(name, 0, 0)
        grid.addWidget(PlainLabel(due_words(one.due_on, today), tone="small", wraps=False), 0, 1)
        grid.addWidget(PlainLabel(words), 1, 0, 1, 2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        return row
