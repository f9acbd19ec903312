"""Text made ready for setting: which characters are ink, which are space, which only steer, and Arabic joined.

Overrides and embeddings are taken out, since a stray one turns whole lines round; isolates and marks of
direction stay and steer. Nothing else is lost: what cannot be drawn is drawn as its code point.
"""

import re
import unicodedata
from functools import cache
from typing import Any

_OVERRIDES = re.compile("[\u202a-\u202e]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NEW_LINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_FIRM_SPACES = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile(  # default ignorable code points that steer nothing here
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f]")
_TURNED = re.compile(  # characters of right-to-left scripts, and the marks that ask for that direction
    "[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PUBLISHABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

SPACE, FIRM_SPACE = " ", "\u00a0"
ISOLATES = "\u2066\u2067\u2068"
END_OF_ISOLATE = "\u2069"
# Not drawn, yet needed while lines are set: they steer direction, keep letters apart, or allow a break.
GHOSTS = frozenset(ISOLATES + END_OF_ISOLATE + "\u200e\u200f\u061c\u200b\u200c")


def paragraphs(text: str) -> list[str]:
    """The text cut at its line ends, NFC, without overrides and unseen characters, every space one of two kinds."""
    kept = _NEW_LINE.sub("\n", _OVERRIDES.sub("", text))
    return [_spaced(line) for line in unicodedata.normalize("NFC", kept).split("\n")]


def _spaced(line: str) -> str:
    return _FIRM_SPACES.sub(FIRM_SPACE, _SPACES.sub(SPACE, line))


def from_left(text: str) -> str:
    """A phone number or an address of the net, which is read from the left in every language."""
    return f"{ISOLATES[0]}{_STEERING.sub('', text)}{END_OF_ISOLATE}" if text else ""


def without_unseen(word: str) -> str:
    """The word without characters that have no shape: joiners of emoji, variation selectors, tags."""
    return _UNSEEN.sub("", word)


def plain(text: str) -> str:
    """Text for a title or for a reader's voice: one line, no controls, no steering, nothing unpaired."""
    return " ".join(_PUBLISHABLE.sub(" ", _STEERING.sub("", unicodedata.normalize("NFC", text))).split())


def turns(text: str) -> bool:
    """Whether the text holds anything written from right to left."""
    return _TURNED.search(text) is not None


def starts_right(text: str, *, otherwise: bool) -> bool:
    """Whether the first strong letter outside isolates is written from right to left."""
    depth = 0
    for char in text:
        if char in ISOLATES:
            depth += 1
        elif char == END_OF_ISOLATE:
            depth = max(0, depth - 1)
        elif depth == 0:
            kind = unicodedata.bidirectional(char)
            if kind in {"R", "AL"}:
                return True
            if kind == "L":
                return False
    return otherwise


def joined(word: str) -> str:
    """An Arabic word in the forms its letters take beside each other, in reading order; other words as they are."""
    if _ARABIC.search(word) is None:
        return word
    return str(_reshaper().reshape(word))


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # Vowel marks are part of a name; the glyph for the word Allah hides its letters from whoever searches.
    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "arabic ligature allah": False})
