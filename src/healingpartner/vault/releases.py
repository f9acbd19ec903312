"""The log of everything that left: what, to whom, why, how, its size and SHA-256. The patient may have it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction

RELEASED = Table("exchange", "released")


class Way(StrEnum):
    """How it left."""

    PRINTED = "printed"
    SAVED = "saved"
    BACKED_UP = "backed_up"


class Outcome(StrEnum):
    """Whether it left: written before it goes, closed after."""

    LEAVING = "leaving"
    LEFT = "left"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """One thing that left, or nearly did. person_id is None for what belongs to no patient."""

    id: str
    person_id: str | None
    what: str
    to_whom: str
    why: str
    way: Way
    outcome: Outcome
    size: int
    sha256: str
    at: Instant


def begin(
    tx: Transaction, *, person_id: str | None, what: str, to_whom: str, why: str, way: Way, size: int, sha256: str
) -> Released:
    """Write down that something is about to leave."""
    released = Released(
        id=tx.new_id(),
        person_id=person_id,
        what=what,
        to_whom=to_whom,
        why=why,
        way=way,
        outcome=Outcome.LEAVING,
        size=size,
        sha256=sha256,
        at=tx.at,
    )
    tx.put(RELEASED, _row(released), person_id=person_id)
    return released


def end(tx: Transaction, released: Released, outcome: Outcome) -> Released:
    """Write down whether it left."""
    closed = replace(released, outcome=outcome)
    tx.put(RELEASED, _row(closed), person_id=closed.person_id)
    return closed


def log_of(db: Reader, person_id: str) -> tuple[Released, ...]:
    """Everything of this person that left, newest first."""
    return tuple(map(_released, db.rows("SELECT * FROM released WHERE person_id = ? ORDER BY n DESC", person_id)))


def whole_log(db: Reader) -> tuple[Released, ...]:
    """Everything that left, newest first."""
    return tuple(map(_released, db.rows("SELECT * FROM released ORDER BY n DESC")))


def _row(released: Released) -> dict[str, Value]:
    return {
        "id": released.id,
        "person_id": released.person_id,
        "what": released.what,
        "to_whom": released.to_whom,
        "why": released.why,
        "way": released.way.value,
        "outcome": released.outcome.value,
        "bytes": released.size,
        "sha256": released.sha256,
        **instant_columns("at", released.at),
    }


def _released(row: Row) -> Released:
    return Released(
        id=words(row["id"]),
        person_id=None if row["person_id"] is None else words(row["person_id"]),
        what=words(row["what"]),
        to_whom=words(row["to_whom"]),
        why=words(row["why"]),
        way=Way(words(row["way"])),
        outcome=Outcome(words(row["outcome"])),
        size=whole(row["bytes"]),
        sha256=words(row["sha256"]),
        at=instant_of(row, "at"),
    )
