"""Names of any script: which one is shown, and how it is folded for finding."""

import re
import unicodedata

from healingpartner.foundation.text import fold, isolated

_LONG_WORD = 16
_WORD = re.compile(r"[^\s\-\u2010]+")
_WRITTEN = frozenset("LNS")  # letters, numbers, symbols (an emoji is a symbol)


def shown_name(legal_name: str, preferred_name: str) -> str:
    """The name a person asked for, or else the one in their papers."""
    return preferred_name or legal_name


def short_name(name: str, most: int = 28) -> str:
    """A name for a caption or a button: shortened where it is very long, and isolated from the words around it."""
    return isolated(breakable(name if len(name) <= most else name[: most - 1].rstrip() + "…"))


def breakable(name: str) -> str:
    """The name with places where a very long word may break; in scripts whose letters do not join."""
    return _WORD.sub(lambda word: _breakable_word(word[0]) if len(word[0]) > _LONG_WORD else word[0], name)


def _breakable_word(word: str) -> str:
    if not unicodedata.name(word[0], "").startswith(("LATIN", "GREEK", "CYRILLIC")):
        return word
    parts = [word[at : at + _LONG_WORD] for at in range(0, len(word), _LONG_WORD)]
    return "\u200b".join(parts)


def folded_names(*names: str) -> str:
    """All of a person's names folded for the filter, the shown one first, parted by line feeds."""
    return "\n".join(dict.fromkeys(folded for name in names if (folded := fold(name) or name)))


def can_be_seen(name: str) -> bool:
    """Whether anything of the name would show: direction marks and joiners alone would not."""
    return any(unicodedata.category(letter)[0] in _WRITTEN for letter in name)


def matches(folded: str, wanted: tuple[str, ...]) -> bool:
    """Whether every folded word that is looked for stands somewhere in a person's folded names."""
    return all(word in folded for word in wanted)


def wanted_words(typed: str) -> tuple[str, ...]:
    """What was typed into a filter, folded and parted at spaces."""
    return tuple(fold(typed).split())
