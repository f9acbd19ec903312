"""The page "Today": a day or a week of conversations, what is owed, who waits for a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import IconButton, LinkButton, PrimaryButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.tab_bar import TabBar
from healingpartner.desktop.page import Page
from healingpartner.desktop.today.cancel_form import CancelForm
from healingpartner.desktop.today.day_card import DayCard
from healingpartner.desktop.today.form import AppointmentForm, Asked
from healingpartner.desktop.today.hints_card import HintsCard
from healingpartner.desktop.today.owed_card import OwedCard
from healingpartner.desktop.today.waiting_card import WaitingCard
from healingpartner.desktop.today.week_card import WeekCard
from healingpartner.desktop.today.words import at_a_glance, day_name
from healingpartner.exchange import release
from healingpartner.exchange.calendar import calendar_file
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.practice import Changed, Practice
from healingpartner.story.promises import Promise, promises_owed
from healingpartner.story.signals import Hint, hint_for
from healingpartner.vault.reading import Reader
from healingpartner.visits.appointments import acts, views
from healingpartner.visits.appointments.views import Line, WaitingLine

DAY, WEEK = "day", "week"
VISITS_TAB = "visits"
_BESIDE_FROM = 900
_AHEAD_DAYS = 7
_SHOWN = {"visits", "plans", "people", "journal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    lines: tuple[Line, ...]
    promises: tuple[Promise, ...]
    waiting: tuple[WaitingLine, ...]
    hints: tuple[tuple[str, Hint], ...]


class TodayPage(Page):
    """Asks again after each act that touches what it shows."""

    def __init__(self, desk: Desk) -> None:
        """Begins on the present day."""
        super().__init__()
        self._desk = desk
        self._day = self._today()
        self.lines: tuple[Line, ...] = ()
        self.form: AppointmentForm | CancelForm | None = None
        self.title, self._glance = TitleLabel(level=1), PlainLabel(tone="soft")
        self.tabs = TabBar(_("Day or week"))
        self.new_button = PrimaryButton(_("New appointment"), icon="calendar-plus")
        self.before, self.after = IconButton("arrow-left", _("Earlier")), IconButton("arrow-right", _("Later"))
        self.today_link = LinkButton(_("Go to today"))
        self.conversations, self.week = DayCard(), WeekCard()
        self.owed, self.waiting, self.hints = OwedCard(), WaitingCard(desk), HintsCard()
        self._page = ScrollPage(_("Today"), margin=4)
        self._form_place = QVBoxLayout()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.show_day(self._day)

    def place(self) -> str:
        """The day in sight, and whether its week is."""
        return f"{self.tabs.current()}/{self._day.isoformat()}"

    def return_to(self, place: str) -> None:
        """A day or a week as `place` had it."""
        kind, _slash, day = place.partition("/")
        self.tabs.set_current(kind)
        try:
            self.show_day(date.fromisoformat(day))
        except ValueError:
            self.show_day(self._today())

    def show_day(self, day: date) -> None:
        """Another day, or another week."""
        self._day = day
        self._ask()
        self.moved.emit()

    def step(self, by: int) -> None:
        """A day or a week on or back."""
        self.show_day(self._day + timedelta(days=by * (7 if self.tabs.current() == WEEK else 1)))

    def open_form(self, waits: WaitingLine | None = None) -> None:
        """Ask for a new appointment, for somebody who waits when given."""
        form = AppointmentForm(self._desk, day=max(self._day, self._today()))
        if waits is not None:
            form.settle_for(waits.waiting.person_id, waits.name, waiting_id=waits.waiting.id)
        self._show_form(form)
        (form.time if waits else form.picker.filter_field).setFocus()

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, _BESIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # -- what is asked of it --------------------------------------------------------------------------

    def _asked(self, act: str, line: object) -> None:
        if not isinstance(line, Line):
            return
        one = line.appointment
        match act:
            case "open":
                self._desk.ways.person.emit(one.person_id, VISITS_TAB if one.visit_id else "")
            case "arrive":
                self._do(acts.arrive, one.id, by=Voice.PATIENT)
            case "begin":
                self._desk.runner.do(
                    acts.begin_visit, one.id, by=Voice.PRACTITIONER, owner=self,
                    then=lambda _id: self._desk.ways.person.emit(one.person_id, VISITS_TAB), sorry=self._sorry,
                )  # fmt: skip
            case "move":
                self._show_form(AppointmentForm(self._desk, day=one.day, moving=one, name=line.name))
            case "cancel":
                self._show_form(CancelForm(line))
            case "stand_again":
                self._do(acts.stand_again, one.id, by=Voice.PRACTITIONER)
            case "save":
                self._save(line)

    def _given(self, asked: object) -> None:
        if not isinstance(asked, Asked) or not isinstance(self.form, AppointmentForm):
            return
        if asked.moving:
            self._desk.runner.do(
                acts.move_appointment, asked.moving, asked.starts[0], minutes=asked.minutes,
                beside_is_meant=asked.beside_is_meant, by=Voice.PRACTITIONER, owner=self.form,
                then=lambda _none: self._kept(asked), sorry=self.form.say,
            )  # fmt: skip
            return
        self._desk.runner.do(
            acts.make_appointments, asked.person_id, asked.starts, minutes=asked.minutes, kind=asked.kind,
            about=asked.about, waiting_id=asked.waiting_id, beside_is_meant=asked.beside_is_meant,
            by=Voice.PRACTITIONER, owner=self.form, then=lambda _ids: self._kept(asked), sorry=self.form.say,
        )  # fmt: skip

    def _kept(self, asked: Asked) -> None:
        self.close_form()
        self.show_day(asked.starts[0].local().date())

    def _cancel(self, by: Voice, words: str, following: bool) -> None:
        if isinstance(self.form, CancelForm):
            one = self.form.line.appointment
            self.close_form()
            self._do(acts.cancel_appointment, one.id, words=words, following=following, by=by)

    def _save(self, line: Line) -> None:
        dialog = QFileDialog(
            self, _("Save for another calendar"), str(documents_folder() / "appointment.ics"), "iCalendar (*.ics)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.fileSelected.connect(lambda path: self.save_to(line, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, line: Line, path: Path) -> None:
        """Write the appointment to an .ics file: when, and neither who nor why."""
        words, made = spoken(), self._desk.clock.now()
        purpose = Purpose(
            what=_("Appointment for another calendar"), to_whom=line.name, why=_("To keep the time"),
            person_id=line.appointment.person_id,
        )  # fmt: skip

        def work(practice: Practice) -> None:
            release.save(practice, calendar_file([line.appointment], words=words, made=made), purpose, path)

        told = _("Saved. The file says when, and neither who nor why.")
        self._desk.runner.run(work, owner=self, then=lambda _none: self._desk.notices.say(told), sorry=self._sorry)

    # -- inside ---------------------------------------------------------------------------------------

    def _do(self, act: object, *args: object, by: Voice, **more: object) -> None:
        self._desk.runner.do(act, *args, by=by, owner=self, sorry=self._sorry, **more)  # type: ignore[arg-type]

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._desk.notices.warn(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _today(self) -> date:
        return self._desk.clock.now().local().date()

    def _on_changed(self, change: Changed) -> None:
        if change.rooms & _SHOWN:
            self._ask()

    def _ask(self) -> None:
        day, today = self._day, self._today()
        first, length = (day - timedelta(days=day.weekday()), 7) if self.tabs.current() == WEEK else (day, 1)
        start, end = (self._midnight(each) for each in (first, first + timedelta(days=length)))
        until, now = today + timedelta(days=_AHEAD_DAYS), self._desk.clock.now()

        def look(db: Reader) -> _Found:
            lines = views.lines_between(db, start.utc_us, end.utc_us)
            return _Found(
                lines=lines,
                hints=_hints(db, lines, now) if day == today else (),
                promises=promises_owed(db, until=until),
                waiting=views.everyone_waiting(db),
            )

        self._desk.runner.ask(look, owner=self, then=lambda found: self._show(day, first, found))

    def _midnight(self, day: date) -> Instant:
        return self._desk.clock.wall(day, 0)

    def _show(self, day: date, first: date, found: _Found) -> None:
        if day != self._day:
            return  # the page has moved on
        today, is_week = self._today(), self.tabs.current() == WEEK
        self.lines = found.lines
        self.conversations.setVisible(not is_week)
        self.week.setVisible(is_week)
        self.today_link.setVisible(not first <= today <= first + timedelta(days=6 if is_week else 0))
        if is_week:
            self.title.setText(_("Week of {day}").format(day=spoken().date(first, "long")))
            self._glance.setText("")
            self.week.show_week(first, found.lines, today=today)
        else:
            self.title.setText(day_name(day, today))
            self._glance.setText(at_a_glance(found.lines, self._desk.clock.now()))
            self.conversations.show_lines(found.lines, today=today)
        self._glance.setVisible(not is_week)
        self.owed.show_promises(found.promises, today=today)
        self.waiting.show_lines(found.waiting)
        self.hints.show_hints(found.hints)

    def _show_form(self, form: AppointmentForm | CancelForm) -> None:
        self.close_form()
        self.form = form
        if isinstance(form, AppointmentForm):
            form.given.connect(self._given)
        else:
            form.given.connect(self._cancel)
        form.leaves.connect(self.close_form)
        self._form_place.addWidget(form)
        self._page.ensureWidgetVisible(form)

    def _choose_day(self, day: object) -> None:
        if isinstance(day, date):
            self.tabs.set_current(DAY)
            self.show_day(day)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _key: self.show_day(self._day))
        self.new_button.clicked.connect(lambda _checked: self.open_form())
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.today_link.clicked.connect(lambda: self.show_day(self._today()))
        self.conversations.asked.connect(self._asked)
        self.week.day_chosen.connect(self._choose_day)
        self.owed.opened.connect(self._desk.ways.person)
        self.waiting.gives_place.connect(self.open_form)
        self._desk.runner.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        for key, words in ((DAY, _("Day")), (WEEK, _("Week"))):
            self.tabs.add(key, words)
        column = self._page.column
        column.addWidget(self.title)
        column.addWidget(self._glance)
        tools = FlowLayout(gap=10)
        for tool in (self.tabs, self.before, self.after, self.today_link, self.new_button):
            tools.addWidget(tool)
        column.addLayout(tools)
        column.addLayout(self._form_place)
        column.addWidget(self.week)
        narrow = QVBoxLayout()
        narrow.setSpacing(16)
        narrow.addWidget(self.hints)
        narrow.addWidget(self.owed)
        narrow.addWidget(self.waiting)
        narrow.addStretch(1)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.conversations, 7, Qt.AlignmentFlag.AlignTop)
        self._sides.addLayout(narrow, 5)
        column.addLayout(self._sides)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)


def _hints(db: Reader, lines: Sequence[Line], now: Instant) -> tuple[tuple[str, Hint], ...]:
    """For each who still comes today, what there is to think of."""
    coming = {
        line.appointment.person_id: line.called
        for line in lines
        if line.appointment.stands() and (line.visit is None or line.visit.ended is None)
    }
    found = ((called, hint_for(db, person_id, now=now)) for person_id, called in coming.items())
    return tuple((called, hint) for called, hint in found if hint is not None)
