"""A scale of steps side by side, 0 to 10 or words, on which nothing is chosen until a person chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.voice_mark import TOKENS
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

ZERO_TO_TEN = tuple(str(number) for number in range(11))


class Scale(QWidget):
    """`chosen` gives the step's number, or −1 when it was taken back. Arrows, digits, Home, End and Delete work."""

    chosen = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        steps: Sequence[str] = ZERO_TO_TEN,
        low: str = "",
        high: str = "",
        voice: Voice = Voice.PATIENT,
        parent: QWidget | None = None,
    ) -> None:
        """`name`: what is asked; `steps`: their words in order; `low`, `high`: what the ends mean."""
        super().__init__(parent)
        self._value: int | None = None
        self.setAccessibleName(name)
        self._steps = [
            _Step(words, steps, _("{question} {answer}").format(question=name, answer=words), voice) for words in steps
        ]
        row = FlowLayout(gap=4)
        for number, step in enumerate(self._steps):
            step.clicked.connect(lambda _on=False, number=number: self._pressed(number))
            step.key_pressed.connect(lambda key, number=number: self._key(key, number))
            row.addWidget(step)
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inside)
        whole.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        if low or high:
            ends = QHBoxLayout()
            ends.addWidget(PlainLabel(low, tone="small"), 1)
            ends.addWidget(PlainLabel(high, tone="small", wraps=False))
            column.addLayout(ends)
        self.set_value(None)

    def value(self) -> int | None:
        """The number of the step chosen, from 0; None while nothing is."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a choice without saying that it was made."""
        self._value = value
        for number, step in enumerate(self._steps):
            step.setChecked(number == value)
            stop = number == (value if value is not None else 0)
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _pressed(self, number: int) -> None:
        self._choose(None if number == self._value else number)

    def _choose(self, number: int | None) -> None:
        self.set_value(number)
        if number is not None:
            self._steps[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(-1 if number is None else number)

    def _key(self, key: int, number: int) -> None:
        last, onward = len(self._steps) - 1, -1 if self.isRightToLeft() else 1
        moves = {
            Qt.Key.Key_Right: number + onward,
            Qt.Key.Key_Left: number - onward,
            Qt.Key.Key_Up: number + 1,
            Qt.Key.Key_Down: number - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_0 <= last:
            self._choose(key - Qt.Key.Key_0)
        elif key in moves:
            self._choose(min(last, max(0, moves[Qt.Key(key)])))


class _Step(QAbstractButton):
    key_pressed = Signal(int)

    def __init__(self, words: str, among: Sequence[str], name: str, voice: Voice) -> None:
        super().__init__()
        self._words, self._among, self._token = words, tuple(among), TOKENS[voice]
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The scale decides."""

    def sizeHint(self) -> QSize:
        """Every step is as wide as the widest, so that none looks like more."""
        wide = max(self.fontMetrics().horizontalAdvance(words) for words in self._among) + scaled(self, 20)
        return QSize(max(scaled(self, 48), wide), scaled(self, 40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()
            self.key_pressed.emit(event.key())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(colour(self._token if on or self.hasFocus() else "edge"), 2 if self.hasFocus() else 1))
        painter.setBrush(colour(self._token if on else "surface"))
        radius = scaled(self, 8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("surface" if on else "ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
        if on and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("surface"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius - 2, radius - 2)
