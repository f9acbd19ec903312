"""A record that changed while its form was open: what changed, and two ways on. Nothing is written over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.change_words import change_words
from healingpartner.foundation.words import _
from healingpartner.people.reading import FieldChange


class ConflictPanel(Card):
    """kept_mine: the form goes on from the newer record. took_theirs: the form is filled anew."""

    kept_mine = Signal()
    took_theirs = Signal()

    def __init__(self) -> None:
        """Hidden until something changed."""
        super().__init__(_("This record changed meanwhile"), ground="warn_tint")
        self._changes = QVBoxLayout()
        mine, theirs = QuietButton(_("Go on with what I wrote")), QuietButton(_("Fill the form anew"))
        mine.clicked.connect(self.kept_mine)
        theirs.clicked.connect(self.took_theirs)
        row = QHBoxLayout()
        row.addWidget(mine)
        row.addWidget(theirs)
        row.addStretch(1)
        self.column.addWidget(PlainLabel(_("Your text is still here and nothing was written over. This is new:")))
        self.column.addLayout(self._changes)
        self.column.addLayout(row)
        self.hide()

    def show_changes(self, changes: tuple[FieldChange, ...]) -> None:
        """These changes, oldest first; none hides the panel."""
        while (item := self._changes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for change in changes:
            self._changes.addWidget(PlainLabel(change_words(change), selectable=True))
        self.setVisible(bool(changes))
