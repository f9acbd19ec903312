"""What can be done with a paper that was signed by hand: bring it back, and with it the signatures it bears."""

from collections.abc import Sequence

from healingpartner.agreements.acts import give_signature, settle, text_to_sign
from healingpartner.agreements.envelope import Capacity, Role
from healingpartner.agreements.model import Agreement
from healingpartner.agreements.on_paper import store
from healingpartner.agreements.on_paper.model import (
    ENDINGS,
    PaperSigner,
    Scan,
    check_scans,
    signing_of,
)
from healingpartner.agreements.on_paper.views import checked_paper
from healingpartner.agreements.other_signers import capacity_for
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.vault.files import Prepared, attach
from healingpartner.vault.transaction import Transaction


def bring_back_paper(
    tx: Transaction,
    agreement_id: str,
    *,
    version_id: str,
    code: str,
    scans: Sequence[tuple[Prepared, str]],
    signers: Sequence[PaperSigner],
) -> tuple[str, ...]:
    """Keep the files of a signed paper with their kinds, and a signature of each who signed it; the signatures' ids.

    code: two groups of the text's fingerprint, read from the paper. RuleBroken beside what does not fit; nothing
    is kept then. The signatures are of those who signed; who brings the paper back is the hand that typed.
    """
    agreement, version = text_to_sign(tx, agreement_id, version_id)
    check_scans(scans)
    read, signed = checked_paper(tx, agreement, version, code=code, signers=signers, today=tx.at.local().date())
    kept = [
        _keep(tx, agreement, prepared, media_type, number)
        for number, (prepared, media_type) in enumerate(scans, start=1)
    ]
    ids = []
    for one in signed:
        capacity = _capacity(tx, agreement_id, version_id, one)
        signing = signing_of(one, code=read, scans=kept)
        ids.append(give_signature(tx, agreement, version, one.role, signing, capacity=capacity))
    settle(tx, agreement, version_id)
    return tuple(ids)


def voice_of_paper(signers: Sequence[PaperSigner]) -> Voice:
    """Whose act bringing a paper back is in the ledger: of those who signed it."""
    sides = {one.role is Role.PRACTITIONER for one in signers}
    if len(sides) == 1:
        return Voice.PRACTITIONER if True in sides else Voice.PATIENT
    return Voice.BOTH


def _capacity(tx: Transaction, agreement_id: str, version_id: str, one: PaperSigner) -> Capacity | None:
    try:
        return capacity_for(
            tx, one.role, agreement_id, version_id, name=one.printed_name, basis=one.basis, language=one.language
        )
    except RuleBroken as broken:
        raise RuleBroken(f"{one.role.value}.{broken.field}", broken.sentence) from None


def _keep(tx: Transaction, agreement: Agreement, prepared: Prepared, media_type: str, number: int) -> Scan:
    if any(
        one.sha256 == prepared.sha256 and one.version_id == agreement.version_id
        for one in store.scans_of(tx, agreement.id)
    ):
        raise RuleBroken("scans", _("One of these files is kept here already. Choose each page once."))
    attached = attach(tx, prepared, name=f"agreement-on-paper-{number}.{ENDINGS[media_type]}", media_type=media_type)
    scan = Scan(
        id=tx.new_id(),
        person_id=agreement.person_id,
        agreement_id=agreement.id,
        version_id=agreement.version_id,
        attachment_id=attached.id,
        media_type=media_type,
        size=attached.size,
        sha256=attached.sha256,
        brought=tx.at,
    )
    store.put_scan(tx, scan)
    return scan
