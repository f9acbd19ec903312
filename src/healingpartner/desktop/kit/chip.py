"""A few words on a pill of colour: a state, a preference, a limit."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, Tone

Tint = Literal["plain", "mine", "yours", "ours", "warn"]
_TONES: dict[Tint, Tone] = {
    "plain": "chip",
    "mine": "chip-mine",
    "yours": "chip-yours",
    "ours": "chip-ours",
    "warn": "chip-warn",
}


class Chip(PlainLabel):
    """Words that wrap rather than hide where there is no room for one line."""

    def __init__(self, words: str, *, tint: Tint = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        """`icon`: a name in resources/icons, drawn in the tint's colour before the words."""
        self._tint, self._icon = tint, icon
        super().__init__(words, tone=_TONES[tint], parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        self.ensurePolished()
        self._settle()
        start, top = self._margins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 3
        return QSize(start + wide + scaled(self, 12), self.fontMetrics().height() + 1 + 2 * top)

    def minimumSizeHint(self) -> QSize:
        """Room for one word of middling length."""
        return QSize(min(self.sizeHint().width(), scaled(self, 90)), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Higher when the words have to wrap."""
        line = self.sizeHint()
        return line.height() if width >= line.width() else max(line.height(), super().heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, its icon, its words."""
        self._settle()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunk" if self._tint == "plain" else f"{self._tint}_tint"))
        radius = min(self.height() / 2, scaled(self, 16))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._icon:
            side = scaled(self, 19)
            at = self.width() - scaled(self, 11) - side if self.isRightToLeft() else scaled(self, 11)
            token = "soft" if self._tint == "plain" else self._tint
            picture = icons.pixmap(self._icon, token, side, self.devicePixelRatioF())
            painter.drawPixmap(at, (self.height() - side) // 2, picture)
        painter.end()
        super().paintEvent(event)

    def _margins(self) -> tuple[int, int]:
        return scaled(self, 36 if self._icon else 12), scaled(self, 5)

    def _settle(self) -> None:
        start, top = self._margins()
        end = scaled(self, 12)
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        if self.contentsMargins().left() != left or self.contentsMargins().top() != top:
            self.setContentsMargins(left, top, right, top)
