"""The rail of navigation: rooms above, the state of the practice below."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel, set_tip, without_mnemonic

WIDTH = 208
NARROW_BELOW = 4  # a rail may take a fourth of its window; beyond that its words go and its icons stay


class Rail(QFrame):
    """Ways through the house. `chosen` gives the key of what was pressed; rooms stay marked, acts do not."""

    chosen = Signal(str)

    def __init__(self, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        """`note`: a few words below the title, such as whose practice this is."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        self._title = TitleLabel(title, level=2)
        self._title.set_tone("rail")
        self._note = PlainLabel(note, tone="rail-soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 22, 12, 16)
        self._column.setSpacing(4)
        for words in (self._title, self._note):
            words.setContentsMargins(10, 0, 4, 0)
            self._column.addWidget(words)
        self._column.addSpacing(14)
        self._rooms_end = self._column.count()
        self._column.addStretch(1)

    def add(self, key: str, words: str, icon: str, *, below: bool = False) -> "RailButton":
        """A way named `words`. Rooms stand above and stay marked while open; what is `below` is an act or a state."""
        button = RailButton(words, icon, stays=not below)
        button.clicked.connect(lambda: self._pressed(key))
        self._buttons[key] = button
        if below:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._rooms_end, button)
            self._rooms_end += 1
        button.set_narrow(self._narrow)
        return button

    def button(self, key: str) -> "RailButton":
        """The way of `key`; KeyError for a key never added."""
        return self._buttons[key]

    def set_current(self, key: str) -> None:
        """Mark the room that is open; a key of no room marks none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_note(self, note: str) -> None:
        """Other words below the title."""
        self._note.setText(note)

    def sizeHint(self) -> QSize:
        """As wide as its words need, or its icons alone."""
        return QSize(scaled(self, 64 if self._narrow else WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as `sizeHint`."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window, to give way when it grows narrow."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit to the window whenever it changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark ground."""
        QPainter(self).fillRect(event.rect(), colour("rail"))

    def _pressed(self, key: str) -> None:
        self.chosen.emit(key)

    def _fit(self) -> None:
        narrow = self.window().width() < NARROW_BELOW * scaled(self, WIDTH)
        if narrow != self._narrow:
            self._narrow = narrow
            for words in (self._title, self._note):
                words.setVisible(not narrow)
            for button in self._buttons.values():
                button.set_narrow(narrow)
            self.updateGeometry()


class RailButton(QPushButton):
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
