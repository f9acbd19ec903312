"""Which way each character runs: the Unicode bidirectional algorithm, with isolates, for one paragraph.

python-bidi resolves the levels. It knows no isolates in the form that tells levels, so each isolate is
resolved as a paragraph of its own and stands in the outer one as a neutral, as the standard has it.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

from healingpartner.paper.letters import END_OF_ISOLATE, ISOLATES, SPACE, starts_right

DEEPEST = 12  # isolates nested deeper than any person writes are passed over
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = ISOLATES[0], ISOLATES[1]
_KNOWN = frozenset({"L", "R", "AL", "EN", "AN", "ES", "ET", "CS", "NSM", "S", "WS", "ON"})


def levels(chars: Sequence[str], *, right: bool, depth: int = 0) -> list[int]:
    """The embedding level of each character: even runs left to right, odd right to left."""
    base = int(right)
    result = [base] * len(chars)
    outer: list[int] = []
    spans: list[tuple[int, int]] = []
    at = 0
    ends = _ends(chars) if depth < DEEPEST else {}
    while at < len(chars):
        outer.append(at)
        if at in ends:
            spans.append((at, ends[at]))
            at = ends[at]
        else:
            at += 1
    for place, level in zip(outer, _resolved([chars[at] for at in outer], base), strict=True):
        result[place] = level
    for start, end in spans:
        inner = chars[start + 1 : end]
        inner_right = _inner_right(chars[start], inner)
        new_base = result[start] + 1 if (result[start] + 1) % 2 == int(inner_right) else result[start] + 2
        lifted = levels(inner, right=inner_right, depth=depth + 1)
        result[start + 1 : end] = [level - int(inner_right) + new_base for level in lifted]
    return result


def _inner_right(opener: str, inner: Sequence[str]) -> bool:
    if opener == _LEFT_TO_RIGHT:
        return False
    return opener == _RIGHT_TO_LEFT or starts_right("".join(inner), otherwise=False)


def _ends(chars: Sequence[str]) -> dict[int, int]:
    """Where each outermost isolate that is closed begins and ends."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for at, char in enumerate(chars):
        if char in ISOLATES:
            open_at.append(at)
        elif char == END_OF_ISOLATE and open_at:
            found[open_at.pop()] = at
    return found


def _resolved(chars: Sequence[str], base: int) -> list[int]:
    """Levels of a paragraph without isolates, by python-bidi's own stages."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    every: list[dict[str, Any]] = [{"level": base, "type": (kind := _kind(char)), "orig": kind} for char in chars]
    storage["chars"] = every
    if every:
        algorithm.explicit_embed_and_overrides(storage)
        algorithm.resolve_weak_types(storage)
        algorithm.resolve_neutral_types(storage, False)
        algorithm.resolve_implicit_levels(storage, False)
    return [int(one["level"]) for one in every]


def _kind(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    if kind in _KNOWN:
        return kind
    return "L" if kind == "" else "ON"


def visual_order(chars: Sequence[str], line_levels: Sequence[int], base: int) -> list[int]:
    """The places of one line's characters from left to right (rules L1 and L2)."""
    settled = list(line_levels)
    for at in range(len(chars) - 1, -1, -1):
        if chars[at] != SPACE:
            break
        settled[at] = base
    order = list(range(len(settled)))
    odd = [level for level in settled if level % 2]
    if not odd:
        return order
    for level in range(max(settled), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if settled[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and settled[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def mirrored(char: str) -> str:
    """The character that looks like this one from the other side: brackets and the like."""
    if not unicodedata.mirrored(char):
        return char
    from bidi.mirror import MIRRORED

    return str(MIRRORED.get(char, char))
