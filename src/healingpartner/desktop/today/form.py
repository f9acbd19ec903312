"""The form for an appointment: for whom, when, how long, how often. What does not fit is said beside its field."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.picker import PersonPicker
from healingpartner.foundation.clock import Clock, Instant, NotOnTheClock
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.appointments.model import RHYTHM_WORDS, Appointment, Rhythm, days_of
from healingpartner.visits.model import KIND_WORDS, Kind

_TIME = re.compile(r"\s*(\d{1,2})\s*(?:[:.h ]\s*(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?\s*", re.IGNORECASE)
USUAL_MINUTES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the form holds. moving: id of the appointment that is moved, or ""."""

    person_id: str
    starts: tuple[Instant, ...]
    minutes: int
    kind: Kind
    about: str
    beside_is_meant: bool
    waiting_id: str
    moving: str


def read_time(typed: str) -> int:
    """Minutes since midnight of "10:30", "10.30", "10h30", "9 am"; RuleBroken beside "time"."""
    found = _TIME.fullmatch(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if found and found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise RuleBroken("time", _("A time has an hour and minutes, as in 10:30."))
    return 60 * hour + minute


class AppointmentForm(Card):
    """given: what was asked for, an `Asked`. leaves: not now."""

    given = Signal(object)
    leaves = Signal()

    def __init__(self, desk: Desk, *, day: date, moving: Appointment | None = None, name: str = "") -> None:
        """`moving`: the one to move; `name`: whose it is, "" to choose somebody."""
        super().__init__(_("Move an appointment") if moving else _("A new appointment"))
        self._clock: Clock = desk.clock
        self._moving, self._person_id, self._waiting_id = moving, moving.person_id if moving else "", ""
        self.picker = PersonPicker(desk, _("Who comes"))
        self._whose = PlainLabel(tone="strong")
        self._other = LinkButton(_("Somebody else"))
        start = None if moving is None else moving.starts.local()
        on = PartialDate(year=day.year, month=day.month, day=day.day)
        self.day = PartialDateField(_("Day"), value=on)
        self.time = LineField(_("Time"), value=f"{start:%H:%M}" if start else "", example="10:30")
        self.minutes = LineField(_("Minutes"), value=str(moving.minutes if moving else USUAL_MINUTES))
        self.kind = ChoiceField(
            _("Where"), [(one.value, _(words)) for one, words in KIND_WORDS.items()],
            value=(moving.kind if moving else Kind.IN_THE_ROOM).value,
        )  # fmt: skip
        self.about = LineField(
            _("In neutral words, if you like"), value=moving.about if moving else "", example=_("First conversation")
        )
        self.rhythm = ChoiceField(
            _("How often"), [(one.value, _(words)) for one, words in RHYTHM_WORDS.items()], value=Rhythm.ONCE.value
        )
        self.times = LineField(_("How many in all"), value="4")
        self.both = CheckField(_("Both are meant at the same time"))
        self._amiss = PlainLabel(tone="warn")
        self.keep_button = PrimaryButton(_("Move it") if moving else _("Write it down"))
        self.leave_link = LinkButton(_("Not now"))
        self._lay_out()
        self._connect()
        self._settle_for(self._person_id, name)

    def fields(self) -> dict[str, Field]:
        """Every field by the name a rule gives it."""
        return {
            "day": self.day, "time": self.time, "starts": self.time, "minutes": self.minutes, "kind": self.kind,
            "about": self.about, "rhythm": self.rhythm, "times": self.times,
        }  # fmt: skip

    def settle_for(self, person_id: str, name: str, *, waiting_id: str = "") -> None:
        """It is for this person; `waiting_id`: they have waited for a place."""
        self._waiting_id = waiting_id
        self._settle_for(person_id, name)

    def asked(self) -> Asked:
        """What it holds; RuleBroken beside the first field that does not fit."""
        if not self._person_id:
            raise RuleBroken("person", _("Choose who comes. Two letters of the name are enough."))
        day = self._whole_day()
        minute = read_time(self.time.value())
        rhythm = Rhythm(self.rhythm.value() or Rhythm.ONCE.value)
        days: Sequence[date] = (day,)
        if rhythm is not Rhythm.ONCE:
            days = days_of(day, rhythm, _count(self.times.value(), "times"))
        return Asked(
            person_id=self._person_id,
            starts=tuple(self._at(each, minute) for each in days),
            minutes=_count(self.minutes.value(), "minutes"),
            kind=Kind(self.kind.value() or Kind.IN_THE_ROOM.value),
            about=self.about.value(),
            beside_is_meant=self.both.value(),
            waiting_id=self._waiting_id,
            moving=self._moving.id if self._moving else "",
        )

    def say(self, problem: RuleBroken | Refused) -> None:
        """Show what is amiss beside its field."""
        named = problem.field if isinstance(problem, RuleBroken) else ""
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        fields = self.fields()
        for each in fields.values():
            each.say("")
        field = fields.get(named)
        self._amiss.setText(sentence if field is None else "")
        self._amiss.setVisible(field is None)
        if field is not None:
            field.say(sentence)
            field.setFocus()
        self.both.setVisible(self.both.value() or named == "starts")

    def give(self) -> None:
        """Hand over what it holds, or say what is missing."""
        try:
            asked = self.asked()
        except RuleBroken as broken:
            self.say(broken)
            return
        self.given.emit(asked)

    def _at(self, day: date, minute: int) -> Instant:
        try:
            return self._clock.wall(day, minute)
        except NotOnTheClock:
            sentence = _("On {day} the clocks go forward over this time. Choose another one.")
            raise RuleBroken("time", sentence.format(day=spoken().date(day, "long"))) from None

    def _whole_day(self) -> date:
        try:
            given = self.day.date()
        except RuleBroken as broken:
            raise RuleBroken("day", broken.sentence) from broken
        if given is None or given.month is None or given.day is None:
            raise RuleBroken("day", _("This is not a whole date. A day, a month and a year are needed."))
        return given.earliest()

    def _settle_for(self, person_id: str, name: str) -> None:
        self._person_id = person_id
        self._whose.setText(_("With {name}").format(name=isolated(name)) if person_id else "")
        self._whose.setVisible(bool(person_id))
        self._other.setVisible(bool(person_id) and self._moving is None)
        self.picker.setVisible(not person_id)

    def _choose_again(self) -> None:
        self._waiting_id = ""
        self._settle_for("", "")
        self.picker.filter_field.setFocus()

    def _show_times(self) -> None:
        self.times.setVisible(self.rhythm.value() not in {"", Rhythm.ONCE.value})

    def _connect(self) -> None:
        self.picker.chosen.connect(self._settle_for)
        self._other.clicked.connect(self._choose_again)
        self.rhythm.changed.connect(self._show_times)
        self.keep_button.clicked.connect(self.give)
        self.leave_link.clicked.connect(self.leaves)

    def _lay_out(self) -> None:
        for part in (self.picker, self._whose, self._other):
            self.column.addWidget(part)
        grid = FieldGrid()
        for field in (self.day, self.time, self.minutes, self.kind, self.rhythm, self.times):
            grid.add(field)
        self.column.addWidget(grid)
        for below in (self.about, self.both, self._amiss):
            self.column.addWidget(below)
        self._amiss.hide()
        self.both.hide()
        if self._moving is not None:
            self.rhythm.hide()
            self.kind.hide()
            self.about.hide()
        self._show_times()
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_link)
        self.column.addLayout(row)


def _count(typed: str, field: str) -> int:
    if not typed.strip().isdecimal() or len(typed.strip()) > 4:
        raise RuleBroken(field, _("Write a whole number, as in 50."))
    return int(typed)
