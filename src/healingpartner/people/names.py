"""Names of any script: which one is shown, how it is folded for finding, and two letters for an avatar."""

import unicodedata

from healingpartner.foundation.text import fold

_WIDE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_WRITTEN = frozenset("LNS")  # letters, numbers, symbols (an emoji is a symbol)
_NOTHING = "·"


def shown_name(legal_name: str, preferred_name: str) -> str:
    """The name a person asked for, or else the one in their papers."""
    return preferred_name or legal_name


def folded_names(*names: str) -> str:
    """All of a person's names folded for the filter, the shown one first, parted by line feeds."""
    return "\n".join(dict.fromkeys(folded for name in names if (folded := fold(name) or name)))


def can_be_seen(name: str) -> bool:
    """Whether anything of the name would show: direction marks and joiners alone would not."""
    return any(unicodedata.category(letter)[0] in _WRITTEN for letter in name)


def initials(name: str) -> str:
    """One or two characters that stand for a name: first of the first and of the last word; one for Chinese,
    Japanese and Korean names; a dot when nothing can be shown.
    """
    firsts = [found for word in name.split() if (found := _first_written(word))]
    if not firsts:
        return _NOTHING
    if len(firsts) == 1 or unicodedata.name(firsts[0][0], "").startswith(_WIDE):
        return firsts[0].upper()
    return (firsts[0] + firsts[-1]).upper()


def _first_written(word: str) -> str:
    for place, letter in enumerate(word):
        if unicodedata.category(letter)[0] in _WRITTEN:
            end = place + 1
            while end < len(word) and unicodedata.combining(word[end]) and end - place < 4:
                end += 1
            return word[place:end]
    return ""


def matches(folded: str, wanted: tuple[str, ...]) -> bool:
    """Whether every folded word that is looked for stands somewhere in a person's folded names."""
    return all(word in folded for word in wanted)


def wanted_words(typed: str) -> tuple[str, ...]:
    """What was typed into a filter, folded and parted at spaces."""
    return tuple(fold(typed).split())
