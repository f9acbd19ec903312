"""A sealed copy verifies beside its practice, by its fingerprint, and by itself as far as that can go."""

from io import BytesIO

import pikepdf
import pytest
from tests.agreements.signing import offered, patient_signs, practitioner_signs, signed
from tests.exchange.sealed import sealed_copy, signed_and_sealed

from healingpartner.agreements.negotiation.acts import talk_over_again
from healingpartner.agreements.views import for_reading
from healingpartner.exchange.verify import DETAILS, Found, verify_file
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.paper.printed import Paper
from healingpartner.paper.seal_check import SIZE_LIMIT, Amiss
from healingpartner.practice import Practice
from healingpartner.vault.signing_keys import SEAL, fingerprint


def test_a_sealed_copy_is_whole_beside_its_practice_and_by_its_fingerprint(practice: Practice) -> None:
    _agreement, pdf = signed_and_sealed(practice)
    beside = verify_file(pdf, practice=practice)
    assert (beside.found, beside.details, beside.whole) == (Found.WHOLE, (), True)
    assert beside.fingerprint == fingerprint(bytes.fromhex(practice.vault.header.signing[SEAL]))
    for typed in (beside.fingerprint, beside.grouped(), beside.grouped().upper().replace(" ", ":")):
        assert verify_file(pdf, fingerprint=typed).found is Found.WHOLE


def test_alone_it_is_whole_since_sealing_and_asks_for_a_comparison(practice: Practice) -> None:
    _agreement, pdf = signed_and_sealed(practice)
    alone = verify_file(pdf)
    assert (alone.found, alone.whole) == (Found.SINCE_SEALING, True)
    assert "compare this fingerprint" in alone.sentences()[0]


def test_another_fingerprint_or_another_practice_is_not_ours(practice: Practice) -> None:
    _agreement, pdf = signed_and_sealed(practice)
    assert verify_file(pdf, fingerprint="0" * 64).found is Found.NOT_OURS


@pytest.mark.parametrize("typed", ["12ab", "g" * 64, "0" * 63, "0" * 65, "not a code"])
def test_a_fingerprint_cut_short_is_asked_for_again(practice: Practice, typed: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        verify_file(b"%PDF-", fingerprint=typed)
    assert caught.value.field == "fingerprint"


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_it_verifies_in_every_script_and_large_print(practice: Practice, locale: str) -> None:
    _person, agreement_id, _version = signed(practice, "محمد Nguyễn 李")
    pdf = sealed_copy(practice, agreement_id, locale=locale, paper=Paper(large=True)).pdf
    assert verify_file(pdf, practice=practice).found is Found.WHOLE


def test_a_later_agreement_makes_it_the_older_text(practice: Practice) -> None:
    agreement_id, pdf = signed_and_sealed(practice)
    following = practice.do(talk_over_again, agreement_id, by=Voice.PRACTITIONER)
    assert verify_file(pdf, practice=practice).found is Found.WHOLE
    version = for_reading(practice.db, following).version
    assert version is not None
    patient_signs(practice, following, version.id)
    practitioner_signs(practice, following, version.id)
    older = verify_file(pdf, practice=practice)
    assert (older.found, older.whole) == (Found.NEWER, False)
    assert verify_file(sealed_copy(practice, following).pdf, practice=practice).found is Found.WHOLE


def test_after_erasure_the_copy_is_whole_still_and_its_place_stands(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice)
    pdf = sealed_copy(practice, agreement_id).pdf
    practice.erase_person(person_id)
    verdict = verify_file(pdf, practice=practice)
    assert (verdict.found, verdict.details) == (Found.WHOLE, ("erased",))


def test_only_what_both_signed_is_sealed(practice: Practice) -> None:
    _person, agreement_id, version_id = offered(practice)
    for sign in (None, patient_signs):
        if sign is not None:
            sign(practice, agreement_id, version_id)
        with pytest.raises(RuleBroken):
            sealed_copy(practice, agreement_id)
    practitioner_signs(practice, agreement_id, version_id)
    assert verify_file(sealed_copy(practice, agreement_id).pdf, practice=practice).whole


def test_a_practice_that_never_sealed_knows_no_copy_as_its_own(practice: Practice) -> None:
    _agreement, pdf = signed_and_sealed(practice)
    vault = practice.vault
    kept = dict(vault.header.signing)
    try:
        vault.header.signing.pop(SEAL)  # type: ignore[attr-defined]
        assert verify_file(pdf, practice=practice).found is Found.NOT_OURS
    finally:
        vault.header.signing.update(kept)  # type: ignore[attr-defined]


def _encrypted(pdf: bytes, **password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(**password))
    return out.getvalue()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (lambda _pdf: b"", "not a PDF"),
        (lambda _pdf: b"hello", "not a PDF"),
        (lambda _pdf: b"\x89PNG\r\n\x1a\n" + bytes(500), "not a PDF"),
        (lambda _pdf: b"%PDF-1.7\nnothing more", "cannot be read as PDF"),
        (lambda _pdf: b"%PDF-1.7" + bytes(SIZE_LIMIT), "larger than 50 MB"),
        (lambda pdf: _encrypted(pdf, owner="o", user="u"), "locked with a password"),
        (lambda pdf: _encrypted(pdf, owner="o", user=""), "locked with a password"),
    ],
    ids=["empty", "text", "picture", "cut", "huge", "password", "rights"],
)
def test_what_is_no_paper_to_verify_is_refused_in_plain_words(practice: Practice, what, said: str) -> None:
    _agreement, pdf = signed_and_sealed(practice)
    for known in ({}, {"practice": practice}, {"fingerprint": "0" * 64}):
        with pytest.raises(Refused) as caught:
            verify_file(what(pdf), **known)
        assert said in caught.value.sentence()
        assert caught.value.then


def test_every_reason_has_its_sentence() -> None:
    assert set(Amiss) <= set(DETAILS)
    assert all(sentence.endswith(".") for sentence in DETAILS.values())
