"""Talking it over: each side answers, new words are answered, the text changes, and what binds is what both agreed."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from agreements.signing import add, drawn, offered, patient_signs, practitioner_signs, signed
from healingpartner.agreements.acts import offer
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Mark
from healingpartner.agreements.model import State
from healingpartner.agreements.negotiation.acts import (
    accept_rewording,
    answer_all,
    answer_commitment,
    offer_changed,
    set_rewording_aside,
    take_answer_back,
    talk_over_again,
)
from healingpartner.agreements.negotiation.model import Stance, Standing
from healingpartner.agreements.negotiation.store import STANCE
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import PersonAgreement, agreement_of, copy_of, for_reading, versions_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_of as history_of
from healingpartner.vault.search import find

OWN = "I will say what I think, when I can find the words."


def says(practice: Practice, agreement_id: str, commitment: str, stance: Stance, by: Voice, **more: str) -> str:
    hand = {"hand": ON_THE_TURNED_VIEW} if by is Voice.PATIENT else {}
    return practice.do(answer_commitment, agreement_id, commitment, stance, by=by, **hand, **more)


def standing(practice: Practice, agreement_id: str, commitment: str) -> Standing:
    points = practice.ask(for_reading, agreement_id).points
    return next(point.standing for point in points if point.commitment.id == commitment)


def here(practice: Practice, agreement_id: str) -> PersonAgreement:
    return practice.ask(for_reading, agreement_id)


def test_silence_is_no_answer_and_the_short_way_stays_short(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    assert {point.standing for point in here(practice, agreement_id).points} == {Standing.UNANSWERED}
    patient_signs(practice, agreement_id, version_id)
    practitioner_signs(practice, agreement_id, version_id)
    assert here(practice, agreement_id).state is State.SIGNED


def test_both_answer_each_in_their_own_voice(practice: Practice) -> None:
    _, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "equals", Stance.AGREE, Voice.PATIENT)
    assert here(practice, agreement_id).state is State.TALKED_OVER
    assert standing(practice, agreement_id, "equals") is Standing.ONE_AGREES
    says(practice, agreement_id, "equals", Stance.AGREE, Voice.PRACTITIONER)
    assert standing(practice, agreement_id, "equals") is Standing.BOTH_AGREE
    with pytest.raises(RuleBroken):
        says(practice, agreement_id, "equals", Stance.AGREE, Voice.BOTH)


def test_new_words_are_accepted_and_stand_in_the_next_text(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PATIENT, patient=OWN)
    with pytest.raises(RuleBroken) as waits:
        patient_signs(practice, agreement_id, version_id)
    assert waits.value.field == "waiting"
    with pytest.raises(RuleBroken):
        practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    with pytest.raises(RuleBroken):
        practice.do(accept_rewording, agreement_id, "equals", by=Voice.PATIENT)
    practice.do(accept_rewording, agreement_id, "equals", by=Voice.PRACTITIONER)
    assert standing(practice, agreement_id, "equals") is Standing.ACCEPTED
    with pytest.raises(RuleBroken):
        practitioner_signs(practice, agreement_id, version_id)
    changed = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    found = here(practice, agreement_id)
    assert found.version is not None
    assert (found.version.id, found.version.number) == (changed, 2)
    assert OWN in found.version.text
    assert standing(practice, agreement_id, "equals") is Standing.BOTH_AGREE
    assert len(practice.ask(versions_of, agreement_id)) == 2
    patient_signs(practice, agreement_id, changed)
    practitioner_signs(practice, agreement_id, changed)
    assert practice.ask(verify, agreement_id).whole


def test_a_changed_word_leaves_a_signature_behind_in_sight(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id)
    says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PRACTITIONER, practitioner="I bring what I know.")
    practice.do(accept_rewording, agreement_id, "equals", by=Voice.PATIENT)
    changed = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    found = here(practice, agreement_id)
    assert found.signatures == ()
    assert [(one.role, one.name, one.number) for one in found.left_behind] == [(Role.PATIENT, "Mira Rahimi", 1)]
    assert found.waits_for() == {Role.PATIENT, Role.PRACTITIONER}
    with pytest.raises(RuleBroken):
        practitioner_signs(practice, agreement_id, version_id)
    practitioner_signs(practice, agreement_id, changed)
    assert here(practice, agreement_id).state is State.TALKED_OVER
    patient_signs(practice, agreement_id, changed)
    assert here(practice, agreement_id).state is State.SIGNED
    verdict = practice.ask(verify, agreement_id)
    assert verdict.whole, verdict.amiss()


def test_words_set_aside_stay_readable_and_open(practice: Practice) -> None:
    _, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PATIENT, patient=OWN)
    practice.do(set_rewording_aside, agreement_id, "equals", by=Voice.PRACTITIONER, reason="Let us talk.")
    point = here(practice, agreement_id).points[0]
    assert (point.standing, point.is_open) == (Standing.SET_ASIDE, True)
    assert point.patient is not None
    assert (point.patient.patient, point.patient.reason) == (OWN, "Let us talk.")
    practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    version = here(practice, agreement_id).version
    assert version is not None
    assert [mark.mark for mark in version.body.open] == [Mark.NOT_YET]


def test_open_points_print_as_open_and_bind_nobody(practice: Practice) -> None:
    person_id, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "equals", Stance.NOT_YET, Voice.PRACTITIONER, helps="A month of practice.")
    says(practice, agreement_id, "time", Stance.LEFT_OUT, Voice.PATIENT)
    changed = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    patient_signs(practice, agreement_id, changed)
    practitioner_signs(practice, agreement_id, changed)
    found = practice.ask(agreement_of, person_id)
    assert found.version is not None
    assert "Not agreed yet. It binds nobody." in found.version.text
    assert "Left out. It binds nobody." in found.version.text
    binding = {one.id for one in found.version.body.binding()}
    assert binding == {one.id for one in found.version.wording.commitments} - {"equals", "time"}
    assert practice.ask(verify, agreement_id).whole


def test_answers_change_and_each_change_is_readable(practice: Practice) -> None:
    person_id, agreement_id, _ = offered(practice)
    said = says(practice, agreement_id, "equals", Stance.NOT_YET, Voice.PATIENT, helps="A quiet chartreuse room.")
    assert says(practice, agreement_id, "equals", Stance.AGREE, Voice.PATIENT) == said
    practice.do(take_answer_back, agreement_id, "equals", by=Voice.PATIENT)
    states = history_of(practice.db, STANCE, said)
    assert [None if one.row is None else one.row["stance"] for one in states] == ["not_yet", "agree", None]
    assert states[0].row is not None
    assert states[0].row["help"] == "A quiet chartreuse room."
    assert practice.ask(copy_of, person_id).said == ()
    assert not find(practice.db, "chartreuse", person_id=person_id)


def test_words_of_the_talk_are_found_and_copied(practice: Practice) -> None:
    person_id, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PATIENT, patient="A quite unusual phrasing.")
    assert find(practice.db, "unusual phrasing", person_id=person_id)
    assert len(practice.ask(copy_of, person_id).said) == 1


def test_agreeing_with_all_answers_only_what_was_not_answered(practice: Practice) -> None:
    _, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "time", Stance.NOT_YET, Voice.PATIENT)
    practice.do(answer_all, agreement_id, by=Voice.PATIENT)
    points = here(practice, agreement_id).points
    assert all(point.patient is not None for point in points)
    assert [point.commitment.id for point in points if point.is_open] == ["time"]


def test_a_signed_agreement_is_talked_over_again_and_superseded_only_when_both_sign(practice: Practice) -> None:
    person_id, former_id, _ = signed(practice)
    again = practice.do(talk_over_again, former_id, by=Voice.PRACTITIONER)
    found = practice.ask(agreement_of, person_id)
    assert found.agreement is not None
    assert (found.agreement.id, found.still_binds and found.still_binds.id) == (again, former_id)
    assert practice.ask(for_reading, former_id).state is State.SIGNED
    says(practice, again, "equals", Stance.REWORDED, Voice.PATIENT, patient=OWN)
    practice.do(accept_rewording, again, "equals", by=Voice.PRACTITIONER)
    changed = practice.do(offer_changed, again, by=Voice.PATIENT)
    patient_signs(practice, again, changed)
    assert practice.ask(for_reading, former_id).state is State.SIGNED
    practitioner_signs(practice, again, changed)
    assert practice.ask(for_reading, former_id).state is State.SUPERSEDED
    assert [version.number for version in practice.ask(versions_of, again)] == [1, 2, 3]
    with pytest.raises(RuleBroken):
        practice.do(talk_over_again, former_id, by=Voice.PRACTITIONER)
    assert practice.ask(verify, former_id).whole
    assert practice.ask(verify, again).whole


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("", "practitioner"),
        ("   \n\t ", "practitioner"),
        ("\u200e\u200f", "practitioner"),
        ("x" * 10_000, "patient"),
        ("I promise \u202eesrever", "patient"),
        ("I pro\u200bmise", "patient"),
    ],
)
def test_new_words_that_cannot_stand_are_answered_with_a_sentence(practice: Practice, words: str, field: str) -> None:
    _, agreement_id, _ = offered(practice)
    with pytest.raises(RuleBroken) as caught:
        says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PATIENT, patient=words)
    assert caught.value.field == field
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b> <img src=file:///etc/passwd>",
        "أعدك أن أصغي",
        "我答應聽你說",
        "🌱 I'll try",
        "a\u0000b",
        "two\n\nlines",
    ],
)
def test_new_words_of_any_kind_make_one_paragraph_of_the_text(practice: Practice, words: str) -> None:
    _, agreement_id, _ = offered(practice)
    says(practice, agreement_id, "equals", Stance.REWORDED, Voice.PATIENT, patient=words)
    practice.do(accept_rewording, agreement_id, "equals", by=Voice.PRACTITIONER)
    changed = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    version = here(practice, agreement_id).version
    assert version is not None
    assert " ".join(words.replace("\u0000", "").split()) in version.text
    patient_signs(practice, agreement_id, changed)
    practitioner_signs(practice, agreement_id, changed)
    assert practice.ask(verify, agreement_id).whole


def test_nothing_is_answered_where_nothing_stands(practice: Practice) -> None:
    _, agreement_id, _ = offered(practice)
    with pytest.raises(Refused):
        says(practice, agreement_id, "no-such-commitment", Stance.AGREE, Voice.PATIENT)
    with pytest.raises(Refused):
        says(practice, "no-such-agreement", "equals", Stance.AGREE, Voice.PATIENT)
    _, done, _ = signed(practice, "Someone Else")
    with pytest.raises(RuleBroken):
        says(practice, done, "equals", Stance.AGREE, Voice.PATIENT)


ANSWER = st.tuples(
    st.sampled_from(["equals", "choice", "time"]),
    st.sampled_from([Voice.PATIENT, Voice.PRACTITIONER]),
    st.sampled_from(["agree", "reworded", "not_yet", "left_out", "back", "accept", "aside", "change", "sign"]),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(ANSWER, max_size=14))
def test_what_binds_is_what_both_agreed_to_in_the_text_both_signed(practice: Practice, steps: list) -> None:
    name = "Mira Rahimi"
    person_id = add(practice, name)
    agreement_id = practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    for place, (commitment, voice, step) in enumerate(steps):
        try:
            _take(practice, agreement_id, commitment, voice, step, f"Own words {place}.")
        except RuleBroken:
            continue
    found = here(practice, agreement_id)
    version = found.version
    assert version is not None
    if found.state is State.SIGNED:
        assert {one.envelope.role for one in found.signatures} == {Role.PATIENT, Role.PRACTITIONER}
        binding = {one.id for one in version.body.binding()}
        open_ones = {one.commitment.id for one in found.points if one.is_open}
        assert binding.isdisjoint(open_ones)
        for point in found.points:
            said = [one.stance for one in (point.patient, point.practitioner) if one is not None]
            assert (point.commitment.id in binding) == all(one is Stance.AGREE for one in said)
    else:
        assert len(found.signatures) < 2
    verdict = practice.ask(verify, agreement_id)
    assert verdict.whole, verdict.amiss()


def _take(practice: Practice, agreement_id: str, commitment: str, voice: Voice, step: str, words: str) -> None:
    if step in {"agree", "not_yet", "left_out"}:
        says(practice, agreement_id, commitment, Stance(step), voice)
    elif step == "reworded":
        says(practice, agreement_id, commitment, Stance.REWORDED, voice, patient=words)
    elif step == "change":
        practice.do(offer_changed, agreement_id, by=voice)
    elif step == "sign":
        version = here(practice, agreement_id).version
        assert version is not None
        sign = patient_signs if voice is Voice.PATIENT else practitioner_signs
        sign(practice, agreement_id, version.id, drawn())
    else:
        act = {"back": take_answer_back, "accept": accept_rewording, "aside": set_rewording_aside}[step]
        practice.do(act, agreement_id, commitment, by=voice)
