"""Verifying a sealed copy: what the file shows by itself, joined with the practice or with a fingerprint on paper.

With neither, all that can be told is that the file is whole since somebody sealed it: anyone can make a seal, so
its fingerprint has to be compared with one that came another way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from healingpartner.agreements import store, verify as agreements
from healingpartner.agreements.model import State
from healingpartner.agreements.views import for_reading
from healingpartner.exchange import carried as carrying
from healingpartner.exchange.carried import Carried
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import N_, _
from healingpartner.paper.seal_check import Amiss, SealReport, prints, refuse_unfit, report_on
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_of
from healingpartner.vault.signing_keys import ED25519, SEAL, fingerprint as fingerprint_of

__all__ = ["Found", "Verdict", "read_paper", "refuse_unfit", "verify_file"]


class Found(StrEnum):
    """What a file turned out to be."""

    WHOLE = "whole"
    SINCE_SEALING = "whole since sealing"
    NEWER = "newer text exists"
    RECORD_DIFFERS = "record differs"
    ALTERED = "altered"
    NOT_OURS = "not ours"


SENTENCES: Mapping[Found, str] = {
    Found.WHOLE: N_("Whole, and as it was signed."),
    Found.SINCE_SEALING: N_(
        "Whole since it was sealed. Who sealed it cannot be told from the file alone: compare this fingerprint with "
        "the one on your paper copy."
    ),
    Found.NEWER: N_("Whole, and as it was signed. It does not stand any more: a newer text exists."),
    Found.RECORD_DIFFERS: N_(
        "This copy is whole. The record of the practice is not as it was when the copy was sealed."
    ),
    Found.ALTERED: N_("This file was altered after it was signed. Do not rely on it."),
    Found.NOT_OURS: N_("This file was not sealed by this practice. Do not rely on it."),
}
DETAILS: Mapping[str, str] = {
    Amiss.ONE_SEAL: N_("It does not have exactly one seal."),
    Amiss.COVERAGE: N_("The seal does not cover all of the file: something was added, cut off or moved."),
    Amiss.FORM: N_("The seal itself was changed."),
    Amiss.CONTENT: N_("What the seal covers is not what was sealed."),
    Amiss.SIGNATURE: N_("The seal does not hold."),
    Amiss.CHANGES: N_("The seal does not rule out later changes, as ours do."),
    Amiss.READABLE: N_("Parts of the file cannot be read."),
    Amiss.CARRIED: N_("The signatures that it carries do not fit together, or are not there."),
    Amiss.PRINTED: N_("The codes on its pages are not those of what it carries."),
    "no seal": N_("There is no seal in it."),
    "other seal": N_("Its seal has another fingerprint."),
    "other program": N_("Its seal was not made by Healing Partner."),
    "head": N_("The place in the ledger that it names is not there any more."),
    "record": N_("The agreement in the record is not the one that was sealed, or was altered."),
    "erased": N_("The record no longer holds this agreement; its place in the ledger still stands."),
    "newer": N_("Both have signed another text since."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found, and why: `details` are stable names. fingerprint: of the file's seal, 64 digits, or empty."""

    found: Found
    details: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def whole(self) -> bool:
        """Whether the file is whole as far as could be told, and nothing stands against it."""
        return self.found in {Found.WHOLE, Found.SINCE_SEALING}

    def sentences(self) -> tuple[str, ...]:
        """The verdict and its reasons, in the language of the screen."""
        return (_(SENTENCES[self.found]), *(_(DETAILS[name]) for name in self.details))

    def grouped(self) -> str:
        """The seal's fingerprint in groups of four, as it is printed."""
        return " ".join(self.fingerprint[at : at + 4] for at in range(0, len(self.fingerprint), 4))


