"""A yes to a treatment or a touch: knowing, free, the patient's, and taken back in one tap."""

from dataclasses import replace

import pytest

from healingpartner.foundation.errors import Refused, VaultProblem
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.plans.consents import acts, store
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.model import PlanState
from healingpartner.practice import Practice
from healingpartner.vault.transaction import Transaction
from plans.deciding import NO_TIME, PRACTITIONER, Two, broken

YES = TreatmentConsent(
    id="",
    plan_id="",
    what="Needles in the neck",
    given=NO_TIME,
    way=ConsentWay.TAPPED,
    why="They loosen what is tight",
    risks="A bruise; very rarely a lung is touched",
    alternatives="Warmth, or waiting",
    questions_answered=True,
    free_choice=True,
)


@pytest.fixture
def two(practice: Practice) -> Two:
    return Two(practice)


def consents(two: Two) -> tuple[TreatmentConsent, ...]:
    return two.practice.ask(store.consents_of, two.plan_id)


def test_the_patient_gives_it_and_takes_it_back_in_one_tap_with_the_time(two: Two) -> None:
    consent_id = two.says(acts.give, two.plan_id, YES)
    two.says(acts.withdraw, consent_id, ConsentWay.TAPPED)
    (found,) = consents(two)
    assert (found.what, found.withdrawn_way) == ("Needles in the neck", ConsentWay.TAPPED)
    assert found.withdrawn is not None
    assert found.withdrawn.utc_us > found.given.utc_us
    assert broken(two.says, acts.withdraw, consent_id, ConsentWay.SAID) == "way"


def test_nobody_gives_or_takes_it_back_for_the_patient(two: Two) -> None:
    said = replace(YES, way=ConsentWay.SAID)
    for voice in (PRACTITIONER, Voice.BOTH):
        assert broken(two.practice.do, acts.give, two.plan_id, said, by=voice) == "side"
    consent_id = two.says(acts.give, two.plan_id, said)
    assert broken(two.offers, acts.withdraw, consent_id, ConsentWay.SAID) == "side"


def test_a_tap_is_a_tap_of_the_patients_own_hand(two: Two) -> None:
    assert broken(two.practice.do, acts.give, two.plan_id, YES, by=Voice.PATIENT) == "way"
    aloud = two.practice.do(acts.give, two.plan_id, replace(YES, way=ConsentWay.SAID), by=Voice.PATIENT)
    assert broken(two.practice.do, acts.withdraw, aloud, ConsentWay.TAPPED, by=Voice.PATIENT) == "way"
    two.practice.do(acts.withdraw, aloud, ConsentWay.TAPPED, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW)


@pytest.mark.parametrize("field", ["what", "why", "risks", "alternatives", "questions_answered", "free_choice"])
def test_a_yes_that_does_not_know_or_is_not_free_is_none(two: Two, field: str) -> None:
    missing = replace(YES, **{field: False if field in {"questions_answered", "free_choice"} else " "})
    assert broken(two.says, acts.give, two.plan_id, missing) == field
    assert consents(two) == ()


@pytest.mark.parametrize("field", ["what", "why", "risks", "alternatives", "questions"])
def test_words_end_at_their_limit(two: Two, field: str) -> None:
    assert broken(two.says, acts.give, two.plan_id, replace(YES, **{field: "x" * 5_001})) == field


def test_it_stands_once_and_can_be_given_anew_after_it_was_taken_back(two: Two) -> None:
    consent_id = two.says(acts.give, two.plan_id, YES)
    assert broken(two.says, acts.give, two.plan_id, YES) == "what"
    two.says(acts.withdraw, consent_id, ConsentWay.TAPPED)
    two.says(acts.give, two.plan_id, YES)
    assert [one.withdrawn is None for one in consents(two)] == [False, True]


def test_it_is_given_while_the_plan_is_open_and_taken_back_always(two: Two) -> None:
    two.stands(PlanState.UNDER_WAY)
    consent_id = two.says(acts.give, two.plan_id, YES)
    two.stands(PlanState.RELEASED)
    assert broken(two.says, acts.give, two.plan_id, replace(YES, what="More")) == "state"
    two.says(acts.withdraw, consent_id, ConsentWay.TAPPED)
    assert consents(two)[0].withdrawn is not None


def test_it_belongs_to_a_way_or_a_step_of_this_plan(two: Two, practice: Practice) -> None:
    _decision_id, (valerian, *_others) = two.four_ways()
    step_id = two.step("Needles on Mondays")
    two.says(acts.give, two.plan_id, replace(YES, option_id=valerian, step_id=step_id))
    elsewhere = Two(practice, "Another").step("Something")
    with pytest.raises(Refused):
        two.says(acts.give, two.plan_id, replace(YES, what="Other", step_id=elsewhere))


def test_what_was_given_is_changed_and_taken_out_by_no_statement(two: Two, practice: Practice) -> None:
    consent_id = two.says(acts.give, two.plan_id, YES)

    def take_out(tx: Transaction) -> None:
        tx.remove(store.CONSENT.table, consent_id, person_id=two.person_id)

    with pytest.raises(VaultProblem) as kept:
        practice.do(take_out, by=PRACTITIONER)
    assert kept.value.kind == "kept"
    assert len(consents(two)) == 1
