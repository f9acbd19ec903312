"""The figure of the body chart: regions to choose by a click or by keys, and strokes drawn with a mouse or a pen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.voice_mark import TOKENS, line_style
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits.body.model import HIGH, WIDE, Drawing, Region, Side, Stroke, region_at, regions_of

_CLICK = 12  # figure's points: a press that moved less is a choice, not a stroke


class BodyFigure(QWidget):
    """`changed` at each choice or stroke. Arrows move from region to region, Space chooses, Delete takes a stroke."""

    changed = Signal()

    def __init__(self, voice: Voice) -> None:
        """`voice`: who draws, and in whose colour."""
        super().__init__()
        self._voice, self.side = voice, Side.FRONT
        self.regions: set[str] = set()
        self.strokes: list[Stroke] = []
        self._layers: tuple[Drawing, ...] = ()
        self._stroke: list[tuple[int, int]] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._name()

    def show_side(self, side: Side) -> None:
        """The other side of the body; what was begun on this one is let go by the page first."""
        self.side, self._at = side, 0
        self.clear()

    def show_layers(self, layers: Sequence[Drawing]) -> None:
        """What lies there already, of this side; the newest on top."""
        self._layers = tuple(layers)
        self.update()

    def clear(self) -> None:
        """Nothing new is on it."""
        self.regions.clear()
        self.strokes.clear()
        self._stroke.clear()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough to find a hand on it."""
        return QSize(scaled(self, 300), scaled(self, 520))

    def minimumSizeHint(self) -> QSize:
        """Narrower, the figure is smaller."""
        return QSize(scaled(self, 200), scaled(self, 520))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Region by region, without a mouse."""
        every = regions_of(self.side)
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        if event.key() in moves:
            self._at = (self._at + moves[Qt.Key(event.key())]) % len(every)
            self._tell(every[self._at])
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._choose(every[self._at])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.strokes:
            self.strokes.pop()
            self.changed.emit()
        else:
            super().keyPressEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke or a choice begins."""
        self._stroke = [self._point(event.position())]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._stroke:
            self._stroke.append(self._point(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was a stroke, or where it hardly moved a choice."""
        stroke, self._stroke = self._stroke, []
        if not stroke:
            return
        wide = max(abs(x - stroke[0][0]) + abs(y - stroke[0][1]) for x, y in stroke)
        if wide > _CLICK:
            self.strokes.append(tuple(stroke))
            self.changed.emit()
        elif (found := region_at(self.side, *stroke[0])) is not None:
            self._at = regions_of(self.side).index(found)
            self._choose(found)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, what is marked on it, and what was drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = dict.fromkeys(self.regions, self._voice)
        for layer in self._layers:
            for key in layer.regions:
                chosen.setdefault(key, layer.voice)
        self._ground(painter)
        for at, one in enumerate(regions_of(self.side)):
            painter.setPen(QPen(colour("line"), 1))
            marked = chosen.get(one.key)
            painter.setBrush(colour("sunk" if marked is None else f"{TOKENS[marked]}_tint"))
            if marked is not None:
                painter.setPen(QPen(colour(TOKENS[marked]), 2, line_style(marked)))
            painter.drawPath(self._shape(one))
            if self.hasFocus() and at == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour("mine"), 2))
                painter.drawRoundedRect(self._box(one).adjusted(-3, -3, 3, 3), 6, 6)
        for layer in self._layers:
            self._draw(painter, layer.strokes, colour(TOKENS[layer.voice]))
        self._draw(painter, (*self.strokes, tuple(self._stroke)), colour(TOKENS[self._voice]))

    def _ground(self, painter: QPainter) -> None:
        """The parts grown together, so that it looks like a body and not like boxes."""
        ring = scaled(self, 5)
        for token, grown in (("edge", ring + 1), ("sunk", ring)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(token))
            for one in regions_of(self.side):
                painter.drawPath(self._shape(one, grown))

    def _draw(self, painter: QPainter, strokes: Sequence[Stroke], token: QColor) -> None:
        pen = QPen(token, scaled(self, 3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in strokes:
            painter.drawPolyline(QPolygonF([self._place(x, y) for x, y in stroke]))

    def _shape(self, one: Region, grown: int = 0) -> QPainterPath:
        path, box = QPainterPath(), self._box(one).adjusted(-grown, -grown, grown, grown)
        if one.key == "head":
            path.addEllipse(box)
        else:
            round_by = min(box.width(), box.height()) * 0.28
            path.addRoundedRect(box, round_by, round_by)
        return path

    def _box(self, one: Region) -> QRectF:
        left, top, right, bottom = one.box
        return QRectF(self._place(left, top), self._place(right, bottom))

    def _scale(self) -> float:
        return min(self.width() / WIDE, self.height() / HIGH)

    def _place(self, x: int, y: int) -> QPointF:
        scale = self._scale()
        return QPointF((self.width() - WIDE * scale) / 2 + x * scale, y * scale)

    def _point(self, at: QPointF) -> tuple[int, int]:
        scale = self._scale()
        x, y = (at.x() - (self.width() - WIDE * scale) / 2) / scale, at.y() / scale
        return min(WIDE, max(0, round(x))), min(HIGH, max(0, round(y)))

    def _choose(self, one: Region) -> None:
        self.regions ^= {one.key}
        self._tell(one)
        self.changed.emit()

    def _tell(self, one: Region) -> None:
        words = _("{place}, marked") if one.key in self.regions else _("{place}, not marked")
        self.setAccessibleName(words.format(place=_(one.name)))
        announce(self, words.format(place=_(one.name)))

    def _name(self) -> None:
        self.setAccessibleName(_("A figure to draw on"))
        self.setAccessibleDescription(_("Arrows move from place to place, Space marks one, a mouse or a pen draws."))
