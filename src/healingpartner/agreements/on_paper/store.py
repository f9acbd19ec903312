"""Rows of scans in and out."""

from collections.abc import Mapping, Sequence

from healingpartner.agreements.on_paper.model import Scan
from healingpartner.agreements.store import ROOM, rows_by_table
from healingpartner.vault.instants import instant_columns, instant_of
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction

SCAN = Table(ROOM, "agreement_paper_scan")
TABLES = (SCAN,)


def put_scan(tx: Transaction, scan: Scan) -> None:
    """Write a scan's row, once."""
    row: dict[str, Value] = {
        "id": scan.id,
        "person_id": scan.person_id,
        "agreement_id": scan.agreement_id,
        "version_id": scan.version_id,
        "attachment_id": scan.attachment_id,
        "media_type": scan.media_type,
        "bytes": scan.size,
        "sha256": scan.sha256,
    }
    tx.put(SCAN, row | instant_columns("brought", scan.brought), person_id=scan.person_id)


def scans_of(db: Reader, agreement_id: str) -> tuple[Scan, ...]:
    """Every scan of an agreement, in the order of its pages, the oldest paper first."""
    found = db.rows("SELECT * FROM agreement_paper_scan WHERE agreement_id = ? ORDER BY n", agreement_id)
    return tuple(map(_scan, found))


def rows_of(db: Reader, person_ids: Sequence[str]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of these ids, by table, as it lies."""
    return rows_by_table(db, TABLES, person_ids)


def _scan(row: Row) -> Scan:
    return Scan(
        id=words(row["id"]),
        person_id=words(row["person_id"]),
        agreement_id=words(row["agreement_id"]),
        version_id=words(row["version_id"]),
        attachment_id=words(row["attachment_id"]),
        media_type=words(row["media_type"]),
        size=whole(row["bytes"]),
        sha256=words(row["sha256"]),
        brought=instant_of(row, "brought"),
    )
