"""Goal Attainment: how near all goals are together, beside the words of their levels and never without them.

T = 50 + 10·Σ(w·x) / √(0.7·Σw² + 0.3·(Σw)²), Kiresuk and Sherman 1968, ρ = 0.3. The guide of 2009 that is often copied
was printed with wrong formulas (erratum: Clin Rehabil 2009;23:362). T is no mark for a person: it says where the two
stand with what they hoped for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import N_, Words, _
from healingpartner.plans.goals.model import COUNTED, Form, Goal, Rating

_OWN, _TOGETHER = 7, 3  # tenths: 1 − ρ and ρ, so that what stands under the root is exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """One goal: its weight, and in half levels (−4 to +4) where it is and where it began. None: not said yet."""

    weight: int
    now: int | None
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attainment:
    """`t` now, at the `start`, and its `change`; None where it cannot be said. rated: of how many goals it speaks."""

    t: float | None
    start: float | None
    rated: int
    of: int

    @property
    def change(self) -> float | None:
        """From the start until now."""
        return None if self.t is None or self.start is None else self.t - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The mean of all that was said from 0 to 10, None where nothing was; rated: how many goals it speaks of."""

    mean: Fraction | None
    rated: int
    of: int


class LightAnswer(StrEnum):
    """What is asked of a goal in its light form."""

    A_LOT_MORE = "a_lot_more"
    A_BIT_MORE = "a_bit_more"
    AS_HOPED = "as_hoped"
    PARTLY = "partly"
    NO_CHANGE = "no_change"
    WORSE = "worse"


LIGHT_WORDS: Mapping[LightAnswer, str] = {
    LightAnswer.A_LOT_MORE: N_("Reached, and a lot more"),
    LightAnswer.A_BIT_MORE: N_("Reached, and a bit more"),
    LightAnswer.AS_HOPED: N_("Reached, as we hoped"),
    LightAnswer.PARTLY: N_("Reached in part"),
    LightAnswer.NO_CHANGE: N_("As it was when we began"),
    LightAnswer.WORSE: N_("Harder than when we began"),
}
_REACHED = {LightAnswer.A_LOT_MORE: 4, LightAnswer.A_BIT_MORE: 2, LightAnswer.AS_HOPED: 0}


def light_halves(answer: LightAnswer, *, baseline: int = -1) -> int:
    """The answer in half levels. From −1, in part is −0.5; from −2 it is −1, and nothing lies below."""
    if baseline not in {-1, -2}:
        raise RuleBroken("baseline", _("The light form begins at −1 or −2."))
    if answer in _REACHED:
        return _REACHED[answer]
    if answer is LightAnswer.PARTLY:
        return -1 if baseline == -1 else -2
    return 2 * baseline if answer is LightAnswer.NO_CHANGE else -4


def t_score(levels: Sequence[tuple[Fraction | int, int]]) -> float | None:
    """T of (level, weight) pairs; None where there are none, or where no weight is above 0."""
    if any(weight < 0 for _level, weight in levels):
        raise RuleBroken("weight", _("A weight cannot be less than 0."))
    if any(not -2 <= level <= 2 for level, _weight in levels):
        raise RuleBroken("level", _("A level goes from −2 to +2."))
    squares = sum(weight * weight for _level, weight in levels)
    if not squares:
        return None
    under = Fraction(_OWN * squares + _TOGETHER * sum(weight for _level, weight in levels) ** 2, 10)
    return 50 + 10 * float(sum(Fraction(level) * weight for level, weight in levels)) / sqrt(under)


def attainment(goals: Sequence[Reached]) -> Attainment:
    """T of the goals that were rated. The start is told where every one of these has one, so that both speak of the
    same goals.
    """
    rated = [one for one in goals if one.now is not None]
    begun = [(Fraction(one.start, 2), one.weight) for one in rated if one.start is not None]
    return Attainment(
        t=t_score([(Fraction(one.now or 0, 2), one.weight) for one in rated]),
        start=t_score(begun) if len(begun) == len(rated) else None,
        rated=len(rated),
        of=len(goals),
    )


def attainment_of(goals: Iterable[Goal], ratings: Iterable[Rating]) -> Attainment:
    """Of a plan's goals that are followed by levels and not set down; of each, the newest rating counts.

    ratings: in the order in which they were given.
    """
    newest = {one.goal_id: one.halves for one in ratings if one.halves is not None}
    followed = [one for one in goals if one.form is not Form.NEAR and one.state in COUNTED]
    return attainment(
        [
            Reached(
                weight=one.weight,
                now=newest.get(one.id),
                start=None if one.baseline is None else 2 * one.baseline,
            )
            for one in followed
        ]
    )


def attainment_over_time(goals: Sequence[Goal], ratings: Sequence[Rating]) -> tuple[tuple[Instant, Attainment], ...]:
    """T after each rating of a level, in their order."""
    goals_by_id = {one.id for one in goals if one.form is not Form.NEAR and one.state in COUNTED}
    return tuple(
        (one.at, attainment_of(goals, ratings[: at + 1]))
        for at, one in enumerate(ratings)
        if one.halves is not None and one.goal_id in goals_by_id
    )


def near_of(goals: Iterable[Goal], ratings: Iterable[Rating]) -> Near:
    """The mean "how near are we" of goals that are followed so; of each, the newest rating counts."""
    newest = {one.goal_id: one.near for one in ratings if one.near is not None}
    followed = [one for one in goals if one.form is Form.NEAR and one.state in COUNTED]
    said = [near for one in followed if (near := newest.get(one.id)) is not None]
    return Near(mean=Fraction(sum(said), len(said)) if said else None, rated=len(said), of=len(followed))


def rated_words(of: Attainment | Near, words: Words) -> str:
    """2 of 3 goals rated: said whenever a number speaks of fewer goals than there are, or of any."""
    said = words.say_n("{rated} of {n} goal rated", "{rated} of {n} goals rated", of.of)
    return said.format(rated=words.number(of.rated), n=words.number(of.of))
