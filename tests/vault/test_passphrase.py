"""The passphrase: the same words typed two ways, their strength in plain words, and a suggestion."""

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.paths import resource
from healingpartner.vault import passphrase


def test_composed_and_decomposed_letters_give_the_same_bytes() -> None:
    assert passphrase.as_secret("caf\u00e9 \u00e0 la mode") == passphrase.as_secret("cafe\u0301 a\u0300 la mode")


@given(st.text())
def test_any_text_becomes_bytes(typed: str) -> None:
    assert isinstance(passphrase.as_secret(typed), bytes)


def test_a_lone_half_of_a_character_pair_does_no_harm() -> None:
    assert passphrase.as_secret("\ud800 kept by a broken keyboard")


@pytest.mark.parametrize(
    "weak", ["passwordpassword", "qwertyuiop[]", "aaaaaaaaaaaaaaaa", "abcdefgabcdefg", "letmeinletmein"]
)
def test_a_weak_passphrase_is_met_with_advice(weak: str) -> None:
    found = passphrase.strength(weak)
    assert not found.is_enough
    assert found.said
    assert found.advice
    with pytest.raises(RuleBroken):
        passphrase.require_acceptable(weak)


def test_a_short_one_is_told_how_much_is_missing() -> None:
    with pytest.raises(RuleBroken) as caught:
        passphrase.require_acceptable("Xq7#kP!z")
    assert "4 more are needed" in caught.value.sentence
    assert not passphrase.strength("Xq7#kP!z").is_enough


def test_the_name_of_the_practice_does_not_count() -> None:
    alone = passphrase.strength("Vandermolenstreet").score
    assert passphrase.strength("Vandermolenstreet", about=["Vandermolenstreet"]).score < alone


def test_a_very_long_one_is_judged_at_once() -> None:
    assert passphrase.strength("correct horse battery staple " * 500).is_enough
    with pytest.raises(RuleBroken):
        passphrase.require_acceptable("a long walk " * 500)


def test_nothing_typed_is_said_nothing_about() -> None:
    assert passphrase.strength("").said == ""


def test_the_word_list_has_2048_words_no_two_alike_in_four_letters() -> None:
    words = passphrase.word_list()
    assert len(words) == 2048
    assert len({word[:4] for word in words}) == 2048
    assert "MIT" in resource("words", "LICENCE.txt").read_text("utf-8")


def test_a_suggestion_is_six_words_of_the_list_and_strong() -> None:
    offered = passphrase.suggestion()
    assert len(offered.split()) == 6
    assert set(offered.split()) <= set(passphrase.word_list())
    passphrase.require_acceptable(offered)
    assert passphrase.suggestion() != offered
