"""What unlocking costs: argon2id's memory, passes and lanes, their limits, and a fair value for this computer.

RFC 9106. The cost is the only brake on someone who holds a copy of the file, so it is only ever raised.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from healingpartner.foundation.clock import Clock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _

MIB = 1024
LEAST_MEMORY_KIB = 64 * MIB
MOST_MEMORY_KIB = 1024 * MIB
MOST_PASSES = 10
MOST_LANES = 8
ENOUGH_SECONDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """`memory_kib` kibibytes, `passes` over it, `lanes` side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def is_within_limits(self) -> bool:
        """True when it is neither too weak to keep nor too large to run; asked before argon2 starts."""
        return (
            LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )

    def require_limits(self) -> None:
        """VaultProblem header-limits when it is not within them."""
        if not self.is_within_limits():
            raise VaultProblem(
                "header-limits",
                _("The key file asks for more work than is safe to do, or for too little."),
                safe=_("Nothing was changed."),
                then=_("Someone may have altered keys.json. Put back a copy of it from a backup."),
            )


DEFAULT_COST = Cost(memory_kib=256 * MIB, passes=3, lanes=4)


def stretched(secret: bytes, *, salt: bytes, cost: Cost) -> bytes:
    """argon2id, 32 bytes. VaultProblem header-limits before running, not-enough-memory when there is none."""
    cost.require_limits()
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            secret, salt, time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes,
            hash_len=32, type=Type.ID,
        )  # fmt: skip
    except (HashingError, MemoryError) as problem:
        raise VaultProblem(
            "not-enough-memory",
            _("This computer has too little free memory to unlock."),
            safe=_("Nothing was changed."),
            then=_("Close some other programs, then try again."),
        ) from problem


def calibrated(
    clock: Clock,
    *,
    measure: Callable[[Cost], None] | None = None,
    still_wanted: Callable[[], bool] = lambda: True,
) -> Cost:
    """The least cost from 256 MiB, 3 passes, 4 lanes upward that takes half a second here; at most 1 GiB.

    `measure` runs a cost once (for tests); `still_wanted` is asked between runs, so that it can stop early.
    """
    run = measure or _run_once
    cost = DEFAULT_COST
    while still_wanted():
        began = clock.ticks()
        run(cost)
        taken = clock.ticks() - began
        if taken >= ENOUGH_SECONDS:
            return cost
        raised = _raised(cost)
        if raised == cost:
            return cost
        cost = raised
    return cost


def _raised(cost: Cost) -> Cost:
    if cost.memory_kib < MOST_MEMORY_KIB:
        return Cost(memory_kib=min(cost.memory_kib * 2, MOST_MEMORY_KIB), passes=cost.passes, lanes=cost.lanes)
    return Cost(memory_kib=cost.memory_kib, passes=min(cost.passes + 1, MOST_PASSES), lanes=cost.lanes)


def _run_once(cost: Cost) -> None:
    stretched(b"measured", salt=hashlib.sha256(b"hp/v1/calibration").digest()[:16], cost=cost)
