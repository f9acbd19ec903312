"""Who signs on the turned view beside the two or for one of them: the choice, their own fields, and their acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from healingpartner.agreements.acts import sign_as_patient
from healingpartner.agreements.envelope import Capacity, Identity, Role
from healingpartner.agreements.model import IDENTITY_WORDS
from healingpartner.agreements.other_signers import sign_as_interpreter, sign_as_representative, sign_as_witness
from healingpartner.agreements.signers.model import FOR_THE_PATIENT, intent_of
from healingpartner.agreements.views import PersonAgreement
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.reading import Representative


@dataclass(frozen=True, slots=True)
class Way:
    """One way to sign: in what role, and whether with a mark."""

    role: Role
    mark: bool = False


WAYS: Mapping[str, Way] = {
    "self": Way(Role.PATIENT),
    "representative": Way(Role.REPRESENTATIVE),
    "mark": Way(Role.PATIENT, mark=True),
}
ACTS: Mapping[Role, Callable[..., str]] = {
    Role.PATIENT: sign_as_patient,
    Role.REPRESENTATIVE: sign_as_representative,
    Role.INTERPRETER: sign_as_interpreter,
    Role.WITNESS: sign_as_witness,
}
WAYS_TO_KNOW = (Identity.KNOWN_IN_PERSON, Identity.DOCUMENT_SEEN, Identity.VOUCHED_FOR)
OWN_FIELD: Mapping[Role, str] = {Role.REPRESENTATIVE: "basis", Role.INTERPRETER: "language"}


def who_field(name: str, way: str) -> ChoiceField:
    """The quiet question who signs. `name`: of the patient; `way`: a key of WAYS."""
    shown = isolated(name)
    return ChoiceField(
        _("Who signs here?"),
        [
            ("self", shown),
            ("representative", _("Someone who may sign for {name}").format(name=shown)),
            ("mark", _("{name}, with a mark, before a witness").format(name=shown)),
        ],
        value=way,
    )


def how_field(label: str) -> ChoiceField:
    """The question how it is known who signs; its value is that of an `Identity`, "" until one is chosen."""
    return ChoiceField(label, [(one.value, _(IDENTITY_WORDS[one])) for one in WAYS_TO_KNOW])


def how_field_of(role: Role, practitioner: str) -> ChoiceField | None:
    """Asked of everyone beside the two; None for the two, of whom it is known before. `practitioner`: who answers."""
    if role not in ACTS or role is Role.PATIENT:
        return None
    return how_field(_("{name} says here how they know who signs").format(name=isolated(practitioner)))


def own_label(role: Role) -> str:
    """The label of the field that only this role has; "" where there is none."""
    if role is Role.REPRESENTATIVE:
        return _("Why I may sign: parent, guardian, or the paper that says so")
    return _("The language I interpreted") if role is Role.INTERPRETER else ""


def representative_words(one: Representative) -> str:
    """Somebody the record names as speaking for the patient, in one line."""
    said = " · ".join(isolated(part) for part in (one.name, one.relation, one.basis) if part)
    return said or _("Somebody without a name")


def intent_shown(found: PersonAgreement, role: Role) -> str:
    """The sentence that the signature will say; "" for the two, whose wording has it."""
    if role not in ACTS or role is Role.PATIENT or found.version is None:
        return ""
    seen = [one.envelope for one in found.signatures if one.envelope.role in FOR_THE_PATIENT]
    marks = [one for one in seen if one.is_mark()]
    of = (marks or seen)[-1].printed_name if role is Role.WITNESS and seen else found.names.patient
    capacity = Capacity(of=of, language="…", saw_a_mark=bool(marks))
    return intent_of(role, capacity, language=found.version.wording.language)


def voice_of(role: Role) -> Voice:
    """Whose act it is in the ledger: the patient's side has its own, those beside the two act for both."""
    return Voice.PATIENT if role in FOR_THE_PATIENT else Voice.BOTH
