"""Rows of own wordings in and out."""

import json

from healingpartner.agreements.own.model import OwnWording
from healingpartner.agreements.store import ROOM
from healingpartner.agreements.wording import Wording, wording_body, wording_from
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.vault.canonical import canonical
from healingpartner.vault.history import versions_of
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

OWN_WORDING = Table(ROOM, "own_wording")


def put_own(tx: Transaction, own: OwnWording) -> None:
    """Write an own wording as it now stands; former editions stay in the ledger."""
    row: dict[str, Value] = {
        "id": own.id,
        "title": own.wording.title,
        "edition": own.wording.edition,
        "wording": canonical(wording_body(own.wording)).decode(),
        "set_aside": int(own.set_aside),
    }
    tx.put(OWN_WORDING, row | instant_columns("kept", own.kept), person_id=None)


def own_with(db: Reader, own_id: str) -> OwnWording | None:
    """The own wording of that id; Refused when its words cannot be read any more."""
    row = db.row("SELECT * FROM own_wording WHERE id = ?", own_id)
    return None if row is None else _own(row)


def every_own(db: Reader) -> tuple[OwnWording, ...]:
    """All that can still be read, in the order they were first kept."""
    found: list[OwnWording] = []
    for row in db.rows("SELECT * FROM own_wording ORDER BY n"):
        try:
            found.append(_own(row))
        except Refused:
            continue
    return tuple(found)


def editions_of(db: Reader, own_id: str) -> tuple[str, ...]:
    """Every edition's stored words, the oldest first."""
    states = (one.row for one in versions_of(db, OWN_WORDING, own_id))
    return tuple(words(row["wording"]) for row in states if row is not None and not row["set_aside"])


def editions_before(db: Reader, own_id: str) -> tuple[tuple[Wording, Instant], ...]:
    """Every readable edition before the present one with when it was kept, the newest first."""
    found: dict[int, tuple[Wording, Instant]] = {}
    for state in versions_of(db, OWN_WORDING, own_id):
        if state.row is None:
            continue
        try:
            wording = wording_from(json.loads(words(state.row["wording"])))
        except Refused:
            continue
        found.setdefault(wording.edition, (wording, state.at))
    present = max(found, default=0)
    return tuple(found[edition] for edition in sorted(found, reverse=True) if edition != present)


def _own(row: Row) -> OwnWording:
    return OwnWording(
        id=words(row["id"]),
        wording=wording_from(json.loads(words(row["wording"]))),
        set_aside=bool(row["set_aside"]),
        kept=instant_of(row, "kept"),
    )
