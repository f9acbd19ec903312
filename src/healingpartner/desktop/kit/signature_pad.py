"""A place to sign by pen, finger or mouse. It looks like paper, in the dark too.

Each segment is drawn once into an image and only its own rectangle is shown again, so the thousandth point
costs what the first did. A pen or finger that was taken does not come again as a mouse.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop import tokens
from healingpartner.desktop.kit.ink import Ink
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.strokes import FULL_PRESSURE, MOST_POINTS, Point, Strokes
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)

PEN = 2.6  # pixels of a line at full pressure and 100 % text


class SignaturePad(QWidget):
    """Takes strokes; `changed` after each stroke and after `clear`. Delete clears it by keys."""

    changed = Signal()

    def __init__(
        self, name: str, *, ticks: Callable[[], float], voice: Voice = Voice.PATIENT, parent: QWidget | None = None
    ) -> None:
        """`name`: who signs here, for screen readers; `ticks`: seconds of a clock that never goes back."""
        super().__init__(parent)
        self._ticks = ticks
        self._ink = Ink(voice)
        self._lines: list[list[Point]] = []
        self._open: str = ""  # the kind of device whose stroke is under way
        self._began = 0.0
        self._stamped = (0, 0)  # the pen's stamp at the first point of this line, and the moment it stands for
        self._count = 0
        self._pad = QSize()
        self._read_only = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._describe()

    def strokes(self) -> Strokes:
        """What was drawn, on a pad of the size it had at the first point."""
        pad = self._pad if self._lines else self.size()
        lines = tuple(tuple(line) for line in self._lines)
        return Strokes(width=pad.width() * 10, height=pad.height() * 10, lines=lines)

    def is_enough(self) -> bool:
        """Whether it can be taken for a signature."""
        return self.strokes().is_enough()

    def clear(self) -> None:
        """Begin again on an empty pad."""
        self._lines, self._open, self._count, self._pad = [], "", 0, QSize()
        self._redraw()
        self._describe()
        self.changed.emit()

    def show_strokes(self, strokes: Strokes) -> None:
        """Show a signature that was given; from now on the pad takes no more."""
        self._lines = [list(line) for line in strokes.lines]
        self._pad = QSize(max(1, strokes.width // 10), max(1, strokes.height // 10))
        self._count, self._open, self._read_only = strokes.points(), "", True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self._redraw()
        self._describe()

    def sizeHint(self) -> QSize:
        """Room for a signature as people write it."""
        return QSize(scaled(self, 420), scaled(self, 130))

    def minimumSizeHint(self) -> QSize:
        """The least that can be signed on."""
        return QSize(scaled(self, 220), scaled(self, 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._is_echo(event):
            self._begin("mouse", event.position(), FULL_PRESSURE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._open == "mouse" and not self._is_echo(event):
            self._go_on(event.position(), FULL_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._open == "mouse" and not self._is_echo(event):
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        if event.pointerType() is QPointingDevice.PointerType.Eraser:
            return
        pressure = max(1, round(event.pressure() * FULL_PRESSURE))
        if event.type() == QEvent.Type.TabletPress:
            self._begin("pen", event.position(), pressure, stamp=event.timestamp())
        elif event.type() == QEvent.Type.TabletMove and self._open == "pen":
            self._go_on(event.position(), pressure, stamp=event.timestamp())
        elif event.type() == QEvent.Type.TabletRelease and self._open == "pen":
            self._end()

    def event(self, event: QEvent) -> bool:
        """Fingers come here: the first one draws, a resting palm does not."""
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES:
            event.accept()
            if self._open != "pen":
                self._touched(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._read_only:
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again at the new size; what was drawn keeps its shape."""
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the part of the image that changed, with an edge, and a hint while nothing is drawn."""
        if self._ink.ratio != self.devicePixelRatioF():
            self._redraw()
        painter, dirty = QPainter(self), event.rect()
        self._ink.show(painter, dirty)
        if not self._lines:
            painter.setPen(QColor(tokens.now().page_soft))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _("sign here with pen, finger or mouse"))
        if self.hasFocus() or not self.rect().adjusted(2, 2, -2, -2).contains(dirty):
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(colour("mine" if self.hasFocus() else "edge"), width))
            painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _is_echo(self, event: QMouseEvent) -> bool:
        """A mouse event that Qt or the system made from a pen or finger that was taken already."""
        if event.source() is Qt.MouseEventSource.MouseEventSynthesizedByQt:
            return True
        made = event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
        return made and self._open in ("pen", "touch")

    def _touched(self, event: QTouchEvent) -> None:
        first = event.points()[0] if event.points() else None
        if first is None or event.type() == QEvent.Type.TouchCancel:
            self._end()
            return
        told = first.pressure()
        pressure = max(1, round(told * FULL_PRESSURE)) if 0 < told < 1 else FULL_PRESSURE
        if event.type() == QEvent.Type.TouchBegin:
            self._begin("touch", first.position(), pressure)
        elif self._open == "touch":
            self._go_on(first.position(), pressure)
            if event.type() == QEvent.Type.TouchEnd:
                self._end()

    def _begin(self, device: str, at: QPointF, pressure: int, *, stamp: int = 0) -> None:
        if self._read_only or (self._open and self._open != device) or self._count >= MOST_POINTS:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._lines:
            self._pad, self._began = self.size(), self._ticks()
            self._redraw()
        self._open = device
        self._lines.append([])
        self._stamped = (stamp, self._elapsed())
        self._add(at, pressure, stamp)

    def _go_on(self, at: QPointF, pressure: int, *, stamp: int = 0) -> None:
        if self._count < MOST_POINTS:
            self._add(at, pressure, stamp)

    def _elapsed(self) -> int:
        return round((self._ticks() - self._began) * 1000)

    def _moment(self, stamp: int) -> int:
        """Milliseconds since the first point, by the pen's own `stamp` where there is one.

        A pen tells some hundred points a second, and several may come to the window at once.
        """
        first, began = self._stamped
        return began + stamp - first if 0 < first <= stamp else self._elapsed()

    def _end(self) -> None:
        if self._open:
            self._open = ""
            self._describe()
            self.changed.emit()

    def _add(self, at: QPointF, pressure: int, stamp: int) -> None:
        scale = self._scale()
        x = min(max(0, round(at.x() / scale * 10)), self._pad.width() * 10)
        y = min(max(0, round(at.y() / scale * 10)), self._pad.height() * 10)
        line = self._lines[-1]
        line.append((x, y, min(pressure, FULL_PRESSURE), self._moment(stamp)))
        self._count += 1
        self.update(self._ink.draw(line[-2:], scale, scaled(self, PEN)))

    def _scale(self) -> float:
        """Pixels shown for a pixel of the pad as it was at the first point."""
        if self._pad.isEmpty():
            return 1.0
        return min(self.width() / self._pad.width(), self.height() / self._pad.height())

    def _redraw(self) -> None:
        self._ink.begin(self.size(), self.devicePixelRatioF(), margin=scaled(self, 16))
        for line in self._lines:
            self._ink.draw(line, self._scale(), scaled(self, PEN))
        self.update()

    def _describe(self) -> None:
        if self._read_only:
            words = _("Shows a drawn signature.")
        elif not self._lines:
            words = _("Nothing is drawn yet. Sign with pen, finger or mouse, or use the button to type a name instead.")
        else:
            words = _("A signature is drawn. Press Delete to clear it.")
        self.setAccessibleDescription(words)
