"""A promise made by two: the full wording, talked over by points, signed, sealed, verified, changed, signed anew."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox

from healingpartner.agreements.library import FULL, starting_wording
from healingpartner.agreements.own.views import Offerable
from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.agreements.views import agreement_of, everyone
from healingpartner.desktop.agreements.wording_choice import told
from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.steps.agreement_signed import PAD, flourish
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import NGUYEN, open_person
from healingpartner.exchange.sealing import kept_bytes
from healingpartner.practice import Practice

CALLED = "Nguyệt"
HERS, NOT_YET, CHANGED = "Our time is worth the same", "Letting go without blame", "Straight numbers"
OWN = "I come on time, and when my bus is late I send a word from the stop."
PLAINER = "I say how many of a hundred people it helped, and how many it did not."
SIGNED = "agreement-full-signed"


def _offered(tour: Tour) -> str:
    open_person(tour, NGUYEN)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.choose("In which words", told(Offerable(key="full.en", wording=starting_wording(FULL))))
    tour.settle()
    tour.shot("agreement-full-chosen")
    tour.hand.click("Offer this agreement")
    tour.until(lambda: reads("Offered on"), "the offer")
    tour.settle()
    tour.hand.choose(f"How you know that this is {CALLED}", "Known to me in person")
    return must_read(HERS, "Offered on")


def _reworded(tour: Tour) -> str:
    turn(tour)
    tour.hand.click(f"I'd put it this way: {HERS}")
    tour.hand.type_into("The patient promises – in my words", OWN, afresh=True)
    tour.shot("agreement-turned-own-words")
    tour.hand.click("Keep my words")
    tour.until(lambda: reads(f"Reworded by {CALLED}"), "her words")
    tour.settle()
    tour.shot("agreement-turned-reworded")
    back(tour)
    return must_read(OWN, "New words wait for your answer.")


def _talked_over(tour: Tour) -> str:
    tour.hand.click(f"Take these words: {CALLED}, {HERS}")
    tour.until(lambda: reads("taken by both"), "that both take her words")
    tour.settle()
    tour.hand.click(f"Not yet: {NOT_YET}")
    tour.settle()
    tour.hand.type_into("What would help? You need not say.", "To talk about it once more, in spring.")
    tour.hand.click(f"Keep what would help: {NOT_YET}")
    tour.settle()
    tour.shot("agreement-talked-over")
    tour.hand.click("Make the changed text")
    tour.until(lambda: reads("Not agreed yet. It binds nobody."), "the changed text")
    tour.settle()
    tour.shot("agreement-changed-text")
    return must_read("Not agreed yet. It binds nobody.")


def _signed(tour: Tour) -> str:
    tour.hand.choose(f"How you know that this is {CALLED}", "Known to me in person")
    turn(tour)
    patient_signs(tour)
    practitioner_signs(tour)
    back(tour)
    tour.until(lambda: reads("The signed copy was sealed on"), "the sealed copy")
    tour.settle()
    tour.shot("agreement-sealed")
    return must_read("Signed by both", "Whole, and as it was signed.", "No copy has been given yet.")


def _given(tour: Tour) -> str:
    tour.hand.click("Save as a PDF")
    path = tour.book.next_paper(SIGNED)
    tour.hand.answer_file_dialog(str(path))
    words = eye.plain(tour.paper(SIGNED))
    tour.settle()
    if path.read_bytes() != tour.ask(_kept):
        raise NotHeld("what was saved is not what was sealed")
    if OWN.split(",", maxsplit=1)[0] not in words:
        raise NotHeld("her own words are not on the paper")
    tour.until(lambda: reads("The copy was last saved as a file on"), "that the copy was given")
    return must_read("The copy was last saved as a file on")


def _checked(tour: Tour) -> str:
    tour.hand.click("Check a file…")
    tour.hand.answer_file_dialog(str(tour.book.papers / f"{SIGNED}.pdf"))
    tour.until(lambda: reads("Fingerprint of its seal:"), "the verdict on the file")
    tour.settle()
    tour.shot("agreement-file-checked")
    return must_read("Whole, and as it was signed.", "Fingerprint of its seal:")


def _by_command(tour: Tour) -> str:
    said = []
    for name in (SIGNED, "agreement-signed"):
        code, told_of = _verify(tour.book.papers / f"{name}.pdf")
        if code:
            raise NotHeld(f"{name}: {told_of}")
        said.append(told_of)
    altered = tour.home / "altered.pdf"
    data = bytearray((tour.book.papers / f"{SIGNED}.pdf").read_bytes())
    data[len(data) // 3] ^= 1
    altered.write_bytes(data)
    code, told_of = _verify(altered)
    if not code:
        raise NotHeld(f"one bit was changed, and it was said: {told_of}")
    return f"{said[0].splitlines()[0]} · one bit changed: {told_of.splitlines()[0]}"


def _verify(path: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "healingpartner", "verify", str(path)], capture_output=True, check=False, timeout=120
    )
    return done.returncode, (done.stdout or done.stderr).decode().strip()


def _word_changed(tour: Tour) -> str:
    tour.hand.click("Talk the words over again")
    tour.until(lambda: reads("Talking it over"), "the words to be talked over")
    tour.settle()
    tour.hand.choose(f"How you know that this is {CALLED}", "Known to me in person")
    turn(tour)
    patient_signs(tour)
    back(tour)
    tour.hand.click(f"I'd put it this way: {CHANGED}")
    tour.hand.type_into("The practitioner promises – in my words", PLAINER, afresh=True)
    tour.hand.click("Keep my words")
    tour.until(lambda: reads("Your new words wait for the answer of"), "the practitioner's words")
    tour.settle()
    tour.shot("agreement-word-changed-after-a-signature")
    return must_read("Your new words wait for the answer of")


def _signed_anew(tour: Tour) -> str:
    if eye.find(f"How you know that this is {CALLED}", QComboBox) is not None:
        tour.hand.choose(f"How you know that this is {CALLED}", "Known to me in person")
    turn(tour)
    tour.hand.click("Take these words: Dr. Amara Osei, " + CHANGED)
    tour.until(lambda: reads("taken by both"), "that both take the words")
    tour.settle()
    read_on(tour)
    tour.until(lambda: reads("belongs to the words before the change"), "what is said of the former signature", 5)
    tour.shot("agreement-former-signature")
    return must_read("belongs to the words before the change")


def _compared(tour: Tour) -> str:
    tour.hand.click("See what changed")
    tour.until(lambda: reads("What changed"), "both texts side by side")
    tour.settle()
    tour.shot("agreement-compared")
    said = must_read("[out: …] was taken out. [new: …] came in.")
    tour.hand.click("Back to the text")
    tour.settle()
    patient_signs(tour)
    practitioner_signs(tour)
    back(tour)
    tour.until(lambda: reads("The signed copy was sealed on"), "the sealed copy")
    tour.settle()
    return f"{said} · {must_read('Signed by both', PLAINER)}"


def _newer(tour: Tour) -> str:
    tour.hand.click("Check a file…")
    tour.hand.answer_file_dialog(str(tour.book.papers / f"{SIGNED}.pdf"))
    tour.until(lambda: reads("a newer text exists"), "the verdict on the former copy")
    tour.settle()
    tour.shot("agreement-former-copy-checked")
    return must_read("It does not stand any more: a newer text exists.")


def _kept(practice: Practice) -> bytes:
    person = next(line.person_id for line in practice.ask(everyone) if line.name == NGUYEN)
    agreement = practice.ask(agreement_of, person).agreement
    copy = None if agreement is None else practice.ask(sealed_copy_of, agreement.id)
    return b"" if copy is None else kept_bytes(practice, copy)


# -- steps that come more than once -----------------------------------------------------------------


def turn(tour: Tour) -> None:
    """Turn the screen to her."""
    tour.hand.click(f"Turn to {CALLED}")
    tour.until(lambda: reads("One at a time"), "the text on the turned view")
    tour.settle()


def back(tour: Tour) -> None:
    """The screen goes back to the desk, with the passphrase."""
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.settle()


def read_on(tour: Tour) -> None:
    """Read to the end, one part at a time, and go on."""
    tour.hand.click("One at a time")
    tour.settle()
    for _page in range(80):
        if eye.find("Next", QAbstractButton) is None:
            break
        tour.hand.click("Next")
        tour.settle()
    tour.hand.click("I agree and sign")
    tour.settle()


def patient_signs(tour: Tour) -> None:
    """She reads everything and signs by strokes."""
    read_on(tour)
    tour.until(lambda: reads("Your signature"), "the signing page")
    tour.settle()
    said = starting_wording(FULL).signing
    tour.hand.click(said.paper_offered)
    tour.hand.click(said.consent_on_screen)
    tour.hand.draw(PAD, flourish(shift=3))
    tour.hand.click("Sign")
    tour.until(lambda: reads(f"Thank you, {CALLED}"), "thanks")
    tour.settle()
    tour.pass_time(2)


def practitioner_signs(tour: Tour) -> None:
    """The practitioner signs after her, with the passphrase."""
    tour.hand.click("Dr. Amara Osei signs now")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Clear and begin again"), "the practitioner's signing page")
    tour.settle()
    tour.hand.click(starting_wording(FULL).signing.consent_on_screen)
    tour.hand.draw(PAD, flourish(shift=9))
    tour.hand.click("Sign")
    tour.until(lambda: reads("Signed by both"), "both signatures")
    tour.settle()
    tour.pass_time(2)


STEPS = (
    ("The full wording is chosen and offered", _offered),
    ("On the turned view the patient puts one point in own words", _reworded),
    ("The practitioner takes these words, and says “not yet” to another point with what would help", _talked_over),
    ("Both sign the changed text, and the copy is sealed; the open point binds nobody", _signed),
    ("The sealed bytes are what is given, and that they were given is kept", _given),
    ("The page checks the saved file: whole, with the fingerprint of its seal", _checked),
    ("The command `verify` finds both signed copies whole, and one changed bit at once", _by_command),
    ("After the patient has signed again, the practitioner changes a word", _word_changed),
    ("The former signature is shown as belonging to the words before", _signed_anew),
    ("The two texts are compared word by word, and both sign again", _compared),
    ("The former copy is whole, and a newer text exists", _newer),
)
