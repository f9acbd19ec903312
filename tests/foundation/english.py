"""What is still English on a page or a paper that should speak another language: sentences with a translation."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"
# A sentence of so many words is found inside other words too, a shorter one only where it stands alone.
_A_SENTENCE = 4
_WORD = re.compile(r"[A-Za-z]{2,}")


@cache
def entries(language: str) -> tuple[Message, ...]:
    """Every message of a language that has an original."""
    with (LOCALE / language / "LC_MESSAGES" / "healingpartner.po").open("rb") as file:
        return tuple(message for message in read_po(file, locale=language) if message.id)


def forms(words: object) -> tuple[str, ...]:
    """The forms of a msgid or a msgstr; one, unless it counts something."""
    return (words,) if isinstance(words, str) else tuple(words)  # type: ignore[arg-type]


def english_left(text: str, language: str = "es") -> list[str]:
    """The originals that still stand in `text`, a line each."""
    there = [" ".join(line.split()) for line in text.splitlines()]
    parts = {part.strip() for line in there for part in (line, *line.split("·"))}
    whole = " ".join(there)
    return [original.words for original in _originals(language) if original.stands_in(whole, parts)]


class _Original(NamedTuple):
    """A sentence with other words in a language; `longest` is what stands longest between its places."""

    words: str
    longest: str
    pattern: re.Pattern[str]
    is_sentence: bool

    def stands_in(self, whole: str, parts: set[str]) -> bool:
        """Whether a page still says it: anywhere in `whole`, or alone in one of its `parts`."""
        # Nearly all are not there, and plain words are looked for a hundred times faster than a pattern.
        if self.longest not in whole:
            return False
        if self.is_sentence and self.pattern.search(whole):
            return True
        return any(self.pattern.fullmatch(part) for part in parts if self.longest in part)


@cache
def _originals(language: str) -> tuple[_Original, ...]:
    return tuple(_differing(language))


def _differing(language: str) -> Iterator[_Original]:
    for message in entries(language):
        for words in forms(message.id):
            spoken = len(_WORD.findall("".join(piece for piece, *_rest in Formatter().parse(words))))
            # One word between two places, as in "{least} or {most}", is found in anything that is read.
            if spoken > ("{" in words) and words not in forms(message.string):
                said = _said(words)
                longest = max((piece for piece, _name in said), key=len)
                yield _Original(words, longest, _pattern(said), spoken >= _A_SENTENCE)


def _said(words: str) -> list[tuple[str, str | None]]:
    """What stands before each place and after the last, with the name of that place."""
    return [
        (re.sub(r"\s+", " ", piece) if name else " ".join(piece.split()), name)
        for piece, name, _how, _as in Formatter().parse(words)
    ]


def _pattern(said: list[tuple[str, str | None]]) -> re.Pattern[str]:
    return re.compile("".join(re.escape(piece) + (".{1,80}" if name else "") for piece, name in said))
