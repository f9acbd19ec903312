"""One instance: the operating system's lock on practice.lock, let go by itself when the process dies."""

from typing import TYPE_CHECKING

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault.durable import storage_problem
from healingpartner.vault.place import Place

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Held:
    """A lock that is held until `release`."""

    def __init__(self, lock: "BaseFileLock") -> None:
        """Takes over an acquired lock."""
        self._lock = lock

    def release(self) -> None:
        """Let another window open the practice. Twice does no harm."""
        self._lock.release()


def acquire(place: Place) -> Held:
    """Hold the practice. VaultProblem: in-use, practice-missing, folder-not-writable, disk-full, disk-trouble."""
    from filelock import FileLock, Timeout

    if not place.folder.is_dir():
        raise VaultProblem(
            "practice-missing",
            _("There is no practice in that place."),
            safe=_("Nothing was changed."),
            then=_("Check that its disk is connected, or choose where the practice is now."),
        )
    lock = FileLock(place.lock, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise VaultProblem(
            "in-use",
            _("This practice is open already, in another window or by a command."),
            safe=_("Nothing was changed."),
            then=_("Go to that window, or close it and try again."),
        ) from None
    except OSError as trouble:
        raise storage_problem(trouble) from None
    return Held(lock)
