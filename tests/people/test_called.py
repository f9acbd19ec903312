"""How a person is to be spoken of: every name of theirs, and the words they chose for themself."""

import pytest

from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people import acts, views
from healingpartner.people.answers import Answer, Said, by_question
from healingpartner.people.called import MOST_WORDS, OWN_WORDS, Called, own_words_in
from healingpartner.people.copies import copy_of
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice


def said(words: str, kind: Said = Said.SAID) -> tuple[str, ...]:
    return own_words_in(by_question([Answer(question=OWN_WORDS, said=kind, words=words)]))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("diabetic", ("diabetic",)),
        ("Diabetic, “addict in recovery”;\n- crazy cat lady.", ("Diabetic", "addict in recovery", "crazy cat lady")),
        ("مريض، 病人、患者", ("مريض", "病人", "患者")),
        (" ,, ; \n", ()),
        ("", ()),
        ("mad, mad", ("mad",)),
    ],
)
def test_the_words_are_read_one_by_one(words: str, found: tuple[str, ...]) -> None:
    assert said(words) == found


def test_not_now_is_no_word_and_a_whole_book_has_an_end() -> None:
    assert said("", Said.NOT_NOW) == ()
    assert own_words_in({}) == ()
    assert len(said(",".join(f"word{number}" for number in range(900)))) == MOST_WORDS


def test_the_patient_says_it_in_their_own_hand_and_it_is_in_their_copy_found_and_erased(practice: Practice) -> None:
    given = Particulars(legal_name="Mira Rahimi", preferred_name="Mirabai", called="Mira")
    mira = practice.do(acts.add_person, given, by=Voice.PRACTITIONER)
    practice.do(
        acts.set_preferences, mira, [Answer(question=OWN_WORDS, words="diabetic")],
        by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW,
    )  # fmt: skip
    assert practice.ask(views.called, mira) == Called(names=("Mira", "Mirabai", "Mira Rahimi"), own_words=("diabetic",))
    assert "diabetic" in str(practice.ask(copy_of, mira))
    assert practice.db.value("SELECT count(*) FROM found WHERE folded LIKE '%diabetic%'") == 1
    practice.erase_person(mira)
    assert practice.ask(views.called, mira) == Called()
    assert practice.db.value("SELECT count(*) FROM found WHERE folded LIKE '%diabetic%'") == 0


def test_words_said_in_a_record_that_was_joined_hold_for_the_whole(practice: Practice) -> None:
    mira = practice.do(acts.add_person, Particulars(legal_name="Mira Rahimi"), by=Voice.PRACTITIONER)
    twin = practice.do(
        acts.add_person, Particulars(legal_name="Myra Rahimi"), answers=[Answer(question=OWN_WORDS, words="epileptic")],
        by=Voice.PRACTITIONER,
    )  # fmt: skip
    practice.do(acts.merge, twin, into_id=mira, by=Voice.PRACTITIONER)
    assert practice.ask(views.called, mira) == Called(names=("Mira Rahimi", "Myra Rahimi"), own_words=("epileptic",))
