"""Making a practice of invented people: real acts, up to a thousand in one transaction.

The same seed makes the same people, ids, words and passphrase. That passphrase guards nobody, and must never be
taken for a practice with real people in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from healingpartner.demo import acting, planning
from healingpartner.demo.invented import Inventor, told
from healingpartner.demo.lists import lists
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.words import _
from healingpartner.people.practitioner.acts import introduce_self, set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.practice import Practice, create_practice
from healingpartner.vault.calibration import DEFAULT_COST, Cost
from healingpartner.vault.passphrase import SUGGESTED_WORDS, word_list

A_TRANSACTION = 1_000
OFFERED, MOST_AGREEMENTS = 0.4, 400  # a share of all; a whole text each, so about so many at most
BEGAN, LASTED = datetime(2023, 11, 6, 9, 0, tzinfo=UTC), timedelta(days=1_100)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A demo practice, closed again: how it opens, and how many people and entries it came to hold."""

    folder: Path
    passphrase: str
    recovery_code: str
    people: int
    entries: int


def make(
    folder: Path,
    *,
    people: int,
    entries: int,
    seed: int,
    progress: Progress = lambda _done, _whole: None,
    still_wanted: Callable[[], bool] = lambda: True,
    cost: Cost = DEFAULT_COST,
) -> Made:
    """Make the practice in `folder` (new or empty) and close it.

    cost: of its keys, never measured here, for the demo's own clock stands still while a key is made.
    entries: further acts after the people are there: answers, first meetings, changes of address. When it is not
    wanted any more it stops after the transaction at hand, and what was made is whole. Refused and VaultProblem
    as in `practice.create_practice`.
    """
    chance = Random(seed)  # noqa: S311 - repeatable on purpose; nothing is guarded by it
    size = max(1, min(A_TRANSACTION, (people + entries) // 60))
    readings = 3 * (people + entries) // size + 40
    clock = SteppingClock(BEGAN, LASTED / readings)
    passphrase = " ".join(chance.choice(word_list()) for _word in range(SUGGESTED_WORDS))
    # Keys and the practice's own id are new each time: two with one id would look like one that was rolled back.
    made = create_practice(folder, passphrase=passphrase, clock=clock, cost=cost)
    made.practice.vault.entropy = Random(f"{seed} ids").randbytes  # noqa: S311 - ids repeat with their seed
    try:
        counted = _fill(made.practice, Inventor(chance), chance, (people, entries), size, progress, still_wanted)
    finally:
        made.practice.close()
    return Made(
        folder=folder,
        passphrase=passphrase,
        recovery_code=made.recovery_code,
        people=counted[0],
        entries=counted[1],
    )


def _fill(
    practice: Practice,
    inventor: Inventor,
    chance: Random,
    wanted: tuple[int, int],
    size: int,
    progress: Progress,
    still_wanted: Callable[[], bool],
) -> tuple[int, int]:
    people, entries = wanted
    _introduce_practitioner(practice)
    ids: list[str] = []
    done, offered = 0, min(OFFERED, MOST_AGREEMENTS / max(1, people))
    progress(0, people + entries)
    for count in _slices(people, size):
        if not still_wanted():
            return len(ids), done
        ids += acting.add_people(practice, inventor, chance, count, offered)
        progress(len(ids), people + entries)
    planning.plan_with_some(practice, ids)
    for turn, count in enumerate(_slices(entries, size)):
        if not still_wanted():
            break
        acting.go_on(practice, inventor, _some(ids, count, chance), turn=turn)
        done += count
        progress(people + done, people + entries)
    return len(ids), done


def _introduce_practitioner(practice: Practice) -> None:
    known = lists()
    given = Practitioner(**known.practitioner, practice_name=_("Demo practice — invented people"))
    acting.one_by_one(practice, [(set_practitioner, (given,)), (introduce_self, (told(known.sheet.items()),))])


def _slices(whole: int, size: int) -> Iterator[int]:
    for begun in range(0, whole, size):
        yield min(size, whole - begun)


def _some(ids: Sequence[str], count: int, chance: Random) -> list[str]:
    return [chance.choice(ids) for _entry in range(count)]
