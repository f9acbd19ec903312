"""A transaction: the one way anything in a practice is changed.

Acts get one, already begun. Every row written through it writes its ledger line and body beside it, so the
present can always be rebuilt from the ledger.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.ids import new_id
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.voices import Hand, Voice
from healingpartner.vault import search
from healingpartner.vault.connection import Connection
from healingpartner.vault.ledger import (
    BODY_VERSION,
    FIRST_CHAIN,
    LINE_COLUMNS,
    Body,
    Head,
    Line,
    commitment_of,
    next_chain,
    write_body,
    write_hand,
)
from healingpartner.vault.reading import Reader, Value, raw, whole, words

SALT_BYTES = 16
_MARKS = ", ".join("?" * 13)
_INSERT_LINE = f"INSERT INTO ledger ({LINE_COLUMNS}) VALUES ({_MARKS})"
_INSERT_BODY = "INSERT INTO ledger_body (seq, salt, body) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a room. Its name is a constant of the room's store, never a person's text."""

    room: str
    name: str

    def __post_init__(self) -> None:
        """ValueError for a name that is not a plain identifier."""
        if not (self.name.isascii() and self.name.replace("_", "").isalnum()):
            raise ValueError("a table's name is a plain identifier")


class Transaction(Reader):
    """An open transaction. at: its moment; by: whose act; hand: who typed; act: its name; act_id: one per act."""

    def __init__(
        self,
        connection: Connection,
        ledger_key: bytes,
        *,
        at: Instant,
        by: Voice,
        hand: Hand,
        act: str,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        """`connection` has begun; `ledger_key`: 32 bytes; `entropy(n)`: n random bytes."""
        super().__init__(connection)
        self.at, self.by, self.hand, self.act = at, by, _composed(hand), act
        self._key, self._entropy = ledger_key, entropy
        self.act_id = self.new_id()
        self.rooms: set[str] = set()
        self.people: set[str] = set()
        last = self.row("SELECT seq, chain FROM ledger ORDER BY seq DESC LIMIT 1")
        self._seq, self._chain = (0, FIRST_CHAIN) if last is None else (whole(last["seq"]), raw(last["chain"]))

    def begin_act(self, act: str) -> None:
        """What is written from here on is another act, by the same voice and hand: many acts, one transaction."""
        self.act, self.act_id = act, self.new_id()

    def new_id(self) -> str:
        """A fresh UUIDv7 at this transaction's moment."""
        return new_id(self.at, self._entropy)

    def head(self) -> Head:
        """The ledger as it stands now, this transaction's own lines included."""
        return Head(seq=self._seq, chain=self._chain.hex())

    def put(self, table: Table, row: Mapping[str, Value], *, person_id: str | None) -> int:
        """Write a whole row (by column name, with its "id"), new or changed, and its line; the line's seq."""
        names = tuple(row)
        if "id" not in row or not all(name.isidentifier() for name in names):
            raise ValueError("a row is written whole, by its column names, with its id")
        if any(isinstance(value, bool | float) for value in row.values()):
            raise TypeError("a column holds text, whole numbers or bytes: what lies there must equal its body")
        self._write(table.name, row)
        return self._line(table.room, words(row["id"]), person_id, self._body(table, row))

    def remove(self, table: Table, row_id: str, *, person_id: str | None) -> int:
        """Take a row out of the present; that it was there, and what it said, stays in the ledger."""
        self._connection.execute(f"DELETE FROM {table.name} WHERE id = ?", (row_id,))
        return self._line(table.room, row_id, person_id, self._body(table, None))

    def say(self, act: str, *, room: str, subject_id: str = "", person_id: str | None = None) -> int:
        """A line without a body: an unlock, a print, an opening. Its seq."""
        return self._line(room, subject_id, person_id, None, act=act)

    def remember_words(
        self, *, room: str, kind: str, subject_id: str, person_id: str | None, title: str, words: str
    ) -> None:
        """Give words to the search table; a second giving for the same subject and kind replaces the first."""
        entry = search.Entry(room=room, kind=kind, subject_id=subject_id, person_id=person_id, title=title, words=words)
        search.remember(self._connection, entry, self.at)

    def forget_words(self, *, kind: str, subject_id: str) -> None:
        """Take words out of the search table."""
        search.forget(self._connection, kind=kind, subject_id=subject_id)

    def forget_person(self, person_id: str) -> None:
        """Take a person's words out of the search table and its index, for an erasure."""
        search.forget_person(self._connection, person_id)

    def erasing(self, sql: str, *values: Value) -> int:
        """One statement of an erasure (vault/erasure.py alone calls this); how many rows it touched."""
        return int(self._connection.execute(sql, values).rowcount)

    def _write(self, table: str, row: Mapping[str, Value]) -> None:
        """Insert the row, or change only what differs: an index whose columns stay is then left alone."""
        old = self.row(f"SELECT * FROM {table} WHERE id = ?", row["id"])
        if old is None:
            self._connection.execute(_insert(table, tuple(row)), tuple(row.values()))
            return
        changed = {name: value for name, value in row.items() if old[name] != value}
        if changed:
            self._connection.execute(_update(table, tuple(changed)), (*changed.values(), row["id"]))

    def _body(self, table: Table, row: Mapping[str, Value] | None) -> Body:
        return Body(table=table.name, version=BODY_VERSION, row=row, through=self.hand.through)

    def _line(
        self, room: str, subject_id: str, person_id: str | None, body: Body | None, act: str | None = None
    ) -> int:
        salt, packed = self._entropy(SALT_BYTES), None if body is None else write_body(body)
        line = Line(
            seq=self._seq + 1,
            act_id=self.act_id,
            at=self.at,
            voice=self.by,
            hand=write_hand(self.hand),
            act=act or self.act,
            room=room,
            subject_id=subject_id,
            person_id=person_id,
            commitment=None if packed is None else commitment_of(salt, packed),
        )
        self._chain = next_chain(self._key, self._chain, line)
        self._seq = line.seq
        self._connection.execute(_INSERT_LINE, (*_columns(line), self._chain))
        if packed is not None:
            self._connection.execute(_INSERT_BODY, (line.seq, salt, packed))
        self.rooms.add(room)
        self.people.update(person for person in (person_id,) if person)
        return line.seq


def _composed(hand: Hand) -> Hand:
    """Whom it went through is a name like any other: one clean line. RuleBroken beside "through"."""
    return replace(hand, through=clean_line(hand.through, field="through")) if hand.through else hand


def _columns(line: Line) -> tuple[Value, ...]:
    return (
        line.seq,
        line.act_id,
        line.at.utc_us,
        line.at.offset_min,
        line.at.zone,
        line.voice.value,
        line.hand,
        line.act,
        line.room,
        line.subject_id,
        line.person_id,
        line.commitment,
    )


@lru_cache(maxsize=256)
def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@lru_cache(maxsize=512)
def _update(table: str, columns: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?"
