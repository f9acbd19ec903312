"""What can be asked about agreements: functions that return frozen read models."""

from collections.abc import Callable, Mapping, Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from healingpartner.agreements import store
from healingpartner.agreements.envelope import Envelope, Role
from healingpartner.agreements.model import OPEN_STATES, Agreement, AgreementVersion, Signature, Standing, State
from healingpartner.agreements.negotiation import store as negotiation
from healingpartner.agreements.negotiation.model import Point, points_of
from healingpartner.agreements.signers.model import PARTIES, sides_signed, waits_for_witness
from healingpartner.agreements.standing import copy_of_beside, state_today, states_today
from healingpartner.agreements.thinking.model import Thinking
from healingpartner.agreements.thinking.store import every_thinking, thinking_about
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.people import views as people
from healingpartner.people.answers import Said
from healingpartner.people.practitioner.views import practitioner
from healingpartner.people.reading import Representative
from healingpartner.vault.reading import Reader, Value, as_mapping
from healingpartner.vault.transaction import Table

_SIDES = frozenset(role.value for role in PARTIES)
_SIDE = {Role.REPRESENTATIVE.value: Role.PATIENT}  # in a list, who signs for the patient is the patient
_NOBODY: frozenset[Role] = frozenset()
INTERPRETER = "interpreter"  # the key of the question whether one would help


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the two are written: `patient` and `practitioner` as printed, `called` as the patient asked to be called."""

    patient: str
    called: str
    practitioner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """A signature that stays with the words before a change. `number`: of the text it was given for."""

    role: Role
    name: str
    number: int
    signed_at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAgreement:
    """A person's agreement as it stands. `agreement` is the latest that was not taken back, or None.

    `version` is None when its stored words cannot be read any more; `unreadable` counts signatures of that kind.
    `earlier`: agreements before it, taken back or not, the newest first. `points`: its commitments with what both say
    of them; `left_behind`: signatures that belong to words before a change; `still_binds`: the signed one that this
    one is to take the place of, while it is not signed itself. `practitioner_thinks`: they asked for time too.
    `representatives`: those whom the record names as speaking for the patient; `wants_interpreter`: so the record says.
    """

    person_id: str
    names: Names
    state: State
    agreement: Agreement | None = None
    version: AgreementVersion | None = None
    signatures: tuple[Signature, ...] = ()
    unreadable: int = 0
    earlier: tuple[Agreement, ...] = ()
    points: tuple[Point, ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()
    still_binds: Agreement | None = None
    practitioner_thinks: Thinking | None = None
    representatives: tuple[Representative, ...] = ()
    wants_interpreter: bool = False

    def signature_of(self, role: Role) -> Signature | None:
        """The signature given in that role under the present text."""
        return next((one for one in self.signatures if one.envelope.role is role), None)

    def waits_for(self) -> frozenset[Role]:
        """Who has not signed an agreement that is still open; the witness where a mark has none yet."""
        if self.state not in OPEN_STATES:
            return frozenset()
        given = [one.envelope for one in self.signatures]
        waits = frozenset({Role.PATIENT, Role.PRACTITIONER}) - sides_signed(given)
        if Role.PATIENT in waits and waits_for_witness(given):
            return (waits - {Role.PATIENT}) | {Role.WITNESS}
        return waits


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One person in the list of agreements. `folded`: their names, for a filter.

    standing: None where none has been offered; signed_by: sides that have signed one that is still open.
    practitioner_thinks: since when the practitioner has been thinking about it, or None.
    waits_for_witness: the patient's side stands as a mark that no witness has signed for.
    """

    person_id: str
    name: str
    folded: str
    state: State
    standing: Standing | None
    signed_by: frozenset[Role]
    waits_for_witness: bool = False
    practitioner_thinks: Thinking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsCopy:
    """Everything this room holds of a person, row by row, for their full copy.

    beside: by table, what stands beside an agreement: renewing, endings, letters, consents.
    """

    agreements: tuple[Mapping[str, Value], ...]
    versions: tuple[Mapping[str, Value], ...]
    signatures: tuple[Mapping[str, Value], ...]
    said: tuple[Mapping[str, Value], ...] = ()
    successions: tuple[Mapping[str, Value], ...] = ()
    beside: Mapping[str, tuple[Mapping[str, Value], ...]] = field(default_factory=dict)


def agreement_of(db: Reader, person_id: str, *, today: date | None = None) -> PersonAgreement:
    """A person's agreement, records merged into theirs included; Refused when the person is not here.

    today: tells whether it is time to renew; None where that does not matter.
    """
    names = _names(db, person_id)
    found = _all_of(db, person_id)
    standing = next((one for one in found if one.state is not State.WITHDRAWN), None)
    if standing is None:
        return PersonAgreement(
            person_id=person_id,
            names=names,
            state=State.NOT_TALKED_ABOUT,
            earlier=found,
            wants_interpreter=_wants_interpreter(db, person_id),
        )
    earlier = tuple(one for one in found if one is not standing)
    return _whole(db, person_id, standing, _version(db, standing.version_id), earlier, today=today)


def for_reading(db: Reader, agreement_id: str) -> PersonAgreement:
    """One agreement by its id, to be read and signed; Refused when it is not here or its words cannot be read."""
    agreement = store.agreement_with(db, agreement_id)
    version = None if agreement is None else store.version_with(db, agreement.version_id)
    if agreement is None or version is None:
        raise Refused(_("There is no such agreement in this practice."))
    return _whole(db, agreement.person_id, agreement, version, ())


