"""Questions across the tables of a plan: which money it counts in, and what was said of one part."""

import json
from collections.abc import Iterator

from healingpartner.foundation.clock import Instant
from healingpartner.vault.reading import Reader, whole, words


def currencies_of(db: Reader, plan_id: str, *, but: str = "") -> frozenset[str]:
    """The currencies of everything that costs something in a plan, and of its ceiling; `but`: a part left out."""
    priced = db.rows(
        "SELECT id, json_extract(body, '$.cost') AS cost FROM plan_option WHERE plan_id = ? "
        "UNION ALL SELECT id, json_extract(body, '$.cost') FROM plan_step WHERE plan_id = ? "
        "UNION ALL SELECT id, json_extract(body, '$.ceiling') FROM plan WHERE id = ?",
        plan_id,
        plan_id,
        plan_id,
    )
    found = (json.loads(words(row["cost"])) for row in priced if row["cost"] is not None and row["id"] != but)
    return frozenset(code for cost in found for code in _codes(cost))


def last_agreed(db: Reader, plan_id: str) -> Instant | None:
    """When both last agreed to what the plan says; None when they have not yet."""
    row = db.row(
        "SELECT json_extract(body, '$.agreed.utc_us') AS us, json_extract(body, '$.agreed.offset_min') AS offset, "
        "json_extract(body, '$.agreed.zone') AS zone FROM plan_version WHERE plan_id = ? ORDER BY number DESC LIMIT 1",
        plan_id,
    )
    if row is None:
        return None
    return Instant(utc_us=whole(row["us"]), offset_min=whole(row["offset"]), zone=words(row["zone"]))


def is_in_plan(db: Reader, plan_id: str, part_id: str) -> bool:
    """Whether this is the id of a goal or a way of the plan."""
    found = db.value(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM plan_goal WHERE plan_id = :1 AND id = :2) "
        "OR EXISTS (SELECT 1 FROM plan_option WHERE plan_id = :1 AND id = :2)",
        plan_id,
        part_id,
    )
    return found is not None


def is_spoken_of(db: Reader, plan_id: str, part_id: str) -> bool:
    """Whether a dissent, an alternative, a consent or a check-in of this plan names the part."""
    found = db.value(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM plan_dissent WHERE plan_id = :1 AND instr(body, :2)) "
        "OR EXISTS (SELECT 1 FROM plan_alternative WHERE plan_id = :1 AND instr(body, :2)) "
        "OR EXISTS (SELECT 1 FROM plan_consent WHERE plan_id = :1 AND instr(body, :2)) "
        "OR EXISTS (SELECT 1 FROM plan_check_in WHERE plan_id = :1 AND instr(body, :2))",
        plan_id,
        f'"{part_id}"',
    )
    return found is not None


def _codes(cost: object) -> Iterator[str]:
    """Every currency inside what something costs."""
    if isinstance(cost, dict):
        for name, value in cost.items():
            if name == "currency":
                yield str(value)
            else:
                yield from _codes(value)
