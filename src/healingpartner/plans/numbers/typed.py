"""Numbers as people type them: 15 %, 0.15, 0,15, 3/20; a row of times, with a plus where the watching ended first."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.plans.numbers.given import chance
from healingpartner.plans.numbers.survival import Watched

LONGEST = 40
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_BETWEEN_TIMES = re.compile(r"[\s;]+|,\s+")


def decimal_typed(words: str, field: str) -> Fraction:
    """A number with a point or a comma before its decimals."""
    typed = _SPACES.sub("", words)
    if typed.count(",") + typed.count(".") > 1 or len(typed) > LONGEST:
        raise _no_number(field)
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation as amiss:
        raise _no_number(field) from amiss
    if not number.is_finite() or abs(number.adjusted()) > LONGEST:
        raise _no_number(field)
    return Fraction(number)


def share_typed(words: str, field: str) -> Fraction:
    """A share from none to all: 15 %, 0.15, 0,15 or 3/20."""
    typed = _SPACES.sub("", words)
    if typed.endswith("%"):
        return chance(decimal_typed(typed[:-1], field) / 100, field)
    if "/" in typed:
        events, _slash, of = typed.partition("/")
        people = decimal_typed(of, field)
        if not people:
            raise _no_number(field)
        return chance(decimal_typed(events, field) / people, field)
    return chance(decimal_typed(typed, field), field)


def watched_typed(words: str, field: str) -> tuple[Watched, ...]:
    """Times of people, one after the other: 1, 2+, 3, 4. A plus: it had not happened when the watching ended."""
    typed = [one for one in _BETWEEN_TIMES.split(words.strip().strip(",;")) if one]
    return tuple(Watched(time=decimal_typed(one.rstrip("+"), field), happened=not one.endswith("+")) for one in typed)


def _no_number(field: str) -> RuleBroken:
    return RuleBroken(field, _("This is not a number. Write it with digits, as in 0.15."))
