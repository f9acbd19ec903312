"""One agreement's whole path: offered, read on the turned view, signed by both, unchangeable, on paper."""

from PySide6.QtWidgets import QAbstractButton

from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.store import SIGNATURE, VERSION
from healingpartner.desktop.tour import eye
from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.people_added import LAYLA, WANG
from healingpartner.desktop.tour.steps.people_kept import open_first_mira
from healingpartner.practice import Practice
from healingpartner.vault.releases import whole_log
from healingpartner.vault.resistance import yields

NAME = "María Mirabai Østergård-Núñez"
PAD = "Place to sign for…"
HOW = "How you know that this is Mira"


def _offered(tour: Tour) -> str:
    open_first_mira(tour)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.shot("agreement-not-offered")
    tour.hand.click("Offer this agreement")
    tour.until(lambda: reads("Offered on"), "the offer")
    tour.pass_time()
    tour.hand.click("Turn to Mira")
    said = must_read("Choose this first: it is kept with the signature. Then turn the screen.")
    tour.shot("agreement-offered")
    tour.hand.choose(HOW, "Known to me in person")
    return said


def _turned(tour: Tour) -> str:
    tour.hand.click("Turn to Mira")
    tour.until(lambda: reads("One at a time"), "the text on the turned view")
    tour.settle()
    tour.shot("agreement-turned")
    must_not_read(LAYLA, WANG, "Settings", "Filter people", "Lock")
    return must_read("What we agree to be for each other", "Pause", "Text size")


def _read(tour: Tour) -> str:
    all_of_them = len(starting_wording().commitments)
    tour.hand.click("One at a time")
    tour.settle()
    tour.shot("agreement-turned-one-at-a-time")
    for _page in range(all_of_them + 2):
        if eye.find("Next", QAbstractButton) is None:
            break
        tour.hand.click("Next")
        tour.settle()
    said = must_read(f"{all_of_them} of {all_of_them} parts shown")
    tour.shot("agreement-turned-end")
    same = eye.find("I want to think about it", QAbstractButton), eye.find("I agree and sign", QAbstractButton)
    if same[0] is None or same[1] is None or same[0].size() != same[1].size():
        raise NotHeld("thinking about it was not as large as agreeing")
    tour.hand.click("I agree and sign")
    tour.until(lambda: reads("Your signature"), "the signing page")
    tour.settle()
    return said


def _dot(tour: Tour) -> str:
    said = starting_wording().signing
    tour.hand.click("Sign")
    tour.settle()
    tour.shot("agreement-sign-not-yet")
    tour.hand.click(said.paper_offered)
    tour.hand.click(said.consent_on_screen)
    tour.hand.draw(PAD, [[(60, 60), (61, 60)]])
    tour.hand.click("Sign")
    tour.until(lambda: reads("This is very small for a signature."), "what is said of a dot")
    tour.shot("agreement-a-dot-is-no-signature")
    return must_read("This is very small for a signature.")


def _patient_signs(tour: Tour) -> str:
    tour.hand.click("Clear and begin again")
    tour.hand.draw(PAD, flourish())
    tour.shot("agreement-sign-patient")
    tour.hand.click("Sign")
    tour.until(lambda: reads("Thank you, Mira"), "thanks")
    tour.shot("agreement-thank-you")
    return must_read("Thank you, Mira")


def _practitioner_signs(tour: Tour) -> str:
    tour.pass_time(2)
    tour.hand.click("Dr. Amara Osei signs now")
    tour.until(lambda: reads("Needs your passphrase"), "the question for the passphrase")
    tour.shot("turned-needs-passphrase")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Clear and begin again"), "the practitioner's signing page")
    tour.settle()
    tour.hand.click(starting_wording().signing.consent_on_screen)
    tour.hand.draw(PAD, flourish(shift=7))
    tour.shot("agreement-sign-practitioner")
    tour.hand.click("Sign")
    tour.until(lambda: reads("Signed by both"), "both signatures")
    tour.shot("agreement-signed-by-both")
    tour.hand.click("Give the screen back")
    tour.hand.type_into("Passphrase", PASSPHRASE)
    tour.hand.click("Continue")
    tour.until(lambda: reads("Pages of this person"), "the desk")
    tour.until(lambda: reads("The signed copy was sealed on"), "the sealed copy")
    tour.settle()
    tour.shot("agreement-signed")
    return must_read("Signed by both", "You both signed this on")


def flourish(shift: int = 0) -> list[list[tuple[int, int]]]:
    """Two strokes across a pad, as a hand makes them."""
    first = [(40 + n * 6, 60 + (n * (7 + shift) % 23) - 11) for n in range(48)]
    return [first, [(70 + n * 12, 92 - n % 3) for n in range(16)]]


def _kept_as_signed(tour: Tour) -> str:
    given_way = tour.ask(_ways_to_change)
    if given_way:
        raise NotHeld(f"what was signed could be changed: {given_way}")
    tour.hand.click("What was verified")
    tour.settle()
    tour.shot("agreement-verified")
    return f"no statement changes it · {must_read('Fingerprint of the text (SHA-256):')}"


def _ways_to_change(practice: Practice) -> tuple[str, ...]:
    return tuple(way for table in (SIGNATURE, VERSION) for way in yields(practice.vault, table))


def _on_paper(tour: Tour) -> str:
    tour.hand.click("Save as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("agreement-signed")))
    words = eye.plain(tour.paper("agreement-signed"))
    tour.settle()
    wanted = (NAME, "Amara Osei", *(one.title for one in starting_wording().commitments))
    missing = [each for each in wanted if each not in words]
    if missing:
        raise NotHeld(f"not on the paper: {missing}")
    log = tour.ask(lambda practice: whole_log(practice.db))
    if not any(each.what == "Agreement, signed copy" for each in log):
        raise NotHeld("that it left was not written down")
    return f"{len(words)} characters on paper, {len(log)} lines in the log of what left"


def _large_letter(tour: Tour) -> str:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Size of the sheet", "Letter")
    tour.hand.click("Print large, for tired eyes")
    tour.hand.click("People")
    tour.settle()
    tour.hand.tab("Agreement")
    tour.settle()
    tour.hand.click("Save as a PDF: Plain words beside the full ones")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("agreement-plain-large-letter")))
    words = tour.paper("agreement-plain-large-letter")
    tour.settle()
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.choose("Size of the sheet", "A4")
    tour.hand.click("Print large, for tired eyes")
    tour.hand.click("People")
    tour.settle()
    return f"{words.count(chr(12)) + 1} pages in large print on Letter"


STEPS = (
    ("An agreement is offered, and before the screen turns it is asked how the patient is known", _offered),
    ("On the turned view nothing else of the record can be read or opened", _turned),
    ("Every commitment is read, one at a time; thinking about it is as large as agreeing", _read),
    ("Signing before consent, or with a dot, is turned down with the next step", _dot),
    ("The patient signs by strokes", _patient_signs),
    ("The practitioner proves who they are and signs by strokes; both have signed", _practitioner_signs),
    ("No statement changes what was signed, and it verifies", _kept_as_signed),
    ("The signed copy is saved as a PDF through the one door, which writes it down", _on_paper),
    ("To read in peace, the plain words come in large print on Letter", _large_letter),
)
