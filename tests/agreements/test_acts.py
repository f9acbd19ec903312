"""The agreement's path, and every way in which it must not go."""

from dataclasses import replace

import pytest

from agreements.signing import (
    SEEN,
    drawn,
    offered,
    patient_signs,
    practitioner_signs,
    signed,
    typed,
    wave,
)
from healingpartner.agreements.acts import (
    offer,
    sign_as_patient,
    sign_as_practitioner,
    talk_over,
    think_about_it,
    withdraw as take_back,
)
from healingpartner.agreements.envelope import Method, Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import TURNS, Signing, State
from healingpartner.agreements.views import agreement_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import state_of
from healingpartner.practice import Practice


def test_an_offered_agreement_is_signed_by_both_and_makes_them_partners(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    assert practice.ask(agreement_of, person_id).state is State.OFFERED
    practice.do(talk_over, agreement_id, by=Voice.BOTH)
    assert practice.ask(agreement_of, person_id).state is State.TALKED_OVER
    patient_signs(practice, agreement_id, version_id)
    half = practice.ask(agreement_of, person_id)
    assert half.waits_for() == {Role.PRACTITIONER}
    assert practice.ask(state_of, person_id) is Partnership.NEW
    practitioner_signs(practice, agreement_id, version_id)
    whole = practice.ask(agreement_of, person_id)
    assert (whole.state, whole.waits_for()) == (State.SIGNED, frozenset())
    assert practice.ask(state_of, person_id) is Partnership.PARTNERS


def test_either_may_sign_first(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    practitioner_signs(practice, agreement_id, version_id)
    patient_signs(practice, agreement_id, version_id, typed())
    found = practice.ask(agreement_of, person_id)
    assert found.state is State.SIGNED
    first, second = found.signatures
    assert (first.envelope.role, second.envelope.role) == (Role.PRACTITIONER, Role.PATIENT)
    assert (first.envelope.previous_sha256, second.envelope.previous_sha256) == (None, first.envelope_sha256)


def test_the_envelope_holds_all_that_a_signature_needs(practice: Practice) -> None:
    person_id, _, _ = signed(practice)
    found = practice.ask(agreement_of, person_id)
    assert found.version is not None
    signature = found.signature_of(Role.PATIENT)
    assert signature is not None
    envelope = signature.envelope
    assert envelope.text_sha256 == found.version.text_sha256
    assert envelope.intent == starting_wording().signing.patient_intent
    assert envelope.consent_on_screen == starting_wording().signing.consent_on_screen
    assert envelope.method is Method.STROKES
    assert envelope.drawn is not None
    assert signature.drawing == wave()
    assert envelope.ledger_seq > 0
    assert len(envelope.ledger_head) == 64


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"printed_name": "  "}, "printed_name"),
        ({"printed_name": "\u202e\u200e"}, "printed_name"),
        ({"printed_name": "M" * 10_000}, "printed_name"),
        ({"consent_on_screen": False}, "consent_on_screen"),
        ({"paper_offered": False}, "paper_offered"),
        ({"seen": frozenset()}, "seen"),
        ({"seen": SEEN - {"hope"}}, "seen"),
        ({"drawing": wave(3)}, "strokes"),
        ({"drawing": wave(50_000)}, "strokes"),
        ({"drawing": replace(wave(), width=0, height=0)}, "strokes"),
        ({"drawing": None}, "typed_name"),
        ({"drawing": None, "typed_name": "Someone Else", "spoken_yes": True}, "typed_name"),
        ({"drawing": None, "typed_name": "mira rahimi"}, "spoken_yes"),
    ],
)
def test_a_signature_with_something_missing_says_what(practice: Practice, change: dict, field: str) -> None:
    _, agreement_id, version_id = offered(practice)
    with pytest.raises(RuleBroken) as caught:
        patient_signs(practice, agreement_id, version_id, replace(drawn(), **change))
    assert caught.value.field == field
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize("as_typed", ["Mira", "MIRA RAHIMI", "rahimi, mira", "Mirá", "mirarahimi"])
def test_a_typed_name_may_differ_in_case_and_marks(practice: Practice, as_typed: str) -> None:
    person_id, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id, typed(as_typed=as_typed.replace(",", "")))
    assert practice.ask(agreement_of, person_id).signatures[0].envelope.spoken_yes


