"""A person's own words, beside a bar in the colour of their voice.

The patient's are set in the serif italic, as speech. Scripts without an italic are set upright, with the
patient's mark before them.
"""

import unicodedata

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, Tone
from healingpartner.desktop.kit.voice_mark import TOKENS, VoiceMark
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

_SLANTED = ("LATIN", "GREEK", "CYRILLIC")
_TONES: dict[Voice, Tone] = {Voice.PRACTITIONER: "mine", Voice.PATIENT: "yours", Voice.BOTH: "ours"}


def takes_italics(words: str) -> bool:
    """Whether every letter is of a script that has an italic: Latin, Greek or Cyrillic."""
    return all(unicodedata.name(letter, "").startswith(_SLANTED) for letter in words if letter.isalpha())


class SpeechLabel(QFrame):
    """What one voice said, wrapped, selectable by mouse and keys."""

    def __init__(
        self,
        words: str = "",
        *,
        voice: Voice = Voice.PATIENT,
        caption: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`caption`: whose words, or about what, in the voice's colour above them; `large`: as the first thing said."""
        super().__init__(parent)
        self._voice = voice
        self._large = large
        self._mark = VoiceMark(voice)
        self._caption = PlainLabel(caption, tone=_TONES[voice])
        self._words = PlainLabel(selectable=True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._caption, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(0)
        row.addSpacing(18)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        column.addWidget(self._head)
        column.addWidget(self._words)
        column.addStretch(1)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words of the same voice."""
        speech = self._voice is Voice.PATIENT
        slanted = speech and takes_italics(words)
        self._words.setText(_("“{words}”").format(words=words) if slanted and words else words)
        self._words.set_tone(("speech-large" if self._large else "speech") if slanted else "plain")
        self._words.setVisible(bool(words))
        self._caption.setVisible(bool(self._caption.text()))
        marked = bool(self._caption.text()) or (speech and not slanted)
        self._mark.setVisible(marked)
        self._head.setVisible(marked)  # a head with nothing in it would hold the words to its own width

    def words(self) -> str:
        """What is shown, with its quotation marks."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, on the side where reading begins."""
        wide = scaled(self, 4)
        left = self.width() - wide if self.isRightToLeft() else 0
        QPainter(self).fillRect(QRectF(left, 0, wide, self.height()), colour(TOKENS[self._voice]))
