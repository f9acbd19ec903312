"""The recovery code catches what a tired person mistypes, and says where to look."""

import contextlib
import os
import unicodedata

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.vault import recovery_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=20, max_size=20).map(recovery_code.code_of).filter(lambda code: code is not None)
places = st.integers(0, 33)


def spread(code: str) -> list[str]:
    return list(code.replace("-", ""))


@given(st.binary(min_size=20, max_size=20))
def test_a_code_carries_exactly_its_twenty_bytes(secret: bytes) -> None:
    code = recovery_code.code_of(secret)
    if code is not None:
        assert recovery_code.secret_of(code) == secret


def test_a_new_code_has_eight_groups_of_four_and_one_of_two() -> None:
    parts = recovery_code.groups(recovery_code.new_code(os.urandom))
    assert [len(part) for part in parts] == [4] * 8 + [2]


def test_secrets_without_a_code_are_drawn_again() -> None:
    without = next(bytes([n] * 20) for n in range(256) if recovery_code.code_of(bytes([n] * 20)) is None)
    with_one = next(bytes([n] * 20) for n in range(256) if recovery_code.code_of(bytes([n] * 20)) is not None)
    draws = iter([without, without, with_one])
    assert recovery_code.secret_of(recovery_code.new_code(lambda _n: next(draws))) == with_one


def test_three_secrets_in_four_have_a_code() -> None:
    having = sum(recovery_code.code_of(n.to_bytes(20) + b"") is not None for n in range(4000))
    assert 0.70 < having / 4000 < 0.80


@given(codes, places, st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_caught_and_its_group_is_named(code: str, place: int, letter: str) -> None:
    typed = spread(code)
    if typed[place] == letter:
        return
    typed[place] = letter
    with pytest.raises(RuleBroken) as caught:
        recovery_code.secret_of("".join(typed))
    assert f"group {place // 4 + 1} " in caught.value.sentence


@given(codes, places, places)
def test_any_two_characters_exchanged_are_caught(code: str, one: int, other: int) -> None:
    typed = spread(code)
    if typed[one] == typed[other]:
        return
    typed[one], typed[other] = typed[other], typed[one]
    with pytest.raises(RuleBroken):
        recovery_code.secret_of("".join(typed))


@given(codes, places, places, st.sampled_from(ALPHABET), st.sampled_from(ALPHABET))
def test_any_two_wrong_characters_are_caught(code: str, one: int, other: int, first: str, second: str) -> None:
    typed = spread(code)
    typed[one], typed[other] = first, second
    if typed == spread(code):
        return
    with pytest.raises(RuleBroken):
        recovery_code.secret_of("".join(typed))


@given(codes, st.sampled_from(["-", " ", "  ", "–", " - ", "\n", ""]))
def test_case_and_separators_do_not_matter(code: str, between: str) -> None:
    assert recovery_code.secret_of(code.lower().replace("-", between)) == recovery_code.secret_of(code)


@given(codes)
def test_look_alike_letters_are_read_as_the_digits_they_look_like(code: str) -> None:
    expected = recovery_code.secret_of(code)
    for digit, likes in {"0": "Oo", "1": "IiLl"}.items():
        for like in likes:
            assert recovery_code.secret_of(code.replace(digit, like)) == expected


@given(codes)
def test_full_width_letters_are_read(code: str) -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != "-" else letter for letter in code)
    assert unicodedata.normalize("NFKC", wide) == code
    assert recovery_code.secret_of(wide) == recovery_code.secret_of(code)


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_bytes_or_a_sentence(typed: str) -> None:
    with contextlib.suppress(RuleBroken):
        assert len(recovery_code.secret_of(typed)) == 20


def test_a_missing_or_added_character_is_counted() -> None:
    code = recovery_code.new_code(os.urandom)
    with pytest.raises(RuleBroken) as short:
        recovery_code.secret_of(code[:-1])
    with pytest.raises(RuleBroken) as long:
        recovery_code.secret_of(code + "00")
    assert "1 character is missing" in short.value.sentence
    assert "2 characters too many" in long.value.sentence


def test_a_letter_that_is_never_used_is_named_with_its_group() -> None:
    code = recovery_code.new_code(os.urandom)
    with pytest.raises(RuleBroken) as caught:
        recovery_code.secret_of("U" + code[1:])
    assert "Group 1 has “U”" in caught.value.sentence


def test_a_group_typed_back_is_known_in_any_spelling() -> None:
    assert recovery_code.is_group(" 1o7k ", "107K")
    assert not recovery_code.is_group("1o7", "107K")
    assert not recovery_code.is_group("1o7u", "107K")
