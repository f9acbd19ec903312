"""Promises looked at again by both, ending and beginning again in the patient's own hand, and signing on paper."""

import re

from PySide6.QtWidgets import QAbstractButton

from healingpartner.agreements.on_paper.views import scans_of
from healingpartner.agreements.views import agreement_of, everyone
from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.hand import bring_from_the_top
from healingpartner.desktop.tour.steps.agreement_whole import CALLED, HERS, back
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA, NGUYEN, open_person
from healingpartner.exchange.brought_back import kept_scan
from healingpartner.practice import Practice

SOFTER = "If my bus is late, a word from you is enough too."
COAST, HOME = "I am moving to the coast for a while.", "I am back, and would like to go on."
TO_SIGN, SCAN, ON_PAPER = "agreement-to-sign-by-hand", "agreement-scan.pdf", "agreement-signed-on-paper"
COPY = "record-copy"
SIGNED_ON = "20 Nov 2026"


def _she_looks_again(tour: Tour) -> str:
    open_person(tour, NGUYEN)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.click(f"Turn to {CALLED}", nth=-1)
    tour.until(lambda: reads("I keep all the rest"), "the promises on the turned view")
    tour.settle()
    tour.hand.choose(f"What I would do: {HERS}", "Change it")
    tour.hand.type_into("In other words", SOFTER)
    tour.settle()
    tour.shot("renewal-turned")
    tour.hand.click("I keep all the rest")
    tour.settle()
    tour.hand.click("That is my answer")
    tour.until(lambda: reads("You looked at every promise."), "her thanks")
    tour.settle()
    back(tour)
    return must_read(HERS)


def _both_have_looked(tour: Tour) -> str:
    practitioner = "Dr. Amara Osei"
    bring_from_the_top(tour.hand.wait_for(f"{practitioner} keeps all the rest", QAbstractButton))
    tour.shot("renewal-both-voices")
    tour.hand.click(f"{practitioner} keeps all the rest")
    tour.settle()
    tour.hand.click("We have looked at everything")
    tour.until(lambda: reads("Write the new words together."), "what came of it")
    tour.settle()
    tour.shot("renewal-looked-at")
    return must_read("would have changed 1 promise", SOFTER)


def _she_ends(tour: Tour) -> str:
    tour.hand.click(f"Let {CALLED} end it on the turned screen")
    tour.until(lambda: reads("Ending our work together"), "the turned view")
    tour.settle()
    tour.hand.type_into("What I would like to say, if anything", COAST)
    tour.shot("ending-turned")
    tour.hand.click("End it")
    tour.until(lambda: reads("Thank you for the way so far"), "the thanks")
    tour.settle()
    back(tour)
    tour.until(lambda: reads("It ended on"), "the end")
    tour.settle()
    return must_read("The door stays open.", COAST)


def _copy_given(tour: Tour) -> str:
    tour.hand.click("Save as a PDF: Copy of the record")
    tour.hand.answer_file_dialog(str(tour.book.next_paper(COPY)))
    words = eye.plain(tour.paper(COPY))
    tour.settle()
    missing = [each for each in ("Copy of your record", "What we agreed", SOFTER, COAST) if each not in words]
    if missing:
        raise NotHeld(f"not on the copy: {missing}")
    box = tour.hand.wait_for("A copy of the record", QAbstractButton)
    tour.until(box.isChecked, "that the step is done")
    bring_from_the_top(tour.hand.wait_for("Begin again", QAbstractButton))
    tour.shot("ending-copy-given")
    return "the copy holds what both said, and the step that owed it is done"


def _she_begins_again(tour: Tour) -> str:
    tour.hand.click(f"Let {CALLED} begin again on the turned screen")
    tour.until(lambda: reads("Beginning again together"), "the turned view")
    tour.settle()
    tour.hand.type_into("What I would like to say, if anything", HOME)
    tour.shot("resuming-turned")
    tour.hand.click("Begin again")
    tour.until(lambda: reads("Welcome back"), "the welcome")
    tour.settle()
    back(tour)
    tour.until(lambda: reads("Signed by both"), "that it stands again")
    tour.settle()
    return must_read("Signed by both")


def _practitioner_thinks(tour: Tour) -> str:
    open_person(tour, LAYLA)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.click("I want to think about it")
    tour.until(lambda: reads("Nothing presses you either."), "the page for thinking")
    tour.hand.click("Ask me in a week…")
    tour.until(lambda: reads("You have been thinking about it since"), "that both are thinking")
    tour.settle()
    tour.shot("agreement-both-think")
    return must_read("You have been thinking about it since", "You wanted to look at it again on")


