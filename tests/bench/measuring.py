"""How things are measured: variants in turn within one run, and only their ratio carried over.

A figure in milliseconds is this computer's; the median of pairwise ratios is worth comparing.
"""

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Once = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Both variants' milliseconds, round by round, in pairs that were taken one after the other."""

    floor: tuple[float, ...]
    ours: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of ours to floor, pair by pair."""
        return statistics.median(b / a for a, b in zip(self.floor, self.ours, strict=True))

    def p50(self) -> tuple[float, float]:
        """Medians of both, in milliseconds."""
        return statistics.median(self.floor), statistics.median(self.ours)


def timed(work: Callable[[], object]) -> Once:
    """`work` as something that tells how many milliseconds it took."""

    def once() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1_000

    return once


def in_turn(floor: Once, ours: Once, *, rounds: int, warm: int = 2) -> Measured:
    """Floor and ours, A B A B, after `warm` rounds that do not count."""
    for _round in range(warm):
        floor()
        ours()
    pairs = [(floor(), ours()) for _round in range(rounds)]
    return Measured(floor=tuple(a for a, _b in pairs), ours=tuple(b for _a, b in pairs))


def percentile(figures: Sequence[float], share: float) -> float:
    """The figure below which that share of all lies."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def say(name: str, line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"\n  {name:<28} {line}")
    sys.stdout.flush()


def machine() -> str:
    """What was measured on: processor, cores, system, Python."""
    return f"{_processor()} · {os.cpu_count()} cores · {platform.system()} · CPython {platform.python_version()}"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        named = next((line.partition(":")[2].strip() for line in told if line.startswith("model name")), "")
    except OSError:
        named = ""
    return named or platform.processor() or platform.machine()


def reached(ratio: float, goal: float) -> str:
    """The goal, and whether this run reached it."""
    return f"goal {goal}" if ratio <= goal else f"goal {goal}: missed"
