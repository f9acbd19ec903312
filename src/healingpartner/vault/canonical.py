"""Canonical bytes: RFC 8785 JSON, so that the same thing always hashes the same.

Only text, whole numbers, true/false, nothing, lists and mappings go in. Floats are not kept in a practice.
"""

import hashlib
import json
from collections.abc import Mapping

import rfc8785

_FARTHEST = 2**53 - 1
_ONE_WAY = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, check_circular=False)


def canonical(value: object) -> bytes:
    """RFC 8785 bytes of `value`. TypeError for a float; ValueError for a number beyond ±2**53.

    The standard library writes the same bytes many times faster where names are ASCII: Python sorts by code points
    and RFC 8785 by UTF-16 units, which differ beyond that.
    """
    if _is_plain(value):
        return _ONE_WAY.encode(value).encode("utf-8")
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]  # its own type cannot say "nested"
    except rfc8785.CanonicalizationError as trouble:
        raise ValueError("this cannot be written canonically") from trouble


def read_canonical(data: bytes) -> object:
    """What `canonical` wrote. ValueError when the bytes are not exactly that form."""
    value: object = json.loads(data)
    if canonical(value) != data:
        raise ValueError("not in canonical form")
    return value


def sha256_hex(data: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _is_plain(value: object) -> bool:
    """Whether the standard library's JSON of it is RFC 8785 already. TypeError for a float anywhere."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return -_FARTHEST <= value <= _FARTHEST  # type: ignore[operator]  # mypy does not narrow by `kind`
    if isinstance(value, float):
        raise TypeError("no floats in stored bodies")
    # Lists, not generators: every part is looked at, so that a float is found behind anything unusual.
    if isinstance(value, Mapping):
        plain = [_is_plain(inner) and type(name) is str and name.isascii() for name, inner in value.items()]
        return kind is dict and all(plain)
    if isinstance(value, (list, tuple)):
        parts = [_is_plain(inner) for inner in value]
        return all(parts)
    return False
