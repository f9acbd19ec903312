"""Cancelling an appointment: who asked for it, and words if there are any. No reason is asked."""

from PySide6.QtCore import Signal

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.today.words import day_and_time
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.visits.appointments.views import Line


class CancelForm(Card):
    """given: (who cancels, words, those after it as well). leaves: not now."""

    given = Signal(object, str, bool)
    leaves = Signal()

    def __init__(self, line: Line) -> None:
        """Nobody is chosen beforehand."""
        super().__init__(_("Cancel an appointment"))
        self.line = line
        one = line.appointment
        whose = _("{name}, {moment}").format(name=isolated(line.name), moment=day_and_time(one.starts))
        self.side = SideChoice(_("Who cancels it"), line.called)
        self.words = LineField(_("Words, if there are any"))
        self.following = CheckField(_("All that follow in this series, too"))
        self.following.setVisible(bool(one.series_id))
        self.cancel_button, self.leave_link = PrimaryButton(_("Cancel it")), LinkButton(_("Not now"))
        self.column.addWidget(PlainLabel(whose, tone="strong"))
        self.column.addWidget(PlainLabel(_("No reason is needed. It is not counted against anyone."), tone="soft"))
        for part in (self.side, self.words, self.following):
            self.column.addWidget(part)
        row = FlowLayout(gap=10)
        row.addWidget(self.cancel_button)
        row.addWidget(self.leave_link)
        self.column.addLayout(row)
        self.cancel_button.clicked.connect(self.give)
        self.leave_link.clicked.connect(self.leaves)

    def give(self) -> None:
        """Hand it over, or ask who it is."""
        side = self.side.voice()
        if side is not None:
            self.given.emit(side, self.words.value(), self.following.value())
