"""Locking and unlocking: by passphrase, by the recovery sheet, and after a power cut."""

import subprocess
import sys

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_not_read, must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.cut import TYPED
from healingpartner.desktop.tour.steps.people_added import KNOWN, LAYLA, MIRA, NGUYEN, WANG, begin_form, open_person


def unlock(tour: Tour) -> None:
    """By the passphrase, on the unlock page."""
    tour.hand.type_into("Passphrase", PASSPHRASE, afresh=True)
    tour.hand.click("Unlock")
    tour.until(lambda: reads("Filter people") or reads("Settings"), "the practice", 60)
    tour.settle()


def _locked(tour: Tour) -> str:
    open_person(tour, NGUYEN)
    tour.hand.click("Lock")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.shot("unlock")
    must_not_read(MIRA, LAYLA, WANG, NGUYEN, "Amara")
    return must_read("Elm Street.healing", "Locked. Everything is kept.")


def _wrong(tour: Tour) -> str:
    tour.pass_time()
    tour.hand.type_into("Passphrase", "seven quiet herons wade at dusk")
    tour.hand.click("Unlock")
    tour.until(lambda: reads("not the passphrase"), "what is said of a wrong passphrase", 60)
    tour.shot("unlock-wrong-passphrase")
    return must_read("not the passphrase")


def _unlocked(tour: Tour) -> str:
    unlock(tour)
    tour.shot("unlocked", with_notices=True)
    must_read(NGUYEN, "There was 1 try with a wrong passphrase since you last unlocked.")
    for name in (MIRA, LAYLA, WANG):
        if not any(name in row for row in tour.rows("People")):
            raise NotHeld(f"{name} was not in the list")
    return "the same page, everyone in the list, and the wrong try is told"


def _by_sheet(tour: Tour) -> str:
    tour.hand.press("Ctrl+L")
    tour.hand.click("Use the recovery sheet")
    tour.hand.type_into("Recovery code", "AAAA-BBBB")
    tour.hand.click("Unlock")
    tour.until(lambda: reads("missing"), "what is said of half a code", 60)
    tour.hand.type_into("Recovery code", tour.memory["code"].replace("-", " ").lower(), afresh=True)
    tour.shot("unlock-by-sheet")
    tour.hand.click("Unlock")
    tour.until(lambda: reads("You came in with the recovery sheet."), "the practice", 60)
    tour.settle()
    return must_read("You came in with the recovery sheet.")


def _power_cut(tour: Tour) -> str:
    tour.hand.press("Ctrl+L")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page")
    tour.settle()
    child = subprocess.Popen(
        [sys.executable, "-m", "healingpartner.desktop.tour.steps.cut", tour.memory["folder"]],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if child.stdin is not None:
        child.stdin.write(PASSPHRASE.encode())
        child.stdin.close()
    tour.until(lambda: child.poll() is not None, "the end of the other program", 120)
    if child.returncode >= 0 and sys.platform != "win32":
        raise NotHeld(f"the other program ended by itself, with {child.returncode}")
    unlock(tour)
    begin_form(tour)
    tour.shot("draft-after-power-cut")
    typed = tour.hand.value(KNOWN)
    if not TYPED.startswith(typed) or len(typed) < 4:
        raise NotHeld(f"the draft held “{typed}”")
    tour.hand.click("Leave it")
    tour.hand.click("Leave without saving")
    tour.settle()
    return f"“{typed}” was there again after the program was killed"


STEPS = (
    ("Locking leaves nothing of the practice on the screen, not even a name", _locked),
    ("A wrong passphrase is said in plain words", _wrong),
    ("The right one leads back to the same page; everyone is there and the wrong try is told", _unlocked),
    ("Without the passphrase the recovery sheet opens the practice", _by_sheet),
    ("After a power cut in the middle of typing the draft is there again", _power_cut),
)
