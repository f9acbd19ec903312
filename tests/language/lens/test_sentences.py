"""Sentences as they are written in practice: what is to be marked is marked, and all else is left alone."""

import json

import pytest

from healingpartner.foundation.paths import resource
from healingpartner.language.lens.entries import Level, Where
from healingpartner.language.lens.lists import lens
from language.lens.sentences import Example, examples

ORACLES = (
    ("Pt denies chest pain", ["denies"]),
    ("Patient claims 10/10 pain, non-compliant with statin", ["claims", "non-compliant"]),
    ("failed metformin", ["failed-treatment"]),
    ("lung compliance reduced; wound clean", []),
    ('She said, "I feel like an addict and I hate it today"', []),
    ("history of childhood abuse", []),
    ("alcohol abuse", ["abuse"]),
    ("refused labs", ["refused"]),
)
ALL = [(language, one) for language in ("en", "es") for one in examples(language)]


@pytest.mark.parametrize(("text", "entries"), ORACLES)
def test_the_known_sentences_are_answered_as_they_should_be(text: str, entries: list[str]) -> None:
    assert [mark.entry_id for mark in lens("en").look(text, Where.NOTES)] == entries


def test_a_choice_against_something_is_only_pointed_at() -> None:
    assert [mark.level for mark in lens("en").look("refused labs", Where.NOTES)] == [Level.INFO]


def test_what_closes_a_door_is_only_pointed_at_in_a_note_and_weighs_in_a_letter() -> None:
    for where, level in ((Where.NOTES, Level.INFO), (Where.LETTERS, Level.AMBER), (Where.PLANS, Level.AMBER)):
        marks = lens("en").look("Nothing more can be done, but this is guaranteed to help.", where)
        assert [(mark.entry_id, mark.level) for mark in marks] == [("nothing-more", level), ("guaranteed", level)]


@pytest.mark.parametrize(("language", "example"), ALL, ids=[f"{language}: {one.text}" for language, one in ALL])
def test_a_sentence_is_marked_where_it_should_be_and_nowhere_else(language: str, example: Example) -> None:
    marks = lens(language).look(example.text, example.where)
    assert tuple(mark.words for mark in marks) == example.marked
    for mark in marks:
        assert example.text[mark.start : mark.end] == mark.words
        assert mark.reason
        assert 1 <= len(mark.instead) <= 3


@pytest.mark.parametrize(("language", "least"), [("en", 150), ("es", 60)])
def test_there_are_sentences_enough_and_half_of_them_stay_unmarked(language: str, least: int) -> None:
    found = examples(language)
    unmarked = [one for one in found if not one.marked]
    assert len(found) >= least
    assert len(unmarked) >= len(found) / 2
    assert len({one.text for one in found}) == len(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_entry_is_found_in_some_sentence(language: str) -> None:
    found = {mark.entry_id for one in examples(language) for mark in lens(language).look(one.text, one.where)}
    assert found == lens(language).ids


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_suggested_is_never_marked_itself(language: str) -> None:
    marked = [
        (entry["id"], other)
        for entry in json.loads(resource("lens", f"{language}.json").read_text("utf-8"))["entries"]
        for form in entry["forms"]
        for other in form["instead"]
        if lens(language).look(other, Where.LETTERS)
    ]
    assert marked == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_wordings_of_the_program_pass_their_own_lens(language: str) -> None:
    for folder in ("agreements", "consents"):
        for path in resource(folder).glob(f"*.{language}.json"):
            for text in _texts(json.loads(path.read_text("utf-8"))):
                assert lens(language).look(text, Where.LETTERS) == (), path.name


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inside for text in _texts(one)]
