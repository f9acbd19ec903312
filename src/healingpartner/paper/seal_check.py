"""Is this file as it was sealed? What can be told from the file alone, without any practice and without a network.

Asked twice, in two ways: of the bare bytes (`seal_bytes`), and of pyHanko, which reads the file as PDF. Who sealed
it is not decided here: the report names the certificate, and whoever asks compares it.
"""

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.paper import seal_bytes
from healingpartner.paper.read_back import words_on
from healingpartner.paper.seal import ENVELOPES, FIELD

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pikepdf import Pdf

SIZE_LIMIT = 50 * 1024 * 1024
_CARRIED_LIMIT = 16 * 1024 * 1024
_NAME = "Healing Partner practice seal"
_CONTENTS = re.compile(rb"/Contents\s*<([0-9A-Fa-f]{16,200000})>")
# Whatever a reader of PDF meets in a file made to mislead it: the file is then simply not as it was sealed.
_UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    OSError,
    EOFError,
    zlib.error,
)


class Amiss(StrEnum):
    """What does not hold."""

    ONE_SEAL = "one seal"
    COVERAGE = "coverage"
    FORM = "form"
    CONTENT = "content"
    SIGNATURE = "signature"
    CHANGES = "changes"
    READABLE = "readable"
    CARRIED = "carried"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealReport:
    """What the file shows. seals: how many signatures it claims; certificate: DER of the first, or empty.

    made_here: whether that certificate is named as those of this program are. envelope_json: what is attached,
    only where nothing else is amiss.
    """

    seals: int
    certificate: bytes = b""
    made_here: bool = False
    amiss: tuple[Amiss, ...] = ()
    envelope_json: bytes = b""

    @property
    def intact(self) -> bool:
        """Whether there is exactly one seal and every byte is as it sealed it."""
        return self.seals == 1 and not self.amiss


def report_on(pdf: bytes) -> SealReport:
    """Everything the file tells. Refused for what is no PDF, cannot be read as one, is encrypted or beyond 50 MB."""
    refuse_unfit(len(pdf), pdf[:5])
    seals = seal_bytes.seals_in(pdf)
    readable = _opens(pdf, sealed=seals > 0)
    if not seals:
        return SealReport(seals=0)
    if not readable:
        return _named(pdf, seals, Amiss.READABLE)
    if seals > 1:
        return _named(pdf, seals, Amiss.ONE_SEAL)
    hole = seal_bytes.hole_of(pdf)
    if hole is None:
        return _named(pdf, seals, Amiss.COVERAGE)
    certificate = seal_bytes.certificate_in(hole.cms)
    if not certificate:
        return _named(pdf, seals, Amiss.FORM)
    if not seal_bytes.covers(hole.cms, hole.digest):
        return _named(pdf, seals, Amiss.CONTENT)
    try:
        amiss = tuple(_as_pdf(pdf, certificate, (hole.start, hole.end)))
        carried = b"" if amiss else _carried(pdf)
    except _unreadable():
        return _named(pdf, seals, Amiss.READABLE)
    if not amiss and not carried:
        amiss = (Amiss.CARRIED,)
    return SealReport(
        seals=1, certificate=certificate, made_here=_is_ours(certificate), amiss=amiss, envelope_json=carried
    )


def refuse_unfit(size: int, start: bytes) -> None:
    """Refused when a file of this size that begins so is no paper to verify; for asking before all of it is read."""
    if size > SIZE_LIMIT:
        raise Refused(
            _("This file is larger than 50 MB, and no paper of ours is."), then=_("Choose the signed copy itself.")
        )
    if start[:5] != b"%PDF-":
        raise Refused(
            _("This is not a PDF file."), then=_("Choose the signed copy, as it was given to you, and not a picture.")
        )


def prints(pdf: bytes, codes: tuple[str, ...]) -> bool:
    """Whether all these codes can be read on the pages, however they are grouped."""
    try:
        printed = "".join(words_on(pdf).split())
    except _unreadable():
        return False
    return all(code in printed for code in codes)


def _opens(pdf: bytes, *, sealed: bool) -> bool:
    """Whether it can be read as PDF. Refused when it is encrypted, or cannot be read and claims no seal."""
    import pikepdf

    encrypted = Refused(
        _("This file is locked with a password."), then=_("Ask for the copy as it was signed, without a password.")
    )
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            if document.is_encrypted:
                raise encrypted
    except pikepdf.PasswordError:
        raise encrypted from None
    except (pikepdf.PdfError, *_UNREADABLE):
        if not sealed:
            raise Refused(
                _("This file cannot be read as PDF: it is damaged or cut off."),
                then=_("Fetch it again from where you kept it."),
            ) from None
        return False
    return True


