"""A paragraph as the lens reads it: its words with their places, and what stands in quotation marks.

Every place is an index into the text as it was given, in any script; nothing is cut out or changed on the way.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

# Possessive, so that no text however made can send it back over what it has read.
_WORD = re.compile("[^\\W_]++(?:['’][^\\W_]++|[\u0300-\u036f]++[^\\W_]*+)*+")
# Signs that may stand between the words of one phrase; no mark reaches beyond any other.
_BESIDE = re.compile("[\\s\\-‐‑–/%\"'“”‘’«»*_(]*+")
_SENTENCE_ENDS = re.compile(r"[.!?;…]|\n")
_MAY_BE_CUT = re.compile("[.!?][\"'”’»)]*\\s+|\n[ \\t]*\n")
_QUOTES = re.compile("[\"“”„«»'‘’]")
_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'’", "‘": "'’"}
_SHORT, _LONG = 200, 4_000
_MOST_QUOTES = 4_000  # more than any note has; beyond them nothing is a quotation
_SINGLE, _APOSTROPHES = "'‘", "'‘’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks: `first` and `count` are of words, `start` and `end` of the text with its marks."""

    start: int
    end: int
    first: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words by number: where each starts and ends, and its key (no capitals, composed) by which it is compared."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    vocabulary: frozenset[str]
    quotations: tuple[Quotation, ...]

    def beside(self, word: int) -> bool:
        """Whether the next word follows so closely that both can be of one phrase."""
        between = self.text[self.ends[word] : self.starts[word + 1]]
        return between == " " or (between.count("\n") < 2 and _BESIDE.fullmatch(between) is not None)

    def same_sentence(self, word: int) -> bool:
        """Whether the next word is of the same sentence."""
        return _SENTENCE_ENDS.search(self.text, self.ends[word], self.starts[word + 1]) is None

    def handed_on(self, word: int) -> bool:
        """Whether the word stands in a line that begins with ">", as letters of others are quoted."""
        return _is_handed_on(self.text, self.text.rfind("\n", 0, self.starts[word]) + 1)

    def quotation_at(self, word: int) -> Quotation | None:
        """The quotation in which a word stands."""
        near = bisect_right(self.quotations, word, key=_first_of) - 1
        found = self.quotations[near] if near >= 0 else None
        return found if found is not None and word < found.first + found.count else None


def read(text: str, *, names: Collection[str] = (), person: str = "") -> Paragraph:
    """The paragraph of a text, read once from left to right.

    `names`: keys of a person's names, which are read as the word `person` where they begin with a capital.
    """
    starts, ends, keys = [], [], []
    for word in _WORD.finditer(text):
        key = key_of(word.group())
        starts.append(word.start())
        ends.append(word.end())
        keys.append(person if key in names and word.group()[0].isupper() else key)
    return Paragraph(
        text=text, starts=tuple(starts), ends=tuple(ends), keys=tuple(keys), vocabulary=frozenset(keys),
        quotations=tuple(_quotations(text, starts)),
    )  # fmt: skip


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """(where it starts, its text) of a few sentences each; no mark and no quotation is cut in two.

    Each can be read by itself, so that of a long note only the piece being typed is read again. What has no end of
    a sentence for thousands of letters is no sentence, and is cut at a space.
    """
    start, at, line, spans = 0, _SHORT, 0, list(_spans(text))
    while (cut := _MAY_BE_CUT.search(text, at)) is not None:
        line = max(line, text.rfind("\n", start, cut.start()) + 1)
        near = bisect_right(spans, cut.start(), key=_span_start) - 1
        if near >= 0 and spans[near][1] > cut.end():
            at = spans[near][1] - 1
        elif "\n" not in cut.group() and _is_handed_on(text, line):
            at = text.find("\n", cut.end())
            if at < 0:
                break
        else:
            yield from _no_longer(start, text[start : cut.end()])
            start, at = cut.end(), cut.end() + _SHORT
    if start < len(text):
        yield from _no_longer(start, text[start:])


def key_of(word: str) -> str:
    """The form in which words are compared: casefolded and composed, with one kind of apostrophe."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.casefold().replace("’", "'"))


def without_marks(key: str) -> str:
    """A word as it is typed in haste: adicción, adiccion."""
    if key.isascii():
        return key
    spread = unicodedata.normalize("NFD", key)
    return unicodedata.normalize("NFC", "".join(letter for letter in spread if not unicodedata.combining(letter)))


def _no_longer(start: int, piece: str) -> Iterator[tuple[int, str]]:
    while len(piece) > _LONG:
        cut = piece.rfind(" ", _LONG // 2, _LONG) + 1 or _LONG
        yield start, piece[:cut]
        start, piece = start + cut, piece[cut:]
    yield start, piece


def _quotations(text: str, starts: list[int]) -> Iterator[Quotation]:
    for start, end in _spans(text):
        first = bisect_left(starts, start)
        yield Quotation(start=start, end=end, first=first, count=bisect_left(starts, end) - first)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each closed quotation with its marks, the outermost only; one that is left open is none."""
    opened, at = "", 0
    for place in islice(_quotes(text), _MOST_QUOTES):
        mark = text[place]
        if opened and mark in _CLOSED_BY[opened] and (opened not in _SINGLE or _can_close(text, place)):
            yield at, place + 1
            opened = ""
        elif mark in _CLOSED_BY and (not opened or opened in _SINGLE) and _can_open(text, place):
            opened, at = mark, place


def _quotes(text: str) -> Iterator[int]:
    """Where quotation marks stand; an apostrophe between two letters is none."""
    for sign in _QUOTES.finditer(text):
        place = sign.start()
        if not (
            text[place] in _APOSTROPHES and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
        ):
            yield place


def _span_start(span: tuple[int, int]) -> int:
    return span[0]


def _first_of(quotation: Quotation) -> int:
    return quotation.first


def _is_handed_on(text: str, line: int) -> bool:
    return text[line : line + 9].lstrip().startswith(">")


def _can_open(text: str, at: int) -> bool:
    """An apostrophe inside a word and the sign for inches open nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _can_close(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
