"""The button that looks like a field and opens the search of everything."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import fonts, icons
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.pressing import PressedByReturn


class SearchButton(PressedByReturn):
    """Looks like a field and opens the palette, where typing happens."""

    def __init__(self, words: str, keys: str, *, parent: QWidget | None = None) -> None:
        """`keys`: the shortcut as people read it."""
        super().__init__(parent)
        self.words, self.keys = words, keys
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As a field of some length."""
        self.setMaximumWidth(scaled(self, 430))
        return QSize(scaled(self, 320), scaled(self, 42))

    def minimumSizeHint(self) -> QSize:
        """Room for the sign alone."""
        return QSize(scaled(self, 44), scaled(self, 42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, and the keys where there is room for them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, rtl = self.hasFocus(), self.isRightToLeft()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour("mine" if focused else "line"), 2 if focused else 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(area, scaled(self, 10), scaled(self, 10))
        gap, side = scaled(self, 13), scaled(self, 18)
        at = self.width() - gap - side if rtl else gap
        painter.drawPixmap(
            at, (self.height() - side) // 2, icons.pixmap("magnifying-glass", "soft", side, self.devicePixelRatioF())
        )
        metrics = self.fontMetrics()
        key_wide = metrics.horizontalAdvance(self.keys) + scaled(self, 14)
        with_key = self.width() > key_wide + scaled(self, 160)
        start, end = gap + side + scaled(self, 8), gap + (key_wide if with_key else 0)
        room = self.rect().adjusted(end, 0, -start, 0) if rtl else self.rect().adjusted(start, 0, -end, 0)
        painter.setFont(fonts.text_font(self.font().pixelSize()))
        painter.setPen(colour("soft"))
        side_flag = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side_flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), words)
        if with_key:
            high = metrics.height() + scaled(self, 2)
            left = gap if rtl else self.width() - gap - key_wide
            box = QRectF(left, (self.height() - high) / 2, key_wide, high)
            painter.setBrush(colour("sunk"))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(colour("soft"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.keys)
