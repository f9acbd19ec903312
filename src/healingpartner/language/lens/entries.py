"""What a list of the lens consists of: entries, each with its words, the reason, other words and exceptions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.language.lens.notation import Notation, Pattern


class Family(StrEnum):
    """What such words do to a person."""

    BLAMING = "blaming"  # blame or doubt what the person says
    LABEL = "label"
    AUTHORITY = "authority"
    HOPE = "hope"  # close the door on hope
    PROMISE = "promise"  # promise more than anyone can
    HERO = "hero"
    OWN = "own"  # of the practitioner's own list


class Level(StrEnum):
    """How much it matters; neither stops anybody."""

    AMBER = "amber"
    INFO = "info"


class Where(StrEnum):
    """What kind of text is being written."""

    NOTES = "notes"
    LETTERS = "letters"  # and handouts
    PLANS = "plans"


THE_WORDS = "{words}"  # among other words: what was marked, without quotation marks
PERSON = "person"  # the group of words for people; a name is read as the first of them
EVERYWHERE = frozenset(Where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Words to look for, each in the notation, and one to three others to say instead; "…" is to be filled in."""

    words: tuple[str, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the lens knows. `title`: a few of its words, to name it by.

    `unless`: phrases in which these words are right, in the same notation. `gently`: texts in which they are only
    pointed at, as nobody but the two who wrote the note need read it.
    """

    id: str
    family: Family
    level: Level
    title: str
    reason: str
    forms: tuple[Form, ...]
    unless: tuple[str, ...] = ()
    where: frozenset[Where] = EVERYWHERE
    gently: frozenset[Where] = frozenset()

    def level_in(self, where: Where) -> Level:
        """How much it matters in this kind of text."""
        return Level.INFO if where in self.gently else self.level


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The entries of one language. `groups`: words that entries share, by name, in the notation.

    What others said is left alone when it is a quotation of `verbatim_words` or more.
    """

    language: str
    entries: tuple[Entry, ...]
    groups: Mapping[str, str]
    verbatim_words: int = 6


def patterns_of(words: WordList, notation: Notation) -> Iterator[tuple[Pattern, tuple[Entry, Form]]]:
    """Every pattern of a list with the entry and the form it belongs to; BadPattern for the first that is none."""
    for entry in words.entries:
        for form in entry.forms:
            for line in form.words:
                yield notation.pattern(line), (entry, form)
