"""Sealing a signed agreement: its envelopes are signed by the practice, printed round with their codes, and sealed.

It is done once; the bytes are then kept and given out as they are.
"""

from collections.abc import Callable
from dataclasses import replace

from healingpartner.agreements import store
from healingpartner.exchange import carried as carrying, verify
from healingpartner.exchange.carried import Carried
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _
from healingpartner.paper import seal
from healingpartner.paper.printed import Printed
from healingpartner.paper.seal import SealMark
from healingpartner.practice import Practice
from healingpartner.vault import envelope_signatures
from healingpartner.vault.signing_keys import ED25519, SigningKeys, fingerprint


def sealed_agreement(
    practice: Practice, agreement_id: str, *, signer: SigningKeys, print_with: Callable[[SealMark], Printed]
) -> Printed:
    """The signed copy under the practice's seal, checked before it is given.

    signer: from `Practice.signer`; print_with: prints the agreement with `AgreementCopy.seal` set to what it is given.
    RuleBroken when not both have signed; Refused when the agreement is not whole.
    """
    carried = carried_by(practice, agreement_id, signer)
    mark = SealMark(
        certificate_sha256=carried.certificate_sha256,
        text_sha256=carried.text_sha256,
        ledger_seq=carried.head_seq,
        ledger_head=carried.head_chain,
    )
    printed = print_with(mark)
    pdf = seal.sealed(
        printed.pdf, envelope_json=carrying.to_bytes(carried), signer=signer, at=practice.vault.clock.now()
    )
    if not verify.verify_file(pdf, practice=practice).whole:
        raise Refused(
            _("This agreement could not be sealed, because something in it does not fit together."),
            where=_("It stays as it was signed."),
            then=_("Verify the agreement on its page to see what it is."),
        )
    return replace(printed, pdf=pdf)


def carried_by(practice: Practice, agreement_id: str, signer: SigningKeys) -> Carried:
    """What the sealed copy of this agreement carries, its envelopes signed now. As `sealed_agreement`."""
    db = practice.db
    agreement = store.agreement_with(db, agreement_id)
    version = None if agreement is None else store.version_with(db, agreement.version_id)
    if agreement is None or version is None:
        raise Refused(_("There is no such agreement in this practice."))
    head = practice.vault.head()
    try:
        envelopes = [store.read_signature(row).envelope for row in store.signature_rows(db, agreement_id)]
    except ValueError:
        raise Refused(_("A signature of this agreement can no longer be read, so it cannot be sealed.")) from None
    if not carrying.both_signed(envelopes, version.id):
        raise RuleBroken("state", _("Both sign first. Then the copy can be sealed."))
    return Carried(
        agreement_id=agreement.id,
        version_id=version.id,
        version_number=version.number,
        media_type=envelopes[-1].media_type,
        text=version.text,
        envelopes=tuple((one, envelope_signatures.signed(signer, carrying.bytes_of(one))) for one in envelopes),
        head_seq=head.seq,
        head_chain=head.chain,
        ed25519=signer.public()[ED25519],
        certificate_sha256=fingerprint(signer.certificate),
    )
