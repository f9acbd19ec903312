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
    practice.do(lambda tx: tx.forget_words(room="people", kind="person", subject_id="1"), by=Voice.PRACTITIONER)
    assert search.find(practice.db, "heron") == ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40))
def test_anything_may_be_typed_into_search(practice: Practice, typed: str) -> None:
    assert isinstance(search.find(practice.db, typed), tuple)


@pytest.mark.parametrize("typed", ['"', "*", "AND", "col:x", "o'brien", "NEAR(a b)", "-", "^a", "{a b}: c", "\x00"])
def test_the_search_language_is_never_spoken_by_what_is_typed(practice: Practice, typed: str) -> None:
    practice.do(remember, "1", "O'Brien AND NEAR a b c x col", "", by=Voice.PRACTITIONER)
    assert isinstance(search.find(practice.db, typed), tuple)
