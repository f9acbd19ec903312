"""Parts of a record that lie whole in their rows: one canonical JSON body, and the columns questions are asked by.

A room says once where a kind of part lies (`Kept`); writing and reading are then the same for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.vault.written import from_text, to_text


class Part(Protocol):
    """Whose it is, and which it is."""

    @property
    def id(self) -> str:
        """Its own id."""
        ...

    @property
    def person_id(self) -> str:
        """The person's whose record it is part of."""
        ...


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Kept(Generic[P]):
    """Where one kind of part lies. kind: as it stands in each body; shape: what it is read back as."""

    table: Table
    kind: str
    shape: type[P]

    def read(self, row: Row) -> P:
        """The part in a row of its table."""
        return from_text(self.shape, words(row["body"]), kind=self.kind)


def put_kept(tx: Transaction, kept: Kept[P], part: P, **columns: Value) -> None:
    """Write a part as it now stands, with the columns of its table beside its body."""
    row: dict[str, Value] = {"id": part.id, "person_id": part.person_id, **columns}
    tx.put(kept.table, row | {"body": to_text(part, kind=kept.kind)}, person_id=part.person_id)


def kept_with(db: Reader, kept: Kept[P], part_id: str) -> P | None:
    """The part of that id."""
    table = kept.table.name
    row = db.row(f"SELECT body FROM {table} WHERE id = ?", part_id)
    return None if row is None else kept.read(row)


def kept_where(db: Reader, kept: Kept[P], name: str, values: Sequence[Value]) -> tuple[P, ...]:
    """Every part whose column of this name holds one of the values, in the order they were written."""
    if not name.isidentifier():
        raise ValueError("a column's name is a plain identifier")
    table = kept.table.name
    marks = ", ".join("?" * len(values))
    found = db.rows(f"SELECT body FROM {table} WHERE {name} IN ({marks}) ORDER BY n", *values)
    return tuple(map(kept.read, found))
