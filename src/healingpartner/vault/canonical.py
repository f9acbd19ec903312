"""Canonical bytes: RFC 8785 JSON, so that the same thing always hashes the same.

Only text, whole numbers, true/false, nothing, lists and mappings go in. Floats are not kept in a practice.
"""

import hashlib
import json
from collections.abc import Mapping

import rfc8785


def canonical(value: object) -> bytes:
    """RFC 8785 bytes of `value`. TypeError for a float; ValueError for a number beyond ±2**53."""
    _refuse_floats(value)
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


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("no floats in stored bodies")
    if isinstance(value, Mapping):
        for inner in value.values():
            _refuse_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _refuse_floats(inner)
