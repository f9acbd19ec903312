"""Ids: UUIDv7 text (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits."""

import secrets
import uuid
from collections.abc import Callable

from healingpartner.foundation.clock import Instant


def new_id(at: Instant, entropy: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """A UUIDv7 for `at`, as 36 characters of text. `entropy(n)` must give n random bytes."""
    number = (at.utc_us // 1000 & (1 << 48) - 1) << 80 | int.from_bytes(entropy(10))
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=number))
