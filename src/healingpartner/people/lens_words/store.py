"""Rows of own words to look at, in and out."""

from healingpartner.foundation.text import fold
from healingpartner.language.lens.own import KIND, VERSION
from healingpartner.people.lens_words.model import OwnWords, WordsAsked
from healingpartner.vault.canonical import canonical, read_canonical
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction

OWN_LENS_WORDS = Table("people", "own_lens_words")


def put_words(tx: Transaction, own: OwnWords) -> None:
    """Write an own entry as it now stands; what it said before stays in the ledger."""
    row: dict[str, Value] = {
        "id": own.id,
        "language": own.asked.language,
        "folded": fold(own.asked.words),
        "set_aside": int(own.set_aside),
        "body": canonical(body_of(own)).decode(),
    }
    tx.put(OWN_LENS_WORDS, row | instant_columns("kept", own.kept), person_id=None)
    tx.remember_words(
        room=OWN_LENS_WORDS.room, kind="lens_words", subject_id=own.id, person_id=None, title=own.asked.words,
        words=" ".join((own.asked.words, *own.asked.instead, own.asked.reason)),
    )  # fmt: skip


def words_with(db: Reader, own_id: str) -> OwnWords | None:
    """The own entry of that id."""
    row = db.row("SELECT * FROM own_lens_words WHERE id = ?", own_id)
    return None if row is None else _own(row)


def every_one(db: Reader) -> tuple[OwnWords, ...]:
    """All of them, in the order they were first kept."""
    return tuple(map(_own, db.rows("SELECT * FROM own_lens_words ORDER BY n")))


def how_many(db: Reader) -> int:
    """Of all that are kept, those set aside too."""
    return whole(db.value("SELECT count(*) FROM own_lens_words"))


def has_other(db: Reader, own: OwnWords) -> bool:
    """Whether another entry that is looked for has the same words in the same language."""
    same = (own.asked.language, fold(own.asked.words), own.id)
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM own_lens_words"
            " WHERE language = ? AND folded = ? AND id <> ? AND set_aside = 0)",
            *same,
        )
    )


def body_of(own: OwnWords) -> dict[str, object]:
    """The entry in the shape that the lens reads own entries from."""
    asked = own.asked
    return {
        "kind": KIND, "version": VERSION, "id": own.id, "words": asked.words, "instead": list(asked.instead),
        "reason": asked.reason, "level": asked.level, "where": sorted(asked.where),
    }  # fmt: skip


def _own(row: Row) -> OwnWords:
    body = read_canonical(words(row["body"]).encode())
    if not isinstance(body, dict) or body.get("kind") != KIND or body.get("version") != VERSION:
        raise ValueError("not an own entry of the lens")
    asked = WordsAsked(
        language=words(row["language"]),
        words=str(body["words"]),
        instead=tuple(map(str, body["instead"])),
        reason=str(body["reason"]),
        level=str(body["level"]),
        where=tuple(map(str, body["where"])),
    )
    return OwnWords(id=words(row["id"]), asked=asked, set_aside=bool(row["set_aside"]), kept=instant_of(row, "kept"))