def verify_file(pdf: bytes, *, practice: Practice | None = None, fingerprint: str = "") -> Verdict:
    """Verify a sealed copy against a practice, or a seal's fingerprint (as printed, spaces allowed), or neither.

    Refused for what is no PDF, encrypted, beyond 50 MB; RuleBroken for a fingerprint that is none.
    """
    pinned = _pinned(practice, fingerprint)
    report = report_on(pdf)
    shown = fingerprint_of(report.certificate) if report.certificate else ""
    stranger = _stranger(report, shown, pinned)
    if stranger:
        return Verdict(found=Found.NOT_OURS, details=(stranger,), fingerprint=shown)
    if not report.intact:
        return Verdict(found=Found.ALTERED, details=tuple(report.amiss), fingerprint=shown)
    carried = _carried(report.envelope_json)
    if carried is None:
        return Verdict(found=Found.ALTERED, details=(Amiss.CARRIED,), fingerprint=shown)
    if carried.certificate_sha256 != shown:
        # A seal of one practice round what another practice sealed.
        return Verdict(found=Found.NOT_OURS, details=("other seal",), fingerprint=shown)
    if not prints(pdf, (shown, carried.text_sha256, carried.head_chain)):
        return Verdict(found=Found.ALTERED, details=(Amiss.PRINTED,), fingerprint=shown)
    if practice is None:
        return Verdict(found=Found.WHOLE if pinned else Found.SINCE_SEALING, fingerprint=shown)
    return _beside(practice, carried, shown)


def read_paper(file: Path) -> bytes:
    """The bytes of a file to verify. Refused when it cannot be read, or is no paper."""
    try:
        with file.open("rb") as stream:
            refuse_unfit(file.stat().st_size, stream.peek(5)[:5])
            return stream.read()
    except FileNotFoundError:
        raise Refused(_("There is no such file."), then=_("Check its name and its folder.")) from None
    except OSError:
        raise Refused(
            _("This computer does not let the file be read."),
            then=_("Check its rights, or that its disk is connected."),
        ) from None


def _pinned(practice: Practice | None, fingerprint: str) -> str:
    """The fingerprint that the seal must have; empty when nobody knows it."""
    if practice is not None:
        certificate = practice.vault.header.signing.get(SEAL, "")
        return fingerprint_of(bytes.fromhex(certificate)) if certificate else "none"
    digits = "".join(fingerprint.replace(":", " ").split()).lower()
    if digits and (len(digits) != 64 or set(digits) - set("0123456789abcdef")):
        raise RuleBroken(
            "fingerprint", _("A fingerprint has 64 digits, from 0 to 9 and from a to f. Type all of it, as printed.")
        )
    return digits


def _stranger(report: SealReport, shown: str, pinned: str) -> str:
    """Why the file cannot be of the one who is asked about; empty when it may be."""
    if not report.seals:
        return "no seal"
    if pinned and shown and shown != pinned:
        return "other seal"
    return "other program" if shown and not report.made_here else ""


def _carried(data: bytes) -> Carried | None:
    """What the file carries, when all of it fits together."""
    try:
        carried = carrying.from_bytes(data)
    except ValueError:
        return None
    return carried if carrying.fits_together(carried) else None


def _beside(practice: Practice, carried: Carried, shown: str) -> Verdict:
    """The verdict on a whole file of this practice, beside its record."""
    if carried.ed25519 != practice.vault.header.signing[ED25519]:
        return Verdict(found=Found.NOT_OURS, details=("other seal",), fingerprint=shown)
    db = practice.db
    if any(store.chain_at(db, seq) != head for seq, head in carried.heads()):
        return Verdict(found=Found.RECORD_DIFFERS, details=("head",), fingerprint=shown)
    agreement = store.agreement_with(db, carried.agreement_id)
    if agreement is None and _was_erased(practice, carried.agreement_id):
        return Verdict(found=Found.WHOLE, details=("erased",), fingerprint=shown)
    if agreement is None or not _same_in_record(practice, carried):
        return Verdict(found=Found.RECORD_DIFFERS, details=("record",), fingerprint=shown)
    superseded = for_reading(db, agreement.id).state is State.SUPERSEDED
    if superseded or agreement.version_id != carried.version_id:
        return Verdict(found=Found.NEWER, details=("newer",), fingerprint=shown)
    return Verdict(found=Found.WHOLE, fingerprint=shown)


def _was_erased(practice: Practice, agreement_id: str) -> bool:
    """Whether the ledger holds no words of the agreement any more: it was erased, not only taken out of its table."""
    return not versions_of(practice.db, store.AGREEMENT, agreement_id)


def _same_in_record(practice: Practice, carried: Carried) -> bool:
    """Whether the record still holds what was sealed, unaltered: its text, and each envelope in its order."""
    db = practice.db
    kept = tuple(row.envelope_sha256 for row in store.signature_rows(db, carried.agreement_id))
    try:
        version = store.version_with(db, carried.version_id)
        whole = agreements.verify(db, carried.agreement_id).whole
    except Refused:
        return False
    hashes = carried.hashes()
    return whole and version is not None and version.text == carried.text and kept[: len(hashes)] == hashes
