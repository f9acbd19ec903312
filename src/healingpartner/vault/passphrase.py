"""The passphrase: how it becomes bytes, how strong it is in plain words, and a suggestion of six words.

Strength is guessed by zxcvbn (Wheeler, USENIX Security 2016) from the first 72 characters: it grows slow on
more, and more only helps.
"""

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.paths import resource
from healingpartner.foundation.words import N_, _, ngettext

FIELD = "passphrase"
LEAST_LENGTH = 12
MOST_LENGTH = 1024
STRONG_ENOUGH = 3
SUGGESTED_WORDS = 6
_LOOKED_AT = 72

_SAID = (
    N_("Very easy to guess."),
    N_("Easy to guess."),
    N_("Could be guessed with some effort."),
    N_("Hard to guess."),
    N_("Very hard to guess."),
)
_ADVICE = {
    "repeat": N_("Repeating a character or a word adds little. Add another word instead."),
    "sequence": N_("Rows such as abc or 2468 are tried first. Add a word nobody would expect."),
    "spatial": N_("Neighbouring keys are tried first. Use words instead."),
    "date": N_("Dates and years are tried first. Leave them out."),
    "regex": N_("Dates and years are tried first. Leave them out."),
    "dictionary": N_("A known word or name alone is tried first. Put several that do not belong together."),
}
_LONGER = N_("Add another word or two that do not belong together.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """score: 0 to 4, as zxcvbn counts; said: what that means; advice: what to do next, or nothing."""

    score: int
    said: str
    advice: str

    @property
    def is_enough(self) -> bool:
        """Whether a practice may be kept under it."""
        return self.score >= STRONG_ENOUGH


def as_secret(passphrase: str) -> bytes:
    """UTF-8 of its NFKC form, so that é typed as one key or as two opens the same practice."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def strength(passphrase: str, *, about: Sequence[str] = ()) -> Strength:
    """How hard it is to guess; `about`: words an acquaintance would try, such as the practice's name."""
    if not passphrase:
        return Strength(score=0, said="", advice="")
    from zxcvbn import zxcvbn

    found = zxcvbn(
        unicodedata.normalize("NFKC", passphrase)[:_LOOKED_AT], user_inputs=list(about), max_length=_LOOKED_AT
    )
    score = int(found["score"])
    long_enough = len(unicodedata.normalize("NFKC", passphrase)) >= LEAST_LENGTH
    if score >= STRONG_ENOUGH and long_enough:
        return Strength(score=score, said=_(_SAID[score]), advice="")
    score = score if long_enough else min(score, STRONG_ENOUGH - 1)
    patterns = [part["pattern"] for part in found["sequence"]]
    known = next((_ADVICE[pattern] for pattern in patterns if pattern in _ADVICE), _LONGER)
    return Strength(score=score, said=_(_SAID[score]), advice=_(known))


def require_acceptable(passphrase: str, *, about: Sequence[str] = ()) -> None:
    """RuleBroken when it is too short, far too long, or too easy to guess."""
    length = len(unicodedata.normalize("NFKC", passphrase))
    if length < LEAST_LENGTH:
        missing = LEAST_LENGTH - length
        raise RuleBroken(
            FIELD,
            ngettext(
                "A passphrase has at least 12 characters: {count} more is needed.",
                "A passphrase has at least 12 characters: {count} more are needed.",
                missing,
            ).format(count=missing),
        )
    if length > MOST_LENGTH:
        raise RuleBroken(FIELD, _("That is longer than can be typed again. A few words are enough."))
    found = strength(passphrase, about=about)
    if not found.is_enough:
        raise RuleBroken(FIELD, f"{found.said} {found.advice}")


@cache
def word_list() -> tuple[str, ...]:
    """The 2,048 English words of BIP-39, in order; no two begin with the same four letters."""
    return tuple(resource("words", "english.txt").read_text("utf-8").split())


def dealt_words(count: int = SUGGESTED_WORDS) -> tuple[str, ...]:
    """Words drawn at random, eleven bits each: six are 66 bits."""
    words = word_list()
    return tuple(words[secrets.randbelow(len(words))] for _place in range(count))


def suggestion() -> str:
    """A passphrase to offer: six words with a space between."""
    return " ".join(dealt_words())
