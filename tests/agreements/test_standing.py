"""Where a signed agreement stands today is told by the rows beside it; the signed row stays as it is."""

from datetime import date

from agreements.signing import offered, signed
from healingpartner.agreements.endings.acts import begin_ending, resume, write_letter
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingAsked
from healingpartner.agreements.model import State
from healingpartner.agreements.renewals.acts import move_renewal
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import agreement_of, copy_of, everyone
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from whole_life import live

TODAY, NEXT_YEAR = date(2026, 11, 22), date(2027, 11, 22)


def both(practice: Practice, person_id: str, today: date | None = TODAY) -> tuple[State, State]:
    """As the tab and as the list tell it."""
    line = next(each for each in practice.ask(everyone, today=today) if each.person_id == person_id)
    return practice.ask(agreement_of, person_id, today=today).state, line.state


def test_it_is_time_to_renew_on_the_day_and_not_before(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice)
    assert both(practice, person_id) == (State.SIGNED, State.SIGNED)
    assert both(practice, person_id, NEXT_YEAR) == (State.RENEWAL_DUE, State.RENEWAL_DUE)
    assert both(practice, person_id, None) == (State.SIGNED, State.SIGNED)
    practice.do(move_renewal, agreement_id, renew_on="2028-01-01", by=Voice.PATIENT)
    assert both(practice, person_id, NEXT_YEAR) == (State.SIGNED, State.SIGNED)


def test_an_ended_agreement_is_told_as_ended_and_stands_again_when_resumed(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice)
    other_id, _agreement, _version = signed(practice, "Someone Else")
    practice.do(begin_ending, person_id, EndingAsked(), by=Voice.PATIENT)
    assert both(practice, person_id, NEXT_YEAR) == (State.ENDED, State.ENDED)
    assert both(practice, other_id) == (State.SIGNED, State.SIGNED)
    assert practice.ask(verify, agreement_id).whole
    practice.do(resume, person_id, by=Voice.PATIENT)
    assert both(practice, person_id) == (State.SIGNED, State.SIGNED)


def test_what_is_not_signed_stays_as_it_is(practice: Practice) -> None:
    person_id, _agreement, _version = offered(practice)
    assert both(practice, person_id, NEXT_YEAR) == (State.OFFERED, State.OFFERED)


def test_the_full_copy_holds_what_stands_beside(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    practice.do(begin_ending, person_id, EndingAsked(patient_words="Thank you"), by=Voice.PATIENT)
    words = LetterWords(kind=LetterKind.CLOSING, opening="Dear Mira")
    practice.do(write_letter, person_id, words, by=Voice.PRACTITIONER)
    copied = practice.ask(copy_of, person_id).beside
    assert copied["ending"][0]["patient_words"] == "Thank you"
    assert copied["hand_on_letter"][0]["opening"] == "Dear Mira"
    assert copied["consent"] == ()


def test_the_full_copy_of_a_whole_life_names_every_sealed_paper(practice: Practice) -> None:
    live(practice)
    owners = [str(row[0]) for row in practice.db.rows("SELECT DISTINCT person_id FROM agreement_sealed_copy")]
    assert owners
    for person_id in owners:
        beside = practice.ask(copy_of, person_id).beside
        assert {row["person_id"] for row in beside["agreement_sealed_copy"]} == {person_id}
        assert beside["agreement_envelope_signature"]
