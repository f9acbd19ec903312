"""What the tampering tests play with: two sealed copies of one practice, one of a stranger's, and the keys of both."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
from tests.conftest import PASSPHRASE
from tests.exchange.sealed import sealed_copy, signed_and_sealed

from healingpartner.exchange import carried as carrying
from healingpartner.exchange.carried import Carried
from healingpartner.foundation.clock import Instant
from healingpartner.paper import seal
from healingpartner.paper.seal import Sealer
from healingpartner.practice import Practice
from healingpartner.vault import envelope_signatures
from healingpartner.vault.signing_keys import SigningKeys, signing_keys

AT = Instant(utc_us=1_795_348_800_000_000, offset_min=60, zone="CET")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """pdf: the copy that is tampered with; other: of another agreement; stranger: what an impostor signs with."""

    practice: Practice
    agreement_id: str
    pdf: bytes
    other: bytes
    keys: SigningKeys
    stranger: SigningKeys

    def bare(self, pdf: bytes = b"") -> bytes:
        """The pages alone: no seal, nothing attached."""
        return edited(pdf or self.pdf, strip)

    def carried(self, pdf: bytes = b"") -> Carried:
        """What a copy carries."""
        with pikepdf.open(BytesIO(pdf or self.pdf)) as document:
            return carrying.from_bytes(document.attachments[seal.ENVELOPES].get_file().read_bytes())

    def resealed(self, carried: Carried | bytes, *, pages: bytes = b"", signer: Sealer | None = None) -> bytes:
        """The pages under a new seal, as only the holder of a key can make it."""
        data = carried if isinstance(carried, bytes) else carrying.to_bytes(carried)
        return seal.sealed(pages or self.bare(), envelope_json=data, signer=signer or self.keys, at=AT)

    def signed_anew(self, carried: Carried, keys: SigningKeys | None = None) -> Carried:
        """Every envelope signed again as it now stands, and each bound to the one before it."""
        pairs, before = [], None
        for envelope, _signature in carried.envelopes:
            bound = replace(envelope, previous_sha256=before)
            signature = envelope_signatures.signed(keys or self.keys, carrying.bytes_of(bound))
            pairs.append((bound, signature))
            before = signature.envelope_sha256
        return replace(carried, envelopes=tuple(pairs))


def scene_of(practice: Practice) -> Scene:
    """Two people of this practice have signed; their copies are sealed."""
    agreement_id, pdf = signed_and_sealed(practice)
    _other, other = signed_and_sealed(practice, "Omar Haddad")
    return Scene(
        practice=practice,
        agreement_id=agreement_id,
        pdf=pdf,
        other=other,
        keys=practice.signer(PASSPHRASE),
        # The impostor takes the same name: the first eight digits of the vault's id.
        stranger=signing_keys(b"s" * 32, practice.vault.header.vault_id),
    )


def edited(pdf: bytes, change: Callable[[Any], None], **how: Any) -> bytes:
    """The file opened, changed and written anew by pikepdf."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(out, deterministic_id=True, **how)
    return out.getvalue()


def strip(document: Any) -> None:
    """Take the seal and the attachment away."""
    for name in ("/AcroForm", "/Perms", "/AF", "/Extensions", "/Version", "/Names"):
        if name in document.Root:
            del document.Root[name]
    if "/Annots" in document.pages[0]:
        del document.pages[0]["/Annots"]


def hole(pdf: bytes) -> tuple[int, int]:
    """Where the digits of the seal stand, between < and >."""
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    return start, pdf.index(b">", start)


def put(pdf: bytes, at: int, new: bytes) -> bytes:
    """`new` written over what stands at `at`."""
    return pdf[:at] + new + pdf[at + len(new) :]


__all__ = ["AT", "PASSPHRASE", "Scene", "edited", "hole", "put", "scene_of", "sealed_copy", "strip"]
