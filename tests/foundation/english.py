"""What is still English on a page or a paper that should speak another language: sentences with a translation."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

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
    return [
        original
        for original, pattern, is_sentence in _originals(language)
        if (is_sentence and pattern.search(whole)) or any(pattern.fullmatch(part) for part in parts)
    ]


@cache
def _originals(language: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    return tuple(_differing(language))


def _differing(language: str) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    for message in entries(language):
        for original in forms(message.id):
            spoken = len(_WORD.findall("".join(words for words, *_rest in Formatter().parse(original))))
            # One word between two places, as in "{least} or {most}", is found in anything that is read.
            if spoken > ("{" in original) and original not in forms(message.string):
                yield original, _pattern(original), spoken >= _A_SENTENCE


def _pattern(original: str) -> re.Pattern[str]:
    made = "".join(
        re.escape(" ".join(words.split()) if not name else re.sub(r"\s+", " ", words)) + (".{1,80}" if name else "")
        for words, name, _how, _as in Formatter().parse(original)
    )
    return re.compile(made)
