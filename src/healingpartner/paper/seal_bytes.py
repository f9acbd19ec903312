"""The seal in the bytes of a file, before any of it is read as PDF: one hole, and everything round it is covered.

What lies in the hole is not covered by the signature, so nothing in it is left to choice: upper-case digits, the
one DER form that this certificate, these signed attributes and this signature can have, and zeros after it.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asn1crypto.cms import ContentInfo, SignerInfo

_RANGE = b"/ByteRange"
_WRITTEN = re.compile(rb"/ByteRange \[0 ([1-9]\d{0,9}) ([1-9]\d{0,9}) ([1-9]\d{0,9})\] *\n")
_HOLE = re.compile(rb"<(?:[0-9A-F]{2})+>")
_HALF_ORDER = 0x7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8  # of P-256, for the lower half
_NO_CMS = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Where the seal lies: what it covers is `digest` (SHA-256); `cms` is the DER in it, without its padding."""

    start: int
    end: int
    digest: bytes
    cms: bytes


def seals_in(pdf: bytes) -> int:
    """How often something in the file says that it covers a range of bytes, as every signature must."""
    return pdf.count(_RANGE)


def hole_of(pdf: bytes) -> Hole | None:
    """The one hole of a file that is otherwise covered from its first byte to its last; None for any other file."""
    written = _WRITTEN.findall(pdf)
    if len(written) != 1 or seals_in(pdf) != 1:
        return None
    start, end, rest = (int(number) for number in written[0])
    if not start < end or end + rest != len(pdf) or not _HOLE.fullmatch(pdf, start, end):
        return None
    content = bytes.fromhex(pdf[start + 1 : end - 1].decode("ascii"))
    cms = content[: _der_length(content)]
    if not cms or any(content[len(cms) :]):
        return None
    digest = hashlib.sha256(pdf[:start])
    digest.update(memoryview(pdf)[end:])
    return Hole(start=start, end=end, digest=digest.digest(), cms=cms)


def certificate_in(cms: bytes) -> bytes:
    """The one certificate, DER; empty when the seal is not, byte for byte, the one form that it can have."""
    from asn1crypto.cms import ContentInfo

    try:
        read = ContentInfo.load(cms, strict=True)
        signed = read["content"]
        certificate, signer = signed["certificates"][0].chosen, signed["signer_infos"][0]
        if not _has_no_twin(signer["signature"].native) or _only_form(certificate, signer).dump() != cms:
            return b""
        return bytes(certificate.dump())
    except _NO_CMS:
        return b""


def covers(cms: bytes, digest: bytes) -> bool:
    """Whether what was signed names exactly this digest. Whether the signature holds is asked elsewhere."""
    from asn1crypto.cms import ContentInfo

    try:
        attributes = ContentInfo.load(cms, strict=True)["content"]["signer_infos"][0]["signed_attrs"]
        named = [value for one in attributes if one["type"].native == "message_digest" for value in one["values"]]
        return [value.native for value in named] == [digest]
    except _NO_CMS:
        return False


def _only_form(certificate: Any, signer: "SignerInfo") -> "ContentInfo":
    """The seal built anew from the three parts that may differ."""
    from asn1crypto import cms

    digest = cms.DigestAlgorithm({"algorithm": "sha256"})
    issuer = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    anew = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": issuer}),
            "digest_algorithm": digest,
            "signed_attrs": signer["signed_attrs"],
            "signature_algorithm": cms.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
            "signature": signer["signature"].native,
        }
    )
    content = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices(name="certificate", value=certificate)],
            "signer_infos": [anew],
        }
    )
    return cms.ContentInfo({"content_type": "signed_data", "content": content})


def _has_no_twin(signature: bytes) -> bool:
    from asn1crypto.algos import DSASignature

    read = DSASignature.load(signature, strict=True)
    again = DSASignature({"r": read["r"].native, "s": read["s"].native}).dump()
    return bool(again == signature and 0 < read["s"].native <= _HALF_ORDER)


def _der_length(data: bytes) -> int:
    """Bytes of the DER sequence that `data` begins with; 0 when it begins with none."""
    if len(data) < 4 or data[0] != 0x30:
        return 0
    if data[1] < 0x80:
        return 2 + data[1]
    count = data[1] - 0x80
    if not 1 <= count <= 3:
        return 0
    length = 2 + count + int.from_bytes(data[2 : 2 + count])
    return length if length <= len(data) else 0
