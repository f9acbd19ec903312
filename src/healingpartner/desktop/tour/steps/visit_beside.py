"""Beside the talk: where it is on the body, a figure, who else may see, a letter, and what is for oneself alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_kept import open_first_mira

BURNING, PRIVATE = "Burning, and worse on the stairs", "I was in a hurry myself today."
LETTER = "Could you look at the left knee within two weeks?"
WISH = "I want to be able to walk to the lake."


def _on_the_body(tour: Tour) -> str:
    open_first_mira(tour)
    tour.hand.tab("Visits")
    tour.until(lambda: reads("Our visits"), "the list")
    tour.settle()
    tour.hand.click("Go on with the visit" if reads("Go on with the visit") else "Begin a visit")
    tour.until(lambda: reads("On the body"), "the visit")
    tour.settle()
    tour.hand.click("Let Mira draw")
    tour.until(lambda: reads("Where it is"), "the figure on the turned view")
    tour.settle()
    figure = tour.hand.wait_for("A figure to draw on", QWidget)
    figure.setFocus()
    tour.hand.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    tour.hand.type_into("What it is like there", BURNING)
    tour.settle()
    tour.shot("visit-body-turned")
    tour.hand.click("That is all for now")
    tour.until(lambda: reads("Everything is kept as you drew it."), "the thanks")
    tour.hand.click("Give the screen back", nth=-1)
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads(BURNING), "what she showed")
    tour.settle()
    tour.hand.click("Show the figure")
    tour.settle()
    tour.shot("visit-body")
    return must_read(BURNING)


def _measured(tour: Tour) -> str:
    tour.hand.click("Write a figure down")
    tour.hand.choose("What was measured", "Weight")
    tour.hand.type_into("Figure", "a lot")
    tour.hand.click("I measured it")
    tour.until(lambda: reads("Write it as a figure, such as 36.8"), "what a figure is")
    tour.hand.type_into("Figure", "71.5", afresh=True)
    tour.hand.click("Mira measured it")
    tour.until(lambda: reads("Weight: 71.5 kg"), "the figure")
    tour.settle()
    tour.shot("visit-measured")
    return must_read("Weight: 71.5 kg")


def _who_sees(tour: Tour) -> str:
    tour.hand.click("All visits")
    tour.until(lambda: reads("Who else may see our notes"), "the list")
    tour.settle()
    tour.hand.click("Who else may see our notes: ask, and write it down")
    tour.hand.type_into("Whom it is about", "Sara, her sister")
    tour.hand.choose("What was said", "Ask me each time")
    tour.hand.click("Keep what was said")
    tour.until(lambda: reads("Sara, her sister: Ask me each time"), "what was said")
    tour.settle()
    tour.shot("visits-who-sees")
    return must_read("Sara, her sister: Ask me each time")


def _letter(tour: Tour) -> str:
    tour.hand.click("Note a call, a letter or a message")
    tour.until(lambda: reads("A note without a visit"), "the page for it")
    tour.settle()
    tour.hand.choose("What it was", "A letter")
    tour.hand.type_into("In a few words", "Dr. Ngozi Adeyemi")
    tour.hand.choose("Shape of the note", "A letter to a colleague")
    tour.hand.type_into("What the patient wants said", WISH)
    tour.hand.type_into("What we ask", LETTER)
    tour.hand.click("Keep this note")
    tour.until(lambda: reads("Print: As a letter"), "that it is kept")
    tour.settle()
    tour.shot("visits-letter")
    tour.hand.click("Save as a PDF: As a letter")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("visit-letter")))
    words = eye.plain(tour.paper("visit-letter"))
    missing = [each for each in (LETTER, WISH, "Dr. Ngozi Adeyemi") if each not in words]
    if missing:
        raise NotHeld(f"not on the paper: {missing}")
    tour.hand.click("Back")
    tour.until(lambda: reads("Between visits"), "the list")
    tour.settle()
    return "a letter with her own words in it, saved as a PDF"


def _private(tour: Tour) -> str:
    must_not_read(PRIVATE)
    tour.hand.click("Open my own reflections")
    tour.until(lambda: reads("Apart does not always mean shielded."), "what the law does and does not shield")
    tour.hand.type_into("What this work does with me", PRIVATE)
    tour.hand.click("Keep this for myself")
    tour.until(lambda: reads("Write it anew, or empty it"), "the reflection")
    tour.settle()
    tour.shot("visits-for-myself")
    return must_read("Apart does not always mean shielded.", PRIVATE)


def _beforehand(tour: Tour) -> str:
    tour.hand.click("Save as a PDF: Questions before we meet")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("visit-beforehand")))
    words = eye.plain(tour.paper("visit-beforehand"))
    wanted = "What would you like to ask first?"
    if wanted not in words:
        raise NotHeld(f"not on the paper: {wanted}")
    return wanted


STEPS = (
    ("She shows on the figure where it is, by keys, in her own hand", _on_the_body),
    ("A figure is written down as it was read, whoever measured it", _measured),
    ("What somebody else may see is asked and kept", _who_sees),
    ("A letter to a colleague holds her own words and comes on paper", _letter),
    ("Reflections for oneself alone stay closed, with an honest word on the law", _private),
    ("The questions of a first talk can be read at home before anyone asks them", _beforehand),
)
