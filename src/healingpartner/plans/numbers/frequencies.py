"""Chances as people: so many of 100, of 1,000 or of 10,000, all of them on one denominator.

Frequencies are rounded half up. Shares of a whole are rounded by largest remainder (Hamilton), so that they sum
to the whole; where that would draw equal shares unequal, another whole is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import Exact, chance, half_up

DENOMINATORS = (100, 1_000, 10_000)
_LEAST_WHOLE = 50  # a picture of fewer people says too little


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """`counts[i]` of `of` people for each chance, in the order given. `hidden`: places of chances above 0 that even
    the largest denominator shows as none.
    """

    of: int
    counts: tuple[int, ...]
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Parts of one whole as people: they sum to `of`, and equal parts are drawn equal."""

    of: int
    counts: tuple[int, ...]


def on_one_denominator(chances: Sequence[Exact], *, field: str = "chances") -> Frequencies:
    """The smallest denominator on which different chances differ, none above 0 shows none and none below 1 all.

    Where not even 10,000 does, it is 10,000 and `hidden` says what it cannot show.
    """
    shares = tuple(chance(one, field) for one in chances)
    if not shares:
        raise RuleBroken(field, _("There is no number here yet."))
    for of in DENOMINATORS:
        counts = _counts(shares, of)
        if _tells(shares, counts, of):
            return Frequencies(of=of, counts=counts)
    most = DENOMINATORS[-1]
    counts = _counts(shares, most)
    hidden = tuple(at for at, share in enumerate(shares) if share > 0 and counts[at] == 0)
    return Frequencies(of=most, counts=counts, hidden=hidden)


def _counts(shares: Sequence[Fraction], of: int) -> tuple[int, ...]:
    return tuple(half_up(share * of) for share in shares)


def as_shares(parts: Sequence[Exact], *, field: str = "parts") -> Shares | None:
    """Parts that sum to 1 as people of 100; of 1,000, 10,000, 99, 98 … where 100 would draw equal parts unequal.

    None where no whole of 50 or more does: then words are better than a picture.
    """
    shares = tuple(chance(one, field) for one in parts)
    if sum(shares) != 1:
        raise RuleBroken(field, _("These parts do not add up to the whole."))
    for of in (*DENOMINATORS, *range(DENOMINATORS[0] - 1, _LEAST_WHOLE - 1, -1)):
        counts = _largest_remainder(shares, of)
        if len(set(zip(shares, counts, strict=True))) == len(set(shares)):
            return Shares(of=of, counts=counts)
    return None


def _tells(shares: Sequence[Fraction], counts: Sequence[int], of: int) -> bool:
    if any(
        (share > 0 and count == 0) or (share < 1 and count == of) for share, count in zip(shares, counts, strict=True)
    ):
        return False
    return len(set(counts)) == len(set(shares))


def _largest_remainder(shares: Sequence[Fraction], of: int) -> tuple[int, ...]:
    counts = [int(share * of) for share in shares]
    order = sorted(range(len(shares)), key=lambda at: counts[at] - shares[at] * of)
    for at in order[: of - sum(counts)]:
        counts[at] += 1
    return tuple(counts)
