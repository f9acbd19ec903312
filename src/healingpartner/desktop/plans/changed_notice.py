"""A part of the plan changed while it was being written: what it says now, and the choice between the two."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _


class ChangedNotice(Card):
    """`keeps_mine`, `takes_theirs`: what was chosen. Hidden while nothing changed."""

    keeps_mine = Signal()
    takes_theirs = Signal()

    def __init__(self) -> None:
        """Hidden at first."""
        super().__init__(_("This was changed meanwhile"), ground="warn_tint")
        self.column.addWidget(PlainLabel(_("Your text is still here and nothing was written over. This is new:")))
        self._lines = QVBoxLayout()
        self.column.addLayout(self._lines)
        self.mine, self.theirs = QuietButton(_("Keep what I wrote")), QuietButton(_("Take what is there now"))
        row = FlowLayout(gap=10)
        for button, signal in ((self.mine, self.keeps_mine), (self.theirs, self.takes_theirs)):
            button.clicked.connect(signal)
            row.addWidget(button)
        self.column.addLayout(row)
        self.hide()

    def show_changes(self, lines: Mapping[str, Any]) -> None:
        """What each changed field says now, by its label; none hides the notice."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for label, value in lines.items():
            words = value if isinstance(value, str) and value else ""
            said = _("{field}: {words}").format(field=label, words=isolated(words)) if words else label
            self._lines.addWidget(PlainLabel(said, selectable=True))
        self.setVisible(bool(lines))
