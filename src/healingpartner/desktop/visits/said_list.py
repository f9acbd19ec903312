"""What was said so far, one line below the other, in the patient's voice."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class SaidList(QWidget):
    """Hidden while there is nothing in it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_words(self, words: Iterable[str]) -> None:
        """All of it anew."""
        clear(self._column)
        self.hide()
        for each in words:
            self.add(each)

    def add(self, words: str) -> None:
        """One more."""
        self._column.addWidget(SpeechLabel(words.strip(), voice=Voice.PATIENT, caption=_("I said")))
        self.show()
