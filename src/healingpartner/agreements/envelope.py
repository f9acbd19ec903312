"""The envelope of one signature: everything that was true when it was given, in one canonical body.

An envelope binds the exact text, the one who signed, how, when as this computer states it, the head of the ledger
and the envelope before it. Strokes stay beside it, bound by their hash, so that an envelope can be handed on
without them. Kind and version stand in it; versions 1 and 2 are read for ever. Version 2 adds the capacity in which
somebody signs beside the two, and the mark; signatures that need neither are written as version 1.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant

KIND = "healingpartner.signature"
VERSION = 1
WITH_CAPACITY = 2
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
class Envelope:
    """One signature, whole. `drawn` stands for strokes or a mark, `typed_name` for a typed name: one of them is there.

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


def envelope_body(envelope: Envelope) -> dict[str, object]:
    """The stored shape; its canonical bytes (RFC 8785) are what is hashed."""
    drawn = envelope.drawn
    at, capacity = envelope.signed_at, envelope.capacity
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
    } | (
        {}
        if capacity is None and envelope.method is not Method.MARK
        else {"version": WITH_CAPACITY, "capacity": None if capacity is None else asdict(capacity)}
    )


def envelope_from(body: object) -> Envelope:
    """An envelope from its stored shape; ValueError when it is not one, whole and with nothing added."""
    try:
        envelope = _read(body)
    except (KeyError, TypeError, AttributeError) as amiss:
        raise ValueError("not an envelope") from amiss
    if envelope_body(envelope) != body:
        raise ValueError("not an envelope")
    return envelope


def _read(body: object) -> Envelope:
    if not isinstance(body, Mapping) or body["kind"] != KIND or body["version"] not in {VERSION, WITH_CAPACITY}:
        raise ValueError("not an envelope")
    agreement, text, signer, said = body["agreement"], body["text"], body["signer"], body["said"]
    drawn, at, ledger = body["drawn"], body["signed_at"], body["ledger"]
    capacity = body.get("capacity")
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
    )
