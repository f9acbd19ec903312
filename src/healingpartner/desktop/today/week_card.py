"""A week at a glance: seven days, each with its times. A time leads to its day."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.appointments.views import Line

_BESIDE_FROM = 1_000  # pixels at 100 %: below that the days stand in two columns


class WeekCard(Card):
    """day_chosen: a date."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__()
        self.setAccessibleName(_("The week"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(16)
        self.column.addLayout(self._grid)
        self.days: tuple[_Day, ...] = ()

    def show_week(self, monday: date, lines: Sequence[Line], *, today: date) -> None:
        """The seven days from `monday` on."""
        for former in self.days:
            self._grid.removeWidget(former)
            former.hide()
            former.deleteLater()
        made = []
        for at in range(7):
            day = monday + timedelta(days=at)
            shown = _Day(day, [line for line in lines if line.appointment.day == day], is_today=day == today)
            shown.chosen.connect(self.day_chosen)
            made.append(shown)
        self.days = tuple(made)
        columns = 7 if self.width() >= scaled(self, _BESIDE_FROM) else 4 if self.width() >= scaled(self, 560) else 2
        for at, day_shown in enumerate(self.days):
            self._grid.addWidget(day_shown, at // columns, at % columns)
        for column in range(7):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _Day(QWidget):
    chosen = Signal(object)

    def __init__(self, day: date, lines: Sequence[Line], *, is_today: bool) -> None:
        super().__init__()
        from babel.dates import format_skeleton

        self.day = day
        name = format_skeleton("MMMEd", day, locale=spoken().locale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.head = LinkButton(_("{day}, today").format(day=name) if is_today else name)
        self.head.clicked.connect(lambda: self.chosen.emit(day))
        column.addWidget(self.head)
        standing = [line for line in lines if line.appointment.stands()]
        for line in standing:
            row = PlainLabel(f"{spoken().time(line.appointment.starts)}  {isolated(line.called)}", tone="small")
            column.addWidget(row)
        if not standing:
            column.addWidget(PlainLabel(_("free"), tone="soft"))
        column.addStretch(1)
