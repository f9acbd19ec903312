"""Names of any script: shown and found."""

from hypothesis import given, strategies as st

from healingpartner.people.names import breakable, can_be_seen, folded_names, matches, shown_name, wanted_words

NAMES = {
    "Zoë Ångström": ("zo", "ang"),
    "Ελένη Παπαδοπούλου": ("ελ", "παπα"),
    "Йосиф Королёв": ("ио", "королев"),
    "داریوش امینی": ("دا", "امي"),
    "שירה לוי": ("שי", "לו"),
    "王小明": ("王小", "小明"),
    "Nguyễn Văn Đức": ("ng", "duc"),
}


def test_two_characters_of_any_script_find_a_name():
    for name, typed in NAMES.items():
        for each in typed:
            assert matches(folded_names(name), wanted_words(each)), (name, each)


def test_every_name_is_found_by_itself_and_by_its_words_in_any_order():
    for name in NAMES:
        assert matches(folded_names(name), wanted_words(" ".join(reversed(name.split()))))


def test_the_shown_name_comes_first_so_the_list_is_sorted_by_it():
    assert folded_names("Mira Rahimi", "Amira Rahimi", "Mira Rahimi") == "mira rahimi\namira rahimi"
    assert shown_name("Amira", "") == "Amira"
    assert shown_name("Amira", "Mira") == "Mira"


@given(st.text(max_size=300))
def test_no_text_breaks_the_filter(text):
    assert matches(folded_names(text), wanted_words(text)) or not wanted_words(text)


def test_a_very_long_word_may_break_and_others_stay_whole():
    assert breakable("Mira Østergård-Núñez") == "Mira Østergård-Núñez"
    assert breakable("W" * 40) == "\u200b".join(("W" * 16, "W" * 16, "W" * 8))
    arabic = "و" * 40
    assert breakable(arabic) == arabic


def test_direction_marks_alone_are_no_name():
    assert not can_be_seen("\u202e\u2066 \u200d")
    assert can_be_seen("X")
    assert can_be_seen("🙂")
