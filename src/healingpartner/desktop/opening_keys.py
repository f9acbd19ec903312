"""Opening a practice, as the pages in front of it need it: which key, and what is worth telling afterwards.

The practice itself is imported when it is first needed: the page before the door must not wait for it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from healingpartner.foundation.clock import Clock

if TYPE_CHECKING:
    from healingpartner.practice import Entropy, Practice
    from healingpartner.vault.calibration import Cost

SHEET_SETTING = "recovery_sheet"
SHEET_WAITS, SHEET_KEPT = "waits", "kept"
KEY_FILE_LOST = frozenset({"header-damaged", "header-missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One of the two; the other is None."""

    passphrase: str | None = None
    recovery_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is told once after unlocking.

    tries_before: wrong tries since the last unlock · by_sheet: opened with the recovery code ·
    sheet_waits: the recovery sheet was made but never typed back.
    """

    folder: Path
    tries_before: int = 0
    by_sheet: bool = False
    sheet_waits: bool = False


def opened(
    folder: Path,
    key: Key,
    *,
    clock: Clock,
    older_is_wanted: bool = False,
    entropy: "Entropy" = os.urandom,
) -> "tuple[Practice, Opened]":
    """Open by a key; VaultProblem by kind for all that can be wrong. For the vault thread."""
    from healingpartner.practice import open_practice

    practice = open_practice(
        folder,
        clock=clock,
        passphrase=key.passphrase,
        recovery_code=key.recovery_code,
        older_is_wanted=older_is_wanted,
        entropy=entropy,
    )
    told = Opened(
        folder=folder,
        tries_before=practice.tries_before,
        by_sheet=key.recovery_code is not None,
        sheet_waits=practice.vault.setting(SHEET_SETTING) == SHEET_WAITS,
    )
    return practice, told


def created(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    entropy: "Entropy" = os.urandom,
    cost: "Cost | None" = None,
) -> "tuple[Practice, str]":
    """Make a practice and open it; gives its recovery code. For the vault thread. `cost` None: measured here."""
    from healingpartner.practice import create_practice

    new = create_practice(folder, passphrase=passphrase, clock=clock, entropy=entropy, cost=cost)
    new.practice.vault.set_setting(SHEET_SETTING, SHEET_WAITS)
    return new.practice, new.recovery_code


def sheet_is_kept(practice: "Practice") -> None:
    """The recovery sheet was printed or saved, and two of its groups were typed back."""
    practice.vault.set_setting(SHEET_SETTING, SHEET_KEPT)


def pause_after_wrong(folder: Path) -> int:
    """Seconds to wait before the next try, after the tries counted so far."""
    from healingpartner.vault import failed_unlocks, header

    missed = failed_unlocks.unanswered(header.read(folder).vault_id)
    return failed_unlocks.pause_s(missed.count) if missed is not None else 0


def whole_key_files(folder: Path) -> tuple[Path, ...]:
    """Copies of the key file that read well and belong to this practice, the best first."""
    from healingpartner.vault import header

    return header.copies_for(folder)


def put_key_file_back(folder: Path, copy: Path) -> None:
    """Make a copy the key file again; VaultProblem when the disk does not take it."""
    from healingpartner.vault import header

    header.put_back(folder, copy)


def ready() -> None:
    """Import what opening will need, on the vault thread, while the passphrase is being typed."""
    import healingpartner.practice
    import healingpartner.vault.checks  # noqa: F401
