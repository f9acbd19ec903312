"""Whether ways can stand side by side in numbers: only on one denominator and within one time.

A picture of 38 of 100 in eight weeks beside 4 of 1,000 in a year would say something, and it would not be true.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words, spoken
from healingpartner.plans.numbers.estimate import OutcomeEstimate
from healingpartner.plans.numbers.sentences import of_how_many, time_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One way and what is known of it."""

    label: str
    estimates: tuple[OutcomeEstimate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A way whose numbers stand on another denominator or time than those of the first."""

    label: str
    outcome: str
    estimate: OutcomeEstimate


def apart(columns: Sequence[Column]) -> tuple[Apart, ...]:
    """Every number that does not share the ground of most, in order; empty when all can stand side by side.

    The ground of most is the one that the most numbers share, the first of them where two are shared alike.
    """
    numbers = [
        Apart(label=column.label, outcome=one.outcome, estimate=one)
        for column in columns
        for one in column.estimates
        if one.has_numbers
    ]
    grounds = [_ground(one.estimate) for one in numbers]
    if len(set(grounds)) < 2:
        return ()
    shared = max(grounds, key=grounds.count)
    return tuple(one for one, ground in zip(numbers, grounds, strict=True) if ground != shared)


def check_comparable(columns: Sequence[Column], *, words: Words | None = None) -> None:
    """Refused, naming each number that differs and how, when the ways cannot stand side by side."""
    different = apart(columns)
    if not different:
        return
    told = words or spoken()
    out = {id(one.estimate) for one in different}
    shared = next(one for column in columns for one in column.estimates if one.has_numbers and id(one) not in out)
    raise Refused(
        told.say(N_("These numbers cannot stand side by side.")),
        where=" ".join(
            (
                told.say(N_("Most are {ground}.")).format(ground=_ground_words(shared, told)),
                *(
                    told.say(N_("{option}, “{outcome}”, is {ground}.")).format(
                        option=isolated(one.label),
                        outcome=isolated(one.outcome),
                        ground=_ground_words(one.estimate, told),
                    )
                    for one in different
                ),
            )
        ),
        then=told.say(N_("Write them of the same number of people and within the same time. Nothing was lost.")),
    )


def _ground(estimate: OutcomeEstimate) -> tuple[int | None, tuple[str, int] | None]:
    return estimate.denominator, estimate.horizon.span() if estimate.horizon else None


def _ground_words(estimate: OutcomeEstimate, words: Words) -> str:
    """Of 100 people, within 8 weeks."""
    people = of_how_many(estimate, words)
    if estimate.horizon is None:
        return people
    return words.say(N_("{people}, within {time}")).format(people=people, time=time_words(estimate.horizon, words))
