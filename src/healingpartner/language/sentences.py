"""Where sentences and words begin and end, for any language written in letters with full stops."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?]+[\"”’»)]*(?=\s|\Z)|\n{2,}|\n(?=[ \t]*(?:[-–•*]|\d+[.)])[ \t])")
_NO_END_AFTER = {"dr", "mr", "mrs", "ms", "st", "vs", "e.g", "i.e", "sr", "sra", "dra", "ud", "uds", "p", "p.ej"}
_LAST_WORD = re.compile(r"[^\s(\[“\"]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence or a word and where it stands: `text` is the whole text's [start:end]."""

    text: str
    start: int
    end: int


def sentences_in(text: str) -> tuple[Piece, ...]:
    """The sentences that have a word in them. A paragraph or a point of a list ends one, as a full stop does."""
    found, start = [], 0
    for end in _ends(text):
        piece = text[start:end]
        if _WORD.search(piece):
            left = start + len(piece) - len(piece.lstrip())
            found.append(Piece(text=piece.strip(), start=left, end=left + len(piece.strip())))
            start = end
    return tuple(found)


def words_in(text: str) -> tuple[Piece, ...]:
    """The words, without numbers and signs; a word with a hyphen or an apostrophe is one."""
    return tuple(Piece(text=m.group(), start=m.start(), end=m.end()) for m in _WORD.finditer(text))


def counted_words(text: str, leave_out: Collection[str]) -> tuple[Piece, ...]:
    """The words, but for those in `leave_out` (names of people, medicines, places), whatever their case."""
    unwanted = {word.casefold() for name in leave_out for word in _WORD.findall(name)}
    return tuple(word for word in words_in(text) if word.text.casefold() not in unwanted)


def looks_like_a_name(word: str, *, begins_sentence: bool) -> bool:
    """Whether a word is written as a name or an abbreviation is: CT, Amara, DiMaggio."""
    if len(word) > 1 and word.isupper():
        return True
    return any(letter.isupper() for letter in (word[1:] if begins_sentence else word)) and word != "I"


def _ends(text: str) -> Iterator[int]:
    for end in _END.finditer(text):
        before = _LAST_WORD.search(text, 0, end.start())
        if end.group() == "." and before and before.group().casefold() in _NO_END_AFTER:
            continue
        yield end.end()
    yield len(text)
