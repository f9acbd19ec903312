"""Rows of the practitioner's time to think in and out: at most one for an agreement."""

from collections.abc import Mapping, Sequence

from healingpartner.agreements.model import Agreement
from healingpartner.agreements.store import ROOM, rows_by_table
from healingpartner.agreements.thinking.model import Thinking
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, words
from healingpartner.vault.transaction import Table, Transaction

THINKING = Table(ROOM, "agreement_thinking")
TABLES = (THINKING,)


def begin_thinking(tx: Transaction, agreement: Agreement, *, ask_again_on: PartialDate | None) -> None:
    """Write that the practitioner thinks about it from now on, in the place of what stood there."""
    kept = tx.value("SELECT id FROM agreement_thinking WHERE agreement_id = ?", agreement.id)
    row: dict[str, Value] = {
        "id": tx.new_id() if kept is None else words(kept),
        "person_id": agreement.person_id,
        "agreement_id": agreement.id,
        "ask_again_on": None if ask_again_on is None else ask_again_on.text(),
    }
    tx.put(THINKING, row | instant_columns("since", tx.at), person_id=agreement.person_id)


def stop_thinking(tx: Transaction, agreement_id: str) -> None:
    """Take that row away; nothing happens when there is none."""
    row = tx.row("SELECT id, person_id FROM agreement_thinking WHERE agreement_id = ?", agreement_id)
    if row is not None:
        tx.remove(THINKING, words(row["id"]), person_id=words(row["person_id"]))


def thinking_about(db: Reader, agreement_id: str) -> Thinking | None:
    """Whether the practitioner thinks about that agreement."""
    row = db.row("SELECT * FROM agreement_thinking WHERE agreement_id = ?", agreement_id)
    return None if row is None else _thinking(row)


def every_thinking(db: Reader) -> dict[str, Thinking]:
    """For every agreement that the practitioner thinks about, by its id."""
    return {words(row["agreement_id"]): _thinking(row) for row in db.rows("SELECT * FROM agreement_thinking")}


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _thinking(row: Row) -> Thinking:
    again = row["ask_again_on"]
    return Thinking(
        since=instant_of(row, "since"), ask_again_on=None if again is None else PartialDate.read(words(again))
    )
