"""In what capacity somebody signs beside the two or for one of them, and when both sides of a text have signed."""

from collections.abc import Iterable, Mapping

from healingpartner.agreements.envelope import Capacity, Envelope, Role
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, fold
from healingpartner.foundation.words import N_, Words, _

LIMIT = 300
FOR_THE_PATIENT = frozenset({Role.PATIENT, Role.REPRESENTATIVE})
PARTIES = FOR_THE_PATIENT | {Role.PRACTITIONER}

_INTENT: Mapping[Role, str] = {
    Role.REPRESENTATIVE: N_("I have read this text. I sign it for {name}, and agree to it on their behalf."),
    Role.INTERPRETER: N_("I interpreted this text, and what was asked and answered, faithfully. Language: {language}."),
    Role.WITNESS: N_("I was there, and saw {name} sign."),
}
_SAW_THE_MARK = N_("I was there, and saw {name} make this mark.")


def intent_of(role: Role, capacity: Capacity, *, language: str) -> str:
    """What somebody in that role says by signing, in the language of the agreement's words."""
    sentence = _SAW_THE_MARK if role is Role.WITNESS and capacity.saw_a_mark else _INTENT[role]
    return Words(language).say(sentence).format(name=capacity.of, language=capacity.language)


def checked_basis(basis: str) -> str:
    """On what ground somebody signs for the patient, cleaned; RuleBroken("basis", …) when it is not said."""
    said = clean_line(basis, field="basis", limit=LIMIT)
    if not fold(said):
        raise RuleBroken("basis", _("Write why this person may sign: parent, guardian, or the paper that says so."))
    return said


def checked_language(language: str) -> str:
    """The language that was interpreted, cleaned; RuleBroken("language", …) when it is not said."""
    said = clean_line(language, field="language", limit=LIMIT)
    if not fold(said):
        raise RuleBroken("language", _("Write the language that was spoken."))
    return said


def check_somebody_else(name: str, others: Iterable[str]) -> None:
    """RuleBroken("printed_name", …) when a name is that of one of the others, whatever its case, order and marks."""
    own = sorted(fold(name).split())
    if any(own == sorted(fold(other).split()) for other in others):
        raise RuleBroken("printed_name", _("This has to be somebody else. Write that person's own name."))


def waits_for_witness(envelopes: Iterable[Envelope]) -> bool:
    """Whether one side of a text stands as a mark that no witness has signed for. `envelopes`: of that text."""
    given = tuple(envelopes)
    marked = any(one.is_mark() for one in given)
    return marked and not any(_saw_the_mark(one) for one in given)


def sides_signed(envelopes: Iterable[Envelope]) -> frozenset[Role]:
    """Of patient and practitioner, those whose side has signed. `envelopes`: of one text.

    A representative signs for the patient; a mark counts once a witness has signed for it.
    """
    given = tuple(envelopes)
    roles = {one.role for one in given if not one.is_mark()}
    if any(one.is_mark() for one in given) and not waits_for_witness(given):
        roles.add(Role.PATIENT)
    sides = {Role.PATIENT} if roles & FOR_THE_PATIENT else set()
    return frozenset(sides | (roles & {Role.PRACTITIONER}))


def _saw_the_mark(envelope: Envelope) -> bool:
    return envelope.role is Role.WITNESS and envelope.capacity is not None and envelope.capacity.saw_a_mark
