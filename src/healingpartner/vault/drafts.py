"""Drafts: the only rows that change freely. Kept by subject, form and voice, with the version they began from.

They live in the encrypted practice, never in files or settings; they are not in the ledger and not found by search.
"""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.voices import Voice
from healingpartner.vault.connection import Connection
from healingpartner.vault.instants import instant_of
from healingpartner.vault.reading import Reader, Row, whole, words

_KEY = "subject_id = ? AND form = ? AND voice = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What someone was writing. began_from: the ledger seq the form was filled from; body: the form's own JSON."""

    subject_id: str
    form: str
    voice: Voice
    began_from: int
    body: str
    saved_at: Instant


def keep_draft(connection: Connection, draft: Draft) -> None:
    """Write the draft, over its former self."""
    connection.execute(
        "INSERT INTO draft (subject_id, form, voice, began_from, body, saved_us, saved_offset, saved_zone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject_id, form, voice) DO UPDATE SET "
        "began_from = excluded.began_from, body = excluded.body, saved_us = excluded.saved_us, "
        "saved_offset = excluded.saved_offset, saved_zone = excluded.saved_zone",
        (
            draft.subject_id,
            draft.form,
            draft.voice.value,
            draft.began_from,
            draft.body,
            draft.saved_at.utc_us,
            draft.saved_at.offset_min,
            draft.saved_at.zone,
        ),
    )


def drop_draft(connection: Connection, subject_id: str, form: str, voice: Voice) -> None:
    """Really delete the draft."""
    connection.execute(f"DELETE FROM draft WHERE {_KEY}", (subject_id, form, voice.value))


def find_draft(db: Reader, subject_id: str, form: str, voice: Voice) -> Draft | None:
    """The draft of this form, if there is one."""
    row = db.row(f"SELECT * FROM draft WHERE {_KEY}", subject_id, form, voice.value)
    return None if row is None else _draft(row)


def all_drafts(db: Reader) -> tuple[Draft, ...]:
    """Every draft, newest first."""
    return tuple(map(_draft, db.rows("SELECT * FROM draft ORDER BY saved_us DESC, n DESC")))


def _draft(row: Row) -> Draft:
    return Draft(
        subject_id=words(row["subject_id"]),
        form=words(row["form"]),
        voice=Voice(words(row["voice"])),
        began_from=whole(row["began_from"]),
        body=words(row["body"]),
        saved_at=instant_of(row, "saved"),
    )
