"""What can be done with an agreement: offer it, talk it over, think about it, take it back, sign it.

Each act runs inside one open transaction. The second signature makes the agreement signed and the two people
partners, in the same transaction.
"""

import unicodedata
from dataclasses import replace

from healingpartner import __version__
from healingpartner.agreements import store
from healingpartner.agreements.beginning import begin_agreement, opened
from healingpartner.agreements.envelope import Capacity, Drawn, Envelope, Role, envelope_body
from healingpartner.agreements.marks import Text, full_text
from healingpartner.agreements.model import (
    SIGNERS,
    Agreement,
    AgreementVersion,
    Signature,
    Signing,
    State,
    check_turn,
    checked_signing,
)
from healingpartner.agreements.negotiation.model import check_may_sign, points_of
from healingpartner.agreements.negotiation.store import said_about
from healingpartner.agreements.signers.model import FOR_THE_PATIENT, intent_of, sides_signed
from healingpartner.agreements.thinking import store as thinking
from healingpartner.agreements.wording import MEDIA_TYPE, Wording, text_sha256
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.strokes import Drawing, drawing_body
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.acts import move_partnership
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import is_here
from healingpartner.vault.canonical import canonical, sha256_hex
from healingpartner.vault.transaction import Transaction


def offer(tx: Transaction, person_id: str, *, wording: Wording) -> str:
    """Offer an agreement in these words; its id. RuleBroken when one is open or already signed."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    return begin_agreement(tx, person_id, text=Text(wording=wording))


def talk_over(tx: Transaction, agreement_id: str) -> None:
    """Begin to talk it over: the patient has it before them."""
    agreement = opened(tx, agreement_id)
    if agreement.state is not State.TALKED_OVER:
        check_turn(agreement.state, State.TALKED_OVER)
        store.put_agreement(tx, replace(agreement, state=State.TALKED_OVER, talked_over=tx.at))


def think_about_it(tx: Transaction, agreement_id: str, *, ask_again_on: str = "") -> None:
    """The side whose act this is wants time. `ask_again_on`: a date or part of one, or "" for none; nothing presses."""
    agreement = opened(tx, agreement_id)
    day: PartialDate | None = None
    if ask_again_on:
        try:
            day = PartialDate.read(ask_again_on)
        except ValueError as amiss:
            raise RuleBroken("ask_again_on", _("This is not a date. A year and a month are enough.")) from amiss
        if day.latest() < tx.at.local().date():
            raise RuleBroken("ask_again_on", _("This day has passed. Choose one that is still to come, or none."))
    if tx.by is Voice.PRACTITIONER:
        thinking.begin_thinking(tx, agreement, ask_again_on=day)
    else:
        store.put_agreement(tx, replace(agreement, thinking_since=tx.at, ask_again_on=day))


def think_no_longer(tx: Transaction, agreement_id: str) -> None:
    """The side whose act this is has thought about it, whatever comes of it."""
    agreement = opened(tx, agreement_id)
    if tx.by is Voice.PRACTITIONER:
        thinking.stop_thinking(tx, agreement.id)
    elif agreement.thinking_since is not None:
        store.put_agreement(tx, replace(agreement, thinking_since=None, ask_again_on=None))


def withdraw(tx: Transaction, agreement_id: str) -> None:
    """Take an offer back. A signature already given stays readable and binds nobody."""
    agreement = opened(tx, agreement_id)
    check_turn(agreement.state, State.WITHDRAWN)
    thinking.stop_thinking(tx, agreement.id)
    store.put_agreement(
        tx,
        replace(agreement, state=State.WITHDRAWN, withdrawn=tx.at, thinking_since=None, ask_again_on=None),
    )


def sign_as_patient(tx: Transaction, agreement_id: str, *, version_id: str, signing: Signing) -> str:
    """The patient signs the text `version_id` that they have read; the signature's id."""
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("role", _("Only the patient can sign for the patient."))
    return sign_in_role(tx, agreement_id, version_id, Role.PATIENT, signing)


def sign_as_practitioner(tx: Transaction, agreement_id: str, *, version_id: str, signing: Signing) -> str:
    """The practitioner signs the text `version_id`; the signature's id."""
    if tx.by is not Voice.PRACTITIONER:
        raise RuleBroken("role", _("Only the practitioner can sign for the practitioner."))
    return sign_in_role(tx, agreement_id, version_id, Role.PRACTITIONER, signing)


