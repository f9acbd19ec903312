"""How long a text takes to read aloud."""

import pytest

from healingpartner.language.aloud import WORDS_A_MINUTE, minutes_aloud


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2), (WORDS_A_MINUTE * 12, 12)]
)
def test_a_begun_minute_counts_whole(words: int, minutes: int) -> None:
    assert minutes_aloud("calm " * words) == minutes


def test_a_script_without_spaces_is_not_counted_by_them() -> None:
    assert minutes_aloud("我们彼此平等相待，身体由你自己做主，选择也由你自己来做。" * 40) is None
