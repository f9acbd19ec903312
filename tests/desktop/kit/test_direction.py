"""A sentence keeps the direction of its language; a name in it keeps its own."""

import pytest

from healingpartner.desktop.kit.direction import in_reading_order, runs_right_to_left
from healingpartner.foundation.text import isolated

LAYLA = "ليلى"


@pytest.mark.parametrize(
    ("words", "from_the_right"),
    [
        (LAYLA, True),
        ("Mira", False),
        (f"{LAYLA} Mira", True),
        (isolated(LAYLA) + " has signed.", False),
        (isolated("Mira") + " חתמה", True),
        ("12 · 3", False),
        ("", False),
    ],
)
def test_the_first_letter_outside_a_name_tells_the_direction(words: str, from_the_right: bool) -> None:
    assert runs_right_to_left(words) is from_the_right


def test_a_sentence_that_begins_with_a_name_from_the_right_still_runs_from_the_left() -> None:
    sentence = in_reading_order(isolated(LAYLA) + " has signed.", rtl=False)
    assert not runs_right_to_left(sentence.removeprefix("\u2066"))
    assert sentence.startswith("\u2066")
    assert in_reading_order("נחתם", rtl=True).startswith("\u2067")
    assert in_reading_order("", rtl=False) == ""
