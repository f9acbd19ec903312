"""Layers of the body chart in and out."""

import json
from collections.abc import Mapping, Sequence

from healingpartner.foundation.voices import Voice
from healingpartner.vault.canonical import canonical
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.visits.body.model import Drawing, Side
from healingpartner.visits.store import ROOM, rows_by_table

DRAWING = Table(ROOM, "body_drawing")
TABLES = (DRAWING,)
KIND, VERSION = "healingpartner.body-layer", 1


def put_drawing(tx: Transaction, one: Drawing) -> None:
    """Write a layer, once."""
    strokes = {"kind": KIND, "version": VERSION, "strokes": [[list(point) for point in each] for each in one.strokes]}
    row: dict[str, Value] = {
        "id": one.id,
        "person_id": one.person_id,
        "visit_id": one.visit_id or None,
        "voice": one.voice.value,
        "side": one.side.value,
        "regions": " ".join(one.regions),
        "strokes": canonical(strokes).decode(),
        "words": one.words,
    }
    tx.put(DRAWING, row | instant_columns("drawn", one.drawn), person_id=one.person_id)


def drawings_of(db: Reader, person_ids: Sequence[str], *, limit: int) -> tuple[Drawing, ...]:
    """The newest layers of a person, the oldest of them first, as they lie on one another."""
    marks = ", ".join("?" * len(person_ids))
    found = db.rows(
        f"SELECT * FROM body_drawing WHERE person_id IN ({marks}) ORDER BY n DESC LIMIT ?", *person_ids, limit
    )
    return tuple(map(_drawing, reversed(found)))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _drawing(row: Row) -> Drawing:
    body = json.loads(words(row["strokes"]))
    return Drawing(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        visit_id=words(row["visit_id"] or ""),
        voice=Voice(words(row["voice"])),
        side=Side(words(row["side"])),
        regions=tuple(words(row["regions"]).split()),
        strokes=tuple(tuple((int(x), int(y)) for x, y in stroke) for stroke in body.get("strokes", ())),
        words=words(row["words"]),
        drawn=instant_of(row, "drawn"),
    )
