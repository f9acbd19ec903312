"""The ledger: append-only lines, each bound to the one before.

    commitment = SHA-256(salt ‖ canonical body)          body: the row by column name, with kind and version
    chain      = HMAC-SHA256(ledger key, chain before ‖ canonical line)

Words and names stand only in `ledger_body`, never in a line. Layout: house rules §3; the threats it
answers are an edit, a swap, a backdating or a cut of the record by someone without the key.
"""

import hashlib
import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Hand, Place, Voice
from healingpartner.vault.canonical import canonical, read_canonical
from healingpartner.vault.instants import instant_of
from healingpartner.vault.reading import Row, Value, raw, whole, words

ROW, REMOVED = "row", "removed"
BODY_VERSION = 1
FIRST_CHAIN = bytes(32)

LINE_COLUMNS = (
    "seq, act_id, at_us, at_offset, at_zone, voice, hand, act, room, subject_id, person_id, commitment, chain"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One ledger line as it lies, without its body."""

    seq: int
    act_id: str
    at: Instant
    voice: Voice
    hand: str
    act: str
    room: str
    subject_id: str
    person_id: str | None
    commitment: bytes | None

    def canonical_bytes(self) -> bytes:
        """What the chain covers."""
        return canonical(
            {
                "seq": self.seq,
                "act_id": self.act_id,
                "at": [self.at.utc_us, self.at.offset_min, self.at.zone],
                "voice": self.voice.value,
                "hand": self.hand,
                "act": self.act,
                "room": self.room,
                "subject": self.subject_id,
                "person": self.person_id,
                "commitment": None if self.commitment is None else self.commitment.hex(),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where the ledger stands: its last sequence number and chain value (64 hex digits)."""

    seq: int
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a line committed to: a row of a table, or its removal (`row` is None); `through` whom it was said."""

    table: str
    version: int
    row: Mapping[str, Value] | None
    through: str = ""


def next_chain(key: bytes, before: bytes, line: Line) -> bytes:
    """The chain value of `line` after `before` (32 bytes each)."""
    return hmac.digest(key, before + line.canonical_bytes(), "sha256")


def commitment_of(salt: bytes, body: bytes) -> bytes:
    """SHA-256(salt ‖ body), 32 bytes."""
    return hashlib.sha256(salt + body).digest()


def write_body(body: Body) -> bytes:
    """Canonical bytes of a body; column bytes are marked and written in base64."""
    row = None if body.row is None else {name: _outward(value) for name, value in body.row.items()}
    kind = REMOVED if row is None else ROW
    members = {"kind": kind, "version": body.version, "table": body.table, "row": row}
    return canonical(members | {"through": body.through} if body.through else members)


def read_body(data: bytes) -> Body:
    """What `write_body` wrote. ValueError when it is not that."""
    value = read_canonical(data)
    if not isinstance(value, dict) or set(value) - {"through"} != {"kind", "version", "table", "row"}:
        raise ValueError("not a ledger body")
    if value["version"] > BODY_VERSION:
        raise ValueError("a ledger body of a later program")
    row = value["row"]
    return Body(
        table=value["table"],
        version=value["version"],
        row=None if row is None else {name: _inward(inner) for name, inner in row.items()},
        through=value.get("through", ""),
    )


def line_of(row: Row) -> Line:
    """A line from its row (LINE_COLUMNS)."""
    return Line(
        seq=whole(row["seq"]),
        act_id=words(row["act_id"]),
        at=instant_of(row, "at"),
        voice=Voice(words(row["voice"])),
        hand=words(row["hand"]),
        act=words(row["act"]),
        room=words(row["room"]),
        subject_id=words(row["subject_id"]),
        person_id=None if row["person_id"] is None else words(row["person_id"]),
        commitment=None if row["commitment"] is None else raw(row["commitment"]),
    )


def write_hand(hand: Hand) -> str:
    """A hand as a line keeps it: who typed, where, and that it went through another; the name is in the body."""
    return "/".join((hand.typed_by.value, hand.place.value, *(("through_another",) if hand.through else ())))


def read_hand(text: str, through: str = "") -> Hand:
    """The hand a line kept, with the name its body kept of whom it went through."""
    typed_by, place, *_through = text.split("/")
    return Hand(typed_by=Voice(typed_by), place=Place(place), through=through)


def _outward(value: Value) -> object:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _inward(value: object) -> Value:
    if isinstance(value, dict):
        return b64decode(value["base64"])
    return cast(Value, value)
