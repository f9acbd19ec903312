"""How one statement went over time, in both voices, with visits and repairs marked; and the same as a list in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.journal.words import answer
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.voice_mark import TOKENS, line_style, paint_mark
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.journal.reflections.model import Opened
from healingpartner.journal.reflections.statements import DOMAIN_WORDS, LEVEL_WORDS, LEVELS, Domain
from healingpartner.journal.repairs.model import Repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What is drawn: the opened ones, oldest first, days on which something was mended, and days of visits."""

    domain: Domain
    opened: Sequence[Opened]
    mended: Sequence[date]
    met: Sequence[date] = ()


def mended_days(repairs: Sequence[Repair]) -> tuple[date, ...]:
    """The days on which a repair was closed by both."""
    return tuple(one.closed.local().date() for one in repairs if one.closed is not None)


def in_words(over: Over) -> tuple[str, ...]:
    """One sentence for each time, the oldest first."""
    said = [
        _("{day}: patient {one}, practitioner {other}").format(
            day=spoken().date(one.opened),
            one=answer(one.patient, over.domain).lower(),
            other=answer(one.practitioner, over.domain).lower(),
        )
        for one in over.opened
    ]
    met = (_("{day}: a visit").format(day=spoken().date(day)) for day in over.met if _within(day, over))
    return (*said, *met, *(_("{day}: something was mended").format(day=spoken().date(day)) for day in over.mended))


def _within(day: date, over: Over) -> bool:
    """Only visits of the time that is drawn."""
    days = [one.opened.local().date() for one in over.opened]
    return bool(days) and min(days) <= day <= max(days)


class TrendChart(QWidget):
    """Two lines of marks over time. The practitioner's is dashed."""

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__()
        self._over: Over | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_over(self, over: Over) -> None:
        """Draw this."""
        self._over = over
        self.setAccessibleName(_(DOMAIN_WORDS[over.domain]))
        self.setAccessibleDescription(". ".join(in_words(over)))
        self.update()

    def sizeHint(self) -> QSize:
        """A calm strip."""
        return QSize(scaled(self, 260), scaled(self, 140))

    def minimumSizeHint(self) -> QSize:
        """Room for a few."""
        return QSize(scaled(self, 160), scaled(self, 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Levels as faint lines, both voices, and a small heart's place for what was mended."""
        over = self._over
        if over is None or not over.opened:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        for level in LEVELS:
            y = round(self._y(level))
            painter.drawLine(scaled(self, 12), y, self.width() - scaled(self, 12), y)
        self._paint_met(painter, over)
        self._paint_mended(painter, over)
        for voice in (Voice.PRACTITIONER, Voice.PATIENT):
            self._paint_voice(painter, over, voice)

    def _paint_voice(self, painter: QPainter, over: Over, voice: Voice) -> None:
        aside = scaled(self, 3) * (1 if voice is Voice.PATIENT else -1)  # two at one level are both seen
        points = [
            QPointF(self._x(one.opened.local().date()), self._y(level) + aside)
            for one in over.opened
            if (level := one.side(voice).levels.get(over.domain)) is not None
        ]
        pen = QPen(colour(TOKENS[voice]), 2)
        pen.setStyle(line_style(voice))
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        side = scaled(self, 11)
        for point in points:
            paint_mark(painter, QRectF(point.x() - side / 2, point.y() - side / 2, side, side), voice)

    def _paint_met(self, painter: QPainter, over: Over) -> None:
        painter.setPen(QPen(colour("soft"), 2))
        first, last = self._days(over)
        for day in over.met:
            if first <= day <= last:
                x = round(self._x(day))
                painter.drawLine(x, self.height() - scaled(self, 8), x, self.height() - scaled(self, 2))

    def _paint_mended(self, painter: QPainter, over: Over) -> None:
        pen = QPen(colour("ours"), 2)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        first, last = self._days(over)
        for day in over.mended:
            if first <= day <= last:
                x = round(self._x(day))
                painter.drawLine(x, scaled(self, 6), x, self.height() - scaled(self, 6))

    @staticmethod
    def _days(over: Over) -> tuple[date, date]:
        days = [one.opened.local().date() for one in over.opened] + list(over.mended)
        return min(days), max(days)

    def _x(self, day: date) -> float:
        if self._over is None:
            return 0.0
        first, last = self._days(self._over)
        edge = scaled(self, 18)
        share = (day - first).days / max(1, (last - first).days) if last > first else 0.5
        wide = self.width() - 2 * edge
        return self.width() - edge - wide * share if self.isRightToLeft() else edge + wide * share

    def _y(self, level: int) -> float:
        edge = scaled(self, 14)
        return self.height() - edge - (self.height() - 2 * edge) * level / LEVELS[-1]


def ends() -> str:
    """What the lowest and the highest line mean, and the marks below them."""
    return _("From “{low}” below to “{high}” above. A small mark is a visit, a dotted line a mending.").format(
        low=_(LEVEL_WORDS[LEVELS[0]]), high=_(LEVEL_WORDS[LEVELS[-1]])
    )
