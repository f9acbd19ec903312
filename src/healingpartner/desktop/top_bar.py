"""The line above a page: the field that finds everything, Print, and turning the screen to the patient."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from healingpartner.desktop import fonts, icons
from healingpartner.desktop.kit.buttons import IconButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import set_tip
from healingpartner.desktop.kit.pressing import PressedByReturn
from healingpartner.desktop.page import Offer
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _

_GAP = 12


class TopBar(QWidget):
    """finds: the palette is asked for. prints, turns: what the page in sight offers is asked for."""

    finds = Signal()
    prints = Signal()
    turns = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Print and Turn are hidden until a page offers them."""
        super().__init__(parent)
        self._fitting = True
        self._turning: Offer | None = None
        self._printing: Offer | None = None
        self.search = _SearchDoor()
        self.print_button = QuietButton(_("Print"), icon="printer")
        self.print_icon = IconButton("printer", _("Print"))
        self.turn_button = PrimaryButton(_("Turn the screen"), icon="arrows-left-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        row.addWidget(self.print_button)
        row.addWidget(self.print_icon)
        row.addWidget(self.turn_button)
        self.search.clicked.connect(self.finds)
        self.print_button.clicked.connect(self.prints)
        self.print_icon.clicked.connect(self.prints)
        self.turn_button.clicked.connect(self.turns)
        self._fitting = False
        self.offer(None, None)

    def offer(self, turning: Offer | None, printing: Offer | None) -> None:
        """Show what the page in sight can do."""
        self._turning, self._printing = turning, printing
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its shortest words."""
        return QSize(scaled(self, 44) * 3, super().minimumSizeHint().height())

    def _fit(self) -> None:
        # Showing and hiding lays out anew and may resize: choose first, then change, and only once.
        if self._fitting:
            return
        self._fitting = True
        name = self._turning.name if self._turning is not None else ""
        print_words = True
        for words, print_words in (
            (self._words_for(name, 24), True),
            (self._words_for(name, 24), False),
            (self._words_for(name, 10), False),
            (_("Turn"), False),
        ):
            self.turn_button.set_words(words)
            if self._needed(print_words=print_words) <= self.width():
                break
        set_tip(self.turn_button, self._words_for(name, len(name)))
        self.turn_button.setVisible(self._turning is not None)
        self.print_button.setVisible(self._printing is not None and print_words)
        self.print_icon.setVisible(self._printing is not None and not print_words)
        self._fitting = False

    def _needed(self, *, print_words: bool) -> int:
        wide = self.search.minimumSizeHint().width() + 2 * _GAP
        wide += self.turn_button.sizeHint().width() + _GAP if self._turning is not None else 0
        shown = self.print_button if print_words else self.print_icon
        return wide + (shown.sizeHint().width() + _GAP if self._printing is not None else 0)

    def _words_for(self, name: str, most: int) -> str:
        short = name if len(name) <= most else f"{name[: most - 1]}…"
        return _("Turn to {name}").format(name=isolated(short)) if name else _("Turn the screen")


class _SearchDoor(PressedByReturn):
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
