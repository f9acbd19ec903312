"""Looking: own words override, exceptions hold, long notes are read once, and hostile texts come to an end."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from healingpartner.language.lens.entries import Where
from healingpartner.language.lens.lists import lens, word_list
from healingpartner.language.lens.looking import MOST_MARKS, Lens, Reader
from healingpartner.language.lens.offsets import utf16_length, utf16_places
from healingpartner.language.lens.paragraph import pieces

NOTE = "She slept well 👩 and walked. "


def marked(text: str, where: Where = Where.NOTES, *, own_words: tuple[str, ...] = ()) -> list[str]:
    return [mark.words for mark in lens("en").look(text, where, own_words=own_words)]


def test_the_words_a_person_chose_for_themself_are_theirs() -> None:
    text = "He is an addict, a diabetic, and a frequent flyer. DIABETICS meet here."
    assert marked(text) == ["an addict", "a diabetic", "a frequent flyer", "DIABETICS"]
    assert marked(text, own_words=("Addict", "diabetic")) == ["a frequent flyer", "DIABETICS"]
    assert marked("An old wheelchair-bound poet.", own_words=("wheelchair bound poet",)) == []
    assert marked(text, own_words=("", "…", "?")) == marked(text)


def test_a_name_is_read_as_the_patient() -> None:
    text = "Mira failed last spring. Rahimi’s knee failed. They may come, and May was difficult; may it be difficult."
    assert marked(text) == []
    named = lens("en").look(text, Where.NOTES, names=("Mira Rahimi", "May"))
    assert [(text[mark.start : mark.end], mark.start) for mark in named] == [("failed", 5), ("difficult", 74)]
    spanish = lens("es").look("Elena está muy difícil. Elena debe volver.", Where.NOTES, names=("Elena",))
    assert [mark.words for mark in spanish] == ["difícil", "debe"]


def test_a_quotation_counts_from_six_words_and_only_when_it_is_closed() -> None:
    assert marked("She said “I am an addict now”.") == ["an addict"]
    assert marked("She said “I am an addict right now”.") == []
    assert marked("She said “I am an addict right now and") == ["an addict"]
    assert marked("It's the patients' view: refused labs and it isn't his' at all now") == ["refused"]
    assert marked('He is 5\'10" tall and refused labs; the 6" scar is dry.') == ["refused"]


def test_a_quotation_of_several_sentences_is_one() -> None:
    said = "“" + "I refused it all. " * 40 + "I am an addict.”"
    assert marked(f"Her words: {said} She refused again.") == ["refused"]


def test_letters_of_others_are_left_alone_line_by_line() -> None:
    assert marked("> Pt refused labs. He denies pain.\nPt refused again.") == ["refused"]


def test_marks_never_stand_upon_one_another() -> None:
    marks = lens("en").look("A difficult patient refused to believe, failed to attend, refused labs.", Where.NOTES)
    assert [mark.words for mark in marks] == ["A difficult patient", "refused to believe", "failed to", "refused"]
    assert all(one.end <= other.start for one, other in pairwise(marks))


def test_other_words_begin_with_a_capital_where_the_words_did() -> None:
    marks = lens("en").look("Denies pain. DENIES it. He denies it. IV drug user. A diabetic.", Where.NOTES)
    assert [mark.instead[0] for mark in marks] == [
        "Reports no", "reports no", "reports no", "person who injects drugs", "A person with diabetes",
    ]  # fmt: skip


def test_a_single_quoted_word_is_marked_with_its_quotation_marks_and_offered_without_them() -> None:
    (mark,) = lens("en").look('She reports "dizziness" at night.', Where.NOTES)
    assert (mark.words, mark.instead[0]) == ('"dizziness"', "dizziness")


def test_a_silenced_entry_is_silent() -> None:
    quiet = Lens(word_list("en"), silenced={"denies"})
    assert [mark.words for mark in quiet.look("He denies pain and refused labs.", Where.NOTES)] == ["refused"]


def test_a_reader_answers_as_a_first_look_does_however_the_text_was_typed() -> None:
    text = NOTE * 30 + "She denies pain.\n\n" + NOTE * 30 + 'He said "no and I refused it all today". Refused labs.'
    reader = Reader(lens("en"), Where.NOTES)
    for end in range(0, len(text), 7):
        assert reader.look(text[:end]) == lens("en").look(text[:end], Where.NOTES)
    assert [mark.words for mark in reader.look(text)] == ["denies", "Refused"]
    assert [text[mark.start : mark.end] for mark in reader.marks] == ["denies", "Refused"]


@given(st.text(alphabet="ab .!?\n\"'“”>", max_size=1500))
def test_the_pieces_are_the_text(text: str) -> None:
    found = list(pieces(text))
    assert "".join(piece for _start, piece in found) == text
    assert all(text.startswith(piece, start) for start, piece in found)


def test_places_are_told_as_qt_counts_them() -> None:
    text = "👩 denies"
    (mark,) = lens("en").look(text, Where.NOTES)
    assert utf16_places(text, (mark.start, mark.end)) == (3, 9)
    assert utf16_places("denies", (0, 6)) == (0, 6)
    assert utf16_length("\ud83d") == 1
    with pytest.raises(ValueError, match="rising"):
        utf16_places("👩👩", (2, 1))


@settings(max_examples=60)
@given(st.text(max_size=400), st.sampled_from(["en", "es"]), st.sampled_from(list(Where)))
def test_any_text_in_any_script_is_answered(text: str, language: str, where: Where) -> None:
    for mark in lens(language).look(text, where):
        assert text[mark.start : mark.end] == mark.words


HOSTILE = {
    "words": "denies access " * 7_000, "one word": "x" * 100_000, "quotation marks": "\" ' “ " * 16_000,
    "apostrophes": "a'" * 50_000, "combining": "a" + "\u0301" * 100_000, "bidi": "\u202edenies\u202c " * 9_000,
    "ends": ". " * 50_000, "lines": "\n" * 100_000, "spaces": " " * 100_000, "handed on": "> a. " * 20_000,
    "subjects": "she " * 25_000, "gaps": "nothing more " * 7_700, "opened": "“a " * 33_000, "hyphens": "non-" * 25_000,
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_made_to_harm_comes_to_an_end(text: str) -> None:
    began = time.perf_counter()
    marks = lens("en").look(text, Where.LETTERS)
    assert time.perf_counter() - began < 3  # a hundred times what it takes on an idle computer
    assert len(marks) <= MOST_MARKS


def test_bidi_controls_hide_no_word_and_move_no_mark() -> None:
    text = "\u2067She\u2069 \u202edenies\u202c pain"
    assert [text[mark.start : mark.end] for mark in lens("en").look(text, Where.NOTES)] == ["denies"]
