"""The seal: a finished paper, what was signed with it, and a signature that no later change survives.

A certification signature (ISO 32000-2 §12.8.2.2, no changes allowed) in the form PAdES B-B, made by the practice's
own key with a certificate issued by itself. The file covers itself from its first byte to its last. Nothing is
asked of any network. Equal input gives equal bytes: they are made once and kept.

The sealed file makes no claim to be PDF/A, since the seal breaks its rules; `archival_twin` makes the copy that does.
"""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _

if TYPE_CHECKING:
    from datetime import datetime

ENVELOPES = "envelopes.json"
FIELD = "Seal"


class Sealer(Protocol):
    """Who seals: holds the key and gives it to nobody."""

    @property
    def certificate(self) -> bytes:
        """X.509 in DER, for a P-256 key."""
        ...

    def seal(self, data: bytes) -> bytes:
        """The ECDSA signature of the SHA-256 of `data`, DER, s in the lower half."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SealMark:
    """What is printed so that a seal can be compared: three SHA-256 values in hexadecimal, and the ledger's line.

    certificate_sha256: the seal's fingerprint; ledger_seq, ledger_head: where the ledger stood at sealing.
    """

    certificate_sha256: str
    text_sha256: str
    ledger_seq: int
    ledger_head: str


def sealed(pdf: bytes, *, envelope_json: bytes, signer: Sealer, at: Instant) -> bytes:
    """The paper with its envelopes attached, under the practice's seal.

    pdf: as `stationery` finishes it, unsealed; envelope_json: the attachment, byte for byte; at: as this computer
    states it. ValueError when the paper is sealed already, or carries anything.
    """
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

    carrying = _carrying(pdf, envelope_json)
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
        tight_size_estimates=True,
    )
    out = BytesIO()
    _pdf_signer(about, _hand(signer), at.local()).sign_pdf(_writer(carrying), output=out)
    return out.getvalue()


def archival_twin(pdf: bytes) -> bytes:
    """The same paper, unsealed, as PDF/A-2b; what was written is read again and proved before it is given.

    Refused where this computer's pikepdf cannot prove it (those of older Intel Macs), or the paper cannot be one.
    """
    try:
        from pikepdf import pdfa
    except ImportError:
        raise Refused(
            _("This computer lacks the part that makes papers for the archive."),
            where=_("The sealed paper is not touched by this."),
        ) from None
    import pikepdf

    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            pdfa.prepare(document, "2b")
            with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
                about["xmp:MetadataDate"] = about["xmp:ModifyDate"]  # the paper's own day, not this moment
            pdfa.save(document, out, "2b", repair=False, deterministic_id=True)
    except (pdfa.PdfaError, KeyError) as amiss:
        raise Refused(
            _("This paper cannot be kept in the form for archives."),
            where=_("The sealed paper is not touched by this."),
        ) from amiss
    return out.getvalue()


def _carrying(pdf: bytes, envelope_json: bytes) -> bytes:
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        if "/AcroForm" in document.Root or len(document.attachments):
            raise ValueError("this paper is sealed already, or carries something")
        carried = pikepdf.AttachedFileSpec(
            document,
            envelope_json,
            filename=ENVELOPES,
            description="What was signed, by whom and when",
            mime_type="application/json",
            creation_date="",
            mod_date="",
        )
        carried.obj.AFRelationship = pikepdf.Name.Data
        document.attachments[ENVELOPES] = carried
        document.Root.AF = pikepdf.Array([document.attachments[ENVELOPES].obj])
        document.save(out, deterministic_id=True, min_version="1.7")
    return out.getvalue()


def _writer(pdf: bytes) -> Any:
    from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    second = hashlib.sha256(pdf).digest()[:16]

    class Writer(IncrementalPdfFileWriter):
        """Takes nothing from chance or from this computer's clock."""

        @classmethod
        def _handle_id(cls, prev: Any) -> Any:
            first, _second = prev.trailer["/ID"]
            return ArrayObject([ByteStringObject(first.original_bytes), ByteStringObject(second)])

        def _update_meta(self) -> None:
            """Dates and maker stay as the paper states them."""

    return Writer(BytesIO(pdf))


def _pdf_signer(about: Any, hand: Any, at: "datetime") -> Any:
    from pyhanko.sign.signers.pdf_signer import PdfSigner

    class Signer(PdfSigner):
        """States the time it is given, not the computer's of this moment."""

        def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:
            """As pyHanko's, with our time."""
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = at
            return session

    return Signer(about, signer=hand)


def _hand(signer: Sealer) -> Any:
    """A signer as pyHanko knows it, whose signatures are made elsewhere."""
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.signers.pdf_cms import Signer

    class Hand(Signer):
        """Hands on what is to be signed; the key stays where it is."""

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            """The signature, or as many bytes as it can have. ValueError for any other digest than SHA-256."""
            if digest_algorithm != "sha256":
                raise ValueError("a seal is made over SHA-256")
            return bytes(72) if dry_run else signer.seal(data)

    return Hand(signing_cert=Certificate.load(signer.certificate))
