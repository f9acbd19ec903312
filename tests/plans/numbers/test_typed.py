"""Numbers as people type them."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from healingpartner.foundation.errors import RuleBroken
from healingpartner.plans.numbers.survival import Watched
from healingpartner.plans.numbers.typed import decimal_typed, share_typed, watched_typed


@pytest.mark.parametrize("words", ["15 %", "15%", "0.15", "0,15", ".15", "3/20", "3 / 20", " 0,150 "])
def test_a_share_is_understood_in_every_form(words: str) -> None:
    assert share_typed(words, "base") == Fraction(3, 20)


def test_a_row_of_times_tells_who_was_lost_from_sight() -> None:
    expected = [(1, True), (2, False), (Fraction(5, 2), True)]
    for words in ("1, 2+, 2.5", "1 2+ 2,5", "1; 2+; 2,5;", "1\n2+\n2.5"):
        assert [(one.time, one.happened) for one in watched_typed(words, "times")] == expected
    assert watched_typed("", "times") == ()
    assert watched_typed("7", "times") == (Watched(time=Fraction(7), happened=True),)


@pytest.mark.parametrize("words", ["", "a", "1.2.3", "1,2.3", "NaN", "Infinity", "1e9999", "1" * 50, "--1", "1+1"])
def test_what_is_no_number_is_told_beside_its_field(words: str) -> None:
    with pytest.raises(RuleBroken) as amiss:
        decimal_typed(words, "ratio")
    assert amiss.value.field == "ratio"


@pytest.mark.parametrize("words", ["150 %", "1.5", "-0.1", "3/0", "/", "%", "21/20"])
def test_what_is_no_share_is_told_beside_its_field(words: str) -> None:
    with pytest.raises(RuleBroken):
        share_typed(words, "base")


@given(some.text(max_size=60))
def test_whatever_is_typed_is_a_number_or_a_sentence(words: str) -> None:
    for read in (decimal_typed, share_typed, watched_typed):
        try:
            found: object = read(words, "field")
        except RuleBroken as broken:
            found = broken
        assert isinstance(found, tuple if read is watched_typed else Fraction) or getattr(found, "field", "") == "field"