def state_of(db: Reader, agreement: Agreement, *, today: date | None = None) -> State:
    """Where an agreement stands today: superseded once both signed its successor, ended, or time to renew."""
    if agreement.state is State.SIGNED and negotiation.superseded_by(db, agreement.id):
        return State.SUPERSEDED
    return state_today(db, agreement, today=today)


def everyone(db: Reader, *, today: date | None = None) -> tuple[AgreementLine, ...]:
    """Everyone in the list of people with where their agreement stands, in the order of their names."""
    rows = people.list_rows(db)
    listed = {row[0] for row in rows}
    latest: dict[str, Standing] = {}
    for person_id, standing in store.every_standing(db):
        latest[person_id if person_id in listed else _stands_under(db, person_id, listed)] = standing
    signed, state, thinking = store.signed_roles(db), states_today(db, today=today), every_thinking(db)
    return tuple(
        _line((person_id, name, folded), latest.get(person_id), signed, state, thinking)
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
        said=tuple(as_mapping(row) for one in agreements for row in negotiation.rows_about(db, one.id)),
        successions=tuple(as_mapping(row) for one in agreements for row in negotiation.succession_rows(db, one.id)),
        beside=copy_of_beside(db, people.ids_of(db, person_id)),
    )


def versions_of(db: Reader, agreement_id: str) -> tuple[AgreementVersion, ...]:
    """Every text of an agreement and of those it follows that can still be read, the oldest first."""
    found: list[AgreementVersion] = []
    while agreement_id:
        readable = [_version(db, each) for each in store.version_ids(db, agreement_id)]
        found[:0] = [each for each in readable if each is not None]
        agreement_id = negotiation.former_of(db, agreement_id)
    return tuple(found)


def _whole(
    db: Reader,
    person_id: str,
    agreement: Agreement,
    version: AgreementVersion | None,
    earlier: tuple[Agreement, ...],
    *,
    today: date | None = None,
) -> PersonAgreement:
    signatures, unreadable, left_behind = _signatures(db, agreement)
    said = negotiation.said_about(db, agreement.id)
    former = negotiation.former_of(db, agreement.id) if agreement.state in OPEN_STATES else ""
    return PersonAgreement(
        person_id=person_id,
        names=_names(db, agreement.person_id),
        state=state_of(db, agreement, today=today),
        agreement=agreement,
        version=version,
        signatures=signatures,
        unreadable=unreadable,
        earlier=earlier,
        points=() if version is None else points_of(version.body, said),
        left_behind=left_behind,
        still_binds=store.agreement_with(db, former) if former else None,
        practitioner_thinks=thinking_about(db, agreement.id) if agreement.state in OPEN_STATES else None,
        representatives=_representatives(db, person_id) if agreement.state in OPEN_STATES else (),
        wants_interpreter=_wants_interpreter(db, person_id),
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


def _wants_interpreter(db: Reader, person_id: str) -> bool:
    answer = people.answers_of_all(db, person_id).get(INTERPRETER)
    return answer is not None and answer.said is Said.SAID and answer.choice != "no"


def _representatives(db: Reader, person_id: str) -> tuple[Representative, ...]:
    """Of the record that the person is shown under, and of those merged into it."""
    while into := people.record(db, person_id).merged_into:
        person_id = into
    every = people.ids_of(db, person_id)
    return tuple(dict.fromkeys(one for each in every for one in people.representatives(db, each)))


def _version(db: Reader, version_id: str) -> AgreementVersion | None:
    try:
        return store.version_with(db, version_id)
    except Refused:
        return None


def _signatures(db: Reader, agreement: Agreement) -> tuple[tuple[Signature, ...], int, tuple[LeftBehind, ...]]:
    """Signatures under the present text, how many of them could not be read, and those under earlier texts."""
    read: list[Signature] = []
    left: list[LeftBehind] = []
    unreadable = 0
    for row in store.signature_rows(db, agreement.id):
        present = row.version_id == agreement.version_id
        try:
            signature = store.read_signature(row)
        except ValueError:
            unreadable += present
            continue
        if present:
            read.append(signature)
        else:
            left.append(_left_behind(signature.envelope))
    return tuple(read), unreadable, tuple(left)


def _left_behind(envelope: Envelope) -> LeftBehind:
    return LeftBehind(
        role=envelope.role,
        name=envelope.printed_name,
        number=envelope.version_number,
        signed_at=envelope.signed_at,
    )


def _line(
    whose: tuple[str, str, str],
    standing: Standing | None,
    signed: Mapping[str, frozenset[str]],
    state: Callable[[Standing], State],
    thinking: Mapping[str, Thinking],
) -> AgreementLine:
    person_id, name, folded = whose
    roles = signed.get(standing.agreement_id) if standing is not None else None
    sides = frozenset(_SIDE.get(role) or Role(role) for role in roles & _SIDES) if roles else _NOBODY
    marked = roles is not None and store.MARKED in roles
    if roles and marked and Role.WITNESS.value in roles:
        sides |= {Role.PATIENT}
    return AgreementLine(
        person_id=person_id,
        name=name,
        folded=folded,
        state=State.NOT_TALKED_ABOUT if standing is None else state(standing),
        standing=standing,
        signed_by=sides,
        waits_for_witness=marked and Role.PATIENT not in sides,
        practitioner_thinks=None if standing is None else thinking.get(standing.agreement_id),
    )


def _stands_under(db: Reader, person_id: str, listed: AbstractSet[str]) -> str:
    """The record this person is shown under: their own, or the one it was merged into."""
    while person_id not in listed and people.is_here(db, person_id):
        into = people.record(db, person_id).merged_into
        if not into:
            break
        person_id = into
    return person_id
