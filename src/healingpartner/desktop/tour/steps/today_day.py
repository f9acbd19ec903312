"""The page Today: appointments made, asked about, repeated, moved, cancelled; a place given; a file for a calendar."""

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.desktop.tour.steps.people_added import LAYLA, NGUYEN, WANG

SUITS = "Mornings, before the children come home"
ABOUT = "Second conversation"


def _empty(tour: Tour) -> str:
    tour.hand.click("Today")
    tour.until(lambda: reads("New appointment"), "the page Today")
    tour.settle()
    tour.shot("today-empty")
    return must_read("Nothing is planned on this day.", "Promises I owe", "Waiting for a place")


def _made(tour: Tour) -> str:
    tour.hand.click("New appointment")
    tour.settle()
    tour.hand.click("Write it down")
    tour.settle()
    whom = must_read("Choose who comes. Two letters of the name are enough.")
    _choose(tour, "nguyet", NGUYEN)
    tour.hand.type_into("Time", "25:10")
    tour.hand.click("Write it down")
    tour.settle()
    tour.shot("appointment-no-such-time")
    when = must_read("A time has an hour and minutes, as in 10:30.")
    tour.hand.type_into("Time", "10.30", afresh=True)
    tour.hand.type_into("In neutral words, if you like", ABOUT)
    tour.shot("appointment-form")
    tour.hand.click("Write it down")
    tour.until(lambda: reads(ABOUT) and not reads("Write it down"), "the appointment")
    tour.settle()
    tour.shot("today-one")
    return f"{whom} · {when} · {must_read('1 conversation. Nobody is waiting.')}"


def _overlapping(tour: Tour) -> str:
    tour.hand.click("New appointment")
    _choose(tour, "ليل", LAYLA)
    tour.hand.type_into("Time", "11 am")
    tour.hand.click("Write it down")
    tour.until(lambda: reads("say that both are meant"), "the question about the other one")
    tour.settle()
    tour.shot("appointment-overlap")
    said = must_read("there is one from 10:30", "Both are meant at the same time")
    tour.hand.click("Both are meant at the same time")
    tour.hand.click("Write it down")
    tour.until(lambda: reads("Another at this time"), "both of them")
    tour.settle()
    return said


def _series(tour: Tour) -> str:
    tour.hand.click("New appointment")
    _choose(tour, "王安", WANG)
    tour.hand.type_into("Time", "14:00")
    tour.hand.choose("How often", "Every week")
    tour.hand.type_into("How many in all", "6", afresh=True)
    tour.shot("appointment-series")
    tour.hand.click("Write it down")
    tour.until(lambda: reads("3 conversations."), "the first of the series")
    tour.settle()
    days = []
    for week in (1, 5):
        tour.hand.tab("Week")
        for _step in range(week):
            tour.hand.click("Later")
        tour.settle()
        days.append(must_read("安琪"))
        tour.hand.click("Go to today")
        tour.settle()
        tour.hand.tab("Day")
        tour.settle()
    return f"six in six weeks, seen after one and after five: {days}"


def _moved(tour: Tour) -> str:
    tour.hand.click(f"Move: {NGUYEN}")
    tour.settle()
    tour.hand.type_into("Time", "16:15", afresh=True)
    tour.shot("appointment-moving")
    tour.hand.click("Move it")
    tour.until(lambda: reads("Moved here from"), "the moved one")
    tour.settle()
    tour.shot("today-moved")
    return must_read("Moved here from")


def _cancelled(tour: Tour) -> str:
    tour.hand.click(f"Cancel it: {LAYLA}")
    tour.settle()
    tour.hand.click("Cancel it")
    tour.settle()
    whose = must_read("Choose this first: it is kept with the words.")
    tour.hand.choose("Who cancels it", "ليلى says so")
    tour.shot("appointment-cancelling")
    tour.hand.click("Cancel it")
    tour.until(lambda: reads("Cancelled by ليلى."), "that it is cancelled")
    tour.settle()
    must_not_read("did not come", "missed")
    return f"{whose} · {must_read('Cancelled by ليلى.', 'Let it stand again')}"


def _waiting(tour: Tour) -> str:
    tour.hand.click("Put someone on this list")
    tour.hand.type_into("Who waits", "nguyet")
    tour.hand.click(f"{NGUYEN} · …")
    tour.hand.type_into("Which times suit, in their words", SUITS)
    tour.hand.type_into("Until when it would help, if there is a day", in_days(tour, 9))
    tour.shot("waiting-form")
    tour.hand.click("Put on the list")
    tour.until(lambda: reads(SUITS), "the one who waits")
    tour.settle()
    tour.shot("today-waiting")
    tour.hand.click(f"Give a place: {NGUYEN}")
    tour.settle()
    tour.hand.type_into("Time", "11:00")
    tour.hand.click("Write it down")
    tour.until(lambda: reads("Nobody is waiting for a place."), "the place given")
    tour.settle()
    tour.shot("today-place-given")
    return must_read("Nobody is waiting for a place.")


