"""What a list of the lens consists of: entries, each with its words, the reason, other words and exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from healingpartner.language.lens.notation import Pattern, pattern_from


class Family(StrEnum):
    """What such words do to a person."""

    BLAMING = "blaming"  # blame or doubt what the person says
    LABEL = "label"
    AUTHORITY = "authority"
    HOPE = "hope"  # close the door on hope
    PROMISE = "promise"  # promise more than anyone can
    HERO = "hero"


class Level(StrEnum):
    """How much it matters; neither stops anybody."""

    AMBER = "amber"
    INFO = "info"


class Where(StrEnum):
    """What kind of text is being written."""

    NOTES = "notes"
    LETTERS = "letters"  # and handouts
    PLANS = "plans"


EVERYWHERE = frozenset(Where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Words to look for, each in the notation, and one to three others to say instead; "…" is to be filled in."""

    words: tuple[str, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the lens knows. `unless`: phrases in which these words are right, in the same notation."""

    id: str
    family: Family
    level: Level
    reason: str
    forms: tuple[Form, ...]
    unless: tuple[str, ...] = ()
    where: frozenset[Where] = EVERYWHERE


@dataclass(frozen=True, kw_only=True)
class WordList:
    """The entries of one language. `groups` are words the entries share; words said by others in quotation marks

    are left alone when there are `verbatim_words` of them or more.
    """

    language: str
    entries: tuple[Entry, ...]
    groups: Mapping[str, str]
    verbatim_words: int = 6

    @cached_property
    def patterns(self) -> tuple[tuple[Pattern, tuple[Entry, Form]], ...]:
        """Every pattern with the entry and the form it belongs to."""
        return tuple(
            (pattern_from(words, self.groups), (entry, form))
            for entry in self.entries
            for form in entry.forms
            for words in form.words
        )
