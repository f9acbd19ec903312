"""Words to look at as the practitioner wrote them down, and as they are kept."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant

ALL_TEXTS = ("letters", "notes", "plans")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAsked:
    """What was written into the form: words in the notation of the lens, one to three others, and why.

    `level` and `where` by their names in the lens; `language`: of the list they are added to.
    """

    language: str
    words: str
    instead: tuple[str, ...]
    reason: str = ""
    level: str = "info"
    where: tuple[str, ...] = ALL_TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """One own entry as it now stands. `set_aside`: kept, and not looked for any more."""

    id: str
    asked: WordsAsked
    set_aside: bool
    kept: Instant