def _named(pdf: bytes, seals: int, amiss: Amiss) -> SealReport:
    """What is amiss, and the certificate that the file shows all the same."""
    certificate = _shown(pdf)
    return SealReport(seals=seals, certificate=certificate, made_here=_is_ours(certificate), amiss=(amiss,))


def _shown(pdf: bytes) -> bytes:
    from asn1crypto.cms import ContentInfo

    for digits in _CONTENTS.findall(pdf):
        try:
            data = bytes.fromhex(digits.decode("ascii"))
            certificates = ContentInfo.load(data)["content"]["certificates"]
            return bytes(certificates[0].chosen.dump())
        except _UNREADABLE:
            continue
    return b""


def _is_ours(certificate: bytes) -> bool:
    from asn1crypto.x509 import Certificate

    try:
        return str(Certificate.load(certificate).subject.native["common_name"]).startswith(_NAME)
    except _UNREADABLE:
        return False


def _as_pdf(pdf: bytes, certificate: bytes, hole: tuple[int, int]) -> list[Amiss]:
    """What pyHanko finds amiss."""
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    reader = PdfFileReader(BytesIO(pdf), strict=True)
    fields, seals = list(enumerate_sig_fields(reader)), reader.embedded_signatures
    if len(fields) != 1 or len(seals) != 1 or seals[0].field_name != FIELD:
        return [Amiss.ONE_SEAL]
    seal = seals[0]
    start, end = hole
    own = bytes.fromhex(pdf[start + 1 : end - 1].decode("ascii"))
    if list(seal.byte_range) != [0, start, end, len(pdf) - end] or seal.pkcs7_content != own:
        return [Amiss.COVERAGE]
    if not _certifies(reader, seal):
        return [Amiss.CHANGES]
    return _amiss_in(seal, Certificate.load(certificate))


def _certifies(reader: Any, seal: Any) -> bool:
    """Whether the seal allows no changes at all, and the file says that this is the seal that does."""
    from pyhanko.sign.fields import MDPPerm

    named = reader.root["/Perms"].raw_get("/DocMDP").reference
    return bool(
        named == seal.sig_field.raw_get("/V").reference
        and seal.docmdp_level == MDPPerm.NO_CHANGES
        and seal.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    )


def _amiss_in(seal: Any, certificate: "Certificate") -> list[Amiss]:
    from datetime import timedelta

    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    # Its first second: whoever set this computer's clock has no say in whether the seal holds.
    moment = certificate.not_valid_before + timedelta(seconds=1)
    context = ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=moment)
    status = validate_pdf_signature(seal, signer_validation_context=context)
    demands = {
        Amiss.COVERAGE: status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        Amiss.CHANGES: status.modification_level == ModificationLevel.NONE and bool(status.docmdp_ok),
        Amiss.CONTENT: status.intact,
        Amiss.SIGNATURE: status.valid and status.trusted and status.bottom_line,
    }
    return [name for name, holds in demands.items() if not holds]


def _carried(pdf: bytes) -> bytes:
    """The one attachment, if it is the one we attach; empty for anything else. Never more than 16 MB is unpacked."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        if list(document.attachments) != [ENVELOPES] or not _only_attachment(document):
            return b""
        stream = document.attachments[ENVELOPES].get_file().obj
        data = stream.read_raw_bytes()
        if "/Filter" in stream:
            if stream.Filter != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
                return b""
            data = zlib.decompressobj().decompress(data, _CARRIED_LIMIT + 1)
        return data if len(data) <= _CARRIED_LIMIT else b""


def _only_attachment(document: "Pdf") -> bool:
    """Whether the file speaks of one attachment alone, in its list and as associated with it."""
    return len(document.Root.AF) == 1 and document.Root.AF[0].EF.F.objgen == (
        document.attachments[ENVELOPES].obj.EF.F.objgen
    )


def _unreadable() -> tuple[type[BaseException], ...]:
    from pikepdf import PdfError
    from pyhanko.pdf_utils.misc import PdfError as PyHankoError
    from pyhanko_certvalidator.errors import PathError, ValidationError
    from pypdfium2 import PdfiumError

    return (PdfError, PyHankoError, PathError, ValidationError, PdfiumError, *_UNREADABLE)
