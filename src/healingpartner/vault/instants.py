"""How an instant lies in a row: three columns, NAME_us, NAME_offset and NAME_zone."""

from healingpartner.foundation.clock import Instant
from healingpartner.vault.reading import Row, Value, whole, words


def instant_columns(name: str, at: Instant | None) -> dict[str, Value]:
    """The three columns of `at` under `name`; all empty for a moment that has not come."""
    if at is None:
        return {f"{name}_us": None, f"{name}_offset": None, f"{name}_zone": None}
    return {f"{name}_us": at.utc_us, f"{name}_offset": at.offset_min, f"{name}_zone": at.zone}


def instant_of(row: Row, name: str) -> Instant:
    """The instant those columns hold."""
    return Instant(
        utc_us=whole(row[f"{name}_us"]), offset_min=whole(row[f"{name}_offset"]), zone=words(row[f"{name}_zone"])
    )


def instant_if_any(row: Row, name: str) -> Instant | None:
    """The instant those columns hold, or None where they are empty."""
    return None if row[f"{name}_us"] is None else instant_of(row, name)
