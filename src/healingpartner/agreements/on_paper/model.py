"""What a signature on paper needs before it counts: who signed and when, the code on the paper, and its scan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from healingpartner.agreements.envelope import Envelope, Identity, OnPaper, PaperScan, Role
from healingpartner.agreements.model import NAME_LIMIT, Signing
from healingpartner.agreements.signers.model import PARTIES
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import clean_line, fold
from healingpartner.foundation.words import _

CODE_DIGITS = 8
SIZE_LIMIT = 50 * 1024 * 1024
MOST_SCANS = 20
HEAD_BYTES = 32
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
ENDINGS = {PDF: "pdf", PNG: "png", JPEG: "jpg"}
_BEGINNINGS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_ALIKE = str.maketrans({"o": "0", "l": "1", "i": "1", "–": "", "-": "", ".": "", ",": ""})
# The witness has seen the patient's side sign; the practitioner comes last, as on the screen.
_ORDER = (Role.PATIENT, Role.REPRESENTATIVE, Role.WITNESS, Role.INTERPRETER, Role.PRACTITIONER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One file of a signed paper, as it is kept. sha256: of its bytes; size: in bytes."""

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    attachment_id: str
    media_type: str
    size: int
    sha256: str
    brought: Instant

    def bound(self) -> PaperScan:
        """As an envelope binds it."""
        return PaperScan(sha256=self.sha256, size=self.size, media_type=self.media_type)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigner:
    """One who signed the paper by hand. signed_on: the date written beside it, a whole one; mark: of the patient.

    identity: how it is known who signed, None until it is said; basis and language: as on the screen.
    """

    role: Role
    printed_name: str
    signed_on: str
    identity: Identity | None = None
    mark: bool = False
    basis: str = ""
    language: str = ""


def media_type_of(head: bytes) -> str:
    """What a file is by its first bytes, whatever it is called; Refused when it is none of the three kinds."""
    for beginning, media_type in _BEGINNINGS:
        if head.startswith(beginning):
            return media_type
    if head[4:8] == b"ftyp":
        raise Refused(
            _("This is a picture or film as some phones keep it (HEIC)."),
            where=_("Nothing was taken in."),
            then=_("Save it as JPEG or PDF on the phone, then choose it again."),
        )
    raise Refused(
        _("This file is no PDF, PNG or JPEG, whatever its name says."),
        where=_("Nothing was taken in."),
        then=_("Scan the paper as a PDF, or photograph it, and choose that file."),
    )


def checked_code(typed: str, text_sha256: str, *, former: Sequence[tuple[int, str]] = ()) -> str:
    """The first eight digits of the text's fingerprint, as they were read from the paper.

    former: number and fingerprint of earlier texts, to tell which one the paper holds. RuleBroken("code", …)
    when too little was typed, or the paper holds other words.
    """
    digits = "".join(typed.split()).lower().translate(_ALIKE)
    if len(digits) < CODE_DIGITS or set(digits) - set("0123456789abcdef"):
        raise RuleBroken("code", _("Type the first two groups of the code that is printed on the paper."))
    if text_sha256.startswith(digits):
        return text_sha256[:CODE_DIGITS]
    for number, sha256 in former:
        if sha256.startswith(digits):
            raise RuleBroken(
                "code",
                _(
                    "This paper holds text {number}, from before the change. Print the words of now, and sign those."
                ).format(number=number),
            )
    raise RuleBroken(
        "code", _("This code belongs to other words. Look at it again. If it stays, this paper cannot stand for them.")
    )


def checked_signers(signers: Sequence[PaperSigner], *, made: date, today: date) -> tuple[PaperSigner, ...]:
    """Those who signed, in the order they are kept, with clean names; made: the day the text was written.

    RuleBroken beside the part of a signer, "patient.printed_name" say.
    """
    if not any(one.role in PARTIES for one in signers):
        raise RuleBroken("signers", _("Say first who signed this paper."))
    if len({one.role for one in signers}) != len(signers):
        raise RuleBroken("signers", _("Each signs once on one paper."))
    return tuple(_checked(one, made, today) for one in sorted(signers, key=lambda one: _ORDER.index(one.role)))


def check_scans(scans: Sequence[object]) -> None:
    """RuleBroken("scans", …) when no file was chosen, or too many."""
    if not scans:
        raise RuleBroken("scans", _("Choose the scan or the photographs of the signed paper first."))
    if len(scans) > MOST_SCANS:
        raise RuleBroken("scans", _("Choose at most {most} files for one paper.").format(most=MOST_SCANS))


def signing_of(signer: PaperSigner, *, code: str, scans: Sequence[Scan]) -> Signing:
    """What is kept of one who signed by hand."""
    return Signing(
        printed_name=signer.printed_name,
        identity=signer.identity or Identity.OWN_PRACTICE,
        consent_on_screen=False,
        paper_offered=False,
        on_paper=OnPaper(
            signed_on=signer.signed_on, code=code, mark=signer.mark, scans=tuple(one.bound() for one in scans)
        ),
    )


def bound_to(envelopes: Iterable[Envelope]) -> tuple[str, ...]:
    """The hashes of every file that these envelopes bind, each once, in order."""
    papers = (one.on_paper for one in envelopes if one.on_paper is not None)
    return tuple(dict.fromkeys(scan.sha256 for paper in papers for scan in paper.scans))


def _checked(signer: PaperSigner, made: date, today: date) -> PaperSigner:
    at = signer.role.value
    printed = clean_line(signer.printed_name, field=f"{at}.printed_name", limit=NAME_LIMIT)
    if not fold(printed):
        raise RuleBroken(f"{at}.printed_name", _("Write the name that belongs to this signature."))
    if signer.mark and signer.role is not Role.PATIENT:
        raise RuleBroken("signers", _("Only the patient can sign with a mark."))
    own_practice = signer.role is Role.PRACTITIONER
    if signer.identity is None and not own_practice:
        raise RuleBroken(f"{at}.identity", _("Choose this first: it is kept with the signature."))
    day = _whole_day(signer.signed_on, f"{at}.signed_on")
    if day > today:
        raise RuleBroken(f"{at}.signed_on", _("This day is still to come. Look at the date on the paper again."))
    if day < made:
        raise RuleBroken(
            f"{at}.signed_on", _("These words were written after that day. Look at the date on the paper again.")
        )
    identity = Identity.OWN_PRACTICE if own_practice else signer.identity
    return replace(signer, printed_name=printed, signed_on=day.isoformat(), identity=identity)


def _whole_day(text: str, field: str) -> date:
    try:
        read = PartialDate.read(text)
    except ValueError:
        read = None
    if read is None or read.day is None:
        raise RuleBroken(field, _("Write the whole date that stands beside the signature."))
    return read.earliest()
