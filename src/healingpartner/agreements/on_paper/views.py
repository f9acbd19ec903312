"""What can be asked about papers that were signed by hand."""

from collections.abc import Mapping, Sequence
from datetime import date

from healingpartner.agreements import store as agreements
from healingpartner.agreements.envelope import Envelope, Role
from healingpartner.agreements.model import Agreement, AgreementVersion
from healingpartner.agreements.on_paper import store
from healingpartner.agreements.on_paper.model import PaperSigner, Scan, checked_code, checked_signers
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of
from healingpartner.vault.files import find_attachment
from healingpartner.vault.reading import Reader, Value, whole, words


def scans_of(db: Reader, agreement_id: str) -> tuple[Scan, ...]:
    """Every scan of an agreement, in the order of its pages."""
    return store.scans_of(db, agreement_id)


def scans_are_bound(db: Reader, envelope: Envelope) -> bool:
    """Whether each file that an envelope binds is kept under its text, by the same hash, in both places."""
    if envelope.on_paper is None:
        return False
    kept = {one.sha256: one for one in store.scans_of(db, envelope.agreement_id)}
    return all(
        (scan := kept.get(bound.sha256)) is not None
        and scan.bound() == bound
        and scan.version_id == envelope.version_id
        and _attached(db, scan)
        for bound in envelope.on_paper.scans
    )


def check_paper(
    db: Reader, agreement_id: str, *, version_id: str, code: str, signers: Sequence[PaperSigner], today: date
) -> None:
    """Look at what was written about a signed paper before its files are read; RuleBroken beside what does not fit."""
    agreement, version = agreements.agreement_with(db, agreement_id), agreements.version_with(db, version_id)
    if agreement is not None and version is not None:
        checked_paper(db, agreement, version, code=code, signers=signers, today=today)


def checked_paper(
    db: Reader,
    agreement: Agreement,
    version: AgreementVersion,
    *,
    code: str,
    signers: Sequence[PaperSigner],
    today: date,
) -> tuple[str, tuple[PaperSigner, ...]]:
    """The code as it is kept, and those who signed in their order; RuleBroken beside what does not fit."""
    read = checked_code(code, version.text_sha256, former=_former(db, agreement))
    signed = checked_signers(signers, made=version.made.local().date(), today=today)
    given = {one.role for one in agreements.envelopes_under(db, agreement.id, version.id)}
    for one in signed:
        if one.role in given and one.role is not Role.WITNESS:
            raise RuleBroken(
                f"{one.role.value}.printed_name", _("This signature has been given already. It stays as it is.")
            )
    return read, signed


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about signed papers, row by row."""
    return store.rows_of(db, ids_of(db, person_id))


def _former(db: Reader, agreement: Agreement) -> list[tuple[int, str]]:
    """Number and fingerprint of the texts before the present one."""
    rows = (agreements.version_row(db, each) for each in agreements.version_ids(db, agreement.id))
    return [
        (whole(row["number"]), words(row["text_sha256"]))
        for row in rows
        if row is not None and row["id"] != agreement.version_id
    ]


def _attached(db: Reader, scan: Scan) -> bool:
    attachment = find_attachment(db, scan.attachment_id)
    return (
        attachment is not None
        and (attachment.sha256, attachment.size) == (scan.sha256, scan.size)
        and attachment.person_id == scan.person_id
    )
