"""After both have signed: the day of renewing, an ending that stays kind, beginning again, consents, and papers."""

from functools import partial

from PySide6.QtWidgets import QAbstractButton

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.agreement_whole import CALLED, HERS
from healingpartner.desktop.tour.steps.people_added import NGUYEN, open_person

FAREWELL = "You listened to the end of my sentences. Thank you."


def _renewal_moved(tour: Tour) -> str:
    open_person(tour, NGUYEN)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.click("Choose another day")
    tour.hand.type_into("The day to look at it again", "1 May 2027")
    tour.hand.choose("Who moves the day", f"{CALLED} says so")
    tour.hand.click("Move the day")
    tour.until(lambda: reads("You look at your promises again on May 1, 2027."), "the day she chose")
    tour.settle()
    tour.shot("agreement-renewal-moved")
    return must_read("You look at your promises again on May 1, 2027.")


def _ended(tour: Tour) -> str:
    tour.hand.click("End or hand on")
    tour.hand.choose("Who begins it", f"{CALLED} says so")
    tour.hand.type_into(f"{CALLED}'s words to you", FAREWELL)
    tour.shot("agreement-ending-form")
    tour.hand.click("Begin to end")
    tour.until(lambda: reads("Begin to end your work together?"), "the question")
    tour.hand.click("Begin to end", nth=-1)
    tour.until(lambda: reads("The door stays open.") and reads(FAREWELL), "the ending")
    tour.settle()
    if reads(f"{CALLED} ends it today"):
        tour.hand.click(f"{CALLED} ends it today")
    tour.until(lambda: reads("It ended on"), "the end")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Begin again", QAbstractButton))
    tour.shot("agreement-ended")
    return must_read("The door stays open.", FAREWELL)


def _letters(tour: Tour) -> str:
    for kind, name in (
        ("A letter to say goodbye", "letter-goodbye"),
        ("A letter for handing on", "letter-handing-on"),
        ("A letter to ask another for help", "letter-referral"),
    ):
        tour.hand.click("Write a letter")
        tour.settle()
        tour.hand.choose("What kind of letter", kind)
        tour.hand.type_into("For whom", "Dr. Ngozi Adeyemi")
        tour.hand.type_into("How it begins", "It was good to walk this part of the way together.")
        tour.hand.type_into("Strengths to build on", "Knows early when rest is needed.")
        tour.hand.type_into("How it ends", "The door stays open.")
        tour.hand.click("Keep this letter")
        tour.until(partial(reads, f"Print: {kind}"), f"the line of {kind}")
        tour.settle()
        _save(tour, f"Save as a PDF: {kind}", name, ("walk this part of the way",))
    tour.shot("agreement-letters")
    return "goodbye, handing on and asking for help, each saved as a PDF"


def _resumed(tour: Tour) -> str:
    tour.hand.choose("Who wishes to begin again", f"{CALLED} says so")
    tour.hand.click("Begin again")
    tour.until(lambda: reads("and you began again on"), "the beginning again")
    tour.settle()
    tour.shot("agreement-resumed")
    return must_read("and you began again on", "Signed by both")


def _consents(tour: Tour) -> str:
    for kind in ("Privacy notice", "Keeping a record"):
        tour.hand.click(f"{kind}: {CALLED} says yes aloud")
        tour.hand.wait_for(f"{kind}: Take it back", QAbstractButton)
        tour.settle()
    tour.shot("agreement-consents-given")
    tour.hand.click("Keeping a record: Take it back")
    tour.until(lambda: reads("Taken back on"), "that it was taken back")
    tour.settle()
    tour.shot("agreement-consent-taken-back")
    return must_read("Given on", "Taken back on", "Signed by both")


def _papers(tour: Tour) -> str:
    for name, paper, wanted in (
        ("Blank copy to give away", "agreement-blank", ()),
        ("Plain words beside the full ones", "agreement-plain", (HERS,)),
        ("What has changed, side by side", "agreement-compared", ()),
        ("Sheet for renewing", "agreement-renewal", ()),
        ("Privacy notice", "consent-privacy", ()),
    ):
        _save(tour, f"Save as a PDF: {name}", paper, wanted)
    return "blank copy, plain words, what has changed, the sheet for renewing and a notice, each saved as a PDF"


def _save(tour: Tour, name: str, paper: str, wanted: tuple[str, ...]) -> None:
    tour.hand.click(name)
    tour.hand.answer_file_dialog(str(tour.book.next_paper(paper)))
    words = eye.plain(tour.paper(paper))
    tour.settle()
    missing = [each for each in wanted if each not in words]
    if missing or not words:
        raise NotHeld(f"not on the paper {paper}: {missing}")


STEPS = (
    ("The patient moves the day to look at the promises again", _renewal_moved),
    ("The patient ends it the same day, in own words; the door stays open", _ended),
    ("Letters of goodbye, of handing on and of asking for help come on paper", _letters),
    ("They begin again, and what both signed stands again", _resumed),
    ("Consents are given each for itself, and one is taken back at once", _consents),
    ("A blank copy to carry, plain words, what has changed and more come on paper", _papers),
)
