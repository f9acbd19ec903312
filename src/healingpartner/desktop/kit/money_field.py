"""An amount of money, typed as this language writes numbers."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.field import LineField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.words import _, spoken

MOST = Decimal(10) ** 12


class MoneyField(LineField):
    """An amount in one currency; empty means that none was named."""

    def __init__(
        self, label: str, *, currency: str, value: Money | None = None, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`currency`: ISO 4217, shown with the amount; a value in another currency keeps its own."""
        self._currency = value.currency if value else currency
        example = spoken().money(Money(minor=4000, currency=self._currency))
        super().__init__(label, hint=hint, example=example, parent=parent)
        self.line.editingFinished.connect(lambda: self.say(self.problem()))
        if value is not None:
            self.set_value(spoken().money(value))

    def money(self) -> Money | None:
        """The amount; None where nothing is typed. RuleBroken with a sentence where it is no amount."""
        typed = self.value().strip()
        return read_money(typed, self._currency, field=self.label.text()) if typed else None

    def problem(self) -> str:
        """The sentence for what is typed, or ""."""
        try:
            self.money()
        except RuleBroken as broken:
            return broken.sentence
        return ""


def read_money(words: str, currency: str, *, field: str) -> Money:
    """An amount as the language of the screen writes it, with or without the currency's sign or code."""
    from babel.numbers import NumberFormatError, get_currency_precision, get_currency_symbol, parse_decimal

    locale = spoken().locale
    bare = words.replace(get_currency_symbol(currency, locale=locale), "").replace(currency, "").strip()
    try:
        amount = parse_decimal(bare, locale=locale, strict=True)
    except NumberFormatError:
        raise RuleBroken(field, _not_an_amount(currency)) from None
    decimals = get_currency_precision(currency)
    minor = amount.scaleb(decimals) if amount.is_finite() else Decimal(-1)
    if not 0 <= minor <= MOST or minor != minor.to_integral_value():
        raise RuleBroken(field, _not_an_amount(currency))
    return Money(minor=int(minor), currency=currency)


def _not_an_amount(currency: str) -> str:
    example = spoken().money(Money(minor=4000, currency=currency))
    return _("This is not yet an amount. Write it as in {example}, or leave it empty.").format(example=example)
