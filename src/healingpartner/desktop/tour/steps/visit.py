"""A whole visit: arriving, a late start owned, being heard, an examination stopped, a note read and locked by both."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA
from healingpartner.desktop.tour.steps.people_kept import open_first_mira
from healingpartner.practice import Practice
from healingpartner.vault.resistance import yields
from healingpartner.visits.notes.store import ADDENDUM, NOTE

BRINGS = "How the walks after supper felt"
EXACT = "It was like someone had put the light back on. Then my knee went, and I thought: here we go again."
HEARD, MEANT = "The good days make the bad ones harder to bear.", "Not harder. More surprising."
ASKS = "Will it ever be quite gone?"
SORRY = "I kept you waiting. I am sorry."
NOTE_WORDS = "Walked three evenings. The knee gave way on Tuesday, on the stairs."
ADDED = "It was Wednesday, not Tuesday."
JOT = "left knee, stairs"
TAB = "Visits"
MOST_ACTIONS = 3  # besides typing, from opening a visit to a usable note


def _arrived(tour: Tour) -> str:
    open_first_mira(tour)
    tour.hand.tab(TAB)
    tour.until(lambda: reads("have not met here yet"), "the empty list of visits")
    tour.settle()
    tour.shot("visits-empty")
    tour.hand.click("Only arrived so far")
    tour.until(lambda: reads("has arrived."), "that she has arrived")
    tour.pass_time(12)
    tour.hand.click("Begin the visit now")
    tour.until(lambda: reads("What Mira brings"), "the visit")
    tour.settle()
    tour.shot("visit-begun")
    return must_read("What Mira brings", "How we come", "Our note")


def _told_in_her_hand(tour: Tour) -> str:
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads("Before we begin"), "her own page")
    tour.settle()
    tour.hand.type_into("What I would like to talk about", BRINGS)
    tour.hand.click("Put it on the list")
    tour.settle()
    tour.hand.click("How I come: Keyed up")
    tour.hand.click("How I come: add a number, 0 to 10")
    tour.hand.click("How I come, how strong is it, 0 to 10 4")
    tour.settle()
    tour.shot("visit-turned-arriving")
    must_not_read(LAYLA, "Our note", "Settings")
    tour.hand.click("That is all for now")
    _back(tour)
    tour.until(lambda: reads(BRINGS), "what she brings")
    return must_read(BRINGS)


def _late_and_sorry(tour: Tour) -> str:
    tour.hand.click("Set the times")
    tour.hand.type_into("I was ready", _wall(tour), afresh=True)
    tour.hand.click("A word about the waiting")
    tour.hand.type_into("A word about the waiting, from me", SORRY)
    tour.hand.click("Say it")
    tour.until(lambda: reads("Waited 12 minutes."), "who waited")
    tour.settle()
    bring_from_the_top(tour.hand.wait_for("Our time", QLabel))
    tour.shot("visit-late-start-owned")
    return must_read("Waited 12 minutes.", SORRY)


def _heard(tour: Tour) -> str:
    tour.hand.type_into("Word for word", EXACT)
    tour.hand.click("Keep these words")
    tour.settle()
    tour.hand.type_into("I heard", HEARD)
    tour.hand.click("Say it back")
    tour.until(lambda: reads("Mira: I meant it this way"), "what was heard")
    tour.hand.click("Mira: I meant it this way")
    tour.hand.type_into("As Mira meant it", MEANT)
    tour.hand.click("Keep it so")
    tour.until(lambda: reads(MEANT), "how she meant it")
    tour.hand.type_into("Mira asks", ASKS)
    tour.hand.click("Keep this question")
    tour.until(lambda: reads("Mira asked on"), "the question")
    tour.settle()
    tour.shot("visit-heard")
    return must_read(EXACT[:40], HEARD, MEANT, ASKS)


def _present(tour: Tour) -> str:
    tour.hand.click("Just be here")
    tour.until(lambda: reads("One line, if you must"), "the quiet screen")
    tour.settle()
    must_not_read("Mira", "Our note", BRINGS)
    tour.shot("visit-presence")
    tour.hand.type_into("One line, if you must", f"{JOT}\n")
    tour.until(lambda: reads("Kept."), "that the line is kept")
    tour.hand.click("Pause")
    tour.until(lambda: reads("Take the time you need."), "the pause")
    must_not_read("Mira", JOT)
    tour.shot("visit-pause")
    tour.hand.click("Go on")
    tour.settle()
    tour.hand.click("Back to the visit (Escape)")
    tour.until(lambda: reads("What Mira brings"), "the visit again")
    tour.settle()
    return must_read(JOT, BRINGS)


def _examined(tour: Tour) -> str:
    tour.hand.click("Ask to examine, step by step")
    tour.hand.click("Ask Mira")
    tour.until(lambda: reads("It is hard to agree to something unnamed."), "what has to be said first")
    tour.hand.type_into("What I would like to do", "Feel how the knee bends")
    tour.hand.type_into("Where", "Left knee")
    tour.hand.type_into("Why it would help", "To see what hurts")
    tour.hand.type_into("How to say stop", "A raised hand")
    tour.hand.click("Ask Mira")
    tour.until(lambda: reads("Mira says yes"), "the question to her")
    must_not_read("Examine, saying what comes next")
    tour.shot("visit-examination-asked")
    tour.hand.click("Mira says yes")
    tour.hand.click("Examine, saying what comes next")
    tour.until(lambda: reads("Now: Examine"), "the step")
    tour.settle()
    tour.shot("visit-examination")
    tour.hand.click("Mira says stop")
    tour.until(lambda: reads("Stopped at"), "the stop")
    tour.settle()
    tour.shot("visit-examination-stopped")
    return must_read("Stopped at", "Feel how the knee bends")


def _noted(tour: Tour) -> str:
    tour.hand.choose("Shape of the note", "SOAP: four parts")
    tour.hand.type_into("What was told", NOTE_WORDS)
    tour.hand.click("Keep this note")
    tour.until(lambda: reads("not signed yet"), "the note")
    tour.settle()
    tour.shot("visit-note-kept")
    tour.hand.click("Sign it")
    tour.until(lambda: reads("not locked yet"), "the signature")
    tour.settle()
    tour.hand.click("Lock it")
    tour.until(lambda: reads("Lock this note?"), "the question")
    tour.hand.click("Lock it", nth=-1)
    tour.until(lambda: reads("Signed and locked on"), "the lock")
    tour.settle()
    tour.shot("visit-note-locked")
    return must_read("Signed and locked on", NOTE_WORDS)


def _read_together(tour: Tour) -> str:
    tour.hand.click("Read it together")
    tour.until(lambda: reads("This is all of it."), "the note on the turned view")
    tour.settle()
    tour.hand.type_into("What I would add, or say otherwise", ADDED)
    tour.shot("visit-note-turned")
    tour.hand.click("Keep my words")
    tour.until(lambda: reads("Added by me"), "her words")
    tour.hand.click("I have read it")
    tour.until(lambda: reads("It is noted that you have read it."), "the thanks")
    _back(tour)
    tour.until(lambda: reads("Seen by Mira on"), "that she has seen it")
    tour.settle()
    tour.shot("visit-note-added-to")
    weak = tour.ask(_what_yields)
    if weak:
        raise NotHeld(f"changed by a statement: {weak}")
    return must_read(ADDED, "Added by Mira on", "Seen by Mira on")


def _left_unsettled(tour: Tour) -> str:
    tour.hand.click("Mira, leaving: Mixed")
    tour.hand.click("Mira, leaving: add a number, 0 to 10")
    tour.hand.click("Mira, leaving, how strong is it, 0 to 10 8")
    tour.until(lambda: reads("Mira leaves unsettled."), "what is offered")
    tour.hand.click("Come to rest together")
    tour.hand.type_into("What I will ask when I call", "How the night was")
    tour.settle()
    tour.shot("visit-leaving-unsettled")
    tour.hand.click("I will call back")
    tour.until(lambda: reads("You call back."), "that a call is owed")
    tour.pass_time(50)
    tour.hand.click("End this visit")
    tour.until(lambda: reads("This visit has ended."), "the end")
    tour.settle()
    tour.hand.click("Save as a PDF: Our visit")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("visit")))
    words = eye.plain(tour.paper("visit"))
    missing = [each for each in (BRINGS, MEANT, ADDED, ASKS) if each not in words]
    if missing:
        raise NotHeld(f"not on the paper: {missing}")
    tour.hand.click("All visits")
    tour.until(lambda: reads("What I owe Mira after our visits"), "the list")
    tour.settle()
    tour.shot("visits-list")
    return must_read("A call back, by", "How the night was", ASKS)


def _few_actions(tour: Tour) -> str:
    """From opening a visit to a usable note the hand's own clicks are counted, the one into the field too."""
    before = tour.hand.actions
    tour.hand.click("Begin a visit")
    tour.until(lambda: reads("Our note"), "the visit")
    tour.until(lambda: eye.find("What was told", QPlainTextEdit) is not None, "the note")
    tour.settle()
    tour.hand.type_into("What was told", "The knee is quiet.")
    tour.hand.click("Keep this note")
    tour.until(lambda: reads("Kept on"), "the note kept")
    counted = tour.hand.actions - before
    if counted > MOST_ACTIONS:
        raise NotHeld(f"it took {counted} actions besides typing")
    tour.settle()
    tour.hand.click("End this visit")
    tour.until(lambda: reads("This visit has ended."), "the end")
    tour.hand.click("All visits")
    tour.settle()
    return f"{counted} actions besides typing: Begin a visit · into the field · Keep this note"


