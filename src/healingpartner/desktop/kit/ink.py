"""The image under a signature pad: each segment is drawn once, and only what changed is shown again."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from healingpartner.desktop import tokens
from healingpartner.desktop.kit.strokes import FULL_PRESSURE, Point
from healingpartner.foundation.voices import Voice

_COLOURS = {Voice.PRACTITIONER: tokens.LIGHT.mine, Voice.PATIENT: tokens.LIGHT.yours, Voice.BOTH: tokens.LIGHT.ours}
LINE_AT = 0.8  # of the height: where the line to sign on stands


class Ink:
    """Paper of a size, and what is drawn on it in a voice's colour; white whatever the theme."""

    def __init__(self, voice: Voice) -> None:
        """Nothing can be drawn before `begin`."""
        self._colour = QColor(_COLOURS[voice])
        self._image = QImage()
        self.ratio = 0.0

    def begin(self, size: QSize, ratio: float, *, margin: int) -> None:
        """Empty paper of `size` pixels for a screen of `ratio`, with a line to sign on `margin` from its sides."""
        self.ratio = ratio
        self._image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(QColor(tokens.LIGHT.page))
        painter = QPainter(self._image)
        painter.setPen(QPen(QColor(tokens.LIGHT.line), 1))
        level = round(size.height() * LINE_AT)
        painter.drawLine(margin, level, size.width() - margin, level)
        painter.end()

    def draw(self, points: Sequence[Point], scale: float, pen: float) -> QRect:
        """Draw a line through `points` (a dot for one of them); the rectangle to show again.

        `scale`: pixels for each pixel of the pad; `pen`: width in pixels at full pressure.
        """
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = QRectF()
        for at, point in enumerate(points):
            if at or len(points) == 1:
                dirty = dirty.united(self._segment(painter, points[max(0, at - 1)], point, scale, pen))
        painter.end()
        return dirty.toAlignedRect()

    def show(self, painter: QPainter, part: QRect) -> None:
        """Put `part` of the paper on the screen."""
        ratio = self.ratio
        source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
        painter.drawImage(QRectF(part), self._image, source)

    def _segment(self, painter: QPainter, a: Point, b: Point, scale: float, pen: float) -> QRectF:
        start, end = QPointF(a[0], a[1]) * scale / 10, QPointF(b[0], b[1]) * scale / 10
        width = max(1.2, pen * (0.35 + 0.65 * b[2] / FULL_PRESSURE))
        painter.setPen(QPen(self._colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)
        return QRectF(start, end).normalized().adjusted(-width - 1, -width - 1, width + 1, width + 1)
