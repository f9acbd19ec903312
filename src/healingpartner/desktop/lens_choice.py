"""What the practitioner chose of the lens on words: whether it looks at all, and what it is to leave alone.

One choice holds for every text field, as one set of colours holds for every page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from healingpartner.desktop.settings_store import Settings
from healingpartner.foundation.words import spoken
from healingpartner.language.lens.entries import Entry
from healingpartner.language.lens.lists import language_of, word_list
from healingpartner.language.lens.looking import Lens
from healingpartner.language.lens.own import with_own


@dataclass(frozen=True, slots=True, kw_only=True)
class LensChoice:
    """`silenced`: ids of entries, whatever the language of their list; `own`: what the practitioner added.

    Each own entry stands beside the language of its list.
    """

    looks: bool = True
    silenced: frozenset[str] = frozenset()
    own: tuple[tuple[str, Entry], ...] = ()


_in_force = LensChoice()


def now() -> LensChoice:
    """The choice in force."""
    return _in_force


def put_in_force(choice: LensChoice) -> None:
    """Let this choice hold from now on; fields that stand ask again as soon as they look next."""
    global _in_force  # noqa: PLW0603 - one practitioner, one choice
    _in_force = choice


def choose(settings: Settings) -> None:
    """Let hold what this computer remembers of it."""
    values = settings.values
    put_in_force(LensChoice(looks=values.lens, silenced=frozenset(values.lens_silenced), own=_in_force.own))


def take_own(own: Sequence[tuple[str, Entry]]) -> None:
    """Let hold what the open practice keeps of own words; nothing of it when it is locked."""
    put_in_force(replace(_in_force, own=tuple(own)))


def chosen_lens() -> Lens | None:
    """The lens for the language of the screen; None when it is switched off, or when that language has no list."""
    language = language_of(spoken().locale)
    return _lens_of(language, _in_force) if language is not None and _in_force.looks else None


@lru_cache(maxsize=4)
def _lens_of(language: str, choice: LensChoice) -> Lens:
    own = [entry for tongue, entry in choice.own if tongue == language]
    return Lens(with_own(word_list(language), own), silenced=choice.silenced)
