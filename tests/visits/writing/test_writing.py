"""The patient chooses how their visits are written down, in words that push nowhere, and may choose anew."""

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade
from healingpartner.practice import Practice
from healingpartner.visits.writing import acts, store
from healingpartner.visits.writing.model import CHOICE_MORE, CHOICE_WORDS, WHY, Choice, Way, shown_text
from healingpartner.visits.writing.views import choices_of, copy_of
from visits.meeting import DESK, OTHER, met

SHOWN = "why we write"


def test_a_choice_stands_until_another_is_made_and_both_stay(practice: Practice):
    person_id, _visit = met(practice)
    for choice, way in ((Choice.TOGETHER, Way.ON_THE_TURNED_VIEW), (Choice.AS_LITTLE, Way.SAID)):
        practice.do(
            acts.choose_writing, person_id, choice.value, shown=shown_text(), way=way, words="I like to see it.",
            by=OTHER, hand=ON_THE_TURNED_VIEW,
        )  # fmt: skip
    found = practice.ask(choices_of, person_id)
    assert [(one.choice, one.way) for one in found] == [
        (Choice.AS_LITTLE, Way.SAID),
        (Choice.TOGETHER, Way.ON_THE_TURNED_VIEW),
    ]
    assert found[0].shown == "\n\n".join(WHY)
    assert len(practice.ask(copy_of, person_id)["writing_choice"]) == 2


def test_nobody_chooses_for_the_patient(practice: Practice):
    person_id, _visit = met(practice)
    with pytest.raises(RuleBroken):
        practice.do(acts.choose_writing, person_id, "together", shown=SHOWN, way=Way.SAID, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.choose_writing, person_id, "together", shown=SHOWN, way=Way.ON_THE_TURNED_VIEW, by=OTHER)
    with pytest.raises(Refused):
        practice.do(acts.choose_writing, "nobody", "together", shown=SHOWN, way=Way.SAID, by=OTHER)
    for choice in ("", "never", "'; DROP"):
        with pytest.raises(RuleBroken) as broken:
            practice.do(acts.choose_writing, person_id, choice, shown=SHOWN, way=Way.SAID, by=OTHER)
        assert broken.value.field == "choice"
    with pytest.raises(RuleBroken):
        practice.do(acts.choose_writing, person_id, "together", shown=SHOWN, way=Way.SAID, words="x" * 5_001, by=OTHER)
    assert practice.ask(choices_of, person_id) == ()


@pytest.mark.parametrize("words", [*WHY, *CHOICE_WORDS.values(), *CHOICE_MORE.values()])
def test_the_words_are_easy_to_read(words: str):
    assert flesch_kincaid_grade(count_text(words)) <= 8


def test_every_way_says_something_for_it_and_something_against_it():
    assert set(CHOICE_WORDS) == set(CHOICE_MORE) == set(Choice)
    assert all(CHOICE_MORE[each].count(".") == 2 for each in Choice)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE writing_choice SET choice = 'together'",
        "DELETE FROM writing_choice",
        "INSERT OR REPLACE INTO writing_choice SELECT * FROM writing_choice",
    ],
)
def test_no_statement_changes_a_choice(practice: Practice, statement: str):
    person_id, _visit = met(practice)
    practice.do(acts.choose_writing, person_id, "as_little", shown=SHOWN, way=Way.SAID, by=OTHER)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    practice.erase_person(person_id)
    assert practice.db.value(f"SELECT count(*) FROM {store.CHOICE.name}") == 0
