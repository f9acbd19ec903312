"""Only who gives the passphrase or the recovery code can sign; anyone with the public half can verify."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate
from hypothesis import given, strategies as st
from tests.conftest import PASSPHRASE as OWN_PASSPHRASE
from tests.vault.key_material import CODE, KEYS, PASSPHRASE, VAULT_ID, small_header

from healingpartner.foundation.errors import VaultProblem
from healingpartner.practice import Practice
from healingpartner.vault import envelope_signatures, header, slots
from healingpartner.vault.signing_keys import (
    ED25519,
    SEAL,
    fingerprint,
    is_signed_by,
    public_parts,
    sign_envelope,
    signing_keys,
)
from healingpartner.vault.wrapping import KEYRING, unwrapped_by, wrapped_by


@given(data=st.binary(max_size=300), other=st.binary(max_size=300))
def test_a_signature_holds_for_its_own_bytes_alone(data: bytes, other: bytes) -> None:
    signature = sign_envelope(KEYS.signing_seed, data)
    public = public_parts(KEYS.signing_seed, VAULT_ID)
    assert is_signed_by(public, signature, data)
    assert is_signed_by(public, signature, other) == (other == data)
    assert not is_signed_by(public_parts(os.urandom(32), VAULT_ID), signature, data)


def test_the_header_names_the_public_half_and_both_slots_unwrap_the_seed() -> None:
    header = small_header()
    assert header.signing == public_parts(KEYS.signing_seed, VAULT_ID)
    assert len(header.signing[ED25519]) == 64
    assert slots.open_with_passphrase(header, PASSPHRASE).signing_seed == KEYS.signing_seed
    assert slots.open_with_recovery(header, CODE).signing_seed == KEYS.signing_seed


def test_a_keyring_slot_opens_and_cannot_sign() -> None:
    secret = os.urandom(32)
    slot = wrapped_by(secret, KEYS, kind=KEYRING, cost=None, vault_id=VAULT_ID, entropy=os.urandom)
    assert slot.signing == b""
    opened = unwrapped_by(secret, slot, vault_id=VAULT_ID)
    assert opened is not None
    assert (opened.data_key, opened.signing_seed) == (KEYS.data_key, b"")


def test_the_certificate_comes_back_byte_for_byte_and_names_no_person() -> None:
    first, again = (signing_keys(KEYS.signing_seed, VAULT_ID) for _time in range(2))
    certificate = load_der_x509_certificate(first.certificate)
    assert first.certificate == again.certificate
    assert certificate.subject.rfc4514_string() == "CN=Healing Partner practice seal · 01890a5d"
    assert certificate.issuer == certificate.subject
    assert certificate.not_valid_before_utc == datetime(2023, 6, 30, 3, 34, 18, tzinfo=UTC)
    certificate.verify_directly_issued_by(certificate)
    assert len(fingerprint(first.certificate)) == 64
    assert bytes.fromhex(small_header().signing[SEAL]) == first.certificate


@given(seed=st.binary(min_size=32, max_size=32), data=st.binary(max_size=100))
def test_a_seal_verifies_comes_out_equal_and_has_no_twin(seed: bytes, data: bytes) -> None:
    keys = signing_keys(seed, VAULT_ID)
    signature = keys.seal(data)
    public = load_der_x509_certificate(keys.certificate).public_key()
    assert isinstance(public, EllipticCurvePublicKey)
    public.verify(signature, data, ECDSA(SHA256()))
    assert signature == keys.seal(data)
    assert decode_dss_signature(signature)[1] <= SECP256R1.group_order // 2


@given(seed=st.binary(min_size=32, max_size=32))
def test_the_two_keys_of_a_seed_differ_and_each_vault_has_its_own_certificate(seed: bytes) -> None:
    one, other = (signing_keys(seed, vault) for vault in (VAULT_ID, "ffffffff-ffff-7fff-bfff-ffffffffffff"))
    assert one.certificate != other.certificate
    assert repr(seed) not in repr(one)


@given(envelope=st.binary(max_size=200), other=st.binary(max_size=200))
def test_an_envelopes_signature_holds_for_it_alone(envelope: bytes, other: bytes) -> None:
    keys = signing_keys(KEYS.signing_seed, VAULT_ID)
    public = keys.public()[ED25519]
    signature = envelope_signatures.signature_from(envelope_signatures.signed(keys, envelope).body())
    assert envelope_signatures.holds(signature, envelope, ed25519=public)
    assert envelope_signatures.holds(signature, other, ed25519=public) == (other == envelope)
    assert not envelope_signatures.holds(signature, envelope, ed25519="00" * 32)
    stranger = signing_keys(bytes(32), VAULT_ID)
    assert not envelope_signatures.holds(envelope_signatures.signed(stranger, envelope), envelope, ed25519=public)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "hp/other"},
        {"version": 2},
        {"signature": "00"},
        {"signature": "AA" * 64},
        {"ed25519": "zz" * 32},
        {"envelope_sha256": None},
        {"more": 1},
    ],
)
def test_anything_else_is_no_signature_of_an_envelope(change: dict[str, object]) -> None:
    body = envelope_signatures.signed(signing_keys(KEYS.signing_seed, VAULT_ID), b"{}").body()
    with pytest.raises(ValueError):
        envelope_signatures.signature_from(body | change)
    with pytest.raises(ValueError):
        envelope_signatures.signature_from([])


def test_the_passphrase_alone_makes_a_practice_sign(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(VaultProblem) as caught:
        practice.signer("seven quiet herons wade at dusk")
    assert caught.value.kind == "wrong-passphrase"
    before = header.read(practice.vault.place.folder)
    assert practice.signer(OWN_PASSPHRASE).public() == before.signing
    assert header.read(practice.vault.place.folder) == before


def test_a_practice_from_before_the_seals_notes_its_certificate_once(practice: Practice) -> None:
    vault = practice.vault
    older = {ED25519: vault.header.signing[ED25519]}
    vault.header = header.with_mac(replace(vault.header, signing=older), vault.data_key)
    header.write(vault.place.folder, vault.header)
    keys = practice.signer(OWN_PASSPHRASE)
    read = header.read(vault.place.folder)
    assert read.signing == keys.public() == vault.header.signing
    header.verify_mac(read, vault.data_key)
    assert practice.signer(OWN_PASSPHRASE).certificate == keys.certificate
    assert header.read(vault.place.folder) == read
