"""The page Today: conversations, what is owed, who waits; made, moved and cancelled by hand."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.accessibility import nameless
from desktop.stage import Stage
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.rooms import _coming_today
from healingpartner.desktop.today.cancel_form import CancelForm
from healingpartner.desktop.today.form import AppointmentForm, read_time
from healingpartner.desktop.today.page import TodayPage
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.views import list_rows
from healingpartner.practice import Practice
from healingpartner.vault.releases import log_of
from healingpartner.visits import acts as visits
from healingpartner.visits.appointments import acts
from healingpartner.visits.appointments.model import Rhythm

TODAY = date(2026, 11, 22)
DESK = Voice.PRACTITIONER


def add(stage: Stage, name: str) -> str:
    given = Particulars(legal_name=name, called=name.split(maxsplit=1)[0])
    return stage.do(lambda practice: practice.do(add_person, given, by=DESK))


def planned(stage: Stage, person_id: str, hour: int, *, day: date = TODAY, **more: object) -> str:
    at = stage.desk.clock.wall(day, hour * 60)
    return stage.do(lambda practice: practice.do(acts.make_appointments, person_id, [at], minutes=50, by=DESK, **more))[
        0
    ]


def page_of(stage: Stage) -> TodayPage:
    page = TodayPage(stage.desk)
    stage.show(page)
    stage.settle()
    return page


def form_of(page: TodayPage) -> AppointmentForm:
    page.new_button.click()
    assert isinstance(page.form, AppointmentForm)
    return page.form


def names(page: TodayPage) -> list[str]:
    return [line.line.name for line in page.conversations.lines]


def test_an_appointment_is_made_with_two_letters_a_time_and_a_press(stage: Stage) -> None:
    add(stage, "Mira Rahimi")
    page = page_of(stage)
    form = form_of(page)
    stage.settle()
    form.picker.filter_field.setText("mi")
    stage.settle()
    form.picker.chosen.emit(*stage.do(_first))
    form.time.set_value("14.15")
    form.keep_button.click()
    stage.settle()
    assert names(page) == ["Mira Rahimi"]
    assert page.form is None
    assert page.conversations.lines[0].line.appointment.starts.local().strftime("%H:%M") == "14:15"
    assert nameless(page) == []


def _first(practice: Practice) -> tuple[str, str]:
    row = practice.ask(list_rows)[0]
    return row[0], row[1]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("time", "noon"),
        ("time", "25:00"),
        ("minutes", "long"),
        ("minutes", "9999"),
        ("day", "31 February 2027"),
        ("day", "2027"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_stays_typed(stage: Stage, field: str, typed: str) -> None:
    person_id = add(stage, "Mira Rahimi")
    page = page_of(stage)
    form = form_of(page)
    form.settle_for(person_id, "Mira Rahimi")
    form.time.set_value("10:30")
    form.fields()[field].set_value(typed)  # type: ignore[attr-defined]
    form.keep_button.click()
    stage.settle()
    assert form.fields()[field].sentence()
    assert form.fields()[field].value() == typed  # type: ignore[attr-defined]
    assert page.form is form


def test_nobody_chosen_is_asked_for(stage: Stage) -> None:
    page = page_of(stage)
    form = form_of(page)
    form.keep_button.click()
    with pytest.raises(RuleBroken):
        form.asked()
    assert page.form is form


def test_two_at_one_time_are_asked_about_and_kept_when_both_are_meant(stage: Stage) -> None:
    mira, jonah = add(stage, "Mira Rahimi"), add(stage, "Jonah Takahashi")
    planned(stage, mira, 10)
    page = page_of(stage)
    form = form_of(page)
    form.settle_for(jonah, "Jonah Takahashi")
    form.time.set_value("10:20")
    form.keep_button.click()
    stage.settle()
    assert form.time.sentence()
    assert form.both.isVisible()
    form.both.set_value(True)
    form.keep_button.click()
    stage.settle()
    assert names(page) == ["Mira Rahimi", "Jonah Takahashi"]
    assert all(line.line.beside for line in page.conversations.lines)


def test_a_series_stands_on_each_of_its_days(stage: Stage) -> None:
    person_id = add(stage, "Mira Rahimi")
    page = page_of(stage)
    form = form_of(page)
    form.settle_for(person_id, "Mira Rahimi")
    form.time.set_value("9")
    form.rhythm.set_value(Rhythm.WEEK.value)
    form.rhythm.changed.emit()
    stage.settle()
    assert form.times.isVisible()
    form.times.set_value("3")
    form.keep_button.click()
    stage.settle()
    page.show_day(TODAY + timedelta(days=14))
    stage.settle()
    assert names(page) == ["Mira Rahimi"]
    page.step(7)
    stage.settle()
    assert names(page) == []


def test_one_is_moved_and_says_where_it_stood(stage: Stage) -> None:
    planned(stage, add(stage, "Mira Rahimi"), 10)
    page = page_of(stage)
    page.conversations.lines[0].press("move")
    form = page.form
    assert isinstance(form, AppointmentForm)
    form.time.set_value("16:00")
    form.keep_button.click()
    stage.settle()
    one = page.conversations.lines[0].line.appointment
    assert one.moved_from is not None
    assert one.starts.local().hour == 16


def test_cancelling_asks_who_and_never_why(stage: Stage) -> None:
    planned(stage, add(stage, "Mira Rahimi"), 10)
    page = page_of(stage)
    page.conversations.lines[0].press("cancel")
    form = page.form
    assert isinstance(form, CancelForm)
    form.cancel_button.click()
    assert form.side.sentence()
    form.side.set_value(Voice.PATIENT.value)
    form.cancel_button.click()
    stage.settle()
    line = page.conversations.lines[0]
    assert line.line.appointment.cancelled_by is Voice.PATIENT
    assert line.offered() == ("stand_again", "open")
    line.press("stand_again")
    stage.settle()
    assert page.conversations.lines[0].line.appointment.stands()


def test_beginning_leads_to_the_persons_visits_and_who_was_kept_waiting_is_said(stage: Stage) -> None:
    person_id = add(stage, "Mira Rahimi")
    planned(stage, person_id, 9)
    page = page_of(stage)
    told: list[tuple[str, str]] = []
    stage.desk.ways.person.connect(lambda person, tab: told.append((person, tab)))
    page.conversations.lines[0].press("arrive")
    stage.settle()
    stage.desk.clock._next_us += 6 * 60_000_000  # type: ignore[attr-defined]
    page.conversations.lines[0].press("begin")
    stage.settle()
    assert told == [(person_id, "visits")]
    page.show_day(TODAY)
    stage.settle()
    assert any("6" in chip.text() for chip in page.conversations.lines[0].findChildren(Chip))


def test_who_waits_gets_a_place_from_the_list(stage: Stage) -> None:
    person_id = add(stage, "Jonah Takahashi")
    page = page_of(stage)
    page.waiting.add_link.click()
    form = page.waiting.form
    assert form is not None
    form.keep_button.click()
    form.choose(person_id, "Jonah Takahashi")
    form.suits.set_value("<b>mornings</b>")
    form.keep_button.click()
    stage.settle()
    (line,) = page.waiting.lines
    assert line.waiting.suits == "<b>mornings</b>"
    page.waiting.gives_place.emit(line)
    asked = page.form
    assert isinstance(asked, AppointmentForm)
    asked.time.set_value("11:00")
    asked.keep_button.click()
    stage.settle()
    assert page.waiting.lines == ()
    assert names(page) == ["Jonah Takahashi"]


def test_what_is_owed_leads_to_the_page_where_it_is_kept(stage: Stage) -> None:
    person_id = add(stage, "Leonie Engel")

    words = "Two names of physiotherapists"
    stage.do(lambda practice: practice.do(visits.owe, person_id, words=words, by=DESK))
    page = page_of(stage)
    assert [(one.name, one.words) for one in page.owed.shown] == [("Leonie Engel", "Two names of physiotherapists")]


def test_the_file_for_another_calendar_leaves_by_the_one_door(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage, "Mira Rahimi")
    planned(stage, person_id, 10)
    page = page_of(stage)
    path = tmp_path / "appointment.ics"
    page.save_to(page.conversations.lines[0].line, path)
    stage.settle()
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Appointment"
    assert b"Mira" not in path.read_bytes()
    assert stage.do(lambda practice: len(practice.ask(log_of, person_id))) == 1


def test_a_week_shows_seven_days_and_leads_to_each(stage: Stage) -> None:
    planned(stage, add(stage, "Mira Rahimi"), 10, day=TODAY + timedelta(days=1))
    page = page_of(stage)
    page.return_to("week/2026-11-23")
    stage.settle()
    assert len(page.week.days) == 7
    assert page.place() == "week/2026-11-23"
    page.week.day_chosen.emit(TODAY + timedelta(days=1))
    stage.settle()
    assert (page.place(), names(page)) == ("day/2026-11-23", ["Mira Rahimi"])
    page.return_to("nonsense/never")
    stage.settle()
    assert page.place().endswith("2026-11-22")


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("10:30", 630),
        ("9", 540),
        ("9 am", 540),
        ("12 am", 0),
        ("12.15 pm", 735),
        ("14h05", 845),
        (" 7:05 ", 425),
        ("١٠:٣٠", 630),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, minute: int) -> None:
    assert read_time(typed) == minute


@pytest.mark.parametrize("typed", ["", "noon", "24:00", "10:60", "13 pm", "10:30:00"])
def test_what_is_no_time_gets_a_sentence(typed: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_time(typed)
    assert broken.value.field == "time"


def test_the_list_of_people_says_who_still_comes_today(stage: Stage) -> None:
    mira, jonah = add(stage, "Mira Rahimi"), add(stage, "Jonah Takahashi")
    planned(stage, mira, 17)
    planned(stage, jonah, 17, day=TODAY + timedelta(days=1))
    now = stage.desk.clock.now()
    assert stage.do(lambda practice: practice.ask(_coming_today, now)) == {mira: "Today, 5:00\u202fPM"}
