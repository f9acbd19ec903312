"""Whether the ledger holds together, and whether the present is what it says.

Reading only, in slices, so that it can run behind an open practice and be stopped at any point.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from healingpartner.foundation.words import N_
from healingpartner.vault.ledger import (
    FIRST_CHAIN,
    LINE_COLUMNS,
    Body,
    Head,
    commitment_of,
    line_of,
    next_chain,
    read_body,
    write_body,
)
from healingpartner.vault.migrations import reshaped
from healingpartner.vault.reading import Reader, Row, as_mapping, raw, whole, words

SYSTEM_TABLES = frozenset(
    [
        "practice",
        "migration",
        "ledger",
        "ledger_body",
        "erasure",
        "erased",
        "draft",
        "setting",
        "file_key",
        "found",
        "found_index",
    ]
)
SLICE = 500
_COMMITTED = (
    "SELECT ledger.seq AS seq, subject_id, body FROM ledger LEFT JOIN ledger_body USING (seq) "
    "WHERE commitment IS NOT NULL AND ledger.seq > ? AND NOT EXISTS ("
    "SELECT 1 FROM ledger AS later WHERE later.subject_id = ledger.subject_id AND later.seq > ledger.seq "
    "AND later.commitment IS NOT NULL) ORDER BY ledger.seq LIMIT ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be. `kind` is stable; `where` names a line or a table, never its words."""

    kind: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A slice done: `done` of `whole` pieces, and what was found in it."""

    part: str
    done: int
    whole: int
    found: tuple[Finding, ...] = ()


def chain(db: Reader, ledger_key: bytes, *, after: int = 0, upto: int | None = None) -> Iterator[Step]:
    """Follow the lines after `after`, each chain value and each commitment anew; sixty-odd µs a line."""
    last = whole(db.value("SELECT coalesce(max(seq), 0) FROM ledger")) if upto is None else upto
    before = FIRST_CHAIN if after == 0 else db.value("SELECT chain FROM ledger WHERE seq = ?", after)
    value, expected = (raw(before) if before is not None else b""), after + 1
    for start in range(after, last, SLICE):
        found: list[Finding] = []
        for row in db.rows(
            f"SELECT {LINE_COLUMNS}, salt, body FROM ledger LEFT JOIN ledger_body USING (seq) "
            "WHERE ledger.seq > ? AND ledger.seq <= ? ORDER BY ledger.seq",
            start,
            min(start + SLICE, last),
        ):
            found += _line_findings(row, expected, value, ledger_key)
            value, expected = raw(row["chain"]), whole(row["seq"]) + 1
        yield Step(part="chain", done=min(start + SLICE, last), whole=last, found=tuple(found))
    if expected != last + 1:
        yield Step(part="chain", done=last, whole=last, found=(_missing_line(expected),))


def present(db: Reader, *, schema: int) -> Iterator[Step]:
    """Compare every row of every room with the last body the ledger holds for it, both ways."""
    tables = room_tables(db)
    for number, table in enumerate(tables):
        for rows in _in_slices(db, f"SELECT * FROM {table} WHERE n > ? ORDER BY n LIMIT ?", "n"):
            found = tuple(finding for row in rows for finding in _row_findings(db, table, row, schema))
            yield Step(part="present", done=number, whole=len(tables) + 1, found=found)
    for rows in _in_slices(db, _COMMITTED, "seq"):
        found = tuple(finding for row in rows for finding in _lost_row(db, row, tables))
        yield Step(part="present", done=len(tables), whole=len(tables) + 1, found=found)
    yield Step(part="present", done=len(tables) + 1, whole=len(tables) + 1)


def _in_slices(db: Reader, sql: str, by: str) -> Iterator[list[Row]]:
    """The answer a slice at a time, each after the last; acts may go between."""
    after = 0
    while rows := db.rows(sql, after, SLICE):
        yield rows
        after = whole(rows[-1][by])


def _row_findings(db: Reader, table: str, row: Row, schema: int) -> Iterator[Finding]:
    body = _last_body(db, words(row["id"]), table)
    if body is None or body.row is None:
        yield _finding("row-unknown", table, N_("A row stands here that the ledger does not know."))
    elif not _same(body, row, schema):
        yield _finding("row-changed", table, N_("A row differs from what the ledger says of it."))


def _lost_row(db: Reader, row: Row, tables: tuple[str, ...]) -> Iterator[Finding]:
    """The last body of a subject is a row, while its table does not have it."""
    if row["body"] is None:
        return
    body = read_body(raw(row["body"]))
    if body.row is None or body.table not in tables:
        return
    if db.value(f"SELECT 1 FROM {body.table} WHERE id = ?", words(row["subject_id"])) is None:
        yield _finding("row-lost", body.table, N_("The ledger knows a row that is not here."))


def room_tables(db: Reader) -> tuple[str, ...]:
    """The tables whose every row the ledger describes."""
    names = (words(row["name"]) for row in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
    return tuple(
        name for name in names if name not in SYSTEM_TABLES and not name.startswith(("sqlite_", "found_index"))
    )


def rebuilt(db: Reader, *, schema: int) -> dict[str, dict[str, dict[str, object]]]:
    """Every room table made anew from the ledger alone: {table: {id: row}}. For repair and for tests."""
    made: dict[str, dict[str, dict[str, object]]] = {table: {} for table in room_tables(db)}
    for row in db.each("SELECT subject_id, body FROM ledger JOIN ledger_body USING (seq) ORDER BY ledger.seq"):
        body, row_id = read_body(raw(row["body"])), words(row["subject_id"])
        if body.row is None:
            made.setdefault(body.table, {}).pop(row_id, None)
        else:
            made.setdefault(body.table, {})[row_id] = dict(reshaped(body.table, body.version, body.row, schema))
    return made


def _line_findings(row: Row, expected: int, before: bytes, key: bytes) -> Iterator[Finding]:
    seq = whole(row["seq"])
    if seq != expected:
        yield _missing_line(expected)
    try:
        line = line_of(row)
    except (TypeError, ValueError):
        yield _finding("line-damaged", f"line {seq}", N_("A ledger line cannot be read."))
        return
    if next_chain(key, before, line) != raw(row["chain"]):
        yield _finding("chain-broken", f"line {seq}", N_("A ledger line does not follow from the one before."))
    body = row["body"]
    if line.commitment is not None and body is not None:
        if commitment_of(raw(row["salt"]), raw(body)) != line.commitment:
            yield _finding("body-changed", f"line {seq}", N_("The content of a ledger line is not what was written."))
    elif line.commitment is None and body is not None:
        yield _finding("body-added", f"line {seq}", N_("A ledger line has content that it never had."))


def unexplained_gaps(db: Reader) -> tuple[Finding, ...]:
    """Lines whose body is gone although no erasure took it."""
    rows = db.rows(
        "SELECT ledger.seq AS seq FROM ledger LEFT JOIN ledger_body USING (seq) LEFT JOIN erased USING (seq) "
        "WHERE commitment IS NOT NULL AND body IS NULL AND erased.erasure_seq IS NULL"
    )
    sentence = N_("The content of a ledger line is missing, and no erasure took it.")
    return tuple(_finding("body-missing", f"line {whole(row['seq'])}", sentence) for row in rows)


def head_of(db: Reader) -> Head:
    """Where the ledger stands now."""
    row = db.row("SELECT seq, chain FROM ledger ORDER BY seq DESC LIMIT 1")
    return (
        Head(seq=0, chain=FIRST_CHAIN.hex())
        if row is None
        else Head(seq=whole(row["seq"]), chain=raw(row["chain"]).hex())
    )


def _last_body(db: Reader, row_id: str, table: str) -> Body | None:
    for row in db.each(
        "SELECT body FROM ledger JOIN ledger_body USING (seq) WHERE subject_id = ? ORDER BY ledger.seq DESC",
        row_id,
        at_once=1,
    ):
        body = read_body(raw(row["body"]))
        if body.table == table:
            return body
    return None


def _same(body: Body, row: Row, schema: int) -> bool:
    was = Body(table=body.table, version=body.version, row=reshaped(body.table, body.version, body.row or {}, schema))
    now = Body(table=body.table, version=body.version, row=as_mapping(row))
    return canonical_row(was) == canonical_row(now)


def canonical_row(body: Body) -> bytes:
    """Bytes to compare two rows by: columns that hold nothing count as absent."""
    row = {name: value for name, value in (body.row or {}).items() if value is not None}
    return write_body(Body(table=body.table, version=body.version, row=row))


def _missing_line(seq: int) -> Finding:
    return _finding("line-missing", f"line {seq}", N_("A ledger line is missing."))


def _finding(kind: str, where: str, sentence: str) -> Finding:
    return Finding(kind=kind, where=where, sentence=sentence)
