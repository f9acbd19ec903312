"""A line of the quiet list: what it is, how it stands, and one press to go there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.card import RADIUS
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.empty_state import Picture
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.pressing import PressedByReturn

TWO_FROM = 560


class Entry(PressedByReturn):
    """Pressed anywhere on it. `place`: where it leads."""

    def __init__(self, place: str, title: str, words: str = "", *, chip: str = "", tint: Tint = "plain") -> None:
        """`title`: what it is; `words`: one soft line below; `chip`: how it stands, in a few words."""
        super().__init__()
        self.place = place
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (words, chip) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(TitleLabel(title, level=2))
        if words:
            column.addWidget(PlainLabel(words, tone="soft"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(14)
        row.addLayout(column, 1)
        if chip:
            row.addWidget(Chip(chip, tint=tint), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Picture("caret-right", px=20), 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(PlainLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words at that width."""
        row = self.layout()
        return 0 if row is None else row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """What its words would like."""
        row = self.layout()
        return super().sizeHint() if row is None else row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The width of its longest part; the height follows the width."""
        row = self.layout()
        return QSize(0 if row is None else row.totalMinimumSize().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.underMouse() or self.isDown()
        painter.setPen(
            QPen(colour("yours" if self.hasFocus() else "edge" if lively else "line"), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(colour("sunk" if lively else "surface"))
        radius = scaled(self, RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class EntryGrid(QWidget):
    """Entries two by two and equally high, or one below the other where there is no room for two."""

    def __init__(self) -> None:
        """Empty; add in order."""
        super().__init__()
        self._entries: list[Entry] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def add(self, entry: Entry) -> None:
        """One more at the end."""
        self._entries.append(entry)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two beside each other only while both have room."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= scaled(self, TWO_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for entry in self._entries:
            self._grid.removeWidget(entry)
        for number, entry in enumerate(self._entries):
            self._grid.addWidget(entry, number // self._columns, number % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