def _carried(tour: Tour) -> str:
    tour.hand.click("Begin a visit")
    tour.hand.click("Start from the last visit")
    tour.until(lambda: reads("and not touched since."), "what is carried over")
    tour.settle()
    tour.shot("visit-carried-over")
    tour.hand.type_into("What was told", " And today it is, too.")
    tour.settle()
    must_not_read("and not touched since.")
    tour.hand.click("All visits")
    tour.settle()
    tour.hand.click("Go on with the visit")
    tour.until(lambda: reads("And today it is, too."), "what was being written")
    return must_read("Here is what you were writing.")


def _why_written(tour: Tour) -> str:
    tour.hand.click("All visits")
    tour.settle()
    tour.hand.click("Let them choose")
    tour.until(lambda: reads("Why there is a record of our visits"), "why there is a record")
    tour.settle()
    tour.hand.click("Write it together, where we both can see it")
    tour.shot("visit-why-written")
    tour.hand.click("That is my choice")
    tour.until(lambda: reads("You can choose anew at any time."), "the thanks")
    _back(tour)
    tour.until(lambda: reads("Chosen on"), "the choice")
    tour.settle()
    return must_read("Write it together, where we both can see it")


def _back(tour: Tour) -> None:
    tour.hand.click("Give the screen back", nth=-1)
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()


def _wall(tour: Tour) -> str:
    """The clock's own time, as a person types it."""
    return tour.clock.now().local().strftime("%H:%M")


def _what_yields(practice: Practice) -> list[str]:
    return [*yields(practice.vault, NOTE), *yields(practice.vault, ADDENDUM)]


STEPS = (
    ("The patient arrives, and the visit begins when both are ready", _arrived),
    ("She tells in her own hand what she brings and how she comes", _told_in_her_hand),
    ("A late start stands in two equal columns and is owned", _late_and_sorry),
    ("Her first words are kept, and what was heard is mended by her", _heard),
    ("The quiet screen shows nothing of the record, and the pause asks nothing", _present),
    ("An examination is asked for, goes step by step, and stops at one tap", _examined),
    ("The note is kept, signed and locked by three acts", _noted),
    ("She reads all of it and adds her words below; no statement changes it", _read_together),
    ("She leaves unsettled: rest and a call back are offered, and all of it comes on paper", _left_unsettled),
    ("From opening a visit to a usable note it takes three actions at most, counted", _few_actions),
    ("Words carried over are marked until they are touched, and a draft comes back", _carried),
    ("She chooses how her visits are written down", _why_written),
)
