"""Tabs as words on a line, the open one underlined."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import without_mnemonic


class TabBar(QTabBar):
    """`chosen` gives the key of a tab opened by hand; arrows move along it."""

    chosen = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """`name`: what the tabs are of, for screen readers."""
        super().__init__(parent)
        self._quiet = False
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._changed)

    def add(self, key: str, words: str) -> None:
        """A tab at the end."""
        self._quiet = True
        at = self.addTab(without_mnemonic(words))
        self.setTabData(at, key)
        self._quiet = False

    def current(self) -> str:
        """The key of the open tab, or "" without tabs."""
        return str(self.tabData(self.currentIndex()) or "")

    def set_current(self, key: str) -> None:
        """Open the tab of `key` without saying that it was chosen; an unknown key changes nothing."""
        self._quiet = True
        for at in range(self.count()):
            if self.tabData(at) == key:
                self.setCurrentIndex(at)
        self._quiet = False

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the words in their heavier weight, so that nothing moves when a tab opens."""
        words = self.tabText(index).replace("&&", "&")
        return QSize(
            QFontMetrics(self._heavy()).horizontalAdvance(words) + scaled(self, 28),
            self.fontMetrics().height() + scaled(self, 26),
        )

    def minimumTabSizeHint(self, index: int) -> QSize:
        """As `tabSizeHint`."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the words, the mark below the open tab, and a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        for at in range(self.count()):
            box, is_open = QRectF(self.tabRect(at)), at == self.currentIndex()
            painter.setFont(self._heavy() if is_open else self.font())
            painter.setPen(colour("ink" if is_open else "soft"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(at).replace("&&", "&"))
            if is_open:
                high = scaled(self, 3)
                painter.fillRect(QRectF(box.left(), self.height() - high, box.width(), high), colour("mine"))
                if self.hasFocus():
                    painter.setPen(QPen(colour("mine"), 2))
                    painter.drawRoundedRect(box.adjusted(2, 5, -2, -8), 8, 8)

    def _heavy(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _changed(self, index: int) -> None:
        if not self._quiet and index >= 0:
            self.chosen.emit(self.current())
