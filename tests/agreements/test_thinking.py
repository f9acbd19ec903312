"""Either may think about it, with a day to ask again or none; nothing presses, and signing ends it."""

from datetime import date

import pytest

from agreements.signing import add, offered, patient_signs, practitioner_signs
from healingpartner.agreements.acts import offer, think_about_it, think_no_longer, withdraw
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.thinking.model import Thinking
from healingpartner.agreements.views import agreement_of, copy_of, everyone
from healingpartner.desktop.agreements.words import line_words, standing_words
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice

SOON, TODAY, LATER = "2026-12-06", date(2026, 11, 22), date(2026, 12, 6)


def thinks(practice: Practice, agreement_id: str, by: Voice = Voice.PRACTITIONER, day: str = SOON) -> None:
    practice.do(think_about_it, agreement_id, ask_again_on=day, by=by)


def own(practice: Practice, person_id: str) -> Thinking | None:
    return practice.ask(agreement_of, person_id).practitioner_thinks


def test_the_practitioner_thinks_beside_the_patient(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    thinks(practice, agreement_id)
    found = practice.ask(agreement_of, person_id)
    assert found.practitioner_thinks is not None
    assert found.practitioner_thinks.ask_again_on == PartialDate.read(SOON)
    assert found.agreement is not None
    assert found.agreement.thinking_since is None
    thinks(practice, agreement_id, Voice.PATIENT, "")
    found = practice.ask(agreement_of, person_id)
    assert found.practitioner_thinks is not None
    assert found.agreement is not None
    assert found.agreement.thinking_since is not None


def test_thinking_anew_takes_the_place_of_the_day_before(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    thinks(practice, agreement_id)
    thinks(practice, agreement_id, day="2027")
    found = own(practice, person_id)
    assert found is not None
    assert found.ask_again_on == PartialDate(year=2027)


@pytest.mark.parametrize("day", ["yesterday", "2026-13", "2020-01-01", "2026-11-21"])
def test_a_day_that_is_none_or_has_passed_is_told(practice: Practice, day: str) -> None:
    person_id, agreement_id, _version = offered(practice)
    with pytest.raises(RuleBroken, match="ask_again_on"):
        thinks(practice, agreement_id, day=day)
    assert own(practice, person_id) is None


def test_each_ends_their_own_thinking(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    for voice in (Voice.PATIENT, Voice.PRACTITIONER):
        thinks(practice, agreement_id, voice)
    practice.do(think_no_longer, agreement_id, by=Voice.PRACTITIONER)
    found = practice.ask(agreement_of, person_id)
    assert found.practitioner_thinks is None
    assert found.agreement is not None
    assert found.agreement.thinking_since is not None
    practice.do(think_no_longer, agreement_id, by=Voice.PATIENT)
    after = practice.ask(agreement_of, person_id).agreement
    assert after is not None
    assert after.thinking_since is None


def test_the_practitioners_signature_ends_it_and_the_patients_does_not(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    thinks(practice, agreement_id)
    patient_signs(practice, agreement_id, version_id)
    assert own(practice, person_id) is not None
    practitioner_signs(practice, agreement_id, version_id)
    assert own(practice, person_id) is None


def test_an_offer_taken_back_is_thought_about_no_more(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    thinks(practice, agreement_id)
    practice.do(withdraw, agreement_id, by=Voice.PRACTITIONER)
    practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    assert own(practice, person_id) is None


def test_list_and_tab_say_it_kindly_and_know_when_the_day_has_come(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    add(practice, "Somebody Else")
    thinks(practice, agreement_id)
    found = practice.ask(agreement_of, person_id)
    line = next(line for line in practice.ask(everyone, today=TODAY) if line.person_id == person_id)
    for words in (standing_words(found, today=TODAY), line_words(line, today=TODAY)):
        assert "You have been thinking about it since Nov 22, 2026." in words
        assert "You wanted to look at it again on December 6, 2026." in words
    for words in (standing_words(found, today=LATER), line_words(line, today=LATER)):
        assert "The day to look at it again has come." in words


def test_the_patients_day_is_told_when_it_has_come(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    thinks(practice, agreement_id, Voice.PATIENT)
    found = practice.ask(agreement_of, person_id)
    assert "You may ask again on December 6, 2026." in standing_words(found, today=TODAY)
    assert "The day to ask again has come." in standing_words(found, today=LATER)


def test_it_is_part_of_the_persons_copy_and_goes_with_an_erasure(practice: Practice) -> None:
    person_id, agreement_id, _version = offered(practice)
    thinks(practice, agreement_id)
    assert practice.ask(copy_of, person_id).beside["agreement_thinking"]
    practice.erase_person(person_id)
    assert not practice.db.rows("SELECT * FROM agreement_thinking")
