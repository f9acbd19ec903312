"""Labels that show words as they were written: never markup, never a link, never a mnemonic.

A QLabel left to itself reads `<img src=…>` in a patient's words and opens the file; these cannot.
"""

from html import escape
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from healingpartner.desktop.kit.direction import runs_right_to_left

Tone = Literal[
    "plain", "soft", "small", "strong", "warn", "mine", "yours", "ours", "label", "rail", "rail-soft",
    "speech", "speech-large", "chip", "chip-mine", "chip-yours", "chip-ours", "chip-warn", "toast", "page",
]  # fmt: skip


class PlainLabel(QLabel):
    """Words on several lines. `tone` chooses size and colour; `selectable` lets them be copied by mouse and keys."""

    def __init__(
        self,
        words: str = "",
        *,
        tone: Tone = "plain",
        wraps: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`words` in any script, with any sign in them; they are shown as they stand."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone)
        if selectable:
            keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)
        self._lead()
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Keep to the side where reading begins in this language, whatever the script of the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def _lead(self) -> None:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        level = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | level)

    def set_tone(self, tone: Tone) -> None:
        """Change size and colour."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line that ends in … where there is no room, with the whole of it as its tooltip then."""

    def __init__(self, words: str = "", *, tone: Tone = "plain", parent: QWidget | None = None) -> None:
        """As `PlainLabel`, on one line."""
        super().__init__(words, tone=tone, wraps=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the line takes what it is given."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole words as a tooltip only where they do not fit."""
        super().resizeEvent(event)
        set_tip(self, self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, shortened at its end where it must be."""
        painter = QPainter(self)
        rtl = runs_right_to_left(self.text())
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        align = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = int(align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), flags | int(Qt.TextFlag.TextSingleLine), self._shown())

    def _shown(self) -> str:
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.contentsRect().width())


class TitleLabel(PlainLabel):
    """A title in the serif; level 1, 2 or 3 (30, 19, 17 px at 100 %)."""

    def __init__(self, words: str = "", *, level: int = 2, wraps: bool = True, parent: QWidget | None = None) -> None:
        """`level` 1 is a page's own title; a page has one."""
        super().__init__(words, wraps=wraps, parent=parent)
        self.setProperty("level", str(level))


def set_tip(widget: QWidget, words: str) -> None:
    """A tooltip of any words, which Qt cannot take for markup."""
    widget.setToolTip(f"<qt>{escape(words)}</qt>" if words else "")


def without_mnemonic(words: str) -> str:
    """Words for a button, tab, menu or buddy label: an ampersand stays an ampersand."""
    return words.replace("&", "&&")
