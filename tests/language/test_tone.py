"""Hints on tone: why another way of saying it may be heard better; nothing is changed and nobody is stopped."""

import pytest
from hypothesis import given, strategies as st

from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.language.tone import _families, hints_in


def found(text: str, language: str = "en") -> list[str]:
    return [hint.words for hint in hints_in(text, language=language)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You never listen.", ["never"]),
        ("You ALWAYS look at the clock, always.", ["ALWAYS"]),
        ("You did it on purpose, you are selfish.", ["on purpose", "you are selfish"]),
        ("When you looked at the clock, I felt rushed.", []),
        ("Nevertheless I stayed.", []),
        ("I would like time to finish.", []),
        ("You must stop that.", ["You must"]),
    ],
)
def test_what_is_hard_to_hear_is_hinted_at_and_all_else_is_left(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    ("text", "words"), [("Siempre miras el reloj.", ["Siempre"]), ("Cuando miraste el reloj, sentí prisa.", [])]
)
def test_spanish_has_a_list_of_its_own(text: str, words: list[str]) -> None:
    assert found(text, "es_MX") == words


def test_a_language_without_a_list_reads_the_english_one() -> None:
    assert found("You never listen.", "fi_FI") == ["never"]


@given(st.text(max_size=400))
def test_a_hint_always_points_at_words_that_stand_there(text: str) -> None:
    assert all(hint.words in text for hint in hints_in(text, language="en"))


def test_very_long_words_are_looked_at_only_in_part() -> None:
    assert found("a " * 100_000 + "never") == []


def test_the_reasons_are_easy_to_read() -> None:
    for _pattern, why in _families("en"):
        assert flesch_kincaid_grade(count_text(why)) <= 8
