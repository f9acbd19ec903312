"""The notation of the lists: whole words beside each other, gaps, quotations, and nothing that can run away."""

import pytest
from hypothesis import given, strategies as st

from healingpartner.language.lens.notation import BadPattern, Notation
from healingpartner.language.lens.paragraph import read


def found(pattern: str, text: str, groups: dict[str, str] | None = None) -> list[str]:
    """What the pattern marks, beginning at any word."""
    made, paragraph = Notation(groups).pattern(pattern), read(text)
    marked = [
        hit[1]
        for word, key in enumerate(paragraph.keys)
        if made.first.takes(key) and (hit := made.found_at(paragraph, word)) is not None
    ]
    return [text[paragraph.starts[one.start] : paragraph.ends[one.stop - 1]] for one in marked]


@pytest.mark.parametrize(
    ("pattern", "text", "marked"),
    [
        ("no hope", "No hope, NO-HOPE, no\nhope; nohope, no, hope", ["No hope", "NO-HOPE", "no\nhope"]),
        ("deny/denies", "They deny, she denies, denied", ["deny", "denies"]),
        ("complian*", "compliance compliant complain", ["compliance", "compliant"]),
        ("takes *statin", "takes atorvastatin, takes statin", ["takes atorvastatin", "takes statin"]),
        ("took the/a? history", "took history, took a history, took her history", ["took history", "took a history"]),
        ("she ..2 difficult", "She was very difficult. She was not at all difficult", ["She was very difficult"]),
        ("she ..2 difficult", "She. Difficult. She, today, difficult", ["She, today, difficult"]),
        ("she {failed} drug", "she failed drug", ["failed"]),
        ('reports {"1-2"}', 'reports "dizziness", reports "this and that"', ["dizziness"]),
        ("she said", "She’s said, she said", ["she said"]),
        ("patient's pain", "patient’s pain", ["patient’s pain"]),
        ("100 safe", "100 % safe, 100% safe, 100 and safe", ["100 % safe", "100% safe"]),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, marked: list[str]) -> None:
    assert found(pattern, text) == marked


def test_words_typed_without_their_marks_are_found_unless_the_pattern_asks_for_them() -> None:
    assert found("adicción", "adicción, adiccion") == ["adicción", "adiccion"]
    assert found("=falló", "falló el fallo") == ["falló"]
    assert found("adicción", "adiccio\u0301n") == ["adiccio\u0301n"]


def test_a_group_stands_for_its_words() -> None:
    assert found("@person refused", "Pt refused, he refused, it refused", {"person": "pt/he"}) == [
        "Pt refused", "he refused",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "pattern",
    [
        "", "   ", "..3 hope", "hope ..3", "a? hope", "*ness", "ab* c", "a ..9 b", "a ..1 b ..1 c ..1 d", "@nobody x",
        "{a b", "a} b", "(a+)+b", "[a-z]", "a|b", "a\\b", ".*", "a//b", "hope!", "“1-2” a", " ".join("abcdefghijklmn"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_could_run_away_is_no_pattern(pattern: str) -> None:
    with pytest.raises(BadPattern):
        Notation().pattern(pattern)


@given(st.text(max_size=40))
def test_any_line_is_a_pattern_or_told_to_be_none(line: str) -> None:
    try:
        made = Notation().pattern(line)
    except BadPattern:
        return
    assert made.parts


WORD = st.sampled_from(
    ["deny", "No", "hope", "she", "é", "👩", "漢字", ".", ",", "-", "\n", " ", '"', "“", "”", "'", "’", ">"]
)


@given(st.lists(WORD, max_size=60).map("".join))
def test_words_and_quotations_have_places_inside_the_text(text: str) -> None:
    paragraph = read(text)
    for start, end, key in zip(paragraph.starts, paragraph.ends, paragraph.keys, strict=True):
        assert 0 <= start < end <= len(text)
        assert key == text[start:end].lower().replace("’", "'")
    assert list(paragraph.starts) == sorted(paragraph.starts)
    for one in paragraph.quotations:
        assert text[one.start : one.end].strip()
        assert one.first + one.count <= len(paragraph.keys)
