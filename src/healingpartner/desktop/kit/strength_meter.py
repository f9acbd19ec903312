"""How strong a passphrase is, in a few bars and in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel

BARS = 4


class StrengthMeter(QWidget):
    """Shows a score of 0 to 4 with the words that go with it; the words alone are enough."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Empty until `show_strength`."""
        super().__init__(parent)
        self._bars = _Bars()
        self._said, self._advice = PlainLabel(tone="small"), PlainLabel(tone="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._bars, self._said, self._advice):
            column.addWidget(part)
        self.show_strength(0, "", "")

    def show_strength(self, score: int, said: str, advice: str) -> None:
        """`score` 0–4; `said`: what it means; `advice`: what would help, or ""."""
        self._bars.score = min(BARS, max(0, score))
        self._bars.update()
        self._said.setText(said)
        self._advice.setText(advice)
        self._said.setVisible(bool(said))
        self._advice.setVisible(bool(advice))

    def words(self) -> str:
        """All that is said, for screen readers and tests."""
        return " ".join(label.text() for label in (self._said, self._advice) if label.text())


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, 160), scaled(self, 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(self, 60), scaled(self, 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, high = scaled(self, 6), scaled(self, 6)
        wide = (self.width() - gap * (BARS - 1)) / BARS
        for at in range(BARS):
            place = (BARS - 1 - at) if self.isRightToLeft() else at
            full = at < self.score
            painter.setPen(Qt.PenStyle.NoPen if full else colour("edge"))
            painter.setBrush(colour(("mine" if self.score >= 3 else "warn") if full else "surface"))
            painter.drawRoundedRect(QRectF(place * (wide + gap) + 0.5, 0.5, wide - 1, high), high / 2, high / 2)
