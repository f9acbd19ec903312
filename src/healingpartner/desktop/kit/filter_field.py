"""Where one types to find: a field over a list, and the button that opens the search of everything."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import IconButton
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import without_mnemonic
from healingpartner.foundation.words import _


class FilterField(QLineEdit):
    """`filtered` gives the words at each keystroke; Escape clears, arrows go on to the list (`moved`: −1 or 1)."""

    filtered = Signal(str)
    moved = Signal(int)

    def __init__(self, name: str, *, icon: str = "magnifying-glass", parent: QWidget | None = None) -> None:
        """`name`: what is filtered, shown while empty and told to screen readers."""
        super().__init__(parent)
        self._icon = icon
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._clear = IconButton("x", _("Clear"), token="soft", px=16, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears first and leaves second; arrows belong to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the icon before the words and the button behind them."""
        super().resizeEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """The same room at another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._keep_room()

    def _keep_room(self) -> None:
        room, side = scaled(self, 26), self._clear.sizeHint()
        rtl = self.isRightToLeft()
        self.setTextMargins(side.width() if rtl else room, 0, room if rtl else side.width(), 0)
        x = scaled(self, 4) if rtl else self.width() - side.width() - scaled(self, 4)
        self._clear.setGeometry(x, (self.height() - side.height()) // 2, side.width(), side.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with its sign."""
        super().paintEvent(event)
        side = scaled(self, 18)
        at = self.width() - scaled(self, 12) - side if self.isRightToLeft() else scaled(self, 12)
        picture = icons.pixmap(self._icon, "soft", side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(at, (self.height() - side) // 2, picture)

    def _changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self.filtered.emit(words)


class SearchButton(QPushButton):
    """Looks like a field and opens the palette, with its keys shown at the end."""

    def __init__(self, words: str, keys: str, *, parent: QWidget | None = None) -> None:
        """`keys`: the shortcut as people read it, "Ctrl K"."""
        super().__init__(without_mnemonic(words), parent)
        self._words, self._keys = words, keys
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As a field of some length."""
        return QSize(scaled(self, 320), scaled(self, 40))

    def minimumSizeHint(self) -> QSize:
        """Room for the sign and a word."""
        return QSize(scaled(self, 120), scaled(self, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus()
        pen = painter.pen()
        pen.setColor(colour("mine" if lit else "line"))
        pen.setWidth(2 if lit else 1)
        painter.setPen(pen)
        painter.setBrush(colour("surface"))
        radius = scaled(self, 10)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)
        side, edge, rtl = scaled(self, 18), scaled(self, 14), self.isRightToLeft()
        keys = self._paint_keys(painter)
        sign = self.width() - edge - side if rtl else edge
        picture = icons.pixmap("magnifying-glass", "soft", side, self.devicePixelRatioF())
        painter.drawPixmap(sign, (self.height() - side) // 2, picture)
        lead, tail = edge + side + scaled(self, 6), keys + edge
        words = self.rect().adjusted(tail if rtl else lead, 0, -lead if rtl else -tail, 0)
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(colour("soft"))
        align = (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(align | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_keys(self, painter: QPainter) -> int:
        font = painter.font()
        font.setPixelSize(scaled(self, 13))
        painter.save()
        painter.setFont(font)
        wide, high = painter.fontMetrics().horizontalAdvance(self._keys) + scaled(self, 14), scaled(self, 22)
        if wide > self.width() / 3:
            painter.restore()
            return 0
        x = scaled(self, 12) if self.isRightToLeft() else self.width() - wide - scaled(self, 12)
        box = self.rect().toRectF()
        box.setRect(x, (self.height() - high) / 2, wide, high)
        painter.setPen(colour("line"))
        painter.setBrush(colour("paper"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(colour("soft"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._keys)
        painter.restore()
        return wide
