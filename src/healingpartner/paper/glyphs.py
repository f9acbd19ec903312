"""From characters to glyphs: for each word the first face that can write all of it, and never a lost letter.

A word that no single face can write is put together letter by letter; a character in no face becomes a
small box with its code point, and is remembered by name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category, combining, normalize

from healingpartner.paper.fonts import Face, Role, chain
from healingpartner.paper.ink import BLACK, Colour
from healingpartner.paper.letters import FIRM_SPACE, GHOSTS, SPACE, joined, without_unseen

BOX_TYPE = 0.62  # the code point in a box, beside the size of the text around it
_BOX_EDGE = 260.0  # thousandths of the type size left and right of the code point, inside and outside the frame
_TOKENS = re.compile(" +|[^ ]+")
_BREAKABLE = re.compile("[-–—/\u200b\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_OPENERS = frozenset("([{（［｛「『《〈【〔“‘")
_CLOSERS = frozenset(")]}）］｝」』》〉】〕。，、；：！？．…·ー々”’,.;:!?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one look. The text may hold anything a person can type."""

    text: str
    role: Role = Role.TEXT
    colour: Colour = BLACK


class Glyph(NamedTuple):
    """One drawn character. `face` None: a box with the code point. `width` in thousandths of the type size."""

    char: str
    face: Face | None
    width: float
    piece: int
    mark: bool


_Chosen = tuple[str, Face | None, float, bool]  # a drawn character, its face, its width, whether it is a mark


@dataclass(slots=True)
class Setter:
    """Chooses faces for the words of one document and remembers what none of them could write."""

    unprintable: dict[str, None] = field(default_factory=dict)
    _words: dict[tuple[str, tuple[Face, ...]], tuple[_Chosen, ...]] = field(default_factory=dict)

    def glyphs(self, pieces: Sequence[Piece]) -> tuple[list[Glyph], list[int]]:
        """The glyphs of one paragraph in reading order, and the places where a new line may begin."""
        glyphs: list[Glyph] = []
        breaks: list[int] = []
        for number, piece in enumerate(pieces):
            tokens = _TOKENS.findall(piece.text)
            faces = _order(tokens, chain(piece.role))
            for token in tokens:
                if token[0] == SPACE:
                    glyphs += [Glyph(SPACE, *_space(glyphs, faces), number, False)] * len(token)
                    breaks.append(len(glyphs))
                    continue
                start = len(glyphs)
                glyphs += [
                    Glyph(char, face, width, number, mark) for char, face, width, mark in self._word(token, faces)
                ]
                if _BREAKABLE.search(token):
                    breaks += _inner_breaks(glyphs, start)
        return glyphs, breaks

    def _word(self, word: str, faces: tuple[Face, ...]) -> tuple[_Chosen, ...]:
        known = self._words.get((word, faces))
        if known is None:
            known = tuple(self._chosen(joined(without_unseen(word)), faces))
            if len(word) < 40:
                self._words[word, faces] = known
        return known

    def _chosen(self, word: str, faces: tuple[Face, ...]) -> Iterable[_Chosen]:
        seen = _seen(word)
        whole = next((face for face in faces if all(map(face.covers, seen))), None)
        last = whole or faces[0]
        for char in word:
            if char in GHOSTS:
                yield char, last, 0.0, False
            elif char == FIRM_SPACE:
                yield FIRM_SPACE, last, last.width(SPACE), False
            elif whole:
                yield char, whole, whole.width(char), _is_mark(char)
            else:
                for drawn, face in self._alone(char, faces, last):
                    last = face or last
                    yield drawn, face, self._width(drawn, face), _is_mark(drawn)

    def _alone(self, char: str, faces: tuple[Face, ...], last: Face) -> Iterable[tuple[str, Face | None]]:
        face = next((face for face in ((last, *faces) if _is_mark(char) else faces) if face.covers(char)), None)
        if face is None:
            # A joined form that the face lacks is written by the letters it stands for.
            letters = normalize("NFKC", char)
            if letters != char and all(any(one.covers(letter) for one in faces) for letter in letters):
                return [(letter, next(one for one in faces if one.covers(letter))) for letter in letters]
            self.unprintable[code_point(char)] = None
        return [(char, face)]

    def _width(self, char: str, face: Face | None) -> float:
        if face is not None:
            return face.width(char)
        label = chain(Role.TEXT)[0]
        return sum(map(label.width, code_point(char))) * BOX_TYPE + 2 * _BOX_EDGE


def _order(tokens: Sequence[str], faces: tuple[Face, ...]) -> tuple[Face, ...]:
    """The faces to try. Where one word in three needs the second, it leads: a name is not set in two faces."""
    first, second, *others = faces
    words = [token for token in tokens if token[0] != SPACE]
    needy = sum(not all(map(first.covers, _seen(word))) and all(map(second.covers, _seen(word))) for word in words)
    return (second, first, *others) if needy * 3 >= len(words) and needy else faces


def _seen(word: str) -> list[str]:
    return [char for char in dict.fromkeys(word) if char not in GHOSTS and char != FIRM_SPACE]


def _space(before: Sequence[Glyph], faces: tuple[Face, ...]) -> tuple[Face, float]:
    face = next((glyph.face for glyph in before[-1:] if glyph.face), None) or faces[0]
    if not face.covers(SPACE) or face is faces[-1]:  # the space among emoji is as wide as they are
        face = faces[0]
    return face, face.width(SPACE)


def code_point(char: str) -> str:
    """The name of a character by its number: U+0378."""
    return f"U+{ord(char):04X}"


def _is_mark(char: str) -> bool:
    return combining(char) != 0 or category(char) in {"Mn", "Me"}


def _inner_breaks(glyphs: Sequence[Glyph], start: int) -> Iterable[int]:
    """Inside a word: after a hyphen between letters, where a break is invited, and beside wide characters."""
    for at in range(start + 1, len(glyphs)):
        char, before = glyphs[at].char, glyphs[at - 1].char
        if glyphs[at].mark or char in _CLOSERS or before in _OPENERS:
            continue
        after_hyphen = before in "-–—/" and at - 1 > start and glyphs[at - 2].char.isalnum() and char.isalnum()
        if before == "\u200b" or after_hyphen or _WIDE.match(char) or _WIDE.match(before):
            yield at
