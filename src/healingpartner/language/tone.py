"""Gentle hints on how a let-down is told: no "always" and "never", no judgement of a person's character.

A hint says why and never changes a word. Word lists are data, one file a language (resources/tone).
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import spoken

KIND, VERSION = "hp/tone", 1
LONGEST = 20_000  # characters looked at; more is more than anyone says at once
_OTHERWISE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Words found, and why another way of saying it may be heard better."""

    words: str
    why: str


def hints_in(text: str, *, language: str = "") -> tuple[Hint, ...]:
    """Each finding once, in the order of the text. language: a locale, or that of the screen."""
    found: dict[str, Hint] = {}
    for pattern, why in _families(language or spoken().locale):
        for match in pattern.finditer(text[:LONGEST]):
            found.setdefault(match[0].casefold(), Hint(words=match[0], why=why))
    return tuple(sorted(found.values(), key=lambda hint: text.find(hint.words)))


@cache
def _families(locale: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    path = resource("tone") / f"{locale.partition('_')[0]}.json"
    if not path.is_file():
        path = resource("tone") / f"{_OTHERWISE}.json"
    content = json.loads(path.read_text("utf-8"))
    if content["kind"] != KIND or content["version"] != VERSION:
        raise ValueError("not a list of ours")
    return tuple((_pattern(family["words"]), family["why"]) for family in content["families"])


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
