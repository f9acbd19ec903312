"""Both answers to each statement on one line: a circle for the patient, a square for the practitioner, and between them
how far they are apart. The same stands in words for whoever does not look at it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from healingpartner.desktop.journal.words import answer
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.voice_mark import paint_mark
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.reflections.model import Opened
from healingpartner.journal.reflections.statements import DOMAIN_WORDS, LEVELS, Domain
from healingpartner.journal.views import Names


class OpenedChart(QWidget):
    """Eight lines; nobody's are added up."""

    def __init__(self, opened: Opened, names: Names) -> None:
        """`names`: how the two are called."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        self.lines: dict[Domain, TwoMarks] = {}
        for row, domain in enumerate(Domain):
            line = TwoMarks(opened.patient.levels.get(domain), opened.practitioner.levels.get(domain))
            line.setAccessibleName(said(opened, domain, names))
            self.lines[domain] = line
            grid.addWidget(PlainLabel(_(DOMAIN_WORDS[domain]), wraps=False), row, 0)
            grid.addWidget(line, row, 1)
        grid.setColumnStretch(1, 1)


class OpenedTable(QWidget):
    """The same in words: each statement with both answers."""

    def __init__(self, opened: Opened, names: Names) -> None:
        """`names`: how the two are called."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        heads = ("", isolated(names.called), isolated(names.practitioner) or _("You"))
        for column, words in enumerate(heads):
            grid.addWidget(PlainLabel(words, tone="label"), 0, column)
        for row, domain in enumerate(Domain, start=1):
            cells = (_(DOMAIN_WORDS[domain]), answer(opened.patient, domain), answer(opened.practitioner, domain))
            for column, words in enumerate(cells):
                grid.addWidget(PlainLabel(words), row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)


class TwoMarks(QWidget):
    """A line from “not yet” to “fully” with a mark for each side that gave a level."""

    def __init__(self, patient: int | None, practitioner: int | None) -> None:
        """0–4, or None."""
        super().__init__()
        self.patient, self.practitioner = patient, practitioner
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for two marks apart."""
        return QSize(scaled(self, 180), scaled(self, 30))

    def minimumSizeHint(self) -> QSize:
        """The least on which they are told apart."""
        return QSize(scaled(self, 90), scaled(self, 26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, what lies between, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, side = self.height() / 2, scaled(self, 14)
        painter.setPen(QPen(colour("line"), 2))
        painter.drawLine(round(self._x(LEVELS[0])), round(middle), round(self._x(LEVELS[-1])), round(middle))
        if self.patient is not None and self.practitioner is not None and self.patient != self.practitioner:
            painter.setPen(QPen(colour("ours"), scaled(self, 5)))
            painter.drawLine(
                round(self._x(self.patient)), round(middle), round(self._x(self.practitioner)), round(middle)
            )
        same = self.patient == self.practitioner
        for voice, level in ((Voice.PRACTITIONER, self.practitioner), (Voice.PATIENT, self.patient)):
            if level is None:
                continue
            aside = side * 0.55 * (1 if voice is Voice.PATIENT else -1) if same else 0.0
            at = self._x(level) + (-aside if self.isRightToLeft() else aside)
            paint_mark(painter, QRectF(at - side / 2, middle - side / 2, side, side), voice)

    def _x(self, level: int) -> float:
        edge = scaled(self, 16)
        share = level / LEVELS[-1]
        wide = self.width() - 2 * edge
        return self.width() - edge - wide * share if self.isRightToLeft() else edge + wide * share


def said(opened: Opened, domain: Domain, names: Names) -> str:
    """One line in words."""
    return _("{what}. {patient}: {one}. {practitioner}: {other}.").format(
        what=_(DOMAIN_WORDS[domain]),
        patient=names.called,
        one=answer(opened.patient, domain),
        practitioner=names.practitioner or _("You"),
        other=answer(opened.practitioner, domain),
    )
