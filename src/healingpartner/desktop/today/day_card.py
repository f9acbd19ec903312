"""The conversations of one day, one below the other."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.today.line import AppointmentLine
from healingpartner.foundation.words import _
from healingpartner.visits.appointments.views import Line


class DayCard(Card):
    """asked: as `AppointmentLine` has it."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__(_("Conversations"))
        self.lines: tuple[AppointmentLine, ...] = ()
        self._nothing = PlainLabel(_("Nothing is planned on this day."), tone="soft")
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._place)

    def show_lines(self, lines: Sequence[Line], *, today: date) -> None:
        """These instead of those before."""
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.lines = tuple(AppointmentLine(line, today=today) for line in lines)
        self._nothing.setVisible(not lines)
        for number, line in enumerate(self.lines):
            if number:
                self._place.addWidget(Hairline())
            line.asked.connect(self.asked)
            self._place.addWidget(line)


class Hairline(QWidget):
    """A thin line between two rows."""

    def __init__(self) -> None:
        """One pixel high."""
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the colour of lines."""
        QPainter(self).fillRect(self.rect(), colour("line"))
