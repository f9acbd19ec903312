"""What an agreement is, the states it can be in, and what a signature needs before it counts.

An agreement row and its text are finished once both have signed: renewing, superseding and ending are told by later
rows beside them, so a signed row never changes. No state blames anyone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.agreements.envelope import Envelope, Identity, Method, OnPaper, Role
from healingpartner.agreements.marks import Text
from healingpartner.agreements.strokes import check_drawing, check_mark
from healingpartner.agreements.wording import Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.strokes import Drawing
from healingpartner.foundation.text import clean_line, fold
from healingpartner.foundation.words import N_, _

NAME_LIMIT = 300


class State(StrEnum):
    """Where an agreement stands."""

    NOT_TALKED_ABOUT = "not_talked_about"
    OFFERED = "offered"
    TALKED_OVER = "talked_over"
    WITHDRAWN = "withdrawn"
    SIGNED = "signed"
    RENEWAL_DUE = "renewal_due"
    SUPERSEDED = "superseded"
    ENDED = "ended"


STATE_WORDS: Mapping[State, str] = {
    State.NOT_TALKED_ABOUT: N_("Not talked about yet"),
    State.OFFERED: N_("Offered"),
    State.TALKED_OVER: N_("Being talked over"),
    State.WITHDRAWN: N_("Offer taken back"),
    State.SIGNED: N_("Signed by both"),
    State.RENEWAL_DUE: N_("Time to renew"),
    State.SUPERSEDED: N_("A newer one stands"),
    State.ENDED: N_("Ended"),
}

TURNS: Mapping[State, frozenset[State]] = {
    State.NOT_TALKED_ABOUT: frozenset({State.OFFERED}),
    State.OFFERED: frozenset({State.TALKED_OVER, State.SIGNED, State.WITHDRAWN}),
    State.TALKED_OVER: frozenset({State.SIGNED, State.WITHDRAWN}),
    State.WITHDRAWN: frozenset(),
    State.SIGNED: frozenset({State.RENEWAL_DUE, State.SUPERSEDED, State.ENDED}),
    State.RENEWAL_DUE: frozenset({State.SIGNED, State.SUPERSEDED, State.ENDED}),
    State.SUPERSEDED: frozenset(),
    State.ENDED: frozenset(),
}
OPEN_STATES = frozenset({State.OFFERED, State.TALKED_OVER})
SIGNERS = (Role.PATIENT, Role.PRACTITIONER)
_ASKED = frozenset({Role.PATIENT, Role.REPRESENTATIVE})

IDENTITY_WORDS: Mapping[Identity, str] = {
    Identity.KNOWN_IN_PERSON: N_("Known to me in person"),
    Identity.DOCUMENT_SEEN: N_("Identity document seen"),
    Identity.VOUCHED_FOR: N_("Vouched for by someone I know"),
    Identity.OWN_PRACTICE: N_("Opened this practice with the passphrase"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement of one person. `thinking_since` and `ask_again_on`: the patient asked for time; nothing presses."""

    id: str
    person_id: str
    state: State
    title: str
    version_id: str
    offered: Instant
    talked_over: Instant | None = None
    thinking_since: Instant | None = None
    ask_again_on: PartialDate | None = None
    withdrawn: Instant | None = None
    signed: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As much of an agreement as a list of everyone needs."""

    agreement_id: str
    state: State
    signed: Instant | None = None
    thinking_since: Instant | None = None
    ask_again_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVersion:
    """One text of an agreement, never changed once written: what it says and the exact text it makes, with its hash."""

    id: str
    agreement_id: str
    person_id: str
    number: int
    body: Text
    text: str
    text_sha256: str
    made: Instant

    @property
    def wording(self) -> Wording:
        """Its words, whatever is marked as open in them."""
        return self.body.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A given signature as it is kept. `drawing` is there when it was drawn."""

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    envelope: Envelope
    envelope_sha256: str
    drawing: Drawing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What a person did on the signing page, before it is checked. One of `drawing`, `typed_name`, `on_paper` is given.

    `seen`: ids of the commitments that were shown. `paper_offered`: they were told that paper counts the same;
    both are asked of the patient and of one who signs for them. `mark`: the drawing is the patient's mark, which
    counts with a witness.
    """

    printed_name: str
    identity: Identity
    consent_on_screen: bool
    paper_offered: bool
    seen: frozenset[str] = frozenset()
    drawing: Drawing | None = None
    typed_name: str = ""
    spoken_yes: bool = False
    mark: bool = False
    on_paper: OnPaper | None = None

    def method(self) -> Method:
        """How the signature is given."""
        if self.on_paper is not None:
            return Method.PAPER
        if self.drawing is None:
            return Method.TYPED
        return Method.MARK if self.mark else Method.STROKES


def check_turn(state: State, to: State) -> None:
    """RuleBroken when an agreement in `state` cannot come to stand at `to`."""
    if to in TURNS[state]:
        return
    if state in {State.SIGNED, State.RENEWAL_DUE, State.SUPERSEDED, State.ENDED}:
        raise RuleBroken("state", _("This agreement is signed. It stays as it was signed."))
    if state is State.WITHDRAWN:
        raise RuleBroken("state", _("This offer was taken back. You can offer an agreement anew."))
    raise RuleBroken("state", _("That step does not come next for this agreement."))


def checked_signing(given: Signing, *, role: Role, wording: Wording) -> Signing:
    """What was done, with its names cleaned; RuleBroken beside the first thing that is missing."""
    printed = clean_line(given.printed_name, field="printed_name", limit=NAME_LIMIT)
    if not fold(printed):
        raise RuleBroken(
            "printed_name", _("The printed name is missing. Write the name that belongs to the signature.")
        )
    if role in _ASKED and not given.seen >= {one.id for one in wording.commitments}:
        raise RuleBroken("seen", _("Some of the text has not been shown yet. Read it to the end, then sign."))
    if role in _ASKED and not given.paper_offered:
        raise RuleBroken("paper_offered", _("Mark this first. Paper is possible too, and counts the same."))
    if not given.consent_on_screen:
        raise RuleBroken("consent_on_screen", _("Mark this first, or sign on paper instead."))
    if given.mark and role is not Role.PATIENT:
        raise RuleBroken("strokes", _("Only the patient can sign with a mark."))
    if given.drawing is not None:
        drawing = check_mark(given.drawing) if given.mark else check_drawing(given.drawing)
        return _with_names(given, printed, "", drawing=drawing)
    if given.mark:
        raise RuleBroken("strokes", _("There is no mark yet. A cross or a line is enough."))
    typed = clean_line(given.typed_name, field="typed_name", limit=NAME_LIMIT)
    if not fold(typed):
        raise RuleBroken("typed_name", _("There is no signature yet. Draw one, or type your name."))
    if not names_are_alike(typed, printed):
        raise RuleBroken("typed_name", _("This is not like the printed name. Type that name, or mend the printed one."))
    if not given.spoken_yes:
        raise RuleBroken(
            "spoken_yes", _("A typed name counts together with a yes said aloud. Say it, then mark it here.")
        )
    return _with_names(given, printed, typed, drawing=None)


def names_are_alike(typed: str, printed: str) -> bool:
    """Whether a typed name shares at least one whole word with the printed one, whatever the case and the marks."""
    one, other = fold(typed), fold(printed)
    return one.replace(" ", "") == other.replace(" ", "") or bool(set(one.split()) & set(other.split()))


def _with_names(given: Signing, printed: str, typed: str, *, drawing: Drawing | None) -> Signing:
    return Signing(
        printed_name=printed,
        identity=given.identity,
        consent_on_screen=given.consent_on_screen,
        paper_offered=given.paper_offered,
        seen=given.seen,
        drawing=drawing,
        typed_name=typed,
        spoken_yes=given.spoken_yes if drawing is None else False,
        mark=given.mark,
    )
