"""A private hint before somebody comes: a moment to ask "how are we doing?". It is kept nowhere and goes by itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.story.signals import SIGNAL_WORDS, Hint


class HintsCard(Card):
    """Only the practitioner sees it; it stays away while there is nothing to say."""

    def __init__(self) -> None:
        """Begins hidden."""
        super().__init__(_("For you alone, before they come"))
        self.shown: tuple[tuple[str, Hint], ...] = ()
        self.column.addWidget(PlainLabel(_("It might be a good moment to ask how you two are doing."), tone="soft"))
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.hide()

    def show_hints(self, hints: Sequence[tuple[str, Hint]]) -> None:
        """(name, hint) of each who comes today."""
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.shown = tuple(hints)
        for name, hint in hints:
            self._place.addWidget(PlainLabel(isolated(name), tone="strong"))
            for signal in hint.signals:
                self._place.addWidget(PlainLabel(_(SIGNAL_WORDS[signal])))
        self.setVisible(bool(hints))