def _week(tour: Tour) -> str:
    tour.hand.tab("Week")
    tour.settle()
    tour.shot("today-week")
    said = must_read("Week of", "free")
    tour.hand.click("Later")
    tour.settle()
    day = tour.clock.now().local() + timedelta(days=7)
    tour.hand.click(f"{day:%a, %b} {day.day}")
    tour.settle()
    return f"{said} · {must_read(WANG)}"


def _calendar(tour: Tour) -> str:
    path = tour.home / "Documents" / "appointment.ics"
    tour.hand.click(f"Save for another calendar: {WANG}")
    tour.hand.answer_file_dialog(str(path))
    tour.until(path.is_file, "the file")
    tour.until(lambda: reads("The file says when, and neither who nor why."), "the word that it is saved")
    written = path.read_text("utf-8").replace("\r\n ", "").splitlines()
    starts = (tour.clock.now().local() + timedelta(days=7)).strftime("DTSTART:%Y%m%dT140000Z")
    for line in ("BEGIN:VEVENT", starts, "SUMMARY:Appointment", "CLASS:PRIVATE"):
        if line not in written:
            raise NotHeld(f"{line} was not in the file: {written}")
    if any(WANG in line or "安琪" in line for line in written):
        raise NotHeld("the file said who comes")
    tour.hand.click("Go to today")
    tour.settle()
    return f"read back: {starts}, without a name"


def _met(tour: Tour) -> str:
    """Somebody arrives; the visit is begun from here and stands on the person's own page."""
    tour.hand.click(f"Is here: {NGUYEN}")
    tour.until(lambda: reads("Here since"), "that somebody is here")
    tour.settle()
    tour.shot("today-somebody-is-here")
    here = must_read("Here since")
    tour.hand.click(f"Begin: {NGUYEN}")
    tour.until(lambda: reads("Pages of this person"), "the visit")
    tour.settle()
    tour.hand.click("Today")
    tour.settle()
    return f"{here} · {must_read('You are together since')}"


def _looks(tour: Tour) -> str:
    _choose_look(tour, "Light", "Dark")
    tour.hand.click("Today")
    tour.settle()
    tour.shot("today-dark")
    tour.hand.tab("Week")
    tour.settle()
    tour.shot("today-week-dark")
    tour.hand.tab("Day")
    _choose_look(tour, "Light", "Light")
    _choose_look(tour, "Text size", "200 %")
    tour.started.window.resize(1024, 700)
    tour.hand.click("Today")
    tour.settle()
    tour.shot("today-200-percent")
    bring_from_the_top(tour.hand.wait_for("Put someone on this list", QAbstractButton))
    tour.shot("today-beside-200-percent")
    tour.started.window.resize(*SCREEN)
    _choose_look(tour, "Text size", "100 %")
    return "the day and the week in the dark, and with text twice as large"


def in_days(tour: Tour, days: int) -> str:
    """A day to come, as a person types it."""
    day = tour.clock.now().local().date() + timedelta(days=days)
    return f"{day.day} {day:%B %Y}"


def _choose_look(tour: Tour, name: str, words: str) -> None:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose(name, words)
    tour.settle()


def _choose(tour: Tour, typed: str, name: str) -> None:
    tour.hand.type_into("Who comes", typed)
    tour.until(lambda: eye.find(f"{name} · …", QAbstractButton) is not None, f"{name} among the hits")
    tour.hand.click(f"{name} · …")
    tour.settle()


STEPS = (
    ("Today begins empty and says so, without haste", _empty),
    ("An appointment is made; who and when are asked beside their fields", _made),
    ("Another at the same time is asked about, and can be meant", _overlapping),
    ("A series stands in the weeks to come", _series),
    ("An appointment is moved, and says from where", _moved),
    ("The patient cancels without a reason, and nothing is counted", _cancelled),
    ("Somebody waits for a place, and gets one", _waiting),
    ("A week at a glance leads to each of its days", _week),
    ("The time is saved for another calendar: when, and neither who nor why", _calendar),
    ("Somebody arrives, and the visit begins from here", _met),
    ("Today holds in the dark and with text twice as large", _looks),
)
