"""The envelope of one signature: everything that was true when it was given, in one canonical body.

An envelope binds the exact text, the one who signed, how, when as this computer states it, the head of the ledger
and the envelope before it. Strokes stay beside it, bound by their hash, so that an envelope can be handed on
without them. Kind and version stand in it; versions 1, 2 and 3 are read for ever. Version 2 adds the capacity in which
somebody signs beside the two, and the mark; version 3 what binds a signature on paper. Signatures that need neither
are written as version 1.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from healingpartner.foundation.clock import Instant

KIND = "healingpartner.signature"
VERSION = 1
WITH_CAPACITY = 2
ON_PAPER = 3
VERSIONS = frozenset({VERSION, WITH_CAPACITY, ON_PAPER})
CLOCK = "as this computer states it, not certified"


class Role(StrEnum):
    """In what role somebody signs."""

    PATIENT = "patient"
    PRACTITIONER = "practitioner"
    REPRESENTATIVE = "representative"
    INTERPRETER = "interpreter"
    WITNESS = "witness"


class Method(StrEnum):
    """How the signature was given."""

    STROKES = "strokes"
    TYPED = "typed_with_spoken_yes"
    MARK = "mark"
    PAPER = "paper"


class Identity(StrEnum):
    """How it was known who signs."""

    KNOWN_IN_PERSON = "known_in_person"
    DOCUMENT_SEEN = "document_seen"
    VOUCHED_FOR = "vouched_for"
    OWN_PRACTICE = "own_practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What binds the strokes: their canonical SHA-256, how many points, and the pad in tenths of a pixel."""

    sha256: str
    points: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Why somebody signs who is neither of the two. `of`: the name of the one they sign for, interpret for or saw.

    basis: of a representative, in their own words; language: that was interpreted; saw_a_mark: a witness saw a mark
    made, not a signature.
    """

    of: str
    basis: str = ""
    language: str = ""
    saw_a_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScan:
    """One file that the signed paper was brought back as. sha256: of its bytes; size: in bytes."""

    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """What binds a signature given by hand. signed_on: the day written beside it, "2026-11-29".

    code: the first digits of the text's SHA-256 as they were read from the paper; mark: it is a mark, not a name;
    scans: every file the paper was brought back as, in the order of its pages.
    """

    signed_on: str
    code: str
    mark: bool
    scans: tuple[PaperScan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One signature, whole. `drawn` stands for strokes or a mark, `typed_name` for a typed name, `on_paper` for a
    signature given by hand: one of them is there.

    capacity: there for representative, interpreter and witness, and for nobody else.
    """

    agreement_id: str
    version_id: str
    version_number: int
    media_type: str
    text_sha256: str
    role: Role
    printed_name: str
    identity: Identity
    intent: str
    consent_on_screen: str
    paper_offered: str
    method: Method
    drawn: Drawn | None
    typed_name: str
    spoken_yes: bool
    signed_at: Instant
    ledger_seq: int
    ledger_head: str
    app_version: str
    previous_sha256: str | None
    capacity: Capacity | None = None
    on_paper: OnPaper | None = None

    def is_mark(self) -> bool:
        """Whether it is a mark, on screen or on paper: it counts together with its witness."""
        return self.method is Method.MARK or (self.on_paper is not None and self.on_paper.mark)


def envelope_body(envelope: Envelope) -> dict[str, object]:
    """The stored shape; its canonical bytes (RFC 8785) are what is hashed."""
    drawn = envelope.drawn
    at = envelope.signed_at
    return {
        "kind": KIND,
        "version": VERSION,
        "agreement": {
            "id": envelope.agreement_id,
            "version_id": envelope.version_id,
            "version_number": envelope.version_number,
        },
        "text": {"media_type": envelope.media_type, "sha256": envelope.text_sha256},
        "signer": {
            "role": envelope.role.value,
            "printed_name": envelope.printed_name,
            "identity": envelope.identity.value,
        },
        "said": {
            "intent": envelope.intent,
            "consent_on_screen": envelope.consent_on_screen,
            "paper_offered": envelope.paper_offered,
        },
        "method": envelope.method.value,
        "drawn": None
        if drawn is None
        else {"sha256": drawn.sha256, "points": drawn.points, "width": drawn.width, "height": drawn.height},
        "typed_name": envelope.typed_name,
        "spoken_yes": envelope.spoken_yes,
        "signed_at": {"utc_us": at.utc_us, "offset_min": at.offset_min, "zone": at.zone, "clock": CLOCK},
        "ledger": {"seq": envelope.ledger_seq, "head": envelope.ledger_head},
        "app_version": envelope.app_version,
        "previous_sha256": envelope.previous_sha256,
    } | _later_members(envelope)


def _later_members(envelope: Envelope) -> dict[str, object]:
    """What versions after the first add; nothing for a signature that does without."""
    paper = envelope.on_paper
    capacity = None if envelope.capacity is None else asdict(envelope.capacity)
    if paper is not None:
        return {
            "version": ON_PAPER,
            "capacity": capacity,
            "on_paper": {
                "signed_on": paper.signed_on,
                "code": paper.code,
                "mark": paper.mark,
                "scans": [asdict(one) for one in paper.scans],
            },
        }
    if capacity is None and envelope.method is not Method.MARK:
        return {}
    return {"version": WITH_CAPACITY, "capacity": capacity}


def envelope_from(body: object) -> Envelope:
    """An envelope from its stored shape; ValueError when it is not one, whole and with nothing added."""
    try:
        envelope = _read(body)
    except (KeyError, TypeError, AttributeError) as amiss:
        raise ValueError("not an envelope") from amiss
    by_hand = envelope.on_paper is not None and bool(envelope.on_paper.scans)
    if by_hand != (envelope.method is Method.PAPER) or envelope_body(envelope) != body:
        raise ValueError("not an envelope")
    return envelope


def _read(body: object) -> Envelope:
    if not isinstance(body, Mapping) or body["kind"] != KIND or body["version"] not in VERSIONS:
        raise ValueError("not an envelope")
    agreement, text, signer, said = body["agreement"], body["text"], body["signer"], body["said"]
    drawn, at, ledger = body["drawn"], body["signed_at"], body["ledger"]
    capacity, paper = body.get("capacity"), body.get("on_paper")
    return Envelope(
        agreement_id=agreement["id"],
        version_id=agreement["version_id"],
        version_number=agreement["version_number"],
        media_type=text["media_type"],
        text_sha256=text["sha256"],
        role=Role(signer["role"]),
        printed_name=signer["printed_name"],
        identity=Identity(signer["identity"]),
        intent=said["intent"],
        consent_on_screen=said["consent_on_screen"],
        paper_offered=said["paper_offered"],
        method=Method(body["method"]),
        drawn=None if drawn is None else Drawn(**drawn),
        typed_name=body["typed_name"],
        spoken_yes=body["spoken_yes"],
        signed_at=Instant(utc_us=at["utc_us"], offset_min=at["offset_min"], zone=at["zone"]),
        ledger_seq=ledger["seq"],
        ledger_head=ledger["head"],
        app_version=body["app_version"],
        previous_sha256=body["previous_sha256"],
        capacity=None if capacity is None else Capacity(**capacity),
        on_paper=None if paper is None else _paper(paper),
    )


def _paper(body: Mapping[str, Any]) -> OnPaper:
    scans = tuple(PaperScan(**one) for one in body["scans"])
    return OnPaper(signed_on=body["signed_on"], code=body["code"], mark=body["mark"], scans=scans)
