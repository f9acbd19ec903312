"""What something costs, as a field: an amount or a range, how often, paid by someone else, free, or not known yet."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.money_field import read_money
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.people.money_words import home_currency
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.plans.money import PER_WORDS, Ceiling, Cost, Per
from healingpartner.plans.versions.model import WholePlan

UNKNOWN, FREE, AMOUNT, COVERED = "unknown", "free", "amount", "covered"
_KINDS = (
    (UNKNOWN, N_("Not known yet")),
    (AMOUNT, N_("An amount")),
    (FREE, N_("Nothing")),
    (COVERED, N_("Someone else pays")),
)
COMMON = ("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "MXN", "INR", "JPY", "ZAR")


class CostField(QWidget):
    """`typed()` and `show_typed()` as every group of fields; `cost()` gives what is meant."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        """`currency`: ISO 4217, the plan's own so far."""
        super().__init__()
        self.kind = ChoiceField(_("What it costs"), [(key, _(words)) for key, words in _KINDS], value=UNKNOWN)
        self.low, self.high = LineField(_("From, or exactly")), LineField(_("Up to"))
        self.currency = currency_field(currency)
        self.per = ChoiceField(
            _("How often"), [(one.value, _(words)) for one, words in PER_WORDS.items()], value="once"
        )
        self.about = LineField(_("Good to know"), example=_("covered in part; I will find out by Friday"))
        self._amount, self._sentence = FieldGrid(), PlainLabel(tone="warn")
        self._sentence.hide()
        for field in (self.low, self.high, self.currency, self.per):
            self._amount.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.kind, self._amount, self.about, self._sentence):
            column.addWidget(part)
        for field in self._fields().values():
            field.changed.connect(self._by_hand)
        self.setFocusProxy(self.kind)
        self._show_amount()

    def typed(self) -> dict[str, str]:
        """Every field as it stands."""
        return {name: field.value() for name, field in self._fields().items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were."""
        for name, field in self._fields().items():
            if name in typed:
                field.set_value(str(typed[name]))
        self._show_amount()

    def say(self, sentence: str) -> None:
        """A rule's sentence below the fields."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def sentence(self) -> str:
        """The sentence shown, or ""."""
        return self._sentence.text()

    def cost(self, name: str = "cost") -> Cost | None:
        """What is meant; None for not known, with no note. RuleBroken under `name` where it is no amount."""
        kind, note, per = self.kind.value(), self.about.value(), Per(self.per.value() or "once")
        if kind == COVERED:
            return Cost(covered=True, note=note)
        if kind == FREE:
            nothing = Money(minor=0, currency=self._code(name))
            return Cost(low=nothing, high=nothing, note=note)
        if kind == AMOUNT:
            low, high = self._money(self.low, name), self._money(self.high, name)
            if low is None and high is None:
                raise RuleBroken(name, _("Write an amount, or choose that it is not known yet."))
            return Cost(low=low, high=high, per=per, note=note)
        return Cost(note=note) if note.strip() else None

    def _money(self, field: LineField, name: str) -> Money | None:
        typed = field.value().strip()
        return read_money(typed, self._code(name), field=name) if typed else None

    def _code(self, name: str) -> str:
        return code_of(self.currency, name)

    def _fields(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "low": self.low, "high": self.high, "currency": self.currency, "per": self.per,
            "note": self.about,
        }  # fmt: skip

    def _by_hand(self) -> None:
        self.say("")
        self._show_amount()
        self.changed.emit()

    def _show_amount(self) -> None:
        self._amount.setVisible(self.kind.value() == AMOUNT)


def currency_field(currency: str) -> ChoiceField:
    """Which currency: a common one, or any other by its three letters."""
    codes = (currency, *(one for one in COMMON if one != currency))
    return ChoiceField(_("Currency"), [(one, one) for one in codes], value=currency, own_words=True)


def code_of(field: ChoiceField, name: str) -> str:
    """The three letters chosen; RuleBroken where they are none."""
    code = field.value().strip().upper()
    if len(code) != 3 or not code.isascii() or not code.isalpha():
        raise RuleBroken(name, _("A currency has three letters, as in EUR."))
    return code


def typed_of(cost: Cost | None) -> dict[str, str]:
    """A cost as the field shows it."""
    if cost is None or (not cost.is_known and not cost.covered):
        return {"kind": UNKNOWN, "note": "" if cost is None else cost.note}
    typed = {"note": cost.note, "per": cost.per.value}
    if cost.covered:
        return {"kind": COVERED, **typed}
    low, high = cost.low, cost.high or cost.low
    if low is None or high is None or not high.minor:
        return {"kind": FREE, **typed}
    same = low == high
    return {
        "kind": AMOUNT, "low": spoken().money(low), "high": "" if same else spoken().money(high),
        "currency": low.currency, **typed,
    }  # fmt: skip


def currency_of(found: WholePlan) -> str:
    """The plan's currency so far: of its ceiling, else of its first cost, else of this land."""
    if isinstance(found.plan.ceiling, Ceiling):
        return found.plan.ceiling.amount.currency
    costs = (*(one.cost for one in found.contents.options), *(one.cost for one in found.contents.steps))
    known = next((one.low.currency for one in costs if one is not None and one.low is not None), "")
    return known or home_currency()
