"""Words to look at: own ones added, another word taken and given back, one kept, and a person's own word left alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_kept import open_first_mira

ASKED = "Which words do you use for yourself, that I should use too?"
FIELD = "What was told"
TYPED = "Her bad nerves are back. She is diabetic, and denies pain."
MENDED = TYPED.replace("bad nerves", "worry")
TAKE = "Write “worry” instead of “bad nerves”"
SMALL = (1024, 700)


def _added(tour: Tour) -> str:
    _to_settings(tour)
    tour.hand.click("Add words of your own")
    for words, answered in (
        ("", "Write the words that you want to look at."),
        ("the", "These words stand in nearly every text. Add a word that says more."),
        ("(a+)+$", "Write words as they stand in a text, without signs between them, and no more than twelve."),
    ):
        tour.hand.type_into("Words to look at", words, afresh=True)
        tour.hand.click("Keep these words")
        tour.until(lambda answered=answered: reads(answered), answered)  # type: ignore[misc]
    tour.shot("lens-own-words-answered")
    tour.hand.type_into("Words to look at", "bad nerves", afresh=True)
    tour.hand.type_into("Why", "It says nothing of what is felt.")
    tour.hand.type_into("Say instead", "worry")
    tour.hand.type_into("Or this", "fear")
    tour.hand.click("Keep these words")
    tour.until(lambda: reads("bad nerves → worry · fear"), "the words in the list")
    tour.settle()
    tour.shot("lens-own-words")
    return must_read("bad nerves → worry · fear", "In all you write")


def _said_by_her(tour: Tour) -> str:
    open_first_mira(tour)
    tour.hand.tab("Together")
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads(ASKED), "the question on the turned view")
    tour.settle()
    tour.hand.type_into(ASKED, "diabetic, grandmother", afresh=True)
    tour.shot("lens-her-own-words")
    tour.hand.click("This is what I wish")
    tour.until(lambda: reads("Thank you. It is kept, and your practitioner will see it."), "thanks")
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()
    return must_read("diabetic, grandmother")


def _typed(tour: Tour) -> str:
    _to_new_visit(tour)
    tour.until(lambda: reads("Our note"), "the visit")
    tour.settle()
    tour.hand.choose("Shape of the note", "SOAP: four parts")
    tour.until(lambda: eye.find(FIELD, QPlainTextEdit) is not None, "the note")
    tour.hand.type_into(FIELD, TYPED)
    tour.until(lambda: reads("2 words to look at"), "what is marked")
    tour.hand.click(f"2 words to look at: {FIELD}")
    tour.until(lambda: reads("It says nothing of what is felt."), "the reason")
    _show_field(tour)
    tour.shot("lens-note-marked")
    must_not_read("The person comes first")
    return must_read("“bad nerves”", "“denies”")


def _taken_and_given_back(tour: Tour) -> str:
    tour.hand.click(TAKE)
    tour.until(lambda: tour.hand.value(FIELD) == MENDED, "the other word")
    tour.hand.press("Ctrl+Z")
    tour.until(lambda: tour.hand.value(FIELD) == TYPED, "the words as they were typed")
    tour.until(lambda: eye.find(TAKE, QAbstractButton) is not None, "the mark again")
    tour.hand.click(TAKE)
    tour.until(lambda: tour.hand.value(FIELD) == MENDED, "the other word again")
    tour.settle()
    tour.hand.click("Keep “denies”")
    tour.until(lambda: not reads("to look at"), "the end of what is marked")
    tour.hand.click("Keep this note")
    tour.until(lambda: reads("not signed yet"), "the note")
    tour.settle()
    tour.shot("lens-note-kept")
    return must_read(MENDED)


def _counted(tour: Tour) -> str:
    tour.hand.click("End this visit")
    tour.until(lambda: reads("This visit has ended."), "the end")
    _to_settings(tour)
    tour.shot("lens-counts")
    said = must_read("Since you unlocked: 1 word written another way · 1 kept.", "Only you see this")
    tour.hand.choose("Light", "Dark")
    _show_own(tour)
    tour.shot("lens-own-words-dark")
    tour.hand.choose("Light", "Light")
    tour.hand.choose("Text size", "200 %")
    tour.started.window.resize(*SMALL)
    tour.settle()
    _show_own(tour)
    tour.shot("lens-own-words-200-percent")
    tour.started.window.resize(*SCREEN)
    tour.hand.choose("Text size", "100 %")
    tour.settle()
    return said


def _set_aside(tour: Tour) -> str:
    tour.hand.click("Set them aside: bad nerves")
    tour.until(lambda: reads("Look for them again"), "that they are set aside")
    tour.settle()
    _show_own(tour)
    tour.shot("lens-own-words-set-aside")
    return must_read("Set aside")


def _to_new_visit(tour: Tour) -> None:
    """Whatever visit an earlier step left open is ended first."""
    tour.hand.tab("Visits")
    tour.settle()
    if eye.find("All visits", QAbstractButton) is not None:
        tour.hand.click("All visits")
        tour.settle()
    if eye.find("Go on with the visit", QAbstractButton) is not None:
        tour.hand.click("Go on with the visit")
        # It was left open days ago: "now" would be no end of it.
        tour.hand.click("Set the times")
        tour.hand.type_into("We ended", "11:30", afresh=True)
        tour.hand.press(Qt.Key.Key_Tab)
        tour.until(lambda: reads("This visit has ended."), "the end of the visit before")
        tour.hand.click("All visits")
        tour.settle()
    tour.hand.click("Begin a visit")


def _to_settings(tour: Tour) -> None:
    tour.hand.click("Settings")
    tour.until(lambda: reads("Words of your own"), "the own words")
    tour.settle()
    _show_own(tour)


def _show_own(tour: Tour) -> None:
    bring_from_the_top(tour.hand.wait_for("Add words of your own", QAbstractButton))
    tour.settle()


def _show_field(tour: Tour) -> None:
    field = tour.hand.field(FIELD)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_from_the_top(tour.hand.wait_for("Keep “denies”", QAbstractButton))


STEPS = (
    ("Own words to look at are added, and what cannot be looked for is answered beside its field", _added),
    ("The patient says which words they use for themself", _said_by_her),
    ("A note is looked at while it is typed; the patient's own word is not marked", _typed),
    ("Another word is taken, given back by Ctrl+Z, taken again, and one is kept", _taken_and_given_back),
    ("How often is counted for the practitioner alone", _counted),
    ("Own words are set aside again", _set_aside),
)
