"""A card: a rounded surface with one thing on it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel

RADIUS = 14


class Card(QFrame):
    """A column on a surface. Add to `column`; a title and a soft note beside it may stand on top."""

    def __init__(
        self, title: str = "", *, note: str = "", ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        """`note`: a few soft words at the end of the title's line; `ground`: the token it stands on."""
        super().__init__(parent)
        self._ground = ground
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)
        self.title = TitleLabel(title, level=2, parent=self)
        self.note = PlainLabel(note, tone="soft", parent=self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.note)
        self.note.setVisible(bool(note))
        self.title.setVisible(bool(title))
        self.column.addLayout(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the note below the title where there is no room beside it."""
        super().resizeEvent(event)
        needs = [label.fontMetrics().horizontalAdvance(label.text()) for label in (self.title, self.note)]
        beside = sum(needs) < self.contentsRect().width() - 60
        self.note.setMinimumWidth(needs[1] + 2 if beside else 0)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._head.direction() is not way:
            self._head.setDirection(way)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour(self._ground))
        radius = scaled(self, RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
