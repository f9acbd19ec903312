"""How words to look for are written down: a small notation of whole words, so that no pattern can run away.

    "no hope"           these words beside each other, with or without a hyphen, in small letters or capitals
    "deny/denies"       one of these words           "complian*"   begins so       "*statin"   ends so
    "the/a?"            a word that may be missing   "..3"         up to three other words of the same sentence
    "@person"           a group of words that the list names elsewhere
    "{failed} drug/diet"  only what is in braces is marked; the rest must stand beside it
    the "1-2"           a quotation of one to two words
    "=falló"            with its marks alone; without the sign, words typed without their marks are found too

A pattern begins with a word. It is matched word by word, and the tries at one place are bounded by its length.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from healingpartner.language.lens.paragraph import Paragraph, key_of, without_marks

MOST_PARTS, MOST_GAPS, WIDEST_GAP, SHORTEST_BEGINNING = 12, 2, 5, 3

_GAP = re.compile(r"\.\.([1-9])\Z")
_QUOTED = re.compile(r'"([1-9])-([1-9])"\Z')
_WORD = re.compile(r"=?(?:\*[^\W_]{2,}|[^\W_]+(?:'[^\W_]+)*\*?)\Z")
_MEMO = 20_000

Thing = TypeVar("Thing")
Places = tuple[tuple[int, int] | None, ...]


class BadPattern(ValueError):
    """A pattern that cannot be read; the word it stumbled over is its only argument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """A word out of several, whole, by its beginning or by its end."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    may_be_missing: bool

    def takes(self, key: str) -> bool:
        """Whether this is one of the words."""
        return key in self.words or key.startswith(self.beginnings) or key.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind."""

    most: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of so many words."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Parts in their order; `marked` are the first and the last part that a mark covers.

    `needs`: words of which one is in every text where it can be found, so that most need not be followed.
    """

    parts: tuple[OneOf | Gap | Quoted, ...]
    marked: tuple[int, int]
    needs: frozenset[str] = frozenset()

    @property
    def first(self) -> OneOf:
        """The word it begins with."""
        part = self.parts[0]
        if not isinstance(part, OneOf):
            raise TypeError("a pattern begins with a word")
        return part

    @property
    def marks_quotation(self) -> bool:
        """Whether the mark is on a quotation, and so on its quotation marks too."""
        return any(isinstance(part, Quoted) for part in self.parts[self.marked[0] : self.marked[1] + 1])

    def found_at(self, text: Paragraph, word: int) -> tuple[range, range] | None:
        """Where it is found when it begins at this word: all its words, and those of them to be marked."""
        if self.needs and self.needs.isdisjoint(text.vocabulary):
            return None
        places = self._follow(text, 0, word)
        if places is None:
            return None
        taken = [place for place in places if place is not None]
        inside = [place for place in places[self.marked[0] : self.marked[1] + 1] if place is not None]
        if not inside:
            return None
        return range(taken[0][0], taken[-1][1] + 1), range(inside[0][0], inside[-1][1] + 1)

    def _follow(self, text: Paragraph, number: int, word: int) -> Places | None:
        """The place of each part from `number` on when the next word to be taken is `word`."""
        if number == len(self.parts):
            return ()
        part = self.parts[number]
        if isinstance(part, Gap):
            return self._across(text, number, word, part.most)
        reached = _reach(text, part, word) if number == 0 or self._joined(text, number, word) else 0
        if reached:
            rest = self._follow(text, number + 1, word + reached)
            if rest is not None:
                return ((word, word + reached - 1), *rest)
        if isinstance(part, OneOf) and part.may_be_missing:
            rest = self._follow(text, number + 1, word)
            return None if rest is None else (None, *rest)
        return None

    def _across(self, text: Paragraph, number: int, word: int, most: int) -> Places | None:
        for skipped in range(most + 1):
            if word + skipped > len(text.keys) or (skipped and not text.same_sentence(word + skipped - 2)):
                return None
            rest = self._follow(text, number + 1, word + skipped)
            if rest is not None:
                return (None, *rest)
        return None

    def _joined(self, text: Paragraph, number: int, word: int) -> bool:
        """After a gap a comma may stand; otherwise words have to follow each other closely."""
        if word >= len(text.keys):
            return False
        after_gap = isinstance(self.parts[number - 1], Gap)
        return text.same_sentence(word - 1) if after_gap else text.beside(word - 1)


class Index(Generic[Thing]):
    """Things by the word that their pattern begins with, so that most words of a text are passed over at once."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Thing]]) -> None:
        """Keeps the order in which the patterns are given."""
        self._whole: dict[str, list[tuple[Pattern, Thing]]] = {}
        self._beginnings: dict[str, list[tuple[Pattern, Thing]]] = {}
        self._known: dict[str, tuple[tuple[Pattern, Thing], ...]] = {}
        for pair in patterns:
            for word in pair[0].first.words:
                self._whole.setdefault(word, []).append(pair)
            for beginning in pair[0].first.beginnings:
                self._beginnings.setdefault(beginning, []).append(pair)

    def beginning_with(self, key: str) -> tuple[tuple[Pattern, Thing], ...]:
        """Every pattern that can begin with this word."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MEMO:
                self._known.clear()
            found = self._known[key] = self._search(key)
        return found

    def _search(self, key: str) -> tuple[tuple[Pattern, Thing], ...]:
        found = list(self._whole.get(key, ()))
        for length in range(SHORTEST_BEGINNING, min(len(key), 40) + 1):
            found += self._beginnings.get(key[:length], ())
        return tuple(found)


class Notation:
    """The notation with the groups of one list; what many patterns share is read once."""

    def __init__(self, groups: Mapping[str, str] | None = None) -> None:
        """`groups`: words by the name that stands after the @."""
        self._groups = groups or {}
        self._read: dict[str, OneOf | Gap | Quoted] = {}

    def pattern(self, line: str) -> Pattern:
        """The pattern of one line; BadPattern with the word that cannot be read."""
        parts: list[OneOf | Gap | Quoted] = []
        opens, closes = None, None
        for word in line.split():
            bare = word
            if bare.startswith("{"):
                opens, bare = len(parts), bare[1:]
            if bare.endswith("}"):
                closes, bare = len(parts), bare[:-1]
            if bare not in self._read:
                self._read[bare] = _part(bare, self._groups)
            parts.append(self._read[bare])
        _check(line, parts)
        if (opens is None) != (closes is None):
            raise BadPattern(line)
        marked = (0, len(parts) - 1) if opens is None or closes is None else (opens, closes)
        return Pattern(parts=tuple(parts), marked=marked, needs=_needed(parts[1:]))


def _reach(text: Paragraph, part: OneOf | Quoted, word: int) -> int:
    """How many words the part takes here; nought when it is not here."""
    if word >= len(text.keys):
        return 0
    if isinstance(part, OneOf):
        return int(part.takes(text.keys[word]))
    quotation = text.quotation_at(word)
    fits = quotation is not None and quotation.first == word and part.least <= quotation.count <= part.most
    return quotation.count if quotation is not None and fits else 0


def _needed(parts: Iterable[OneOf | Gap | Quoted]) -> frozenset[str]:
    """The shortest set of whole words that must be there."""
    whole = [
        part.words
        for part in parts
        if isinstance(part, OneOf) and not (part.may_be_missing or part.beginnings or part.endings)
    ]
    return min(whole, key=len, default=frozenset())


def _part(word: str, groups: Mapping[str, str]) -> OneOf | Gap | Quoted:
    if gap := _GAP.match(word):
        return Gap(int(gap[1]))
    if quoted := _QUOTED.match(word):
        return Quoted(int(quoted[1]), int(quoted[2]))
    missing = word.endswith("?")
    whole, beginnings, endings = set(), set(), set()
    for one in _spelled_out(word.removesuffix("?"), groups):
        if not _WORD.match(one):
            raise BadPattern(word)
        key = key_of(one.removeprefix("="))
        forms = {key} if one.startswith("=") else {key, without_marks(key)}
        if key.startswith("*"):
            endings |= {form[1:] for form in forms}
        elif key.endswith("*"):
            beginnings |= {form[:-1] for form in forms}
        else:
            whole |= forms
    return OneOf(
        words=frozenset(whole), beginnings=tuple(sorted(beginnings)), endings=tuple(sorted(endings)),
        may_be_missing=missing,
    )  # fmt: skip


def _spelled_out(word: str, groups: Mapping[str, str]) -> list[str]:
    found = []
    for one in word.split("/"):
        if one.startswith("@"):
            if one[1:] not in groups:
                raise BadPattern(one)
            found += groups[one[1:]].split("/")
        else:
            found.append(one)
    return found


def _check(notation: str, parts: list[OneOf | Gap | Quoted]) -> None:
    """It begins and ends with words, and can neither be found everywhere nor take long."""
    if not parts or len(parts) > MOST_PARTS or sum(isinstance(part, Gap) for part in parts) > MOST_GAPS:
        raise BadPattern(notation)
    first = parts[0]
    if not isinstance(first, OneOf) or first.may_be_missing or first.endings or isinstance(parts[-1], Gap):
        raise BadPattern(notation)
    if any(len(beginning) < SHORTEST_BEGINNING for beginning in first.beginnings):
        raise BadPattern(notation)
    if any(isinstance(part, Gap) and part.most > WIDEST_GAP for part in parts):
        raise BadPattern(notation)
