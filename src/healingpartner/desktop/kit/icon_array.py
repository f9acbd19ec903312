"""People as icons on the screen: two pictures of equal size, without and with, and the numbers beneath.

As on paper: who it happens to is filled, who it does not is an outline; a disc may help, a square may harm, a diamond
may be a burden. Right to left the picture is the mirror image.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.numbers.estimate import OutcomeDirection, OutcomeEstimate
from healingpartner.plans.numbers.icons import IconArray, icon_array
from healingpartner.plans.numbers.sentences import picture_words

_PITCH = 14.0  # pixels at 100 % from icon to icon of a hundred
_WIDEST = 280.0
_FILLED = 0.8
_TINY = 2.0  # pixels: half an icon smaller than this has no room for an outline and is a pale dot


class IconPicture(QWidget):
    """So many of so many people. Its accessible name says in words what it shows."""

    def __init__(
        self,
        events: int,
        of: int,
        *,
        outcome: str,
        direction: OutcomeDirection = OutcomeDirection.BENEFIT,
        parent: QWidget | None = None,
    ) -> None:
        """`outcome`: what happens to those who are filled; RuleBroken for more events than people."""
        super().__init__(parent)
        self._array, self._direction = icon_array(events, of), direction
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(picture_words(events, of, outcome, spoken()))

    @property
    def array(self) -> IconArray:
        """What is drawn."""
        return self._array

    def sizeHint(self) -> QSize:
        """Room for all icons at this text size."""
        pitch = self._pitch()
        return QSize(round(self._array.columns * pitch), round(self._array.rows * pitch))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outlines in the colour of edges, the filled ones in the practitioner's, whose numbers they are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._pitch() * _FILLED / 2
        weight = max(1.0, half * 0.18)
        if half < _TINY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("line"))
            painter.drawPath(self._path(event=False, half=half * 0.6))
        else:
            painter.setPen(QPen(colour("edge"), weight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path(event=False, half=half - weight / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("mine"))
        painter.drawPath(self._path(event=True, half=half))

    def _pitch(self) -> float:
        return min(_PITCH, _WIDEST / self._array.columns) * scaled(self, 100) / 100

    def _path(self, *, event: bool, half: float) -> QPainterPath:
        path, pitch, columns = QPainterPath(), self._pitch(), self._array.columns
        for one in self._array.icons():
            if one.event is not event:
                continue
            column = columns - 1 - one.column if self.isRightToLeft() else one.column
            _add(path, QPointF((column + 0.5) * pitch, (one.row + 0.5) * pitch), half, self._direction)
        return path


class IconPair(QWidget):
    """Both pictures of an estimate, without and with; nothing where no number is known."""

    def __init__(self, estimate: OutcomeEstimate, *, parent: QWidget | None = None) -> None:
        """Side by side where there is room, one below the other where there is none."""
        super().__init__(parent)
        row = FlowLayout(self, gap=28)
        if estimate.n_with is None or not estimate.denominator:
            return
        of = estimate.denominator
        counts = [(estimate.n_with, _("{n} of {of} with it"))]
        if estimate.n_without is not None:
            counts.insert(0, (estimate.n_without, _("{n} of {of} without it")))
        for count, said in counts:
            caption = said.format(n=spoken().number(count), of=spoken().number(of))
            row.addWidget(CaptionedPicture(count, of, caption, outcome=estimate.outcome, direction=estimate.direction))


class CaptionedPicture(QWidget):
    """A picture and the number beneath it."""

    def __init__(self, events: int, of: int, caption: str, *, outcome: str, direction: OutcomeDirection) -> None:
        """`caption`: the number in words; the rest as for `IconPicture`."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(IconPicture(events, of, outcome=outcome, direction=direction))
        column.addWidget(PlainLabel(caption, tone="label", wraps=False))


def _add(path: QPainterPath, at: QPointF, half: float, direction: OutcomeDirection) -> None:
    """One icon; the three shapes have about one area."""
    if direction is OutcomeDirection.HARM:
        side = half * 0.89
        path.addRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
    elif direction is OutcomeDirection.BURDEN:
        d = half * 1.2
        path.addPolygon(QPolygonF([QPointF(-d, 0) + at, QPointF(0, -d) + at, QPointF(d, 0) + at, QPointF(0, d) + at]))
        path.closeSubpath()
    else:
        path.addEllipse(at, half, half)
