"""Those who wait for a place, the longest first, and a way to give them one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.picker import PersonPicker
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.appointments import acts
from healingpartner.visits.appointments.views import WaitingLine


class WaitingCard(Card):
    """gives_place: a `WaitingLine` that gets an appointment now."""

    gives_place = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begins empty, its form closed."""
        super().__init__(_("Waiting for a place"))
        self._desk = desk
        self.lines: tuple[WaitingLine, ...] = ()
        self.form: _WaitingForm | None = None
        self._place = QVBoxLayout()
        self._nothing = PlainLabel(_("Nobody is waiting for a place."), tone="soft")
        self.add_link = LinkButton(_("Put someone on this list"), icon="plus")
        self.column.addLayout(self._place)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.add_link)
        self.add_link.clicked.connect(self.open_form)

    def show_lines(self, lines: Sequence[WaitingLine]) -> None:
        """These instead of those before."""
        while (item := self._place.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self.lines = tuple(lines)
        self._nothing.setVisible(not lines)
        for line in lines:
            self._place.addWidget(self._row(line))

    def open_form(self) -> None:
        """Ask who waits, and which times suit."""
        if self.form is None:
            self.form = _WaitingForm(self._desk)
            self.form.kept.connect(self.close_form)
            self.form.leaves.connect(self.close_form)
            self.column.addWidget(self.form)
        self.add_link.hide()
        self.form.picker.filter_field.setFocus()

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.add_link.show()

    def _row(self, line: WaitingLine) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        name, one, words = isolated(line.name), line.waiting, spoken()
        column.addWidget(PlainLabel(name, tone="strong"))
        since = _("since {day}").format(day=words.date(one.since))
        until = _("would help by {day}").format(day=words.date(one.until)) if one.until else ""
        column.addWidget(PlainLabel(" · ".join(part for part in (since, until) if part), tone="small"))
        if one.suits:
            column.addWidget(PlainLabel(one.suits))
        acts_row = FlowLayout(gap=8)
        place, done = QuietButton(_("Give a place")), LinkButton(_("Does not wait any more"))
        for button in (place, done):
            button.setAccessibleName(_("{act}: {name}").format(act=button.text(), name=line.name))
            acts_row.addWidget(button)
        place.clicked.connect(lambda: self.gives_place.emit(line))
        done.clicked.connect(lambda: self._desk.runner.do(acts.stop_waiting, one.id, by=Voice.PRACTITIONER, owner=self))
        column.addLayout(acts_row)
        return row


class _WaitingForm(QWidget):
    kept = Signal()
    leaves = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._person_id = desk, ""
        self.picker = PersonPicker(desk, _("Who waits"))
        self._whose = PlainLabel(tone="strong")
        self._whose.hide()
        self.suits = LineField(_("Which times suit, in their words"))
        self.until = PartialDateField(_("Until when it would help, if there is a day"))
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self.keep_button, leave = QuietButton(_("Put on the list")), LinkButton(_("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.picker, self._whose, self.suits, self.until, self._amiss):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        row.addWidget(self.keep_button)
        row.addWidget(leave)
        column.addLayout(row)
        self.picker.chosen.connect(self.choose)
        self.keep_button.clicked.connect(self.keep)
        leave.clicked.connect(self.leaves)

    def choose(self, person_id: str, name: str) -> None:
        """It is this person who waits."""
        self._person_id = person_id
        self._whose.setText(isolated(name))
        self._whose.show()
        self.picker.hide()

    def keep(self) -> None:
        """Put them on the list, or say what is missing."""
        if not self._person_id:
            self._say(RuleBroken("person", _("Choose who waits. Two letters of the name are enough.")))
            return
        try:
            until = self.until.date()
        except RuleBroken as broken:
            self.until.say(broken.sentence)
            return
        self._desk.runner.do(
            acts.wait_for_a_place, self._person_id, suits=self.suits.value(),
            until=None if until is None else until.latest(), by=Voice.PATIENT, owner=self,
            then=lambda _id: self.kept.emit(), sorry=self._say,
        )  # fmt: skip

    def _say(self, problem: RuleBroken | Refused) -> None:
        field = {"suits": self.suits, "until": self.until}.get(problem.field if isinstance(problem, RuleBroken) else "")
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        if field is not None:
            field.say(sentence)
            return
        self._amiss.setText(sentence)
        self._amiss.show()
