"""Walking: the steps one after another, each written down, the exit code at the end."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from healingpartner.desktop.tour.book import NotHeld
from healingpartner.desktop.tour.driver import Tour
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem

Walked = Callable[[Tour], str]
StepOf = tuple[str, Walked]
GIVE_UP_AFTER = 4


def walk(tour: Tour, steps: Sequence[StepOf]) -> bool:
    """Take the steps; True when every one held. After four misses in a row the rest is not tried."""
    missed = 0
    for sentence, step in steps:
        held, seen = _take(tour, step)
        missed = 0 if held else missed + 1
        if not held:
            _picture_of_a_miss(tour, len(tour.book.steps) + 1)
        noted = tour.book.note(sentence, held=held, seen=seen)
        sys.stdout.write(f"{noted.n:3d} {'held    ' if held else 'NOT HELD'} {sentence}\n")
        if not held:
            sys.stdout.write(f"             {seen}\n")
        sys.stdout.flush()
        if missed >= GIVE_UP_AFTER:
            break
    return tour.book.held() and len(tour.book.steps) >= len(steps)


def _take(tour: Tour, step: Walked) -> tuple[bool, str]:
    try:
        return True, step(tour)
    except NotHeld as found:
        return False, found.seen
    except (Refused, VaultProblem) as problem:
        return False, problem.sentence()
    except RuleBroken as broken:
        return False, broken.sentence
    except Exception as slip:  # noqa: BLE001 - whatever a step trips over belongs in the book, and the walk goes on
        return False, f"{type(slip).__name__}: {slip}"


def _picture_of_a_miss(tour: Tour, n: int) -> None:
    try:
        tour.front().grab().save(str(tour.book.next_screen(f"miss-at-step-{n}")))
    except NotHeld:
        return


def told(folder: Path, tour: Tour) -> str:
    """One line about the whole walk."""
    held = sum(step.held for step in tour.book.steps)
    return f"{held} of {len(tour.book.steps)} steps held; pictures and papers are in {folder}\n"
