"""The line above a page: the field that finds everything, Print, and turning the screen to the patient."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from healingpartner.desktop import fonts, icons
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.page import Offer
from healingpartner.foundation.words import _


class TopBar(QWidget):
    """finds: the palette is asked for. prints, turns: what the page in sight offers is asked for."""

    finds = Signal()
    prints = Signal()
    turns = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Print and Turn are hidden until a page offers them."""
        super().__init__(parent)
        self.search = _SearchDoor()
        self.print_button = QuietButton(_("Print"), icon="printer")
        self.turn_button = PrimaryButton(_("Turn the screen"), icon="arrows-left-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        row.addWidget(self.print_button)
        row.addWidget(self.turn_button)
        self.search.clicked.connect(self.finds)
        self.print_button.clicked.connect(self.prints)
        self.turn_button.clicked.connect(self.turns)
        self.offer(None, None)

    def offer(self, turning: Offer | None, printing: Offer | None) -> None:
        """Show what the page in sight can do."""
        self.print_button.setVisible(printing is not None)
        self.turn_button.setVisible(turning is not None)
        if turning is not None:
            name = turning.name
            short = name if len(name) <= 24 else f"{name[:23]}…"
            self.turn_button.set_words(_("Turn to {name}").format(name=short) if name else _("Turn the screen"))


class _SearchDoor(QPushButton):
    """Looks like a field and opens the palette, where typing happens."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _("Find a person or an act")
        self.keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(self.words)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.setMaximumWidth(scaled(self, 430))
        return QSize(scaled(self, 320), scaled(self, 42))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(self, 44), scaled(self, 42))

    def paintEvent(self, event: QPaintEvent) -> None:
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
