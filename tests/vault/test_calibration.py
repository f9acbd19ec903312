"""The cost of unlocking is raised to half a second, kept within limits, and never run beyond them."""

from dataclasses import dataclass, field

import pytest

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.vault.calibration import DEFAULT_COST, MIB, Cost, calibrated, stretched


@dataclass
class WorkClock:
    """A clock that moves only when work is done."""

    passed: float = 0.0
    runs: list[Cost] = field(default_factory=list)

    def now(self) -> Instant:
        raise AssertionError

    def ticks(self) -> float:
        return self.passed


def a_computer(clock: WorkClock, seconds_per_gib_pass: float):  # type: ignore[no-untyped-def]
    def run(cost: Cost) -> None:
        clock.runs.append(cost)
        clock.passed += seconds_per_gib_pass * cost.passes * cost.memory_kib / (1024 * MIB)

    return run


def test_a_slow_computer_keeps_the_least_cost() -> None:
    clock = WorkClock()
    assert calibrated(clock, measure=a_computer(clock, 2.0)) == DEFAULT_COST


def test_a_fast_computer_gets_more_until_half_a_second() -> None:
    clock = WorkClock()
    assert calibrated(clock, measure=a_computer(clock, 0.4)) == Cost(memory_kib=512 * MIB, passes=3, lanes=4)


def test_a_very_fast_computer_stops_at_the_ceiling() -> None:
    clock = WorkClock()
    assert calibrated(clock, measure=a_computer(clock, 0.001)) == Cost(memory_kib=1024 * MIB, passes=10, lanes=4)
    assert all(cost.is_within_limits() for cost in clock.runs)


def test_it_can_be_stopped_early_and_is_then_never_weaker() -> None:
    clock = WorkClock()
    assert (
        calibrated(clock, measure=a_computer(clock, 0.001), still_wanted=lambda: not clock.runs).memory_kib >= 256 * MIB
    )


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory_kib=64 * MIB - 1, passes=3, lanes=4),
        Cost(memory_kib=1024 * MIB + 1, passes=3, lanes=4),
        Cost(memory_kib=2**40, passes=3, lanes=4),
        Cost(memory_kib=64 * MIB, passes=11, lanes=4),
        Cost(memory_kib=64 * MIB, passes=0, lanes=4),
        Cost(memory_kib=64 * MIB, passes=3, lanes=9),
        Cost(memory_kib=64 * MIB, passes=3, lanes=0),
    ],
)
def test_a_cost_beyond_the_limits_is_named_and_never_run(cost: Cost) -> None:
    with pytest.raises(VaultProblem) as caught:
        stretched(b"x", salt=bytes(16), cost=cost)
    assert caught.value.kind == "header-limits"
