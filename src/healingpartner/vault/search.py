"""The search table: words of the rooms, folded, found at once. Sealed things and drafts never come here.

Chinese, Japanese and Korean are written without spaces, so each of their characters becomes a word of its own.
"""

import re
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import fold
from healingpartner.vault.connection import Connection
from healingpartner.vault.reading import Reader, whole, words

PREVIEW = 160
RANKED_AT_MOST = 2_000
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
    """Write or replace an entry."""
    folded = _spaced(fold(f"{entry.title} {entry.words}"))
    connection.execute(
        "INSERT INTO found (room, kind, subject_id, person_id, at_us, title, preview, folded) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject_id, kind) DO UPDATE SET room = excluded.room, "
        "person_id = excluded.person_id, at_us = excluded.at_us, title = excluded.title, "
        "preview = excluded.preview, folded = excluded.folded",
        (
            entry.room,
            entry.kind,
            entry.subject_id,
            entry.person_id,
            at.utc_us,
            entry.title[:PREVIEW],
            " ".join(entry.words.split())[:PREVIEW],
            folded,
        ),
    )


def forget(connection: Connection, *, room: str, kind: str, subject_id: str) -> None:
    """Take an entry out; its words leave the index too."""
    connection.execute("DELETE FROM found WHERE room = ? AND kind = ? AND subject_id = ?", (room, kind, subject_id))


def find(db: Reader, typed: str, *, person_id: str | None = None, limit: int = 50) -> tuple[Hit, ...]:
    """Entries that hold every word typed (the last as a beginning), newest first. Any text is safe to type."""
    terms = _TERM.findall(_spaced(fold(typed)))
    if not terms:
        return ()
    question = " ".join(f'"{term}"' for term in terms) + "*"
    found = db.rows(
        "SELECT found.room, found.kind, found.subject_id, found.person_id, found.title, found.preview, found.at_us "
        "FROM found_index JOIN found ON found.n = found_index.rowid "
        "WHERE found_index MATCH ? AND (? IS NULL OR found.person_id = ?) "
        "ORDER BY found_index.rowid DESC LIMIT ?",
        question,
        person_id,
        person_id,
        min(limit, RANKED_AT_MOST),
    )
    return tuple(
        Hit(
            room=words(row["room"]),
            kind=words(row["kind"]),
            subject_id=words(row["subject_id"]),
            person_id=None if row["person_id"] is None else words(row["person_id"]),
            title=words(row["title"]),
            preview=words(row["preview"]),
            at_us=whole(row["at_us"]),
        )
        for row in found
    )


def _spaced(folded: str) -> str:
    return _WITHOUT_SPACES.sub(r" \1 ", folded)
