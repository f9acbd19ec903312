"""A plan whose every word would break a careless program: shown and printed as it was written, and what is too long."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.people_added import WANG, open_person
from healingpartner.desktop.tour.steps.plan_chosen import back
from healingpartner.desktop.tour.steps.plan_written import keep

MARKUP = '<b>Rest</b> & <img src="file:///etc/hostname">'
OVERRIDE = "\u202eelpmis\u202c {name} %s"
SIGNS = "🌿 O’Brien; DROP TABLE plan"
TOO_LONG = "w" * 10_001


def _written(tour: Tour) -> str:
    open_person(tour, WANG)
    tour.hand.tab("Plan")
    tour.settle()
    tour.hand.paste_into("The plan, in a few words", OVERRIDE)
    tour.hand.paste_into("What matters to 安琪, in their own words", MARKUP)
    tour.hand.click("Begin a plan")
    tour.until(lambda: reads("Being written"), "the plan of strange words")
    tour.settle()
    tour.hand.click("Write the first question")
    tour.settle()
    tour.hand.paste_into("What is there to decide?", TOO_LONG)
    tour.hand.click("Keep it")
    tour.until(lambda: reads("Nothing was lost: shorten it and save."), "what is said of far too long a question")
    tour.settle()
    tour.hand.paste_into("What is there to decide?", SIGNS)
    keep(tour)
    tour.hand.click(f"Add a way: {SIGNS}")
    tour.settle()
    tour.hand.paste_into("The way, in a few words", MARKUP)
    keep(tour)
    bring_from_the_top(tour.hand.wait_for(f"Add a way: {SIGNS}", QAbstractButton))
    tour.shot("plan-of-strange-words")
    return must_read(MARKUP, SIGNS)


def _turned(tour: Tour) -> str:
    tour.hand.click("Turn to 安琪")
    tour.until(lambda: reads("My own words"), "the quiet list")
    tour.settle()
    tour.hand.click(SIGNS)
    tour.settle()
    tour.shot("plan-turned-strange-words")
    said = must_read(MARKUP)
    back(tour)
    return said


def _on_paper(tour: Tour) -> str:
    tour.hand.click("Print")
    tour.settle()
    tour.hand.click("Save as a PDF: What we decided together")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("plan-with-strange-words")))
    words = "".join(eye.plain(tour.paper("plan-with-strange-words")).split())
    tour.settle()
    if "".join(MARKUP.split()) not in words:
        raise NotHeld(f"the paper read: {words[:300]}")
    return "her words stand on paper letter by letter"


STEPS = (
    ("Markup, overrides and signs in a plan are shown as written; a question of 10,001 letters is not lost", _written),
    ("On the turned view they stand as they were written, too", _turned),
    ("On paper a plan with markup stands letter by letter", _on_paper),
)
