"""Rows of agreed versions and their printed copies in and out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.plans.store import ROOM, Kept, parts_of, put_part
from healingpartner.plans.versions.model import Acknowledgement, PlanContents, PlanVersion, VersionLine
from healingpartner.vault.reading import Reader, Row, Value, whole, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.vault.written import from_text, to_text

ACKNOWLEDGEMENT = Kept(table=Table(ROOM, "plan_acknowledgement"), kind="hp/plan-acknowledgement", shape=Acknowledgement)
VERSION = Table(ROOM, "plan_version")
VERSION_COPY = Table(ROOM, "plan_version_copy")

VERSION_KIND = "hp/plan-version"
COPY_KIND = "hp/plan-version-copy"
_LINES = (
    "SELECT v.id AS id, v.plan_id AS plan_id, v.number AS number, v.contents_sha256 AS contents_sha256, "
    "json_extract(v.body, '$.agreed.utc_us') AS us, json_extract(v.body, '$.agreed.offset_min') AS offset, "
    "json_extract(v.body, '$.agreed.zone') AS zone, json_extract(v.body, '$.acknowledged') AS acknowledged, "
    "c.attachment_id AS attachment_id "
    "FROM plan_version v LEFT JOIN plan_version_copy c ON c.version_id = v.id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The body of a version's row. acknowledged: ids of the two acknowledgements that made it."""

    agreed: Instant
    acknowledged: tuple[str, ...]
    contents: PlanContents


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """The body of a printed copy's row. pdf_sha256: of its bytes, 64 hexadecimal digits."""

    made: Instant
    pdf_sha256: str


def put_acknowledgement(tx: Transaction, given: Acknowledgement, *, person_id: str) -> None:
    """Write one side's answer, once."""
    put_part(tx, ACKNOWLEDGEMENT, given, person_id=person_id)


def acknowledgements_of(db: Reader, plan_id: str) -> tuple[Acknowledgement, ...]:
    """Every answer that was given to a plan's words, the oldest first."""
    return parts_of(db, ACKNOWLEDGEMENT, plan_id)


def put_version(tx: Transaction, version: PlanVersion) -> None:
    """Write a version, once and for ever."""
    line = version.line
    frozen = Frozen(
        agreed=line.agreed,
        acknowledged=tuple(one.id for one in line.acknowledgements),
        contents=version.contents,
    )
    row: dict[str, Value] = {
        "id": line.id,
        "person_id": version.person_id,
        "plan_id": line.plan_id,
        "number": line.number,
        "contents_sha256": line.contents_sha256,
        "body": to_text(frozen, kind=VERSION_KIND),
    }
    tx.put(VERSION, row, person_id=version.person_id)


def put_copy(tx: Transaction, version: PlanVersion, *, attachment_id: str, pdf_sha256: str) -> None:
    """Write which file is the printed copy of a version, once."""
    row: dict[str, Value] = {
        "id": tx.new_id(),
        "person_id": version.person_id,
        "plan_id": version.line.plan_id,
        "version_id": version.line.id,
        "attachment_id": attachment_id,
        "body": to_text(KeptCopy(made=tx.at, pdf_sha256=pdf_sha256), kind=COPY_KIND),
    }
    tx.put(VERSION_COPY, row, person_id=version.person_id)


def lines_of(db: Reader, plan_id: str, acknowledgements: Iterable[Acknowledgement]) -> tuple[VersionLine, ...]:
    """Every version of a plan without its contents, the oldest first; `acknowledgements`: all of the plan."""
    known = {one.id: one for one in acknowledgements}
    return tuple(_line(row, known) for row in db.rows(f"{_LINES} WHERE v.plan_id = ? ORDER BY v.number", plan_id))


def version_with(db: Reader, version_id: str) -> PlanVersion | None:
    """The version of that id, whole; None when there is none."""
    row = db.row(f"{_LINES} WHERE v.id = ?", version_id)
    kept_row = db.row("SELECT person_id, body FROM plan_version WHERE id = ?", version_id)
    if row is None or kept_row is None:
        return None
    known = {one.id: one for one in acknowledgements_of(db, words(row["plan_id"]))}
    frozen = from_text(Frozen, words(kept_row["body"]), kind=VERSION_KIND)
    return PlanVersion(line=_line(row, known), person_id=words(kept_row["person_id"]), contents=frozen.contents)


def _line(row: Row, known: Mapping[str, Acknowledgement]) -> VersionLine:
    return VersionLine(
        id=words(row["id"]),
        plan_id=words(row["plan_id"]),
        number=whole(row["number"]),
        contents_sha256=words(row["contents_sha256"]),
        agreed=Instant(utc_us=whole(row["us"]), offset_min=whole(row["offset"]), zone=words(row["zone"])),
        acknowledgements=tuple(known[each] for each in _ids(words(row["acknowledged"])) if each in known),
        attachment_id="" if row["attachment_id"] is None else words(row["attachment_id"]),
    )


def _ids(listed: str) -> list[str]:
    return [each.strip('"') for each in listed.strip("[]").split(",") if each]
