"""The search table: words of the rooms, folded, found at once. Sealed things and drafts never come here.

An entry is written to the table in its act's own transaction; the full-text index takes it in at the next quiet
moment, because merging the index is the dearest part of a write. Until then the few entries that wait are read
one by one, so nobody can tell the difference.

Chinese, Japanese and Korean are written without spaces, so each of their characters becomes a word of its own.
"""

import re
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import fold
from healingpartner.vault.connection import Connection
from healingpartner.vault.reading import Reader, Row, whole, words

PREVIEW = 160
AT_ONCE = 500
WAITING, INDEXED, LEAVING = 0, 1, 2
_SHOWN = "found.room, found.kind, found.subject_id, found.person_id, found.title, found.preview, found.at_us"
_WRITE = (
    "INSERT INTO found (room, kind, subject_id, person_id, at_us, title, preview, folded, state) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_REWRITE = "UPDATE found SET person_id = ?, at_us = ?, title = ?, preview = ?, folded = ? WHERE n = ?"
_WITHOUT_SPACES = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])")
_TERM = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words of one subject. `title` and the first of `words` are shown; all of both are found."""

    room: str
    kind: str
    subject_id: str
    person_id: str | None
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found, newest first."""

    room: str
    kind: str
    subject_id: str
    person_id: str | None
    title: str
    preview: str
    at_us: int


def remember(connection: Connection, entry: Entry, at: Instant) -> None:
    """Write or replace an entry. It is found from the moment its transaction ends."""
    standing = _standing(connection, entry.subject_id, entry.kind)
    columns = (
        entry.room,
        entry.kind,
        entry.subject_id,
        entry.person_id,
        at.utc_us,
        entry.title[:PREVIEW],
        " ".join(entry.words.split())[:PREVIEW],
        _spaced(fold(f"{entry.title} {entry.words}")),
    )
    if standing is not None and standing[1] == WAITING:
        connection.execute(_REWRITE, (*columns[3:], standing[0]))
        return
    if standing is not None:
        connection.execute("UPDATE found SET state = ? WHERE n = ?", (LEAVING, standing[0]))
    connection.execute(_WRITE, (*columns, WAITING))


def forget(connection: Connection, *, kind: str, subject_id: str) -> None:
    """Take an entry out: it is not found any more, and its words are gone from the disk at the next quiet moment."""
    standing = _standing(connection, subject_id, kind)
    if standing is not None and standing[1] == WAITING:
        connection.execute("DELETE FROM found WHERE n = ?", (standing[0],))
    elif standing is not None:
        connection.execute("UPDATE found SET state = ? WHERE n = ?", (LEAVING, standing[0]))


def catch_up(connection: Connection, *, at_most: int = AT_ONCE) -> int:
    """Bring the index up to the table, inside the caller's transaction; how many entries were brought in or out."""
    waiting = connection.execute(
        "SELECT n, folded, state FROM found WHERE state <> 1 ORDER BY n LIMIT ?", (at_most,)
    ).fetchall()
    for row in waiting:
        if row["state"] == LEAVING:
            take_out(connection, row["n"], row["folded"])
        else:
            connection.execute("INSERT INTO found_index (rowid, folded) VALUES (?, ?)", (row["n"], row["folded"]))
            connection.execute("UPDATE found SET state = ? WHERE n = ?", (INDEXED, row["n"]))
    return len(waiting)


def forget_person(connection: Connection, person_id: str) -> None:
    """Take everything of a person out of table and index at once."""
    for row in connection.execute("SELECT n, folded, state FROM found WHERE person_id = ?", (person_id,)).fetchall():
        take_out(connection, row["n"], row["folded"], indexed=row["state"] != WAITING)
    connection.execute("INSERT INTO found_index (found_index) VALUES ('optimize')")


def take_out(connection: Connection, number: int, folded: str, *, indexed: bool = True) -> None:
    """Delete one entry, from the index too when it stands there."""
    if indexed:
        connection.execute(
            "INSERT INTO found_index (found_index, rowid, folded) VALUES ('delete', ?, ?)", (number, folded)
        )
    connection.execute("DELETE FROM found WHERE n = ?", (number,))


def find(db: Reader, typed: str, *, person_id: str | None = None, limit: int = 50) -> tuple[Hit, ...]:
    """Entries that hold every word typed (the last as a beginning), newest first. Any text is safe to type."""
    terms = _TERM.findall(_spaced(fold(typed)))
    if not terms:
        return ()
    question = " ".join(f'"{term}"' for term in terms) + "*"
    indexed = db.rows(
        f"SELECT {_SHOWN} FROM found_index JOIN found ON found.n = found_index.rowid "
        "WHERE found_index MATCH ? AND found.state = 1 AND (? IS NULL OR found.person_id = ?) "
        "ORDER BY found_index.rowid DESC LIMIT ?",
        question,
        person_id,
        person_id,
        limit,
    )
    waiting = db.rows(
        f"SELECT {_SHOWN}, folded FROM found WHERE state = 0 AND (? IS NULL OR person_id = ?) ORDER BY n DESC",
        person_id,
        person_id,
    )
    fresh = [row for row in waiting if _holds(words(row["folded"]), terms)]
    return tuple(sorted(map(_hit, (*fresh, *indexed)), key=lambda hit: -hit.at_us)[:limit])


def _standing(connection: Connection, subject_id: str, kind: str) -> tuple[int, int] | None:
    row = connection.execute(
        "SELECT n, state FROM found WHERE subject_id = ? AND kind = ? AND state < 2", (subject_id, kind)
    ).fetchone()
    return None if row is None else (row["n"], row["state"])


def _holds(folded: str, terms: list[str]) -> bool:
    """As the index would answer: every word, and the last as a beginning."""
    held = set(_TERM.findall(folded))
    return held.issuperset(terms[:-1]) and any(word.startswith(terms[-1]) for word in held)


def _hit(row: Row) -> Hit:
    return Hit(
        room=words(row["room"]),
        kind=words(row["kind"]),
        subject_id=words(row["subject_id"]),
        person_id=None if row["person_id"] is None else words(row["person_id"]),
        title=words(row["title"]),
        preview=words(row["preview"]),
        at_us=whole(row["at_us"]),
    )


def _spaced(folded: str) -> str:
    return _WITHOUT_SPACES.sub(r" \1 ", folded)
