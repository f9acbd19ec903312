"""Finding in the palette: every typed word must occur, in any script, and beginnings come first."""

from hypothesis import given, strategies as st

from healingpartner.desktop.palette import Entry, matching, person_entry
from healingpartner.foundation.text import fold


def _entries(*names: str) -> list[Entry]:
    return [person_entry(name, fold(name), lambda: None) for name in names]


def _found(entries: list[Entry], typed: str) -> list[str]:
    return [entry.folded for entry in matching(entries, typed, 8)]


def test_marks_and_case_do_not_matter() -> None:
    assert _found(_entries("Anh Nguyễn", "Mira Rahimi"), "NGUYEN") == ["anh nguyen"]


def test_names_that_begin_with_the_word_come_before_names_that_hold_it() -> None:
    entries = _entries("Susan Mann", "Ann Lee")
    assert _found(entries, "ann") == ["ann lee", "susan mann"]


def test_all_words_must_occur_in_any_order() -> None:
    entries = _entries("Mira Rahimi", "Mira Osei")
    assert _found(entries, "osei mi") == ["mira osei"]


def test_other_scripts_are_found_by_two_letters() -> None:
    assert _found(_entries("داریوش امینی", "Δημήτρης"), "δη") == [fold("Δημήτρης")]


@given(st.text(max_size=30))
def test_whatever_is_typed_only_what_holds_it_is_found(typed: str) -> None:
    for entry in matching(_entries("Mira Rahimi", "Anh Nguyễn", "O'Brien"), typed, 8):
        assert all(word in entry.folded for word in fold(typed).split())
