"""Reading a date as people write it, whole or in part, in the language of the screen.

1970 · 5/1970 · 31.5.1970 · 1970-05-31 · May 1970 · 31 May 1970 · 1970年5月31日, in any digits. Where day and month
could change places, the language decides; where only one order gives a date, that one is meant.
"""

import calendar
import re
import unicodedata
from functools import lru_cache

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import fold
from healingpartner.foundation.words import Words, _, spoken

_PIECES = re.compile(r"\d+|[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_EASTERN = re.compile("[年月日년월일]")
_EXAMPLE = PartialDate(year=1970, month=5, day=31)


def read_date(words: str, *, field: str, locale: str = "") -> PartialDate | None:
    """What `words` mean; None for nothing typed; RuleBroken(field, …) with the next step where they mean no date."""
    language = Words(locale) if locale else spoken()
    pieces = _PIECES.findall(_EASTERN.sub(" ", _western(words)))
    if not pieces:
        if words.strip():
            raise RuleBroken(field, _not_understood(language))
        return None
    numbers = [piece for piece in pieces if piece.isdigit()]
    months = [month for piece in pieces if not piece.isdigit() and (month := _month_named(piece, language.locale))]
    if len(numbers) == 1 and len(numbers[0]) == 8 and not months:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    if not any(len(number) == 4 for number in numbers):
        raise RuleBroken(field, _year_unclear(language) if numbers else _not_understood(language))
    parts = _parts(numbers, months, language.locale)
    if parts is None:
        raise RuleBroken(field, _not_understood(language))
    return _checked(*parts, field=field, language=language)


def _western(words: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)


def _parts(numbers: list[str], months: list[int], locale: str) -> tuple[int, int | None, int | None] | None:
    """Year, month, day from the numbers as typed and the months named; None where there are too many or too few."""
    at = next(index for index, number in enumerate(numbers) if len(number) == 4)
    year, rest = int(numbers[at]), [int(number) for number in numbers[:at] + numbers[at + 1 :]]
    if len(months) > 1 or len(rest) + len(months) > 2 or any(len(number) > 4 for number in numbers):
        return None
    if months:
        return year, months[0], rest[0] if rest else None
    if len(rest) < 2:
        return year, rest[0] if rest else None, None
    first, second = rest
    day_first = at != 0 and _day_first(locale)
    if first > 12 >= second:
        day_first = True
    elif second > 12 >= first:
        day_first = False
    return (year, second, first) if day_first else (year, first, second)


def _checked(year: int, month: int | None, day: int | None, *, field: str, language: Words) -> PartialDate:
    if year < 1 or (month is not None and not 1 <= month <= 12):
        raise RuleBroken(field, _not_understood(language))
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            named = language.partial_date(PartialDate(year=year, month=month))
            sentence = _("{month} has {days} days. Look at the day once more, or leave it out.")
            raise RuleBroken(field, sentence.format(month=named, days=days))
    return PartialDate(year=year, month=month, day=day)


@lru_cache(maxsize=8)
def _day_first(locale: str) -> bool:
    from babel.dates import get_date_format

    pattern = str(get_date_format("short", locale=locale).pattern)
    return pattern.find("d") < pattern.find("M")


@lru_cache(maxsize=8)
def _month_names(locale: str) -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in ("en", locale):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names[fold(name).rstrip(".")] = number
    return names


def _month_named(piece: str, locale: str) -> int:
    """The month of a name, or of at least three letters that begin only one month's; 0 for any other word."""
    names, sought = _month_names(locale), fold(piece).rstrip(".")
    if sought in names:
        return names[sought]
    begun = {number for name, number in names.items() if len(sought) >= 3 and name.startswith(sought)}
    return begun.pop() if len(begun) == 1 else 0


def _not_understood(language: Words) -> str:
    sentence = _("This is not yet a date. A year, a month and year, or a full date will do: {example}.")
    return sentence.format(example=language.partial_date(_EXAMPLE))


def _year_unclear(language: Words) -> str:
    sentence = _("Please write the year with four digits, as in {example}.")
    return sentence.format(example=language.partial_date(_EXAMPLE))
