"""What the practitioner chose of the lens on words: whether it looks at all, and what it is to leave alone.

One choice holds for every text field, as one set of colours holds for every page.
"""

from dataclasses import dataclass

from healingpartner.foundation.words import spoken
from healingpartner.language.lens.lists import language_of, lens
from healingpartner.language.lens.looking import Lens


@dataclass(frozen=True, slots=True, kw_only=True)
class LensChoice:
    """`silenced`: ids of entries, whatever the language of the list they stand in."""

    looks: bool = True
    silenced: frozenset[str] = frozenset()


_in_force = LensChoice()


def now() -> LensChoice:
    """The choice in force."""
    return _in_force


def put_in_force(choice: LensChoice) -> None:
    """Let this choice hold from now on; fields that stand ask again as soon as they look next."""
    global _in_force  # noqa: PLW0603 - one practitioner, one choice
    _in_force = choice


def chosen_lens() -> Lens | None:
    """The lens for the language of the screen; None when it is switched off, or when that language has no list."""
    language = language_of(spoken().locale)
    return lens(language, _in_force.silenced) if language is not None and _in_force.looks else None
