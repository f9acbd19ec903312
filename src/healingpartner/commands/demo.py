"""`healingpartner demo DIR`: a practice of invented people, and how to open it."""

import sys
from pathlib import Path

from healingpartner.commands.progress import Line
from healingpartner.demo import making
from healingpartner.foundation.words import _

DONE = 0


def make(folder: Path, *, people: int, entries: int, seed: int) -> int:
    """Make the practice and print its passphrase. Refused and VaultProblem as in `practice.create_practice`."""
    with Line() as line:
        made = making.make(folder, people=people, entries=entries, seed=seed, progress=line.show)
    for told in (
        _("A practice of invented people is here: {folder}").format(folder=made.folder),
        _("People: {people}. Entries: {entries}.").format(people=made.people, entries=made.entries),
        _("Its passphrase: {passphrase}").format(passphrase=made.passphrase),
        _("Its recovery code: {code}").format(code=made.recovery_code),
        _("Anyone with this program can find that passphrase, so never keep real people in it."),
    ):
        sys.stdout.write(told + "\n")
    return DONE
