"""At the end: everything is as it was written, and a backup brings it back where the program was never before."""

import json
import os
import subprocess
import sys

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import must_read, reads
from healingpartner.desktop.tour.steps.beginning import PASSPHRASE
from healingpartner.desktop.tour.steps.locking import unlock
from healingpartner.desktop.tour.steps.people_added import LAYLA, MIRA, WANG, open_person
from healingpartner.foundation.paths import HOME_VARIABLE
from healingpartner.practice import Practice
from healingpartner.vault import proof
from healingpartner.vault.checks import head_is_in
from healingpartner.vault.migrations import newest


def _verified(tour: Tour) -> str:
    tour.hand.click("Settings")
    tour.settle()
    tour.hand.click("Verify the practice now")
    tour.until(lambda: reads("Everything is as it was written."), "the verdict", 60)
    tour.shot("settings-verified")
    return must_read("Everything is as it was written.")


def _rebuilt(tour: Tour) -> str:
    counted = tour.ask(_present_is_ledger)
    return f"{counted} rows rebuilt from the ledger are the rows that are there"


def _present_is_ledger(practice: Practice) -> int:
    steps = [*practice.vault.chain_steps(), *proof.present(practice.db, schema=newest())]
    found = [finding for step in steps for finding in step.found] + list(proof.unexplained_gaps(practice.db))
    if found:
        raise NotHeld(f"{len(found)} findings, the first: {found[0].kind} at {found[0].where}")
    return sum(len(rows) for rows in proof.rebuilt(practice.db, schema=newest()).values())


def _backed_up(tour: Tour) -> str:
    places = tour.home / "Backups"
    places.mkdir()
    tour.hand.click("Choose the folder…")
    tour.hand.answer_file_dialog(str(places))
    tour.hand.click("Back up now")
    tour.until(lambda: reads("The backup is made, opened once more and checked."), "the backup", 120)
    tour.shot("settings-backed-up", with_notices=True)
    made = sorted(places.iterdir())
    tour.memory["backup"] = str(made[-1])
    tour.memory["head"] = tour.ask(lambda practice: practice.vault.head().chain)
    return must_read("The backup is made, opened once more and checked.")


def _checked(tour: Tour) -> str:
    tour.end()
    told = check(tour.memory["folder"])
    if not told["whole"]:
        raise NotHeld(f"found: {told['findings']}")
    return f"whole: {told['lines']} ledger lines, {told['rows']} rows"


def check(folder: str) -> dict[str, object]:
    """What the command `check` says of a closed practice."""
    done = subprocess.run(
        [sys.executable, "-m", "healingpartner", "check", folder, "--json", "--passphrase-fd", "0"],
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    told: dict[str, object] = json.loads(done.stdout or b'{"whole": false, "findings": "nothing was said"}')
    return told


def _restored(tour: Tour) -> str:
    os.environ[HOME_VARIABLE] = str(tour.home / "another-computer")
    tour.begin()
    tour.hand.click("Restore from a backup")
    new = tour.home / "Documents" / "Restored.healing"
    tour.hand.type_into("Backup file", tour.memory["backup"])
    tour.hand.type_into("Into this new folder", str(new), afresh=True)
    tour.hand.type_into("or its recovery code", tour.memory["code"])
    tour.shot("restore")
    tour.hand.click("Restore")
    tour.until(lambda: reads("Use the recovery sheet"), "the unlock page", 120)
    tour.memory["restored"] = str(new)
    unlock(tour)
    lost = [name for name in (MIRA, LAYLA, WANG) if not any(name in row for row in tour.rows("People"))]
    if lost:
        raise NotHeld(f"not there: {lost}")
    open_person(tour, LAYLA)
    tour.hand.tab("Agreement")
    tour.settle()
    tour.shot("restored")
    return must_read(LAYLA, "Signed by both", "by hand on paper")


def _restored_is_whole(tour: Tour) -> str:
    head = tour.memory["head"]
    known = tour.ask(lambda practice: head_is_in(practice.db, head))
    tour.end()
    told = check(tour.memory["restored"])
    if not known or not told["whole"]:
        raise NotHeld(f"the last line of before was there: {known}; found: {told['findings']}")
    return f"whole: {told['lines']} ledger lines, the last one of before among them"


STEPS = (
    ("Verifying in Settings finds everything as it was written", _verified),
    ("Every table rebuilt from the ledger is the one that is there", _rebuilt),
    ("A backup is made, opened once more and checked", _backed_up),
    ("The command `check` finds the closed practice whole", _checked),
    ("On another computer the backup and the recovery code bring everybody back", _restored),
    ("The restored practice is whole and continues the same ledger", _restored_is_whole),
)
