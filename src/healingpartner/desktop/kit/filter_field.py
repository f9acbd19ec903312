"""Where one types to find: a field over a list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import IconButton
from healingpartner.desktop.kit.measure import scaled
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