def _to_sign_on_paper(tour: Tour) -> str:
    tour.hand.click("Signed on paper…")
    tour.until(lambda: reads("It counts the same as a signature on the screen."), "the page for a signed paper")
    tour.settle()
    tour.shot("on-paper-empty")
    tour.hand.click("Save as a PDF: The text to sign by hand")
    path = tour.book.next_paper(TO_SIGN)
    tour.hand.answer_file_dialog(str(path))
    words = eye.plain(tour.paper(TO_SIGN))
    tour.settle()
    code = _code_on(words)
    scan = tour.home / SCAN
    scan.write_bytes(path.read_bytes())  # what a scanner would bring back
    return f"the paper carries {code} at the foot of each page"


def _other_words(tour: Tour) -> str:
    tour.hand.click("Choose the scan or photographs…")
    tour.hand.answer_file_dialog(str(tour.home / SCAN))
    tour.until(lambda: reads("1 file chosen:"), "the file that was chosen")
    tour.hand.type_into("The first two groups of the code on the paper", "0000 0000")
    tour.hand.choose("How you know who signed", "Identity document seen")
    for nth in (0, 1):
        tour.hand.type_into("The date that stands beside it", SIGNED_ON, nth=nth)
    tour.hand.click("Keep these signatures")
    tour.until(lambda: reads("This code belongs to other words."), "what is said of another code")
    tour.settle()
    tour.shot("on-paper-other-words")
    return must_read("If it stays, this paper cannot stand for them.")


def _brought_back(tour: Tour) -> str:
    code = _code_on(eye.plain(tour.paper(TO_SIGN)))
    tour.hand.type_into("The first two groups of the code on the paper", code, afresh=True)
    tour.hand.click("Keep these signatures")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("The signed copy was sealed on"), "the sealed copy", 60)
    tour.until(lambda: reads("is kept here, as it was brought back"), "the scan on the page")
    tour.settle()
    tour.shot("on-paper-sealed")
    if tour.ask(_kept) != (tour.home / SCAN).read_bytes():
        raise NotHeld("what is kept is not what was brought back")
    tour.pass_time(2)
    return must_read("Signed by both", "by hand on paper, dated", "Whole, and as it was signed.")


def _sealed_copy(tour: Tour) -> str:
    tour.hand.click("Save as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper(ON_PAPER)))
    words = eye.plain(tour.paper(ON_PAPER))
    tour.settle()
    again = tour.home / "again.pdf"
    tour.hand.click("Save scan 1 again…")
    tour.hand.answer_file_dialog(str(again))
    tour.until(again.is_file, "the scan, saved again")
    tour.settle()
    if words.count("signed by hand on paper; dated") != 2 or again.read_bytes() != (tour.home / SCAN).read_bytes():
        raise NotHeld("the copy does not say that it was signed on paper, or the scan came back changed")
    return "the sealed copy says that both signed by hand and names the scan by its hash; the scan is saved as it came"


def _code_on(words: str) -> str:
    found = re.search(r"words ([0-9a-f]{4} [0-9a-f]{4})", words)
    if found is None:
        raise NotHeld("the paper carries no code")
    return found.group(1)


def _kept(practice: Practice) -> bytes:
    person = next(line.person_id for line in practice.ask(everyone) if line.name == LAYLA)
    agreement = practice.ask(agreement_of, person).agreement
    scans = () if agreement is None else practice.ask(scans_of, agreement.id)
    return b"".join(kept_scan(practice, one) for one in scans)


STEPS = (
    ("On the turned view the patient looks at each promise again, and would change one", _she_looks_again),
    ("Both have looked; what one of them would change is written anew together", _both_have_looked),
    ("The patient ends it in her own hand, on the turned view", _she_ends),
    ("The copy of the record is given beside the letters, and the step that owed it is done", _copy_given),
    ("She begins again in her own hand, and what both signed stands again", _she_begins_again),
    ("The practitioner takes time to think too, with a day to look at it again", _practitioner_thinks),
    ("The text is printed to be signed by hand; each page carries the code of its words", _to_sign_on_paper),
    ("A paper with other words is told apart before anything is asked or read", _other_words),
    ("The signed paper comes back: both signatures and its scan are kept, and the copy is sealed", _brought_back),
    ("The sealed copy says that both signed by hand, and the scan is saved again as it came", _sealed_copy),
)
