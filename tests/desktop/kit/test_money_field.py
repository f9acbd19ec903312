"""Amounts as people write them."""

import pytest
from hypothesis import given, strategies as st
from pytestqt.qtbot import QtBot

from desktop.accessibility import nameless
from healingpartner.desktop.kit.money_field import MoneyField, read_money
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.words import speak, spoken


@pytest.fixture(autouse=True)
def english():
    speak("en_US")
    yield
    speak("en_US")


@pytest.mark.parametrize(
    ("locale", "words", "currency", "minor"),
    [
        ("en_US", "40", "USD", 4000),
        ("en_US", "$1,240.50", "USD", 124050),
        ("en_US", "40 EUR", "EUR", 4000),
        ("de_DE", "1.240,50 €", "EUR", 124050),
        ("ja_JP", "4000", "JPY", 4000),
        ("ar_EG", "40", "KWD", 40000),
    ],
)
def test_an_amount_is_read_in_its_language(locale: str, words: str, currency: str, minor: int) -> None:
    speak(locale)
    assert read_money(words, currency, field="limit") == Money(minor=minor, currency=currency)


@pytest.mark.parametrize("words", ["lots", "-4", "40.555", "NaN", "Infinity", "1e99", "4 0", "$", "9" * 40])
def test_what_is_no_amount_gets_a_sentence(words: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_money(words, "USD", field="limit")
    assert "$40.00" in broken.value.sentence


@given(st.integers(0, 10**9), st.sampled_from(["en_US", "de_DE", "fr_FR", "sv_SE", "vi_VN"]))
def test_an_amount_written_is_read_back(minor: int, locale: str) -> None:
    speak(locale)
    amount = Money(minor=minor, currency="EUR")
    assert read_money(spoken().money(amount), "EUR", field="limit") == amount


def test_an_empty_field_is_no_amount_and_no_fault(qtbot: QtBot) -> None:
    field = MoneyField("Up to", currency="EUR")
    qtbot.addWidget(field)
    assert (field.money(), field.problem()) == (None, "")
    qtbot.keyClicks(field.line, "much")
    field.line.editingFinished.emit()
    assert field.sentence()
    assert nameless(field) == []
