"""Every word a person reads passes here: gettext catalogues, and Babel for dates, numbers and money.

The screen has one language, set by `speak`; paper takes its language as an argument, by `Words`.
Strings are marked with `_`, `ngettext` and `pgettext`; `N_` marks one that is translated later.
"""

import gettext as _gettext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.paths import resource

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from healingpartner.foundation.money import Money
    from healingpartner.foundation.partial_dates import PartialDate

DOMAIN = "healingpartner"
Length = Literal["short", "medium", "long", "full"]


@lru_cache(maxsize=16)
def _catalogue(locale: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, resource("locale"), [locale, locale.partition("_")[0]], fallback=True)


@dataclass(frozen=True, slots=True)
class Words:
    """One language: translation and the writing of dates, numbers and money. `locale` as in Babel: "en_GB"."""

    locale: str

    def say(self, message: str) -> str:
        """The message in this language, or as it stands when the catalogue has none."""
        return _catalogue(self.locale).gettext(message)

    def say_n(self, one: str, many: str, count: int) -> str:
        """The form for `count`; the caller fills {placeholders}."""
        return _catalogue(self.locale).ngettext(one, many, count)

    def say_p(self, context: str, message: str) -> str:
        """A message whose meaning needs a context to translate."""
        return _catalogue(self.locale).pgettext(context, message)

    def date(self, day: "date | datetime | Instant", length: Length = "medium") -> str:
        """A day as this language writes it."""
        from babel.dates import format_date

        return format_date(day.local() if isinstance(day, Instant) else day, length, locale=self.locale)

    def time(self, moment: Instant, length: Length = "short") -> str:
        """The wall-clock time of an instant, where it was written."""
        from babel.dates import format_time

        return format_time(moment.local(), length, locale=self.locale)

    def moment(self, moment: Instant) -> str:
        """Day and time together."""
        from babel.dates import format_datetime

        return format_datetime(moment.local(), "medium", locale=self.locale)

    def partial_date(self, day: "PartialDate") -> str:
        """A date with only the parts that are known: 31 May 1970, May 1970, 1970."""
        from babel.dates import format_skeleton

        if day.month is None:
            return str(day.year)
        if day.day is None:
            return format_skeleton("yMMMM", day.earliest(), locale=self.locale)
        return self.date(day.earliest(), "long")

    def number(self, value: "int | Decimal") -> str:
        """A number with this language's separators."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def money(self, amount: "Money") -> str:
        """An amount with its currency, in that currency's own number of decimals."""
        from decimal import Decimal

        from babel.numbers import format_currency, get_currency_precision

        value = Decimal(amount.minor).scaleb(-get_currency_precision(amount.currency))
        return format_currency(value, amount.currency, locale=self.locale)


_spoken = Words("en_US")


def speak(locale: str) -> None:
    """Choose the language of the screen."""
    global _spoken  # noqa: PLW0603 - the screen speaks one language at a time
    _spoken = Words(locale)


def spoken() -> Words:
    """The language of the screen."""
    return _spoken


def _(message: str) -> str:
    """The message in the language of the screen."""
    return _spoken.say(message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for the catalogue; it is translated where it is shown."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The form for `count` in the language of the screen."""
    return _spoken.say_n(one, many, count)


def pgettext(context: str, message: str) -> str:
    """A message with a context, in the language of the screen."""
    return _spoken.say_p(context, message)
