"""The first run: whose practice it is, a passphrase, the recovery sheet, and in."""

import re

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.foundation.errors import RuleBroken
from healingpartner.vault.recovery_code import groups, secret_of

PASSPHRASE = "seven quiet herons wade at dawn"
WEAK = "password1234"
PRACTICE, NAME, TITLE = "Elm Street", "Amara Osei", "Dr."


def _welcome(tour: Tour) -> str:
    tour.begin()
    tour.shot("first-run-welcome")
    return must_read("Begin a new practice", "Open a practice from this computer", "Restore from a backup")


def _place(tour: Tour) -> str:
    tour.hand.click("Begin a new practice")
    tour.hand.click("Go on to the passphrase")
    said = must_read("Please write your name, as patients should read it.")
    tour.shot("first-run-name-missing")
    tour.hand.type_into("Your name", NAME)
    tour.hand.type_into("Title", TITLE)
    tour.hand.type_into("Name of the practice", PRACTICE)
    tour.shot("first-run-place")
    tour.memory["folder"] = tour.hand.value("Where it is kept")
    tour.hand.click("Go on to the passphrase")
    return f"{said} · {tour.memory['folder'].rsplit('/', 1)[-1]}"


def _weak(tour: Tour) -> str:
    tour.hand.type_into("Passphrase", WEAK)
    tour.hand.type_into("The same once more", WEAK)
    tour.hand.click("Make the practice")
    seen = must_read("Easy to guess.")
    tour.shot("first-run-weak-passphrase")
    return seen


def _suggested(tour: Tour) -> str:
    tour.hand.click("Suggest six words")
    offered = tour.hand.value("Passphrase")
    if len(offered.split()) != 6:
        raise NotHeld("no six words were offered")
    tour.hand.type_into("Passphrase", PASSPHRASE, afresh=True)
    tour.hand.type_into("The same once more", PASSPHRASE.upper(), afresh=True)
    tour.hand.click("Make the practice")
    return must_read("The two are not the same.")


def _made(tour: Tour) -> str:
    tour.hand.type_into("The same once more", PASSPHRASE, afresh=True)
    tour.hand.click("Make the practice")
    tour.until(lambda: reads("Your recovery sheet"), "the recovery sheet", 60)
    tour.shot("first-run-recovery-sheet")
    return must_read("Your recovery sheet", "Print the sheet", "Save it as a PDF")


def _sheet_saved(tour: Tour) -> str:
    tour.hand.click("Save it as a PDF")
    tour.hand.answer_file_dialog(str(tour.book.next_paper("recovery-sheet")))
    tour.until(lambda: reads("Group"), "the two groups to type back")
    tour.settle()
    return must_read("To be sure that it can be read, type two groups from your sheet.")


def _typed_back(tour: Tour) -> str:
    code = code_on(tour.paper("recovery-sheet"))
    found = [each for each in range(1, 9) if reads(f"Group {each} of the code")]
    if len(found) != 2:
        raise NotHeld("two groups were not asked for")
    tour.hand.type_into(f"Group {found[0]} of the code", "0000")
    tour.hand.click("Open the practice")
    said = must_read(f"That is not group {found[0]} of the sheet.")
    tour.shot("first-run-groups")
    for each in found:
        tour.hand.type_into(f"Group {each} of the code", groups(code)[each - 1].lower(), afresh=True)
    tour.hand.click("Open the practice")
    tour.until(lambda: reads("Nobody is here yet."), "the list of people")
    tour.memory["code"] = code
    return said


def code_on(words: str) -> str:
    """The recovery code as it stands on its sheet; NotHeld when it cannot be read there."""
    parts = re.findall(r"^\d\n([0-9A-HJKMNP-TV-Z]{2,4})$", words, re.MULTILINE)
    code = "-".join(parts)
    try:
        secret_of(code)
    except RuleBroken as broken:
        raise NotHeld(f"the code on the sheet cannot be read: {broken.sentence}") from None
    return code


def _in(tour: Tour) -> str:
    tour.shot("empty-practice")
    must_not_read("Passphrase")
    if "Amara" in tour.started.window.windowTitle():
        raise NotHeld("the window's title carried a name")
    return must_read("Nobody is here yet. Add the first person.", PRACTICE, "Lock")


STEPS = (
    ("The first run offers three ways in and asks for nothing yet", _welcome),
    ("A practice needs the practitioner's name, and says so beside the field", _place),
    ("A passphrase that is easy to guess is turned down with a reason", _weak),
    ("Six words are offered, and the two passphrases must be the same", _suggested),
    ("The practice is made, and the recovery sheet comes before anything else", _made),
    ("The recovery sheet is saved as a PDF through the one door", _sheet_saved),
    ("Two groups are typed back from the sheet, as they stand on the paper", _typed_back),
    ("The practice is open: an empty list with a way to begin, no name in the window's title", _in),
)
