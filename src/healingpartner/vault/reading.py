"""Reading from an open practice: rows by bound parameters, nothing else.

Views take a `Reader`; an act's `Transaction` is one too.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from healingpartner.vault.connection import Connection, spoken_plainly

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Cursor

Value = str | int | bytes | None


class Row(Protocol):
    """One row: by column name or by position."""

    def __getitem__(self, key: str | int, /) -> Value: ...

    def keys(self) -> list[str]:
        """The columns' names, in order."""
        ...


class Reader:
    """A door for questions. One thread, the one that opened the connection."""

    def __init__(self, connection: Connection) -> None:
        """`connection`: an open one, of this thread."""
        self._connection = connection

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Every row the question finds."""
        with spoken_plainly():
            found: list[Row] = self._connection.execute(sql, values).fetchall()
        return found

    def each(self, sql: str, *values: Value, at_once: int = 200) -> Iterator[Row]:
        """The rows one after the other, fetched `at_once`: for long readings."""
        cursor = self._connection.execute(sql, values)
        while rows := self._next(cursor, at_once):
            yield from rows

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row, or None."""
        with spoken_plainly():
            row: Row | None = self._connection.execute(sql, values).fetchone()
        return row

    def value(self, sql: str, *values: Value) -> Value:
        """The first column of the first row, or None."""
        row = self.row(sql, *values)
        return None if row is None else row[0]

    @staticmethod
    def _next(cursor: "Cursor", at_once: int) -> list[Row]:
        with spoken_plainly():
            found: list[Row] = cursor.fetchmany(at_once)
        return found


def as_mapping(row: Row) -> Mapping[str, Value]:
    """A row by column name, without its rowid `n`."""
    return {name: row[name] for name in row.keys() if name != "n"}  # noqa: SIM118 - a row is no mapping


def words(value: Value) -> str:
    """A column that holds text."""
    if not isinstance(value, str):
        raise TypeError("this column holds text")
    return value


def whole(value: Value) -> int:
    """A column that holds a whole number."""
    if not isinstance(value, int):
        raise TypeError("this column holds a whole number")
    return value


def raw(value: Value) -> bytes:
    """A column that holds bytes."""
    if not isinstance(value, bytes):
        raise TypeError("this column holds bytes")
    return value
