"""The practice's signing keys, drawn from one seed that only the passphrase or the recovery code unwraps.

Ed25519 (RFC 8032) signs agreement envelopes. A separate P-256 key with a certificate issued by itself seals
papers, because common readers of PDF know nothing else. The seed lies in the key slots beside the data key but
under a key of its own, so an open practice alone cannot sign: the practitioner gives the passphrase again.

Everything here is a pure function of the seed and the vault's id, the certificate too: its first day is the day
in the vault's id (UUIDv7), its signature is that of RFC 6979. Lost, it comes back byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.subkeys import derived

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

ED25519, SEAL = "ed25519", "seal_certificate"
_ENVELOPES, _SEAL = b"hp/v1/sign/envelopes", b"hp/v1/sign/seal"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256, SP 800-186 §3.2.1.3
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND = 253_370_764_800  # of the year 9998, for an id that holds no moment
_NO_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280 §4.1.2.5: no well-defined last day


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SigningKeys:
    """The keys of one practice, ready to sign. Without a repr, so that the seed stands in no trace.

    certificate: X.509, DER, to be compared byte for byte.
    """

    seed: bytes
    certificate: bytes

    def public(self) -> Mapping[str, str]:
        """The public halves as keys.json keeps them."""
        return {ED25519: _ed25519(self.seed), SEAL: self.certificate.hex()}

    def sign_envelope(self, data: bytes) -> bytes:
        """The Ed25519 signature of `data`, 64 bytes."""
        return sign_envelope(self.seed, data)

    def seal(self, data: bytes) -> bytes:
        """The ECDSA signature of the SHA-256 of `data` in DER, its s in the lower half so that it has no twin."""
        return _ecdsa(_p256(self.seed), data)


def signing_keys(signing_seed: bytes, vault_id: str) -> SigningKeys:
    """The keys drawn from this seed."""
    return SigningKeys(seed=signing_seed, certificate=_certificate(signing_seed, vault_id))


def public_parts(signing_seed: bytes, vault_id: str) -> Mapping[str, str]:
    """The public halves as keys.json keeps them, in hexadecimal: {"ed25519": 32 bytes, "seal_certificate": DER}.

    A keys.json written before there were seals has the first alone; the practice adds the other when it first signs.
    """
    return signing_keys(signing_seed, vault_id).public()


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


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of the certificate's DER: 64 hexadecimal digits, what is printed on copies (in groups of four)."""
    return sha256_hex(certificate)


def _ed25519(seed: bytes) -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(derived(seed, salt=b"", info=_ENVELOPES))
    return key.public_key().public_bytes_raw().hex()


def _p256(seed: bytes) -> "EllipticCurvePrivateKey":
    """512 derived bits taken modulo the order less one, plus one: FIPS 186-5 §A.2.1, extra random bits."""
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key

    wide = b"".join(derived(seed, salt=b"", info=_SEAL + half) for half in (b"/1", b"/2"))
    return derive_private_key(int.from_bytes(wide) % (_ORDER - 1) + 1, SECP256R1())


def _ecdsa(key: "EllipticCurvePrivateKey", data: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    r, s = decode_dss_signature(key.sign(data, ECDSA(SHA256(), deterministic_signing=True)))
    return encode_dss_signature(r, min(s, _ORDER - s))


def _certificate(seed: bytes, vault_id: str) -> bytes:
    """Issued by the seal's key for itself; it names the practice's vault and no person."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    key = _p256(seed)
    key_id = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Healing Partner practice seal · {vault_id[:8]}")])
    uses = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    bare = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=key.public_key(),
        serial_number=int.from_bytes(key_id.digest[:16]) >> 1 | 1,
        not_valid_before=_first_day(vault_id),
        not_valid_after=_NO_END,
    )
    for extension, critical in (
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (uses, True),
        (key_id, False),
    ):
        bare = bare.add_extension(extension, critical=critical)
    return bare.sign(key, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def _first_day(vault_id: str) -> datetime:
    """When the vault was made, to the second: the first 48 bits of its id are milliseconds since 1970."""
    seconds = (UUID(vault_id).int >> 80) // 1000
    return _EPOCH + timedelta(seconds=min(seconds, _LAST_SECOND))
