"""The practice's signing keys, drawn from one seed that only the passphrase or the recovery code unwraps.

Ed25519 (RFC 8032) signs agreement envelopes. The seed lies in the key slots beside the data key but under a key
of its own, so an open practice alone cannot sign: the practitioner gives the passphrase again.
"""

from collections.abc import Mapping

from healingpartner.vault.subkeys import derived

ED25519 = "ed25519"
_ENVELOPES = b"hp/v1/sign/envelopes"


def public_parts(signing_seed: bytes) -> Mapping[str, str]:
    """The public halves as keys.json keeps them: {"ed25519": 64 hex digits}."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(derived(signing_seed, salt=b"", info=_ENVELOPES))
    return {ED25519: key.public_key().public_bytes_raw().hex()}


def sign_envelope(signing_seed: bytes, data: bytes) -> bytes:
    """The Ed25519 signature of `data`, 64 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(derived(signing_seed, salt=b"", info=_ENVELOPES)).sign(data)


def is_signed_by(public: Mapping[str, str], signature: bytes, data: bytes) -> bool:
    """Whether the holder of these public parts signed exactly `data`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public[ED25519])).verify(signature, data)
    except InvalidSignature:
        return False
    return True
