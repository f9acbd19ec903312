"""`healingpartner backup` and `healingpartner restore`: a copy that counts only after it was opened and checked."""

import sys
from pathlib import Path

from healingpartner.commands.keys import Wanted
from healingpartner.commands.progress import Line
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.voices import BY_COMMAND
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.practice import open_practice
from healingpartner.vault import backup
from healingpartner.vault.backup import Watch

DONE = 0


def back_up(folder: Path, destination: Path, wanted: Wanted, *, older_is_wanted: bool = False) -> int:
    """Copy the practice in `folder` to `destination`, a folder or a new file, and say where it stands.

    older_is_wanted: an older state was put back on purpose; that it was accepted stands in its ledger.

    Refused and VaultProblem as in `vault.backup.back_up` and `practice.open_practice`.
    """
    wanted.header_in(folder)
    secret = wanted.secret()
    practice = open_practice(
        folder,
        passphrase=secret.passphrase,
        recovery_code=secret.recovery_code,
        clock=SystemClock(),
        hand=BY_COMMAND,
        older_is_wanted=older_is_wanted,
    )
    try:
        with Line() as line:
            made = backup.back_up(practice.vault, destination, watch=Watch(progress=line.show))
    finally:
        practice.close()
    _say(_("The backup was opened and checked. It is here: {file}").format(file=made.file))
    _say_missing(made.missing)
    return DONE


def restore(file: Path, folder: Path, wanted: Wanted) -> int:
    """Make a practice in the new `folder` from a backup, and say of when it is.

    Refused and VaultProblem as in `vault.backup.restore`.
    """
    secret = wanted.secret()
    with Line() as line:
        back = backup.restore(
            file,
            folder,
            passphrase=secret.passphrase,
            recovery_code=secret.recovery_code,
            watch=Watch(progress=line.show),
        )
    said = _("The practice is back, as it was on {moment}. It is here: {folder}")
    _say(said.format(moment=spoken().moment(back.made), folder=back.folder))
    _say_missing(back.missing)
    return DONE


def _say_missing(names: tuple[str, ...]) -> None:
    """Files the practice knew and no longer had when the backup was made, by their stored names."""
    if not names:
        return
    said = ngettext(
        "One file was already gone from the practice when the backup was made:",
        "{count} files were already gone from the practice when the backup was made:",
        len(names),
    )
    _say(said.format(count=len(names)))
    for name in names:
        _say(f"  {name}")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
