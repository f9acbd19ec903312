"""Only who gives the passphrase or the recovery code can sign; anyone with the public half can verify."""

import os

from hypothesis import given, strategies as st
from tests.vault.key_material import CODE, KEYS, PASSPHRASE, VAULT_ID, small_header

from healingpartner.vault import slots
from healingpartner.vault.signing_keys import ED25519, is_signed_by, public_parts, sign_envelope
from healingpartner.vault.wrapping import KEYRING, unwrapped_by, wrapped_by


@given(data=st.binary(max_size=300), other=st.binary(max_size=300))
def test_a_signature_holds_for_its_own_bytes_alone(data: bytes, other: bytes) -> None:
    signature = sign_envelope(KEYS.signing_seed, data)
    public = public_parts(KEYS.signing_seed)
    assert is_signed_by(public, signature, data)
    assert is_signed_by(public, signature, other) == (other == data)
    assert not is_signed_by(public_parts(os.urandom(32)), signature, data)


def test_the_header_names_the_public_half_and_both_slots_unwrap_the_seed() -> None:
    header = small_header()
    assert header.signing == public_parts(KEYS.signing_seed)
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
