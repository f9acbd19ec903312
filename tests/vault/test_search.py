"""Words are found in any script, and nothing that is typed can hurt."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault import search
from healingpartner.vault.transaction import Transaction


def remember(tx: Transaction, subject_id: str, title: str, words: str) -> None:
    """An act that gives words to the search table."""
    tx.remember_words(
        room="people", kind="person", subject_id=subject_id, person_id=subject_id, title=title, words=words
    )


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Nguyễn Thị Đào", "dao nguyen"),
        ("Ελένη Παπαδοπούλου", "παπαδ"),
        ("Наталья Фёдорова", "федорова"),
        ("داريوش أميني", "اميني"),
        ("שירה לוי", "לוי"),
        ("王小明", "小明"),
        ("Łukasz Straße", "lukasz strasse"),
    ],
)
def test_a_name_is_found_in_its_script_without_its_marks(practice: Practice, title: str, typed: str) -> None:
    practice.do(remember, "1", title, "", by=Voice.PRACTITIONER)
    assert [hit.title for hit in search.find(practice.db, typed)] == [title]


def test_words_given_again_replace_the_former_ones(practice: Practice) -> None:
    practice.do(remember, "1", "first", "heron", by=Voice.PRACTITIONER)
    practice.do(remember, "1", "second", "crane", by=Voice.PRACTITIONER)
    assert search.find(practice.db, "heron") == ()
    assert [hit.title for hit in search.find(practice.db, "cra")] == ["second"]


def test_forgotten_words_are_not_found(practice: Practice) -> None:
    practice.do(remember, "1", "first", "heron", by=Voice.PRACTITIONER)
    practice.do(lambda tx: tx.forget_words(kind="person", subject_id="1"), by=Voice.PRACTITIONER)
    assert search.find(practice.db, "heron") == ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40))
def test_anything_may_be_typed_into_search(practice: Practice, typed: str) -> None:
    assert isinstance(search.find(practice.db, typed), tuple)


@pytest.mark.parametrize("typed", ['"', "*", "AND", "col:x", "o'brien", "NEAR(a b)", "-", "^a", "{a b}: c", "\x00"])
def test_the_search_language_is_never_spoken_by_what_is_typed(practice: Practice, typed: str) -> None:
    practice.do(remember, "1", "O'Brien AND NEAR a b c x col", "", by=Voice.PRACTITIONER)
    assert isinstance(search.find(practice.db, typed), tuple)


NAMES = st.lists(st.text(alphabet="abé ß王ñ-'", min_size=1, max_size=12), min_size=1, max_size=6)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=NAMES, typed=st.text(alphabet="abé ß王ñ", max_size=5))
def test_what_waits_is_found_as_what_is_indexed(practice: Practice, names: list[str], typed: str) -> None:
    for number, name in enumerate(names):
        practice.do(remember, str(number), name, "", by=Voice.PRACTITIONER)
    before = search.find(practice.db, typed)
    practice.vault.index_words()
    assert practice.db.value("SELECT count(*) FROM found WHERE state <> 1") == 0
    assert search.find(practice.db, typed) == before


def test_an_indexed_entry_may_be_replaced_forgotten_and_given_again(practice: Practice) -> None:
    for title in ("heron", "crane", "stork"):
        practice.do(remember, "1", title, "", by=Voice.PRACTITIONER)
        practice.vault.index_words()
        assert [hit.title for hit in search.find(practice.db, title)] == [title]
    assert search.find(practice.db, "crane") == ()
    practice.do(lambda tx: tx.forget_words(kind="person", subject_id="1"), by=Voice.PRACTITIONER)
    assert search.find(practice.db, "stork") == ()
    practice.vault.index_words()
    assert practice.db.value("SELECT count(*) FROM found") == 0
    assert practice.db.value("SELECT count(*) FROM found_index WHERE found_index MATCH 'stork'") == 0
