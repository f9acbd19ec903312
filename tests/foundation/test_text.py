"""Words come in clean, are found in any script, and cannot turn what stands beside them."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold, isolated


@given(words=st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    once = clean_text(words, field="x")
    assert clean_text(once, field="x") == once
    assert unicodedata.is_normalized("NFC", once)
    line = clean_line(words, field="x")
    assert clean_line(line, field="x") == line
    assert "\n" not in line


@given(words=st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Zs")), max_size=200))
def test_no_written_character_is_lost_at_the_door(words: str) -> None:
    assert clean_text(words, field="x").split() == unicodedata.normalize("NFC", words).split()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mira\x00 Rahimi", "Mira Rahimi"),
        ("  two\r\nlines ", "two lines"),
        ("bell\x07", "bell"),
        ("e\u0301", "é"),
        ("a\n\x00 b", "a b"),
    ],
)
def test_a_line_is_kept_without_controls(typed: str, kept: str) -> None:
    assert clean_line(typed, field="x") == kept


def test_a_text_that_is_too_long_is_told_by_how_much() -> None:
    with pytest.raises(RuleBroken) as told:
        clean_text("x" * 102, field="note", limit=100)
    assert told.value.field == "note"
    assert "2 characters longer" in told.value.sentence
    assert "x" * 10 not in str(told.value)


@given(words=st.text(max_size=100))
def test_folding_twice_changes_nothing_more(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Nguyễn", "nguyen"),
        ("Đào", "dao"),
        ("Łukasz", "lukasz"),
        ("Straße", "STRASSE"),
        ("Ａnn", "ann"),
        ("أحمد", "احمد"),
    ],
)
def test_a_name_folds_to_what_a_hurried_hand_types(name: str, typed: str) -> None:
    assert fold(name) == fold(typed)


def test_an_override_in_a_name_cannot_turn_its_neighbours() -> None:
    shown = isolated("\u202egnp.exe")
    assert "\u202e" not in shown
    assert shown[0] == "\u2068"
    assert shown[-1] == "\u2069"
    assert isolated("") == ""
