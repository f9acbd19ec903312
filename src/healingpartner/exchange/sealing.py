"""Sealing a signed agreement: its envelopes are signed by the practice, printed round with their codes, and sealed.

It is done once; the bytes are then kept and given out as they are.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

from healingpartner.agreements import store
from healingpartner.agreements.sealed_copies import store as copies
from healingpartner.agreements.sealed_copies.acts import keep_sealed_copy
from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.exchange import carried as carrying, verify
from healingpartner.exchange.carried import Carried
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.paper import seal
from healingpartner.paper.printed import Printed
from healingpartner.paper.seal import SealMark
from healingpartner.practice import Practice
from healingpartner.vault import envelope_signatures
from healingpartner.vault.files import find_attachment
from healingpartner.vault.signing_keys import ED25519, SigningKeys, fingerprint

Tell = Callable[[int], None]
# What is done one after the other; `tell` hears the place of each as it begins.
DRAWING, SEALING, CHECKING, KEEPING = range(4)
STEPS = (
    N_("Drawing the pages of the signed copy"),
    N_("Setting the seal"),
    N_("Checking the sealed copy"),
    N_("Keeping it"),
)


def _nobody(_step: int) -> None:
    """Nobody watches."""


def seal_and_keep(
    practice: Practice,
    agreement_id: str,
    *,
    signer: SigningKeys,
    print_with: Callable[[SealMark], Printed],
    tell: Tell = _nobody,
) -> SealedCopy:
    """Seal the signed copy, keep its bytes with its archive twin among the practice's files, and write that down.

    The envelopes' signatures are kept beside them; `tell` hears each of STEPS as it begins. As `sealed_agreement`;
    RuleBroken when this text was sealed already; VaultProblem when the disk does not take it. Nothing is kept then.
    """
    agreement = store.agreement_with(practice.db, agreement_id)
    if agreement is not None and copies.copy_of_version(practice.db, agreement.version_id) is not None:
        raise RuleBroken("state", _("The sealed copy was made already. It is given out as it is."))
    made = _made(practice, agreement_id, signer, print_with, tell)
    tell(KEEPING)
    person_id = "" if agreement is None else agreement.person_id
    twin = _twin(made.printed.pdf)
    return practice.do(
        keep_sealed_copy,
        agreement_id,
        pdf=practice.files.prepare(BytesIO(made.pdf), person_id=person_id),
        twin=None if twin is None else practice.files.prepare(BytesIO(twin), person_id=person_id),
        certificate_sha256=made.carried.certificate_sha256,
        ledger_seq=made.carried.head_seq,
        ledger_head=made.carried.head_chain,
        signatures=[signature for _envelope, signature in made.carried.envelopes],
        by=Voice.PRACTITIONER,
    )


def kept_bytes(practice: Practice, copy: SealedCopy, *, twin: bool = False) -> bytes:
    """The sealed PDF as it was made, or its archive twin. Refused when there is none; VaultProblem as `files.read`."""
    attachment = find_attachment(practice.db, copy.twin_id if twin else copy.attachment_id)
    if attachment is None:
        raise Refused(_("This copy is not kept in the practice."))
    return b"".join(practice.files.read(attachment))


def sealed_agreement(
    practice: Practice, agreement_id: str, *, signer: SigningKeys, print_with: Callable[[SealMark], Printed]
) -> Printed:
    """The signed copy under the practice's seal, checked before it is given, and not kept.

    signer: from `Practice.signer`; print_with: prints the agreement with `AgreementCopy.seal` set to what it is given.
    RuleBroken when not both have signed; Refused when the agreement is not whole.
    """
    made = _made(practice, agreement_id, signer, print_with, _nobody)
    return replace(made.printed, pdf=made.pdf)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A copy just sealed: the unsealed print, the sealed bytes and what they carry."""

    printed: Printed
    pdf: bytes
    carried: Carried


def _made(
    practice: Practice, agreement_id: str, signer: SigningKeys, print_with: Callable[[SealMark], Printed], tell: Tell
) -> _Made:
    tell(DRAWING)
    carried = carried_by(practice, agreement_id, signer)
    mark = SealMark(
        certificate_sha256=carried.certificate_sha256,
        text_sha256=carried.text_sha256,
        ledger_seq=carried.head_seq,
        ledger_head=carried.head_chain,
    )
    printed = print_with(mark)
    tell(SEALING)
    pdf = seal.sealed(
        printed.pdf, envelope_json=carrying.to_bytes(carried), signer=signer, at=practice.vault.clock.now()
    )
    tell(CHECKING)
    if not verify.verify_file(pdf, practice=practice).whole:
        raise Refused(
            _("This agreement could not be sealed, because something in it does not fit together."),
            where=_("It stays as it was signed."),
            then=_("Verify the agreement on its page to see what it is."),
        )
    return _Made(printed=printed, pdf=pdf, carried=carried)


def _twin(pdf: bytes) -> bytes | None:
    """The archive's copy; None where this computer cannot prove one, since the sealed copy is what counts."""
    try:
        return seal.archival_twin(pdf)
    except Refused:
        return None


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
