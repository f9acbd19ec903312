"""What can be done by those who sign beside the two: sign for the patient, as an interpreter, as a witness."""

from healingpartner.agreements import store
from healingpartner.agreements.acts import sign_in_role
from healingpartner.agreements.envelope import Capacity, Role
from healingpartner.agreements.model import Signing
from healingpartner.agreements.signers.model import (
    FOR_THE_PATIENT,
    PARTIES,
    check_somebody_else,
    checked_basis,
    checked_language,
)
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.practitioner.views import practitioner
from healingpartner.people.views import record
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Transaction


def sign_as_representative(tx: Transaction, agreement_id: str, *, version_id: str, signing: Signing, basis: str) -> str:
    """Somebody signs for the patient; the signature's id. `basis`: why they may (parent, guardian, power of attorney).

    RuleBroken when the basis is missing, or the one who signs is one of the two.
    """
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("role", _("This signature belongs to the patient's side."))
    role = Role.REPRESENTATIVE
    capacity = capacity_for(tx, role, agreement_id, version_id, name=signing.printed_name, basis=basis)
    return sign_in_role(tx, agreement_id, version_id, role, signing, capacity=capacity)


def sign_as_interpreter(tx: Transaction, agreement_id: str, *, version_id: str, signing: Signing, language: str) -> str:
    """The interpreter signs for having interpreted faithfully; the signature's id. `language`: as people call it."""
    role = Role.INTERPRETER
    capacity = capacity_for(tx, role, agreement_id, version_id, name=signing.printed_name, language=language)
    return sign_in_role(tx, agreement_id, version_id, role, signing, capacity=capacity)


def sign_as_witness(tx: Transaction, agreement_id: str, *, version_id: str, signing: Signing) -> str:
    """A witness signs for having seen the patient's side sign or make its mark; the signature's id.

    RuleBroken when nobody has signed for the patient yet, or the witness is one of those who sign.
    """
    capacity = capacity_for(tx, Role.WITNESS, agreement_id, version_id, name=signing.printed_name)
    return sign_in_role(tx, agreement_id, version_id, Role.WITNESS, signing, capacity=capacity)


def capacity_for(
    db: Reader, role: Role, agreement_id: str, version_id: str, *, name: str, basis: str = "", language: str = ""
) -> Capacity | None:
    """In what capacity `name` signs in that role; None for the two themselves. RuleBroken where it does not fit."""
    if role is Role.REPRESENTATIVE:
        capacity = Capacity(of=_patient(db, agreement_id), basis=checked_basis(basis))
        check_somebody_else(name, (capacity.of, practitioner(db).shown()))
        return capacity
    if role is Role.INTERPRETER:
        capacity = Capacity(of=_patient(db, agreement_id), language=checked_language(language))
        check_somebody_else(name, (capacity.of,))
        return capacity
    return _witnessed(db, agreement_id, version_id, name) if role is Role.WITNESS else None


def _witnessed(db: Reader, agreement_id: str, version_id: str, name: str) -> Capacity:
    given = store.envelopes_under(db, agreement_id, version_id)
    seen = [one for one in given if one.role in FOR_THE_PATIENT]
    if not seen:
        raise RuleBroken("role", _("A witness signs after the signature or the mark that was seen."))
    others = {one.printed_name for one in given if one.role in PARTIES | {Role.WITNESS}}
    check_somebody_else(name, (*others, _patient(db, agreement_id), practitioner(db).shown()))
    what = next((one for one in seen if one.is_mark()), seen[-1])
    return Capacity(of=what.printed_name, saw_a_mark=what.is_mark())


def _patient(db: Reader, agreement_id: str) -> str:
    agreement = store.agreement_with(db, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    given = record(db, agreement.person_id).particulars
    return given.legal_name or given.shown()
