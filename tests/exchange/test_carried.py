"""What a sealed copy carries fits together or does not; nothing is read that was not written so."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from tests.agreements.signing import offered, patient_signs, practitioner_signs
from tests.conftest import PASSPHRASE
from tests.exchange.sealed import sealed_copy

from healingpartner.agreements.negotiation.acts import accept_rewording, answer_commitment, offer_changed
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.views import for_reading
from healingpartner.exchange.carried import Carried, fits_together, from_bytes, to_bytes
from healingpartner.exchange.sealing import carried_by
from healingpartner.exchange.verify import Found, verify_file
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice


@pytest.fixture
def carried(practice: Practice) -> Carried:
    _person, agreement_id, version_id = offered(practice)
    patient_signs(practice, agreement_id, version_id)
    practitioner_signs(practice, agreement_id, version_id)
    return carried_by(practice, agreement_id, practice.signer(PASSPHRASE))


def test_it_is_read_back_as_it_was_written_and_holds_no_stroke(carried: Carried) -> None:
    data = to_bytes(carried)
    assert from_bytes(data) == carried
    assert to_bytes(from_bytes(data)) == data
    assert fits_together(carried)
    assert b"strokes" in data  # how it was signed
    assert b"pressure" not in data
    assert b'"x"' not in data


def test_a_signature_under_an_earlier_text_stays_in_the_chain_and_binds_nobody(practice: Practice) -> None:
    _person, agreement_id, first = offered(practice)
    patient_signs(practice, agreement_id, first)
    version = for_reading(practice.db, agreement_id).version
    assert version is not None
    one = version.wording.commitments[0].id
    practice.do(answer_commitment, agreement_id, one, Stance.REWORDED, patient="In my own words.", by=Voice.PATIENT)
    practice.do(accept_rewording, agreement_id, one, by=Voice.PRACTITIONER)
    second = practice.do(offer_changed, agreement_id, by=Voice.PRACTITIONER)
    patient_signs(practice, agreement_id, second)
    practitioner_signs(practice, agreement_id, second)
    carried = carried_by(practice, agreement_id, practice.signer(PASSPHRASE))
    assert [envelope.version_id for envelope, _ in carried.envelopes] == [first, second, second]
    assert fits_together(carried)
    pdf = sealed_copy(practice, agreement_id).pdf
    assert verify_file(pdf, practice=practice).found is Found.WHOLE


@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.integers() | st.text(max_size=4) | st.none(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
            max_leaves=8,
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_anything_else_is_not_read(data: bytes) -> None:
    with pytest.raises(ValueError):
        from_bytes(data)


@pytest.mark.parametrize("name", ["kind", "version", "agreement", "text", "envelopes", "ledger", "practice"])
@pytest.mark.parametrize("instead", [None, 7, "no", [], {}, [7]])
def test_a_part_that_is_missing_or_another_thing_is_not_read(carried: Carried, name: str, instead: object) -> None:
    body = json.loads(to_bytes(carried))
    body[name] = instead
    if (name, instead) == ("envelopes", []):
        assert not fits_together(replace(carried, envelopes=()))
        return
    with pytest.raises(ValueError):
        from_bytes(json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())


def test_a_text_that_nobody_signed_does_not_fit(carried: Carried) -> None:
    assert not fits_together(replace(carried, text=carried.text + " "))
    assert not fits_together(replace(carried, version_id="another"))
    assert not fits_together(replace(carried, envelopes=()))
