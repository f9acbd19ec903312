"""Text made ready for setting."""

from unicodedata import normalize

import pytest

from healingpartner.paper.letters import from_left, joined, paragraphs, plain, starts_right, turns, without_unseen


def test_every_kind_of_line_end_ends_a_paragraph() -> None:
    assert paragraphs("a\r\nb\rc\nd\u2028e\u0085f") == ["a", "b", "c", "d", "e", "f"]


def test_overrides_go_and_isolates_stay() -> None:
    assert paragraphs("a\u202eb\u202cc \u2068d\u2069") == ["abc \u2068d\u2069"]


def test_letters_and_marks_are_composed() -> None:
    assert paragraphs("e\u0301") == ["é"]


def test_spaces_become_two_kinds() -> None:
    assert paragraphs("a\tb\u3000c\u00a0d\u202fe") == ["a b c\u00a0d\u00a0e"]


def test_what_has_no_shape_is_left_out() -> None:
    assert without_unseen("👩\u200d⚕\ufe0f") == "👩⚕"


def test_arabic_letters_take_the_forms_of_their_place() -> None:
    assert joined("بيت") == "\ufe91\ufef4\ufe96"
    assert joined("word") == "word"


def test_vowel_marks_stay_in_an_arabic_name() -> None:
    name = "مُحَمَّد"
    assert sorted(normalize("NFKC", joined(name))) == sorted(name)


@pytest.mark.parametrize(
    ("text", "right"), [("hello", False), ("שלום", True), ("123 سلام", True), ("\u2068שלום\u2069 a", False)]
)
def test_the_first_strong_letter_outside_isolates_gives_the_direction(text: str, right: bool) -> None:
    assert starts_right(text, otherwise=False) is right


def test_a_text_without_strong_letters_follows_its_surroundings() -> None:
    assert starts_right("123", otherwise=True)
    assert not starts_right("123", otherwise=False)


def test_a_title_is_one_line_without_steering() -> None:
    assert plain("a\x00\nb \u2068c\u2069\ud800\u202e") == "a b c"


def test_a_number_to_call_is_read_from_the_left() -> None:
    assert from_left("555\u202e 01") == "\u2066555 01\u2069"
    assert from_left("") == ""


def test_right_to_left_text_is_noticed() -> None:
    assert turns("a ש")
    assert not turns("é 我 😀")
