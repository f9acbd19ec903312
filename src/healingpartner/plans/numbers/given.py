"""Numbers as they are handed to a formula: exact, and checked beside their field.

A chance is a share from 0 to 1 as Fraction, Decimal or int; a binary float is no exact number and is not taken.
"""

from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _

Exact = Fraction | Decimal | int

MOST_PEOPLE = 100_000_000
NORMAL_95 = NormalDist().inv_cdf(0.975)  # 1.95996…: how many standard errors hold 95 of 100
MILLION = 1_000_000


def exact(value: Exact, field: str) -> Fraction:
    """The number as a fraction; RuleBroken for a decimal that is none."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise RuleBroken(field, _("This is not a number. Write it with digits, as in 0.15."))
    return Fraction(value)


def chance(value: Exact, field: str) -> Fraction:
    """A share from 0 to 1, both included."""
    share = exact(value, field)
    if not 0 <= share <= 1:
        raise RuleBroken(field, _("A chance lies between 0 and 1: from none of them to all of them."))
    return share


def from_millionths(parts: int, field: str) -> Fraction:
    """A share from its stored form: whole parts of a million."""
    return chance(Fraction(parts, MILLION), field)


def millionths(share: Fraction) -> int:
    """The stored form of a share, rounded half up."""
    return half_up(share * MILLION)


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def people(count: int, field: str) -> int:
    """How many people: a whole number, none or more."""
    if count < 0:
        raise RuleBroken(field, _("A number of people cannot be less than none."))
    if count > MOST_PEOPLE:
        raise RuleBroken(field, _("This is more people than any study has counted. Please look at it again."))
    return count


def counted(events: int, of: int, *, events_field: str, of_field: str) -> Fraction:
    """`events` of `of` people as a share. There must be somebody, and no more events than people."""
    if people(of, of_field) == 0:
        raise RuleBroken(of_field, _("There must be at least one person to count."))
    if people(events, events_field) > of:
        raise RuleBroken(events_field, _("This is more than the people who were counted."))
    return Fraction(events, of)


def above_none(value: Exact, field: str) -> Fraction:
    """A ratio or a length of time: more than nought."""
    number = exact(value, field)
    if number <= 0:
        raise RuleBroken(field, _("This must be more than 0."))
    return number


def right_way_up(low: Fraction | float, high: Fraction | float, field: str) -> None:
    """Ends of an interval, the lower one first."""
    if low > high:
        raise RuleBroken(field, _("The lower end is above the upper end. Please change them round."))


def holds(low: Fraction | float, value: Fraction | float, high: Fraction | float, field: str) -> None:
    """An interval round its number: right way up, and the number inside."""
    right_way_up(low, high, field)
    if not low <= value <= high:
        raise RuleBroken(field, _("The number itself lies outside this range. Please look at all three again."))
