"""The marks of the voices, as painted shapes, so that colour is never the only sign.

Practitioner: teal square. Patient: terracotta circle. Both: a plum circle in its square.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

TOKENS = {Voice.PRACTITIONER: "mine", Voice.PATIENT: "yours", Voice.BOTH: "ours"}


def name_of(voice: Voice) -> str:
    """The voice in words, for whoever cannot see its mark."""
    return {Voice.PRACTITIONER: _("practitioner"), Voice.PATIENT: _("patient"), Voice.BOTH: _("both")}[voice]


def line_style(voice: Voice) -> Qt.PenStyle:
    """How a voice's line is drawn: the practitioner's is dashed."""
    return Qt.PenStyle.DashLine if voice is Voice.PRACTITIONER else Qt.PenStyle.SolidLine


def paint_mark(painter: QPainter, place: QRectF, voice: Voice) -> None:
    """Draw the mark of `voice` to fill the square `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    own = colour(TOKENS[voice])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(own)
    if voice is Voice.PRACTITIONER:
        inset = place.width() * 0.06
        painter.drawRect(place.adjusted(inset, inset, -inset, -inset))
    elif voice is Voice.PATIENT:
        painter.drawEllipse(place)
    else:
        inset = place.width() * 0.3
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thick = max(1.0, place.width() * 0.12)
        painter.setPen(QPen(own, thick))
        painter.drawRect(place.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
    painter.restore()


class VoiceMark(QWidget):
    """One mark, as high as small text."""

    def __init__(self, voice: Voice, *, px: int = 10, parent: QWidget | None = None) -> None:
        """`px`: its side at 100 %."""
        super().__init__(parent)
        self._voice, self._px = voice, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name_of(voice))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(scaled(self, self._px), scaled(self, self._px))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape in its colour."""
        paint_mark(QPainter(self), QRectF(self.rect()), self._voice)
