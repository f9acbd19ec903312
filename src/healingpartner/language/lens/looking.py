"""Looking through the lens: a text in, marks out. Nothing of the text is kept but what the reader remembers of it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from healingpartner.language.lens.entries import (
    PERSON,
    THE_WORDS,
    Entry,
    Family,
    Form,
    Level,
    Where,
    WordList,
    patterns_of,
)
from healingpartner.language.lens.notation import MOST_PARTS, Index, Notation, OneOf, Pattern
from healingpartner.language.lens.paragraph import Paragraph, pieces, read

MOST_MARKS = 200  # nobody reads more, and a text made to harm must end too
_BEFORE = MOST_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to look at: `text[start:end]`, the entry they belong to, why, and one to three others."""

    start: int
    end: int
    words: str
    entry_id: str
    family: Family
    level: Level
    reason: str
    instead: tuple[str, ...]


class Lens:
    """A list of words, made ready once for looking through many texts."""

    def __init__(self, words: WordList, *, silenced: Collection[str] = ()) -> None:
        """`silenced`: ids of entries that the practitioner does not want to see."""
        self.language = words.language
        self.ids = frozenset(entry.id for entry in words.entries)
        self.person = words.groups.get(PERSON, "").partition("/")[0]
        self._verbatim = words.verbatim_words
        notation = Notation(words.groups)
        self._index = Index(pair for pair in patterns_of(words, notation) if pair[1][0].id not in silenced)
        self._unless = {
            entry.id: Index((notation.pattern(one), None) for one in entry.unless)
            for entry in words.entries
            if entry.unless
        }

    def look(
        self, text: str, where: Where, *, own_words: Iterable[str] = (), names: Iterable[str] = ()
    ) -> tuple[Mark, ...]:
        """The marks of a text, in their order and never one upon another; at most `MOST_MARKS`.

        `own_words`: what the person calls themself; these words are theirs and are never marked. `names`: what they
        are called, so that "Mira failed" is read as "the patient failed".
        """
        return Reader(self, where, own_words=own_words, names=names).look(text)

    def marks_in(self, paragraph: Paragraph, where: Where, own: Index[None], most: int) -> tuple[Mark, ...]:
        """The marks of one paragraph, with places in that paragraph."""
        found: list[tuple[Mark, range]] = []
        for mark, taken in self._hits(paragraph, where, own):
            if found and found[-1][1].stop > taken.start:
                if _weight(mark) > _weight(found[-1][0]):
                    found[-1] = (mark, taken)
            elif len(found) == most:
                break
            else:
                found.append((mark, taken))
        return tuple(mark for mark, _taken in found)

    def _hits(self, text: Paragraph, where: Where, own: Index[None]) -> Iterator[tuple[Mark, range]]:
        hits = []
        for word, key in enumerate(text.keys):
            for pattern, (entry, form) in self._index.beginning_with(key):
                if where in entry.where and (found := pattern.found_at(text, word)) is not None:
                    hits.append((found[1], pattern, entry, form))
        hits.sort(key=lambda hit: (hit[0].start, -len(hit[0])))
        for marked, pattern, entry, form in hits:
            if not self._is_right_here(text, marked, entry, own):
                yield _mark(text, marked, pattern, form, entry, entry.level_in(where)), marked

    def _is_right_here(self, text: Paragraph, marked: range, entry: Entry, own: Index[None]) -> bool:
        """Whether it is another's own words, the person's name for themself, or one of the exceptions."""
        quotation = text.quotation_at(marked.start)
        if (quotation is not None and quotation.count >= self._verbatim) or text.handed_on(marked.start):
            return True
        unless = self._unless.get(entry.id)
        return _covered(text, marked, own) or (unless is not None and _covered(text, marked, unless))


class Reader:
    """One text being written: it remembers the marks of a few sentences at a time, so that a key typed costs those."""

    def __init__(self, lens: Lens, where: Where, *, own_words: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """As `Lens.look`."""
        self._lens, self._where = lens, where
        self._names = frozenset(key for name in names for key in read(name).keys) if lens.person else frozenset()
        self._own = own_index(own_words)
        self._known: dict[str, tuple[Mark, ...]] = {}
        self.marks: tuple[Mark, ...] = ()

    def look(self, text: str) -> tuple[Mark, ...]:
        """As `Lens.look`."""
        for _piece in self.steps(text):
            pass
        return self.marks

    def steps(self, text: str) -> Iterator[None]:
        """The same in steps of a few milliseconds at most, for a screen that has to answer; then see `marks`."""
        marks: list[Mark] = []
        known = {}
        for start, words in pieces(text):
            inside = self._known.get(words)
            if inside is None:
                paragraph = read(words, names=self._names, person=self._lens.person)
                inside = self._known[words] = self._lens.marks_in(paragraph, self._where, self._own, MOST_MARKS)
                yield
            known[words] = inside
            if inside and len(marks) < MOST_MARKS:
                marks += [replace(one, start=one.start + start, end=one.end + start) for one in inside]
        self._known, self.marks = known, tuple(marks[:MOST_MARKS])


def own_index(own_words: Iterable[str]) -> Index[None]:
    """The words a person chose for themself, ready to be found."""
    found = []
    for words in own_words:
        keys = read(words).keys[:MOST_PARTS]
        if keys:
            found.append((_of_words(keys), None))
    return Index(found)


def _of_words(keys: tuple[str, ...]) -> Pattern:
    parts = tuple(OneOf(words=frozenset({key}), beginnings=(), endings=(), may_be_missing=False) for key in keys)
    return Pattern(parts=parts, marked=(0, len(parts) - 1))


def _covered(text: Paragraph, marked: range, by: Index[None]) -> bool:
    """Whether a phrase of `by` is found that touches the marked words."""
    for word in range(max(0, marked.start - _BEFORE), marked.stop):
        for pattern, _none in by.beginning_with(text.keys[word]):
            found = pattern.found_at(text, word)
            if found is not None and found[0].stop > marked.start and found[0].start < marked.stop:
                return True
    return False


def _mark(text: Paragraph, marked: range, pattern: Pattern, form: Form, entry: Entry, level: Level) -> Mark:
    start, end = text.starts[marked.start], text.ends[marked.stop - 1]
    inside = text.text[start:end]
    quotation = text.quotation_at(marked.start) if pattern.marks_quotation else None
    if quotation is not None:
        start, end = quotation.start, quotation.end
    instead = tuple(_begun_as(inside, one.replace(THE_WORDS, inside)) for one in form.instead)
    return Mark(
        start=start, end=end, words=text.text[start:end], entry_id=entry.id, family=entry.family, level=level,
        reason=entry.reason, instead=instead,
    )  # fmt: skip


def _begun_as(words: str, other: str) -> str:
    """With a capital where the words had one; a word all in capitals says nothing of its beginning."""
    first = words.split(maxsplit=1)[0]
    if first[0].isupper() and (len(first) == 1 or not first.isupper()):
        return other[:1].upper() + other[1:]
    return other


def _weight(mark: Mark) -> tuple[bool, int]:
    return mark.level is Level.AMBER, mark.end - mark.start
