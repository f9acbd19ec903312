"""A box to tick, with words beside it that wrap; tick and box are drawn shapes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel


class CheckField(Field):
    """Yes or no to a sentence."""

    def __init__(self, label: str, *, value: bool = False, hint: str = "", parent: QWidget | None = None) -> None:
        """`label`: the sentence that a tick says yes to."""
        self.tick = TickBox(label)
        super().__init__(label, self.tick, hint=hint, parent=parent)
        self.column.removeWidget(self.label)
        self.column.removeWidget(self.tick)
        self.label.hide()
        self.label.setParent(None)
        self.label.deleteLater()
        words = _Words(label, self.tick)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.column.insertLayout(0, row)
        self.set_value(value)
        self.tick.clicked.connect(self._by_hand)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def set_value(self, ticked: bool) -> None:
        """Tick or clear it without saying that it changed."""
        self.tick.setChecked(ticked)


class TickBox(QCheckBox):
    """The box alone; `name` is what a screen reader says."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """`name` must have words."""
        if not name.strip():
            raise ValueError("a box to tick needs a name")
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square as high as a line of text, with room for the ring."""
        return QSize(scaled(self, 24), scaled(self, 24))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """All of it takes the click."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, its tick, and a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(colour("mine" if self.isChecked() else "edge"), 1.5))
        painter.setBrush(colour("mine" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            tick = [QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for x, y in _TICK]
            painter.setPen(QPen(colour("on_mine"), max(2.0, box.width() / 8)))
            painter.drawPolyline(QPolygonF(tick))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("mine"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.30))


class _Words(PlainLabel):
    def __init__(self, words: str, tick: TickBox) -> None:
        super().__init__(words)
        self._tick = tick
        self.setMinimumHeight(tick.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._tick.click()
