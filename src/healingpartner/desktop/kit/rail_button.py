"""One way on the rail: icon, words, and a small count of what waits there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from healingpartner.desktop import icons
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import set_tip, without_mnemonic
from healingpartner.desktop.kit.pressing import PressedByReturn


class RailButton(PressedByReturn):
    """One way: icon, words, and a small count of what waits there."""

    def __init__(self, words: str, icon: str, *, stays: bool) -> None:
        """`stays`: marked while its room is open."""
        super().__init__()
        self._words, self._icon, self._badge, self._narrow = words, icon, "", False
        self.setCheckable(stays)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str, *, icon: str = "") -> None:
        """Other words, as for the state of the backup."""
        self._words, self._icon = words, icon or self._icon
        self._tell()

    def set_badge(self, badge: str) -> None:
        """A few signs in a pill, usually a number; "" for none."""
        self._badge = badge
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """The icon alone, with its words as a tip."""
        self._narrow = narrow
        set_tip(self, self._words if narrow else "")
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """Pressing marks nothing: the rail marks the room once it is open."""

    def sizeHint(self) -> QSize:
        """A line with room to touch it."""
        return QSize(scaled(self, 40), scaled(self, 40))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, count, and a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, lit = QRectF(self.rect()), self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if lit or self.underMouse():
            painter.setBrush(colour("rail_active"))
            painter.setOpacity(1.0 if lit else 0.6)
            painter.drawRoundedRect(box, scaled(self, 8), scaled(self, 8))
            painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour("rail_ink"))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), scaled(self, 8), scaled(self, 8))
        self._paint_line(painter, "rail_ink" if lit else "rail_soft")

    def _paint_line(self, painter: QPainter, token: str) -> None:
        side, edge, high = scaled(self, 20), scaled(self, 11), self.height()
        start = (self.width() - side) // 2 if self._narrow else edge
        spot = self.width() - start - side if self.isRightToLeft() else start
        painter.drawPixmap(spot, (high - side) // 2, icons.pixmap(self._icon, token, side, self.devicePixelRatioF()))
        if self._narrow:
            return
        pill = self._paint_badge(painter)
        words = self.rect().adjusted(edge + side + scaled(self, 11), 0, -scaled(self, 8) - pill, 0)
        if self.isRightToLeft():
            words.moveLeft(scaled(self, 8) + pill)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour(token))
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, words.width())
        lead = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_badge(self, painter: QPainter) -> int:
        if not self._badge:
            return 0
        wide, high = self.fontMetrics().horizontalAdvance(self._badge) + scaled(self, 16), scaled(self, 22)
        x = scaled(self, 10) if self.isRightToLeft() else self.width() - wide - scaled(self, 10)
        pill = QRectF(x, (self.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("rail" if self.isChecked() else "rail_active"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(colour("rail_ink"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), self._badge)
        return wide + scaled(self, 10)

    def _tell(self) -> None:
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._badge)
        self.setText(without_mnemonic(self._words))
        self.update()
