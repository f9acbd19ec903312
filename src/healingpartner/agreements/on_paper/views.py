"""What can be asked about papers that were signed by hand."""

from collections.abc import Mapping

from healingpartner.agreements.envelope import Envelope
from healingpartner.agreements.on_paper import store
from healingpartner.agreements.on_paper.model import Scan
from healingpartner.people.views import ids_of
from healingpartner.vault.files import find_attachment
from healingpartner.vault.reading import Reader, Value


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


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person about signed papers, row by row."""
    return store.rows_of(db, ids_of(db, person_id))


def _attached(db: Reader, scan: Scan) -> bool:
    attachment = find_attachment(db, scan.attachment_id)
    return (
        attachment is not None
        and (attachment.sha256, attachment.size) == (scan.sha256, scan.size)
        and attachment.person_id == scan.person_id
    )
