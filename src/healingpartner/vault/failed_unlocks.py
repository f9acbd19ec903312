"""Tries with a wrong passphrase, counted outside the practice until an unlock can write them into its ledger.

argon2id is the brake; the growing pause only keeps a person at this keyboard from guessing fast.
"""

from dataclasses import dataclass
from pathlib import Path

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.paths import app_folder
from healingpartner.vault.durable import note_aside
from healingpartner.vault.strict_json import checked_members, count_in, text_in, with_checksum

KIND, VERSION = "hp/failed-unlocks", 1
_SIZE_LIMIT = 4096
_FREE_TRIES = 3
_DAY_MIN = 24 * 60
_LONGEST_PAUSE_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedUnlocks:
    """count: tries nobody has been told of; since: when the first of them was."""

    count: int
    since: Instant


def note(vault_id: str, at: Instant) -> bool:
    """Count one more; False when the program's folder did not take it."""
    former = unanswered(vault_id)
    since = at if former is None else former.since
    content = {
        "kind": KIND,
        "version": VERSION,
        "count": 1 if former is None else former.count + 1,
        "since": {"utc_us": since.utc_us, "offset": since.offset_min, "zone": since.zone},
    }
    return note_aside(lambda: _path(vault_id), with_checksum(content))


def unanswered(vault_id: str) -> FailedUnlocks | None:
    """The tries since the last unlock, or None."""
    try:
        content = checked_members(_path(vault_id).read_bytes(), limit=_SIZE_LIMIT)
        since = content.get("since")
        if content.get("kind") != KIND or content.get("version") != VERSION or not isinstance(since, dict):
            return None
        return FailedUnlocks(
            count=count_in(content.get("count")),
            since=Instant(
                utc_us=count_in(since.get("utc_us"), least=0),
                offset_min=count_in(since.get("offset"), least=-_DAY_MIN),
                zone=text_in(since.get("zone")),
            ),
        )
    except (OSError, ValueError):
        return None


def answered(vault_id: str) -> None:
    """The ledger has them now: begin anew."""
    _path(vault_id).unlink(missing_ok=True)


def pause_s(count: int) -> int:
    """Seconds to wait before the next try after `count` wrong ones: 0, 0, 0, 2, 4, 8 … 60."""
    over = count - _FREE_TRIES
    return 0 if over <= 0 else min(2 ** min(over, 10), _LONGEST_PAUSE_S)


def _path(vault_id: str) -> Path:
    return app_folder() / "unlocks" / f"{vault_id}.json"
