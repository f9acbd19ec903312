"""Wrong tries are counted where a locked practice cannot be written, and told once it opens."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from healingpartner.foundation.clock import SteppingClock
from healingpartner.vault import failed_unlocks
from vault.key_material import VAULT_ID


def test_tries_are_counted_since_the_first_until_they_are_answered(clock: SteppingClock) -> None:
    first = clock.now()
    assert failed_unlocks.unanswered(VAULT_ID) is None
    for moment in (first, clock.now(), clock.now()):
        assert failed_unlocks.note(VAULT_ID, moment)
    missed = failed_unlocks.unanswered(VAULT_ID)
    assert missed is not None
    assert (missed.count, missed.since) == (3, first)
    failed_unlocks.answered(VAULT_ID)
    failed_unlocks.answered(VAULT_ID)
    assert failed_unlocks.unanswered(VAULT_ID) is None


def test_a_moment_west_of_greenwich_is_kept(app_home: Path) -> None:
    west = datetime.fromisoformat("2026-03-01T08:00:00-08:00")
    failed_unlocks.note(VAULT_ID, SteppingClock(west).now())
    missed = failed_unlocks.unanswered(VAULT_ID)
    assert missed is not None
    assert missed.since.local().astimezone(UTC) == west.astimezone(UTC)


@pytest.mark.parametrize("wrong", [b"", b"{}", b"[]", b"\xff", b"{" * 3000])
def test_a_damaged_count_counts_as_none(app_home: Path, clock: SteppingClock, wrong: bytes) -> None:
    failed_unlocks.note(VAULT_ID, clock.now())
    (app_home / "unlocks" / f"{VAULT_ID}.json").write_bytes(wrong)
    assert failed_unlocks.unanswered(VAULT_ID) is None


def test_the_pause_grows_to_a_minute() -> None:
    assert [failed_unlocks.pause_s(count) for count in range(12)] == [0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60]
    assert failed_unlocks.pause_s(10**6) == 60
