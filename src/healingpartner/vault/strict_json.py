"""JSON that came from outside, read strictly: no floats, no NaN, no member twice, a size limit, exact shapes.

Every problem is a ValueError without the content in it; the caller knows what the file was and says so.
"""

import json
from collections.abc import Mapping, Sequence

from healingpartner.vault.canonical import canonical, sha256_hex

CHECKSUM = "sha256"


def strict_members(data: bytes, *, limit: int) -> dict[str, object]:
    """The members of one JSON object of at most `limit` bytes. ValueError for anything else."""
    if len(data) > limit:
        raise ValueError("too long")
    try:
        content = json.loads(
            data.decode("utf-8"), object_pairs_hook=_no_twins, parse_constant=_no_floats, parse_float=_no_floats
        )
    except RecursionError:
        raise ValueError("too deep") from None
    except ValueError:
        raise ValueError("not JSON of ours") from None
    return members_in(content)


def with_checksum(content: Mapping[str, object]) -> bytes:
    """Canonical bytes and one line end, with a member `sha256` over all the others."""
    return canonical({**content, CHECKSUM: sha256_hex(canonical(content))}) + b"\n"


def checked_members(data: bytes, *, limit: int) -> dict[str, object]:
    """What `with_checksum` wrote, byte for byte, without the checksum. ValueError for any other byte."""
    content = strict_members(data, limit=limit)
    content.pop(CHECKSUM, None)
    if with_checksum(content) != data:
        raise ValueError("damaged")
    return content


def members_in(value: object) -> dict[str, object]:
    """`value` when it is a mapping; ValueError otherwise."""
    if isinstance(value, dict):
        return value
    raise ValueError("mapping expected")


def text_in(value: object) -> str:
    """`value` when it is text; ValueError otherwise."""
    if isinstance(value, str):
        return value
    raise ValueError("text expected")


def count_in(value: object, *, least: int = 1) -> int:
    """`value` when it is a whole number from `least` upward; ValueError otherwise."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ValueError("whole number expected")
    return value


def bytes_in(value: object, length: int) -> bytes:
    """`length` bytes from their hexadecimal digits; ValueError otherwise."""
    data = bytes.fromhex(text_in(value))
    if len(data) != length:
        raise ValueError("wrong length")
    return data


def _no_twins(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member twice")
    return members


def _no_floats(_text: str) -> object:
    raise ValueError("only whole numbers")
