"""What can be done with a sealed copy: keep it, once for each text that both have signed."""

from collections.abc import Sequence

from healingpartner.agreements import store as agreements
from healingpartner.agreements.sealed_copies import store
from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _
from healingpartner.vault.envelope_signatures import EnvelopeSignature
from healingpartner.vault.files import Prepared, attach
from healingpartner.vault.transaction import Transaction

PDF = "application/pdf"


def keep_sealed_copy(
    tx: Transaction,
    agreement_id: str,
    *,
    pdf: Prepared,
    twin: Prepared | None,
    certificate_sha256: str,
    ledger_seq: int,
    ledger_head: str,
    signatures: Sequence[EnvelopeSignature],
) -> SealedCopy:
    """Give the sealed PDF, its twin and the signatures under its envelopes their rows, in one transaction.

    RuleBroken when the text has a sealed copy already or is not signed; Refused when there is no such agreement.
    """
    agreement = agreements.agreement_with(tx, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    if agreement.signed is None:
        raise RuleBroken("state", _("Both sign first. Then the copy can be sealed."))
    if store.copy_of_version(tx, agreement.version_id) is not None:
        raise RuleBroken("state", _("The sealed copy was made already. It is given out as it is."))
    kept = attach(tx, pdf, name="agreement-signed.pdf", media_type=PDF)
    beside = None if twin is None else attach(tx, twin, name="agreement-archive.pdf", media_type=PDF)
    copy = SealedCopy(
        id=tx.new_id(),
        person_id=agreement.person_id,
        agreement_id=agreement.id,
        version_id=agreement.version_id,
        attachment_id=kept.id,
        twin_id="" if beside is None else beside.id,
        pdf_sha256=kept.sha256,
        certificate_sha256=certificate_sha256,
        ledger_seq=ledger_seq,
        ledger_head=ledger_head,
        sealed=tx.at,
    )
    store.put_copy(tx, copy)
    for signature in signatures:
        store.put_signature(tx, signature, person_id=agreement.person_id)
    return copy
