"""A sheet to draw on by pen, finger or mouse, for both people at once; it can be gone on with."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from healingpartner.desktop import tokens
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.signature_pad import PEN, SignaturePad
from healingpartner.desktop.kit.strokes import Strokes
from healingpartner.foundation.words import _


class DrawingPad(SignaturePad):
    """The signature pad's hand on a larger sheet, without a line to sign on."""

    def go_on_from(self, strokes: Strokes) -> None:
        """What was drawn before lies on the sheet, and more may follow."""
        self._lines = [list(line) for line in strokes.lines]
        self._pad = QSize(max(1, strokes.width // 10), max(1, strokes.height // 10))
        self._count = strokes.points()
        self._began = self._ticks() - strokes.milliseconds() / 1000
        self._redraw()
        self._describe()

    def sizeHint(self) -> QSize:
        """Room for a week, a path, a body."""
        return QSize(scaled(self, 640), scaled(self, 300))

    def minimumSizeHint(self) -> QSize:
        """The least that can be drawn on."""
        return QSize(scaled(self, 240), scaled(self, 200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part that changed, with an edge, and a hint while nothing is drawn."""
        if self._ink.ratio != self.devicePixelRatioF():
            self._redraw()
        painter = QPainter(self)
        self._ink.show(painter, event.rect())
        if not self._lines:
            painter.setPen(QColor(tokens.now().page_soft))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _("draw here with pen, finger or mouse"))
        painter.setPen(QPen(colour("mine" if self.hasFocus() else "edge"), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _redraw(self) -> None:
        self._ink.begin(self.size(), self.devicePixelRatioF(), margin=self.width() // 2)
        for line in self._lines:
            self._ink.draw(line, self._scale(), scaled(self, PEN))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            _("Something is drawn. Press Delete to clear it.")
            if self._lines
            else _("Nothing is drawn yet. Draw with pen, finger or mouse.")
        )
