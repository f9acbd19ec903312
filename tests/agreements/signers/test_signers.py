"""Those who sign for the patient, interpret or witness: what each says, and what counts."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from agreements.signing import drawn, offered, patient_signs, practitioner_signs, typed, wave
from healingpartner.agreements.envelope import Capacity, Method, Role, envelope_body, envelope_from
from healingpartner.agreements.model import Signing, State
from healingpartner.agreements.other_signers import sign_as_interpreter, sign_as_representative, sign_as_witness
from healingpartner.agreements.signers.model import sides_signed
from healingpartner.agreements.verify import verify
from healingpartner.agreements.views import agreement_of, everyone
from healingpartner.exchange.carried import both_signed
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.strokes import Drawing, Point
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.practice import Practice

CROSS = Drawing(width=5_000, height=1_600, strokes=((Point(x=10, y=10, pressure=500, t=0),),))
MARK = replace(drawn(drawing=CROSS), mark=True)


def _for_the_patient(practice: Practice, text: tuple[str, str], name: str = "Leila Rahimi", basis: str = "Her mother"):
    return practice.do(
        sign_as_representative,
        text[0],
        version_id=text[1],
        signing=drawn(name),
        basis=basis,
        by=Voice.PATIENT,
        hand=ON_THE_TURNED_VIEW,
    )


def _interprets(practice: Practice, text: tuple[str, str], name: str = "Sam Okoro", language: str = "Dari") -> str:
    return practice.do(
        sign_as_interpreter, text[0], version_id=text[1], signing=drawn(name), language=language, by=Voice.BOTH
    )


def _witnesses(
    practice: Practice, text: tuple[str, str], name: str = "Ida Berg", signing: Signing | None = None
) -> str:
    return practice.do(sign_as_witness, text[0], version_id=text[1], signing=signing or drawn(name), by=Voice.BOTH)


def test_a_representative_signs_for_the_patient_and_says_why_they_may(practice: Practice) -> None:
    person_id, *text = offered(practice)
    _for_the_patient(practice, text)
    assert practice.ask(agreement_of, person_id).waits_for() == {Role.PRACTITIONER}
    assert practice.ask(everyone)[0].signed_by == {Role.PATIENT}
    practitioner_signs(practice, *text)
    found = practice.ask(agreement_of, person_id)
    envelope = found.signatures[0].envelope
    assert found.state is State.SIGNED
    assert envelope.capacity == Capacity(of="Mira Rahimi", basis="Her mother")
    assert "Mira Rahimi" in envelope.intent
    assert "on their behalf" in envelope.intent
    assert practice.ask(verify, text[0]).whole


def test_in_the_list_a_mark_waits_for_the_witness_who_saw_it(practice: Practice) -> None:
    _person_id, *text = offered(practice, 'Mira "method":"mark"')
    patient_signs(practice, *text, replace(MARK, printed_name='Mira "method":"mark"'))
    (line,) = practice.ask(everyone)
    assert (line.signed_by, line.waits_for_witness) == (frozenset(), True)
    _witnesses(practice, text, 'Ida "saw_a_mark":true')
    (line,) = practice.ask(everyone)
    assert (line.signed_by, line.waits_for_witness) == ({Role.PATIENT}, False)


def test_a_name_that_reads_like_a_mark_is_none(practice: Practice) -> None:
    _person_id, *text = offered(practice, 'Mira "method":"mark"')
    patient_signs(practice, *text, drawn('Mira "method":"mark"'))
    (line,) = practice.ask(everyone)
    assert (line.signed_by, line.waits_for_witness) == ({Role.PATIENT}, False)


def test_a_mark_counts_once_a_witness_has_signed_for_it(practice: Practice) -> None:
    person_id, *text = offered(practice)
    patient_signs(practice, *text, MARK)
    practitioner_signs(practice, *text)
    waiting = practice.ask(agreement_of, person_id)
    assert (waiting.state, waiting.waits_for()) == (State.OFFERED, {Role.WITNESS})
    assert practice.ask(verify, text[0]).whole
    assert not both_signed([one.envelope for one in waiting.signatures], text[1])
    _witnesses(practice, text)
    found = practice.ask(agreement_of, person_id)
    assert (found.state, found.waits_for()) == (State.SIGNED, frozenset())
    assert found.signatures[0].envelope.method is Method.MARK
    assert found.signatures[2].envelope.intent == "I was there, and saw Mira Rahimi make this mark."
    assert both_signed([one.envelope for one in found.signatures], text[1])
    assert practice.ask(verify, text[0]).whole


def test_an_interpreter_and_two_witnesses_stand_in_the_chain_with_the_two(practice: Practice) -> None:
    person_id, *text = offered(practice)
    _interprets(practice, text)
    patient_signs(practice, *text)
    _witnesses(practice, text)
    _witnesses(practice, text, "Noor Haddad", typed("Noor Haddad", "noor haddad"))
    practitioner_signs(practice, *text)
    found = practice.ask(agreement_of, person_id)
    hashes = [None, *(one.envelope_sha256 for one in found.signatures)]
    assert [one.envelope.previous_sha256 for one in found.signatures] == hashes[:-1]
    assert "Dari" in found.signatures[0].envelope.intent
    assert found.signatures[2].envelope.intent == "I was there, and saw Mira Rahimi sign."
    assert practice.ask(verify, text[0]).whole


@pytest.mark.parametrize(
    ("signs", "field"),
    [
        (lambda practice, text: _for_the_patient(practice, text, basis=" \u202e "), "basis"),
        (lambda practice, text: _for_the_patient(practice, text, basis="x" * 10_000), "basis"),
        (lambda practice, text: _for_the_patient(practice, text, name="RAHIMI Mira"), "printed_name"),
        (lambda practice, text: _for_the_patient(practice, text, name="   "), "printed_name"),
        (lambda practice, text: _interprets(practice, text, language=""), "language"),
        (lambda practice, text: _interprets(practice, text, name="mira rahimi"), "printed_name"),
        (_witnesses, "role"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    practice: Practice, signs: Callable[[Practice, list[str]], str], field: str
) -> None:
    _, *text = offered(practice)
    with pytest.raises(RuleBroken) as caught:
        signs(practice, text)
    assert caught.value.field == field


@pytest.mark.parametrize("name", ["Mira Rahimi", "mirá RAHIMI", "rahimi mira", "Amara Osei", "Ida Berg", ""])
def test_a_witness_is_somebody_else(practice: Practice, name: str) -> None:
    _, *text = offered(practice)
    practitioner_signs(practice, *text)
    patient_signs(practice, *text, MARK)
    if name == "Ida Berg":
        practice.do(
            sign_as_interpreter, text[0], version_id=text[1], signing=drawn(name), language="Dari", by=Voice.BOTH
        )
        _witnesses(practice, text, name)
        return
    with pytest.raises(RuleBroken) as caught:
        _witnesses(practice, text, name)
    assert caught.value.field == "printed_name"


def test_only_the_patient_marks_and_a_mark_is_not_nothing(practice: Practice) -> None:
    _, *text = offered(practice)
    for signing in (replace(MARK, drawing=None), replace(MARK, drawing=replace(CROSS, strokes=()))):
        with pytest.raises(RuleBroken, match="strokes"):
            patient_signs(practice, *text, signing)
    with pytest.raises(RuleBroken, match="strokes"):
        practitioner_signs(practice, *text, replace(MARK, printed_name="Amara Osei"))
    with pytest.raises(RuleBroken, match="strokes"):
        patient_signs(practice, *text, drawn(drawing=CROSS))


def test_envelopes_of_both_versions_are_read_whole_and_nothing_else_is(practice: Practice) -> None:
    person_id, *text = offered(practice)
    patient_signs(practice, *text)
    _witnesses(practice, text)
    first, second = (one.envelope for one in practice.ask(agreement_of, person_id).signatures)
    assert (envelope_body(first)["version"], envelope_body(second)["version"]) == (1, 2)
    for envelope in (first, second):
        assert envelope_from(json.loads(json.dumps(envelope_body(envelope)))) == envelope
    stolen = envelope_body(second) | {"version": 1}
    grown = envelope_body(first) | {"capacity": None}
    misshapen = envelope_body(second) | {"capacity": {"of": "x", "more": 1}}
    for body in (stolen, grown, misshapen):
        with pytest.raises(ValueError, match="not an envelope"):
            envelope_from(body)


def test_a_witness_of_a_signature_does_not_stand_for_a_mark(practice: Practice) -> None:
    person_id, *text = offered(practice)
    patient_signs(practice, *text, MARK)
    _witnesses(practice, text)
    mark, witness = (one.envelope for one in practice.ask(agreement_of, person_id).signatures)
    assert sides_signed((mark, witness)) == {Role.PATIENT}
    assert sides_signed((mark, replace(witness, capacity=Capacity(of="Mira Rahimi")))) == frozenset()
    assert sides_signed((replace(mark, drawn=None), replace(witness, role=Role.INTERPRETER))) == frozenset()
    assert wave().points() > CROSS.points()
