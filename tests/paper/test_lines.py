"""Lines: every character is on one of them, none is too wide, and long words cost no more than long texts."""

import time

import pytest
from hypothesis import given, settings, strategies as some

from healingpartner.paper.direction import mirrored
from healingpartner.paper.glyphs import Piece, Setter
from healingpartner.paper.letters import paragraphs, without_unseen
from healingpartner.paper.lines import Setting, set_lines
from paper.reading import letters

SIZE, WIDTH = 12.0, 200.0


def lines_of(text: str, width: float = WIDTH, right: bool | None = None) -> Setting:
    return set_lines(Setter(), [Piece(text)], size=SIZE, width=width, right=right, otherwise=False)


def facing(char: str) -> str:
    return min(char, mirrored(char))


def words_of(setting: Setting) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in setting.lines]


def test_a_line_ends_between_words() -> None:
    assert words_of(lines_of("one two three four", width=70)) == ["one two ", "three four"]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert words_of(lines_of("a\n\nb")) == ["a", "", "b"]


def test_chinese_breaks_between_characters_and_never_before_a_full_stop() -> None:
    found = words_of(lines_of("我们一起决定。" * 8, width=85))
    assert len(found) > 1
    assert not any(line.startswith("。") for line in found)


def test_a_hyphen_is_a_place_to_break() -> None:
    assert words_of(lines_of("mother-in-law", width=60))[0].endswith("-")


def test_a_mark_is_never_parted_from_its_letter() -> None:
    for line in words_of(lines_of("x\u030c" * 200, width=50)):
        assert not line.startswith("\u030c")


def test_stacked_marks_stand_clear_of_each_other() -> None:
    rises = [run.rise for run in lines_of("x\u030c\u0301\u0302").lines[0].runs]
    assert rises == sorted(rises)
    assert rises[-1] > 0


def test_the_spoken_words_stand_in_reading_order() -> None:
    assert lines_of("שלום (abc)").spoken == "שלום (abc)"
    assert lines_of("hello").spoken == ""


@settings(deadline=None)
@given(some.text(max_size=120), some.sampled_from([30.0, 90.0, 400.0]))
def test_no_visible_character_is_lost(text: str, width: float) -> None:
    setting = lines_of(text, width)
    expected = without_unseen("".join(paragraphs(text)))
    # A bracket in right-to-left text is drawn as its mirror image.
    assert sorted(map(facing, letters("".join(words_of(setting))))) == sorted(map(facing, letters(expected)))


@settings(deadline=None)
@given(some.text(alphabet="abc é - אב سلام 我 😀 \n", max_size=200))
def test_no_line_is_wider_than_its_column(text: str) -> None:
    assert all(line.width <= 60 + 0.01 for line in lines_of(text, 60).lines)


@pytest.mark.parametrize("word", ["a", "م", "我", "א", "e\u0301", "a-", "\u2068x\u2069", "\u0301", "\U0001fbff"])
def test_a_word_four_times_as_long_takes_no_more_than_its_share_of_time(word: str) -> None:
    def cost(count: int) -> float:
        start = time.process_time()
        lines_of(word * count)
        return time.process_time() - start

    cost(100)
    small = min(cost(10_000 // len(word)) for _try in range(3))
    large = min(cost(40_000 // len(word)) for _try in range(3))
    assert large < 4 * 3 * small + 0.2, "four times the letters; a quadratic walk would take sixteen times as long"


def test_two_hundred_thousand_letters_without_a_space_are_set() -> None:
    setting = lines_of("a" * 200_000)
    assert sum(len(words) for words in words_of(setting)) == 200_000
