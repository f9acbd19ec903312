"""What a row said before: read back from the ledger, oldest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Hand, Voice
from healingpartner.vault.ledger import line_of, read_body, read_hand
from healingpartner.vault.reading import Reader, Row, Value, raw
from healingpartner.vault.transaction import Table

_COLUMNS = (
    "ledger.seq, act_id, at_us, at_offset, at_zone, voice, hand, act, room, subject_id, person_id, "
    "commitment, chain, body"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowVersion:
    """One state of a row. `row` is None where it was removed."""

    seq: int
    at: Instant
    by: Voice
    hand: Hand
    act: str
    act_id: str
    table: str
    row_id: str
    row: Mapping[str, Value] | None


def versions_of(db: Reader, table: Table, row_id: str) -> tuple[RowVersion, ...]:
    """Every state this row has had that was not erased."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM ledger JOIN ledger_body USING (seq) WHERE subject_id = ? ORDER BY ledger.seq", row_id
    )
    return tuple(version for version in map(_version, found) if version.table == table.name)


def versions_for_person(db: Reader, person_id: str, tables: Sequence[Table]) -> tuple[RowVersion, ...]:
    """Every state of every row of this person in `tables`."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM ledger JOIN ledger_body USING (seq) WHERE person_id = ? ORDER BY ledger.seq", person_id
    )
    wanted = {table.name for table in tables}
    return tuple(version for version in map(_version, found) if version.table in wanted)


def _version(row: Row) -> RowVersion:
    line, body = line_of(row), read_body(raw(row["body"]))
    return RowVersion(
        seq=line.seq,
        at=line.at,
        by=line.voice,
        hand=read_hand(line.hand, body.through),
        act=line.act,
        act_id=line.act_id,
        table=body.table,
        row_id=line.subject_id,
        row=body.row,
    )
