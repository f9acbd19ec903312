"""The practice's own signature under one envelope, in a small format that is kept beside the envelope.

{"kind": "hp/envelope-signature", "version": 1, "ed25519": public half, "envelope_sha256": …, "signature": …}

What is signed is the kind and version, a zero byte and the envelope's canonical bytes, so that a signature made
for anything else can never stand here.
"""

from dataclasses import dataclass

from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.signing_keys import ED25519, SigningKeys, is_signed_by
from healingpartner.vault.strict_json import bytes_in, members_in

KIND, VERSION = "hp/envelope-signature", 1
_PREFIX = f"{KIND}/{VERSION}".encode() + b"\0"
_MEMBERS = {"kind", "version", ED25519, "envelope_sha256", "signature"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeSignature:
    """ed25519: public half, 64 hexadecimal digits; envelope_sha256: 64; signature: 128."""

    ed25519: str
    envelope_sha256: str
    signature: str

    def body(self) -> dict[str, object]:
        """The stored shape."""
        return {
            "kind": KIND,
            "version": VERSION,
            ED25519: self.ed25519,
            "envelope_sha256": self.envelope_sha256,
            "signature": self.signature,
        }


def signed(keys: SigningKeys, envelope: bytes) -> EnvelopeSignature:
    """The practice signs the canonical bytes of an envelope. Equal input gives an equal signature."""
    return EnvelopeSignature(
        ed25519=keys.public()[ED25519],
        envelope_sha256=sha256_hex(envelope),
        signature=keys.sign_envelope(_PREFIX + envelope).hex(),
    )


def signature_from(body: object) -> EnvelopeSignature:
    """A signature from its stored shape. ValueError when it is not one of version 1, whole and with nothing added."""
    content = members_in(body)
    if set(content) != _MEMBERS or content["kind"] != KIND or content["version"] != VERSION:
        raise ValueError("not an envelope's signature")
    read = EnvelopeSignature(
        ed25519=bytes_in(content[ED25519], 32).hex(),
        envelope_sha256=bytes_in(content["envelope_sha256"], 32).hex(),
        signature=bytes_in(content["signature"], 64).hex(),
    )
    if read.body() != content:
        raise ValueError("not an envelope's signature")
    return read


def holds(signature: EnvelopeSignature, envelope: bytes, *, ed25519: str) -> bool:
    """Whether the practice with this public half signed exactly these bytes. False for a half that is none."""
    if (signature.ed25519, signature.envelope_sha256) != (ed25519, sha256_hex(envelope)):
        return False
    try:
        return is_signed_by({ED25519: ed25519}, bytes.fromhex(signature.signature), _PREFIX + envelope)
    except ValueError:
        return False