@pytest.mark.parametrize(
    "name",
    ["<b>Mira</b> <img src=file:///etc/passwd>", "Mi\u0000ra", "\u202eimihaR ariM", "مريم رحيمي", "王小明", "🌱 Mira"],
)
def test_names_of_any_kind_are_kept_as_they_are_written(practice: Practice, name: str) -> None:
    person_id, agreement_id, version_id = offered(practice, name)
    patient_signs(practice, agreement_id, version_id, drawn(name))
    kept = practice.ask(agreement_of, person_id).signatures[0].envelope.printed_name
    assert kept == name.replace("\u0000", "")


def test_the_voice_that_acts_is_the_voice_that_signs(practice: Practice) -> None:
    _, agreement_id, version_id = offered(practice)
    for act, voice in ((sign_as_patient, Voice.PRACTITIONER), (sign_as_practitioner, Voice.PATIENT)):
        with pytest.raises(RuleBroken):
            practice.do(act, agreement_id, version_id=version_id, signing=drawn(), by=voice)


def test_nobody_signs_twice_and_nothing_follows_a_signed_agreement(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id)
    with pytest.raises(RuleBroken):
        patient_signs(practice, agreement_id, version_id)
    practitioner_signs(practice, agreement_id, version_id)
    for again in (
        lambda: practitioner_signs(practice, agreement_id, version_id),
        lambda: practice.do(talk_over, agreement_id, by=Voice.BOTH),
        lambda: practice.do(think_about_it, agreement_id, by=Voice.PATIENT),
        lambda: practice.do(take_back, agreement_id, by=Voice.PRACTITIONER),
        lambda: practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER),
    ):
        with pytest.raises(RuleBroken):
            again()


def test_a_text_that_was_not_the_one_read_is_not_signed(practice: Practice) -> None:
    _, agreement_id, _ = offered(practice)
    _, _, other_version = offered(practice, "Someone Else")
    with pytest.raises(RuleBroken) as caught:
        patient_signs(practice, agreement_id, other_version)
    assert caught.value.field == "version"


def test_thinking_about_it_presses_nobody(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    practice.do(think_about_it, agreement_id, ask_again_on="2027-01", by=Voice.PATIENT)
    thinking = practice.ask(agreement_of, person_id).agreement
    assert thinking is not None
    assert thinking.thinking_since is not None
    assert thinking.ask_again_on is not None
    practice.do(think_about_it, agreement_id, by=Voice.PATIENT)
    for amiss in ("2027-02-31", "soon", "1999"):
        with pytest.raises(RuleBroken) as caught:
            practice.do(think_about_it, agreement_id, ask_again_on=amiss, by=Voice.PATIENT)
        assert caught.value.field == "ask_again_on"
    patient_signs(practice, agreement_id, version_id)
    done = practice.ask(agreement_of, person_id).agreement
    assert done is not None
    assert done.thinking_since is None


def test_an_offer_taken_back_leaves_room_for_another(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    with pytest.raises(RuleBroken):
        practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    patient_signs(practice, agreement_id, version_id)
    practice.do(take_back, agreement_id, by=Voice.PRACTITIONER)
    gone = practice.ask(agreement_of, person_id)
    assert (gone.state, len(gone.earlier)) == (State.NOT_TALKED_ABOUT, 1)
    with pytest.raises(RuleBroken):
        practitioner_signs(practice, agreement_id, version_id)
    practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    assert practice.ask(agreement_of, person_id).state is State.OFFERED


def test_nothing_is_offered_to_nobody(practice: Practice) -> None:
    with pytest.raises(Refused):
        practice.do(offer, "no-such-person", wording=starting_wording(), by=Voice.PRACTITIONER)
    with pytest.raises(Refused):
        practice.do(talk_over, "no-such-agreement", by=Voice.BOTH)


def test_a_broken_signature_leaves_no_trace(practice: Practice) -> None:
    person_id, agreement_id, version_id = offered(practice)
    before = practice.vault.head()
    with pytest.raises(RuleBroken):
        patient_signs(practice, agreement_id, version_id, Signing(**{**_fields(drawn()), "paper_offered": False}))
    assert practice.vault.head() == before
    assert practice.ask(agreement_of, person_id).signatures == ()


def _fields(signing: Signing) -> dict:
    return {name: getattr(signing, name) for name in signing.__slots__}


def test_every_state_is_reached_only_along_the_turns() -> None:
    assert set(TURNS) == set(State)
    for finished in (State.WITHDRAWN, State.SUPERSEDED, State.ENDED):
        assert TURNS[finished] == frozenset()
