"""One conversation of a day: its time, who comes, how it stands, and what can be done with it now."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import IconButton, LinkButton, QuietButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.today.words import owed_minutes, stands
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.visits.appointments.views import Line
from healingpartner.visits.model import KIND_WORDS, Kind


class AppointmentLine(QWidget):
    """asked: (act by name, the line). Acts: open, arrive, begin, move, cancel, stand_again, save."""

    asked = Signal(str, object)

    def __init__(self, line: Line, *, today: date) -> None:
        """Only what can be done on this day is offered."""
        super().__init__()
        self.line = line
        one, visit = line.appointment, line.visit
        name = isolated(line.name)
        self.setAccessibleName(f"{spoken().time(one.starts)} · {name}")
        time = TitleLabel(spoken().time(one.starts), level=2, wraps=False)
        time.setMinimumWidth(scaled(self, 92))
        self._buttons: dict[str, QWidget] = {}
        inside = QVBoxLayout()
        inside.setSpacing(2)
        about = _about(line)
        inside.addWidget(PlainLabel(name, tone="strong"))
        inside.addWidget(PlainLabel(about, tone="soft"))
        said = stands(line)
        if said:
            inside.addWidget(PlainLabel(said))
        chips = self._chips()
        if chips.count():
            inside.addLayout(chips)
        inside.addLayout(self._acts(today, name, is_open=visit is None or visit.ended is None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(14)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def press(self, act: str) -> None:
        """As if its button were pressed; KeyError when it is not offered now."""
        button = self._buttons[act]
        if isinstance(button, QuietButton | LinkButton | IconButton):
            button.click()

    def offered(self) -> tuple[str, ...]:
        """The acts that have a button now."""
        return tuple(self._buttons)

    def _chips(self) -> FlowLayout:
        row = FlowLayout()
        owed = owed_minutes(self.line)
        if owed:
            row.addWidget(Chip(owed, tint="mine", icon="hourglass"))
        if self.line.beside:
            row.addWidget(Chip(_("Another at this time"), tint="warn"))
        return row

    def _acts(self, today: date, name: str, *, is_open: bool) -> FlowLayout:
        row = FlowLayout(gap=8)
        one, visit = self.line.appointment, self.line.visit
        if not one.stands():
            if one.day >= today:
                self._add(row, "stand_again", QuietButton(_("Let it stand again")), name)
            self._add(row, "open", LinkButton(_("Open the record")), name)
            return row
        begun = visit is not None and visit.begun is not None
        if one.day == today and is_open:
            if visit is None:
                self._add(row, "arrive", QuietButton(_("Is here")), name)
            if not begun:
                self._add(row, "begin", QuietButton(_("Begin")), name)
        if visit is None and one.day >= today:
            self._add(row, "move", LinkButton(_("Move")), name)
            self._add(row, "cancel", LinkButton(_("Cancel it")), name)
        self._add(row, "open", LinkButton(_("Open the record")), name)
        if visit is None and one.day >= today:
            self._add(row, "save", IconButton("calendar-plus", _("Save for another calendar")), name)
        return row

    def _add(self, row: FlowLayout, act: str, button: QuietButton | LinkButton | IconButton, name: str) -> None:
        words = button.accessibleName() or button.text()
        button.setAccessibleName(_("{act}: {name}").format(act=words, name=name))
        button.clicked.connect(lambda: self.asked.emit(act, self.line))
        self._buttons[act] = button
        row.addWidget(button)


def _about(line: Line) -> str:
    one = line.appointment
    length = ngettext("{count} minute", "{count} minutes", one.minutes).format(count=one.minutes)
    where = "" if one.kind is Kind.IN_THE_ROOM else _(KIND_WORDS[one.kind])
    return " · ".join(part for part in (isolated(one.about), length, where) if part)
