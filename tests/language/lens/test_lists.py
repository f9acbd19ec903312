"""The lists: whole, readable, and read with a kind and a version; the practitioner may add to them and silence them."""

import json
import re
import time

import pytest
from hypothesis import given, settings, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.paths import resource
from healingpartner.language.hardness import score_of
from healingpartner.language.lens.entries import Family, Level, Where
from healingpartner.language.lens.lists import language_of, list_from, word_list
from healingpartner.language.lens.looking import Lens
from healingpartner.language.lens.own import body_of, own_entry, own_from, with_own


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_entry_has_its_own_id_and_each_family_has_some(language: str) -> None:
    entries = word_list(language).entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert {entry.family for entry in entries} == set(Family) - {Family.OWN}


def test_what_is_the_same_in_both_languages_has_the_same_id() -> None:
    english, spanish = ({entry.id: entry for entry in word_list(one).entries} for one in ("en", "es"))
    assert spanish.keys() <= english.keys()
    for entry_id, entry in spanish.items():
        other = english[entry_id]
        assert (entry.family, entry.level, entry.where, entry.gently) == (
            other.family, other.level, other.where, other.gently,
        )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
def test_hope_and_promises_weigh_where_the_patient_reads_them_and_are_only_pointed_at_in_notes(language: str) -> None:
    for entry in word_list(language).entries:
        for_patients = entry.family in (Family.HOPE, Family.PROMISE)
        assert entry.where == frozenset(Where)
        assert (Where.NOTES in entry.gently) == for_patients
        if for_patients:
            assert entry.level_in(Where.NOTES) is Level.INFO
            assert {entry.level_in(one) for one in (Where.LETTERS, Where.PLANS)} == {Level.AMBER}


@pytest.mark.parametrize("entry", word_list("en").entries, ids=lambda entry: entry.id)
def test_reasons_are_easy_to_read(entry) -> None:
    assert score_of(entry.reason, "en") <= 8


@pytest.mark.parametrize("entry", word_list("es").entries, ids=lambda entry: entry.id)
def test_spanish_reasons_are_easy_to_read(entry) -> None:
    assert score_of(entry.reason, "es") >= 65  # of a school child of twelve


@pytest.mark.parametrize("language", ["en", "es"])
def test_reasons_and_other_words_neither_shout_nor_blame_and_fit_on_a_button(language: str) -> None:
    for entry in word_list(language).entries:
        for text in (entry.reason, *(other for form in entry.forms for other in form.instead)):
            assert not re.search(r"!|\b(stupid|wrong|bad practice|incorrecto|mal hecho)\b", text), text
        assert all(len(other) <= 90 for form in entry.forms for other in form.instead)


@pytest.mark.parametrize(
    "change", [{"kind": "other"}, {"version": 2}, {"entries": "x"}, {"verbatim_words": 0}, {"language": ""}]
)
def test_a_file_of_another_kind_is_no_list(change: dict[str, object]) -> None:
    body = json.loads(resource("lens", "en.json").read_text("utf-8"))
    with pytest.raises(ValueError, match=r"list|expected"):
        list_from(body | change)


@pytest.mark.parametrize(("locale", "language"), [("es_MX", "es"), ("en-GB", "en"), ("de_DE", None), ("", None)])
def test_a_region_reads_the_list_of_its_language(locale: str, language: str | None) -> None:
    assert language_of(locale) == language


def test_an_own_entry_is_found_with_all_the_others_and_kept_as_data() -> None:
    listed = word_list("en")
    own = own_entry("case/cases of ..2 nerves", own_id="1", instead=["worry"], among=listed, level=Level.AMBER)
    assert own_from(json.loads(json.dumps(body_of(own))), listed) == own
    marks = Lens(with_own(listed, [own])).look("A bad case of her nerves; she denies it.", Where.NOTES)
    assert [(mark.words, mark.entry_id) for mark in marks] == [("case of her nerves", "own.1"), ("denies", "denies")]
    assert marks[0].reason == "You asked to look at these words again."


@pytest.mark.parametrize(
    ("words", "instead", "field"),
    [
        ("", ["x"], "words"),
        ("  \n ", ["x"], "words"),
        ("the", ["x"], "words"),
        ("she ..2 is", ["x"], "words"),
        ("it/nerves", ["x"], "words"),
        ("the*", ["x"], "words"),
        ("(a+)+$", ["x"], "words"),
        ("nerves " * 30, ["x"], "words"),
        ("word " * 13, ["x"], "words"),
        ("nerves ..2", ["x"], "words"),
        ("nerves", [], "instead"),
        ("nerves", [" "], "instead"),
        ("nerves", ["a", "b", "c", "d"], "instead"),
        ("nerves", ["x" * 100], "instead"),
    ],
)
def test_an_own_entry_that_is_empty_too_wide_or_too_long_is_told_beside_its_field(
    words: str, instead: list[str], field: str
) -> None:
    with pytest.raises(RuleBroken) as told:
        own_entry(words, own_id="1", instead=instead, among=word_list("en"))
    assert told.value.field == field
    assert told.value.sentence


@settings(max_examples=120, deadline=None)
@given(words=st.text(max_size=140), instead=st.lists(st.text(max_size=90), max_size=5), reason=st.text(max_size=320))
def test_whatever_is_typed_is_either_answered_beside_its_field_or_found_by_a_lens_that_comes_to_an_end(
    words: str, instead: list[str], reason: str
) -> None:
    listed = word_list("en")
    try:
        own = own_entry(words, own_id="1", instead=instead, reason=reason, among=listed)
    except RuleBroken as answered:
        told = answered.field, answered.sentence
    else:
        told = None
    if told is not None:
        assert told[0] in ("words", "instead", "reason")
        assert told[1]
        return
    assert own_from(body_of(own), listed) == own
    Lens(with_own(listed, [own])).look((words + " ") * 20, Where.NOTES)


@pytest.mark.parametrize(
    "words", ["a* " * 12, "bad ..5 nerves ..5 nerves", "nerves? nerves? nerves? nerves?", "nerves/" * 60]
)
def test_no_own_entry_runs_away(words: str) -> None:
    listed = word_list("en")
    try:
        own = own_entry(words, own_id="1", instead=["worry"], among=listed)
    except RuleBroken:
        return
    began = time.perf_counter()
    Lens(with_own(listed, [own])).look("bad nerves " * 2_000, Where.NOTES)
    assert time.perf_counter() - began < 5


def test_a_body_of_another_kind_is_no_own_entry() -> None:
    body = body_of(own_entry("nerves", own_id="1", instead=["worry"], among=word_list("en")))
    for change in ({"kind": "x"}, {"version": 9}, {"instead": "worry"}, {"level": "red"}, {"where": ["moon"]}):
        with pytest.raises(ValueError, match=r"own|several|valid"):
            own_from(body | change, word_list("en"))
