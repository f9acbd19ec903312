"""What can be asked about agreements: functions that return frozen read models."""

from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass

from healingpartner.agreements import store
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.model import OPEN_STATES, Agreement, AgreementVersion, Signature, Standing, State
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people import views as people
from healingpartner.people.practitioner.views import practitioner
from healingpartner.vault.reading import Reader, Value, as_mapping
from healingpartner.vault.transaction import Table

_ROLES = frozenset(role.value for role in Role)
_NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the two are written: `patient` and `practitioner` as printed, `called` as the patient asked to be called."""

    patient: str
    called: str
    practitioner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAgreement:
    """A person's agreement as it stands. `agreement` is the latest that was not taken back, or None.

    `version` is None when its stored words cannot be read any more; `unreadable` counts signatures of that kind.
    `earlier`: agreements before it, taken back or not, the newest first.
    """

    person_id: str
    names: Names
    state: State
    agreement: Agreement | None = None
    version: AgreementVersion | None = None
    signatures: tuple[Signature, ...] = ()
    unreadable: int = 0
    earlier: tuple[Agreement, ...] = ()

    def signature_of(self, role: Role) -> Signature | None:
        """The signature given in that role under the present text."""
        return next((one for one in self.signatures if one.envelope.role is role), None)

    def waits_for(self) -> frozenset[Role]:
        """Who has not signed an agreement that is still open."""
        if self.state not in OPEN_STATES:
            return frozenset()
        return frozenset({Role.PATIENT, Role.PRACTITIONER}) - {one.envelope.role for one in self.signatures}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One person in the list of agreements. `folded`: their names, for a filter.

    standing: None where none has been offered; signed_by: roles that have signed one that is still open.
    """

    person_id: str
    name: str
    folded: str
    state: State
    standing: Standing | None
    signed_by: frozenset[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsCopy:
    """Everything this room holds of a person, row by row, for their full copy."""

    agreements: tuple[Mapping[str, Value], ...]
    versions: tuple[Mapping[str, Value], ...]
    signatures: tuple[Mapping[str, Value], ...]


def agreement_of(db: Reader, person_id: str) -> PersonAgreement:
    """A person's agreement, records merged into theirs included; Refused when the person is not here."""
    names = _names(db, person_id)
    found = _all_of(db, person_id)
    standing = next((one for one in found if one.state is not State.WITHDRAWN), None)
    if standing is None:
        return PersonAgreement(person_id=person_id, names=names, state=State.NOT_TALKED_ABOUT, earlier=found)
    signatures, unreadable = _signatures(db, standing)
    return PersonAgreement(
        person_id=person_id,
        names=names,
        state=standing.state,
        agreement=standing,
        version=_version(db, standing.version_id),
        signatures=signatures,
        unreadable=unreadable,
        earlier=tuple(one for one in found if one is not standing),
    )


def for_reading(db: Reader, agreement_id: str) -> PersonAgreement:
    """One agreement by its id, to be read and signed; Refused when it is not here or its words cannot be read."""
    agreement = store.agreement_with(db, agreement_id)
    version = None if agreement is None else store.version_with(db, agreement.version_id)
    if agreement is None or version is None:
        raise Refused(_("There is no such agreement in this practice."))
    signatures, unreadable = _signatures(db, agreement)
    return PersonAgreement(
        person_id=agreement.person_id,
        names=_names(db, agreement.person_id),
        state=agreement.state,
        agreement=agreement,
        version=version,
        signatures=signatures,
        unreadable=unreadable,
    )


def everyone(db: Reader) -> tuple[AgreementLine, ...]:
    """Everyone in the list of people with where their agreement stands, in the order of their names."""
    rows = people.list_rows(db)
    listed = {row[0] for row in rows}
    latest: dict[str, Standing] = {}
    for person_id, standing in store.every_standing(db):
        latest[person_id if person_id in listed else _stands_under(db, person_id, listed)] = standing
    signed = store.signed_roles(db)
    return tuple(
        _line((person_id, name, folded), latest.get(person_id), signed)
        for person_id, name, folded, *_others in rows
    )


def copy_of(db: Reader, person_id: str) -> AgreementsCopy:
    """Everything of this person, drawn strokes included: it is theirs."""
    agreements = _all_of(db, person_id)[::-1]
    version_ids = [each for one in agreements for each in store.version_ids(db, one.id)]
    signature_ids = [row.id for one in agreements for row in store.signature_rows(db, one.id)]
    return AgreementsCopy(
        agreements=tuple(_mapping(db, store.AGREEMENT, one.id) for one in agreements),
        versions=tuple(_mapping(db, store.VERSION, each) for each in version_ids),
        signatures=tuple(_mapping(db, store.SIGNATURE, each) for each in signature_ids),
    )


def _mapping(db: Reader, table: Table, row_id: str) -> Mapping[str, Value]:
    row = store.present_row(db, table, row_id)
    return {} if row is None else as_mapping(row)


def _all_of(db: Reader, person_id: str) -> tuple[Agreement, ...]:
    """The newest first."""
    return store.agreements_of(db, people.ids_of(db, person_id))[::-1]


def _names(db: Reader, person_id: str) -> Names:
    given = people.record(db, person_id).particulars
    return Names(
        patient=given.legal_name or given.shown(),
        called=given.called or given.shown(),
        practitioner=practitioner(db).shown(),
    )


def _version(db: Reader, version_id: str) -> AgreementVersion | None:
    try:
        return store.version_with(db, version_id)
    except Refused:
        return None


def _signatures(db: Reader, agreement: Agreement) -> tuple[tuple[Signature, ...], int]:
    """Signatures under the present text, and how many could not be read."""
    read: list[Signature] = []
    rows = [row for row in store.signature_rows(db, agreement.id) if row.version_id == agreement.version_id]
    for row in rows:
        try:
            read.append(store.read_signature(row))
        except ValueError:
            continue
    return tuple(read), len(rows) - len(read)


def _line(
    whose: tuple[str, str, str], standing: Standing | None, signed: Mapping[str, frozenset[str]]
) -> AgreementLine:
    person_id, name, folded = whose
    roles = signed.get(standing.agreement_id) if standing is not None else None
    return AgreementLine(
        person_id=person_id,
        name=name,
        folded=folded,
        state=State.NOT_TALKED_ABOUT if standing is None else standing.state,
        standing=standing,
        signed_by=frozenset(Role(role) for role in roles if role in _ROLES) if roles else _NOBODY,
    )


def _stands_under(db: Reader, person_id: str, listed: AbstractSet[str]) -> str:
    """The record this person is shown under: their own, or the one it was merged into."""
    while person_id not in listed and people.is_here(db, person_id):
        into = people.record(db, person_id).merged_into
        if not into:
            break
        person_id = into
    return person_id
