"""The passphrase or the recovery code, by prompt or by an open file number; never as an argument."""

import argparse
import getpass
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from healingpartner.commands.not_understood import NotUnderstood
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.words import _

if TYPE_CHECKING:
    from healingpartner.vault.header import Header
    from healingpartner.vault.opening import Keys

LONGEST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which key opens the practice, and where it comes from. `number`: an open file; None: by prompt."""

    recovery: bool
    number: int | None

    def header_in(self, folder: Path) -> "Header":
        """The header of the practice in `folder`, before any key is asked for. VaultProblem when it cannot be used."""
        from healingpartner.vault import header

        return header.read(folder)

    def open(self, found: "Header") -> "Keys":
        """Ask for the key and turn it. VaultProblem, by kind wrong-…, when it does not fit; that try is counted."""
        from healingpartner.vault import opening

        secret = self.secret()
        data_key = opening.unlocked(
            found, passphrase=secret.passphrase, recovery_code=secret.recovery_code, at=SystemClock().now()
        )
        return opening.Keys(data_key=data_key, header=found)

    def secret(self) -> "Secret":
        """The passphrase or the code, read now. NotUnderstood when there is nothing to read it from."""
        text = _prompted(recovery=self.recovery) if self.number is None else _read(self.number)
        return Secret(recovery_code=text) if self.recovery else Secret(passphrase=text)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secret:
    """Exactly one of the two; the other is None. Without a repr, so that it stands in no trace."""

    passphrase: str | None = None
    recovery_code: str | None = None


def wanted(asked: argparse.Namespace) -> Wanted:
    """What the arguments say of the key."""
    recovery = asked.recovery or asked.recovery_fd is not None
    return Wanted(recovery=recovery, number=asked.recovery_fd if recovery else asked.passphrase_fd)


def _prompted(*, recovery: bool) -> str:
    if not sys.stdin.isatty():
        raise NotUnderstood(
            _(
                "There is no one at the keyboard to ask for the passphrase. "
                "Hand it over an open file: --passphrase-fd 3 3< the-file, or --recovery-fd."
            )
        )
    try:
        return getpass.getpass(_("Recovery code: ") if recovery else _("Passphrase: "))
    except EOFError:
        raise NotUnderstood(_("Nothing was typed. Try again when you are ready.")) from None


def _read(number: int) -> str:
    """The first line of an open file, without its line end. NotUnderstood when that is not one line of text."""
    try:
        with os.fdopen(number, "rb", closefd=False) as file:
            line = file.readline(LONGEST + 1)
        text = line.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError):
        raise NotUnderstood(
            _(
                "The open file number {number} cannot be read as text. "
                "Open it in the same command: --passphrase-fd 3 3< the-file."
            ).format(number=number)
        ) from None
    if not text or len(line) > LONGEST:
        raise NotUnderstood(
            _(
                "The open file number {number} does not begin with a line that can be used. "
                "Its first line must be the passphrase or the code, and nothing else."
            ).format(number=number)
        )
    return text
