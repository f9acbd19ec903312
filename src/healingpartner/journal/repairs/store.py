"""Rows of repairs in and out."""

from collections.abc import Sequence

from healingpartner.journal.repairs.model import Repair, RepairState
from healingpartner.vault.kept import Kept, kept_where, kept_with, put_kept
from healingpartner.vault.reading import Reader
from healingpartner.vault.transaction import Table, Transaction

ROOM = "journal"
REPAIR = Kept(Table(ROOM, "repair"), "hp/repair", Repair)
TABLES = (REPAIR.table,)
SEARCH_KIND = "repair"


def put_repair(tx: Transaction, repair: Repair) -> None:
    """Write a repair as it now stands, and give its words to search; one that was taken back is found no more."""
    put_kept(tx, REPAIR, repair, state=repair.state.value)
    if repair.state is RepairState.TAKEN_BACK:
        tx.forget_words(kind=SEARCH_KIND, subject_id=repair.id)
        return
    said = repair.statement
    parts = [said.when, said.felt, said.matters, said.like]
    for given in repair.given_back:
        parts += [given.hears, given.sees, given.own_part, given.sorry, given.differently, given.not_quite]
    parts += [change.words for change in repair.changes]
    tx.remember_words(
        room=ROOM, kind=SEARCH_KIND, subject_id=repair.id, person_id=repair.person_id, title="",
        words="\n".join(filter(None, parts)),
    )  # fmt: skip


def repair_with(db: Reader, repair_id: str) -> Repair | None:
    """The repair of that id."""
    return kept_with(db, REPAIR, repair_id)


def repairs_of(db: Reader, person_ids: Sequence[str]) -> tuple[Repair, ...]:
    """Every repair of these ids, the oldest first."""
    return kept_where(db, REPAIR, "person_id", person_ids)


def repairs_going(db: Reader) -> tuple[Repair, ...]:
    """Every repair that is neither closed nor taken back, the oldest first."""
    going = [state.value for state in RepairState if state not in {RepairState.CLOSED, RepairState.TAKEN_BACK}]
    return kept_where(db, REPAIR, "state", going)
