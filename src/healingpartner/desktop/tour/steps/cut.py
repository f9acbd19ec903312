"""A power cut: another program opens the practice, types, and is killed the moment its draft is on the disk."""

import os
import signal
import sys
import tempfile
from pathlib import Path

from healingpartner.desktop.tour.driver import Tour
from healingpartner.desktop.tour.eye import reads
from healingpartner.desktop.tour.steps import people_added
from healingpartner.practice import Practice

TYPED = "Thandiwe Underhill"


def main() -> None:
    """The folder is the argument, the passphrase comes by stdin."""
    folder, passphrase = Path(sys.argv[1]), sys.stdin.read()
    tour = Tour(Path(tempfile.mkdtemp(dir=folder.parent)), folder.parent, seed=2)
    tour.begin(folder)
    tour.hand.type_into("Passphrase", passphrase)
    tour.hand.click("Unlock")
    tour.until(lambda: reads("Filter people"), "the practice", 60)
    people_added.begin_form(tour)
    tour.hand.type_into(people_added.KNOWN, TYPED)
    tour.until(lambda: tour.ask(_draft_is_kept), "the draft on the disk")
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def _draft_is_kept(practice: Practice) -> bool:
    return any(TYPED in draft.body for draft in practice.drafts())


if __name__ == "__main__":
    main()
