"""Text at the door: how a person's words are taken in, folded for finding, and shown safely.

Everything is NFC. NUL and other C0/C1 controls are dropped (nobody typed them on purpose and they print
as boxes); bidi controls are kept, because Arabic and Hebrew writers need them, and isolated on show.
"""

import re
import unicodedata
from collections.abc import Iterable

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import ngettext

LINE_LIMIT = 500
TEXT_LIMIT = 100_000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BIDI_CONTROLS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_LETTERS_WITHOUT_MARKS = str.maketrans(
    {
        "đ": "d",
        "ø": "o",
        "ł": "l",
        "ħ": "h",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ـ": "",
        "ی": "ي",
        "ک": "ك",
    }
)
# Letters that are not seen and can make a text read otherwise than it stands: overrides, and signs without a form.
_TURN = frozenset("\u202d\u202e")
_UNSEEN = frozenset("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def clean_text(words: str, *, field: str, limit: int = TEXT_LIMIT) -> str:
    """Words of several lines as they are kept: NFC, lines ended by LF, ends trimmed. RuleBroken over `limit`."""
    kept = unicodedata.normalize("NFC", _CONTROLS.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    if len(kept) > limit:
        raise RuleBroken(
            field,
            ngettext(
                "This is {over} character longer than the {limit} that fit. Nothing was lost: shorten it and save.",
                "This is {over} characters longer than the {limit} that fit. Nothing was lost: shorten it and save.",
                len(kept) - limit,
            ).format(over=len(kept) - limit, limit=limit),
        )
    return kept


def clean_line(words: str, *, field: str, limit: int = LINE_LIMIT) -> str:
    """One line as it is kept: as `clean_text`, with every run of white space made one space."""
    return clean_text(" ".join(_CONTROLS.sub("", words).split()), field=field, limit=limit)


def fold(words: str) -> str:
    """A form for finding: no case, no marks, no bidi controls, compatibility forms joined; any script."""
    if words.isascii():  # most of what is typed: the long way gives the same, ten times slower
        return " ".join(words.lower().split())
    spread = unicodedata.normalize("NFKD", words.translate(_BIDI_CONTROLS)).casefold()
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare.translate(_LETTERS_WITHOUT_MARKS)).split())


def isolated(words: str) -> str:
    """Words wrapped so that their direction, or a stray override in them, cannot turn what stands beside."""
    return f"{_FIRST_STRONG_ISOLATE}{words.translate(_BIDI_CONTROLS)}{_POP_ISOLATE}" if words else ""


def reads_as_it_stands(words: Iterable[str]) -> bool:
    """No override, no letter without a form, and every turned stretch closed where it was opened."""
    awaited: list[str] = []
    for letter in words:
        if letter in _TURN or letter in _UNSEEN or 0xE0000 <= ord(letter) <= 0xE007F:
            return False
        if unicodedata.category(letter) == "Co":
            return False
        if letter in _OPENS:
            awaited.append(_OPENS[letter])
        elif letter in _OPENS.values() and (not awaited or awaited.pop() != letter):
            return False
    return not awaited
