"""A card: a rounded surface with one thing on it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

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
        self.title = TitleLabel(title, level=2)
        if title or note:
            head = QHBoxLayout()
            head.addWidget(self.title, 1)
            if note:
                head.addWidget(PlainLabel(note, tone="soft", wraps=False))
            self.column.addLayout(head)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour(self._ground))
        radius = scaled(self, RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