def sign_in_role(
    tx: Transaction,
    agreement_id: str,
    version_id: str,
    role: Role,
    signing: Signing,
    *,
    capacity: Capacity | None = None,
) -> str:
    """Give one signature, whoever signs; its id. `capacity`: of those who are neither patient nor practitioner.

    The agreement is signed once both sides have signed this text, a mark together with its witness.
    """
    agreement, version = text_to_sign(tx, agreement_id, version_id)
    given = checked_signing(signing, role=role, wording=version.wording)
    signature_id = give_signature(tx, agreement, version, role, given, capacity=capacity)
    settle(tx, agreement, version.id)
    return signature_id


def text_to_sign(tx: Transaction, agreement_id: str, version_id: str) -> tuple[Agreement, AgreementVersion]:
    """The open agreement and its present text, when it is the one of `version_id`, unaltered, and may be signed."""
    agreement = opened(tx, agreement_id)
    version = store.version_with(tx, agreement.version_id)
    if version is None or version.id != version_id:
        raise RuleBroken("version", _("The text has changed since it was opened. Read the new one, then sign."))
    if text_sha256(version.text) != version.text_sha256 or full_text(version.body) != version.text:
        raise Refused(_("The text of this agreement is not as it was written, so it cannot be signed."))
    check_may_sign(version.body, points_of(version.body, said_about(tx, agreement_id)))
    return agreement, version


def give_signature(
    tx: Transaction,
    agreement: Agreement,
    version: AgreementVersion,
    role: Role,
    given: Signing,
    *,
    capacity: Capacity | None = None,
) -> str:
    """Write one signature that was checked before; its id. `settle` follows once all of one act are written."""
    earlier = store.signature_rows(tx, agreement.id)
    here = [row for row in earlier if row.version_id == version.id]
    if role is not Role.WITNESS and any(row.role == role.value for row in here):
        raise RuleBroken("role", _("This signature has been given already. It stays as it is."))
    store.envelopes_under(tx, agreement.id, version.id)
    envelope = _envelope(
        tx, version, role, given, previous=earlier[-1].envelope_sha256 if earlier else None, capacity=capacity
    )
    signature = Signature(
        id=tx.new_id(),
        person_id=agreement.person_id,
        agreement_id=agreement.id,
        version_id=version.id,
        envelope=envelope,
        envelope_sha256=sha256_hex(canonical(envelope_body(envelope))),
        drawing=given.drawing,
    )
    store.put_signature(tx, signature)
    return signature.id


def settle(tx: Transaction, agreement: Agreement, version_id: str) -> None:
    """After signing: whoever signed no longer thinks about it; with both sides the agreement stands, as partners."""
    given = store.envelopes_under(tx, agreement.id, version_id)
    sides = sides_signed(given)
    if Role.PRACTITIONER in sides:
        thinking.stop_thinking(tx, agreement.id)
    if sides >= set(SIGNERS):
        check_turn(agreement.state, State.SIGNED)
        store.put_agreement(
            tx, replace(agreement, state=State.SIGNED, signed=tx.at, thinking_since=None, ask_again_on=None)
        )
        move_partnership(tx, agreement.person_id, Partnership.PARTNERS)
    elif agreement.thinking_since is not None and any(one.role in FOR_THE_PATIENT for one in given):
        store.put_agreement(tx, replace(agreement, thinking_since=None, ask_again_on=None))


def _envelope(
    tx: Transaction,
    version: AgreementVersion,
    role: Role,
    given: Signing,
    *,
    previous: str | None,
    capacity: Capacity | None,
) -> Envelope:
    said, head = version.wording.signing, tx.head()
    return Envelope(
        agreement_id=version.agreement_id,
        version_id=version.id,
        version_number=version.number,
        media_type=MEDIA_TYPE,
        text_sha256=version.text_sha256,
        role=role,
        printed_name=given.printed_name,
        identity=given.identity,
        intent=_nfc(_intent(version.wording, role, capacity)),
        consent_on_screen=_nfc(said.consent_on_screen) if given.consent_on_screen else "",
        paper_offered=_nfc(said.paper_offered) if given.paper_offered else "",
        method=given.method(),
        drawn=None if given.drawing is None else _bound(given.drawing),
        typed_name=given.typed_name,
        spoken_yes=given.spoken_yes,
        signed_at=tx.at,
        ledger_seq=head.seq,
        ledger_head=head.chain,
        app_version=__version__,
        previous_sha256=previous,
        capacity=capacity,
        on_paper=given.on_paper,
    )


def _intent(wording: Wording, role: Role, capacity: Capacity | None) -> str:
    if capacity is not None:
        return intent_of(role, capacity, language=wording.language)
    return wording.signing.patient_intent if role is Role.PATIENT else wording.signing.practitioner_intent


def _bound(drawing: Drawing) -> Drawn:
    return Drawn(
        sha256=sha256_hex(canonical(drawing_body(drawing))),
        points=drawing.points(),
        width=drawing.width,
        height=drawing.height,
    )


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)
