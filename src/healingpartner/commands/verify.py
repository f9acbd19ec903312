"""`healingpartner verify FILE`: is this signed copy as it was signed? Exit 0 only when it is whole."""

import sys
from pathlib import Path

from healingpartner.commands.keys import Wanted
from healingpartner.exchange.verify import Found, read_paper, verify_file
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.voices import BY_COMMAND
from healingpartner.foundation.words import _
from healingpartner.practice import open_practice

WHOLE, NOT_WHOLE = 0, 1


def verify(file: Path, *, practice: Path | None, wanted: Wanted, fingerprint: str) -> int:
    """Verify the file and write what was found. 0 when it is whole, 1 for every other verdict.

    Refused when the file is no paper to verify; VaultProblem when the practice does not open.
    """
    pdf = read_paper(file)
    if practice is None:
        verdict = verify_file(pdf, fingerprint=fingerprint)
    else:
        wanted.header_in(practice)
        secret = wanted.secret()
        opened = open_practice(
            practice,
            clock=SystemClock(),
            passphrase=secret.passphrase,
            recovery_code=secret.recovery_code,
            hand=BY_COMMAND,
        )
        try:
            verdict = verify_file(pdf, practice=opened)
        finally:
            opened.close()
    sys.stdout.write("\n".join(verdict.sentences()) + "\n")
    if verdict.fingerprint and verdict.found in {Found.SINCE_SEALING, Found.WHOLE, Found.NEWER}:
        sys.stdout.write(_("Fingerprint of the seal: {code}").format(code=verdict.grouped()) + "\n")
    return WHOLE if verdict.whole else NOT_WHOLE
