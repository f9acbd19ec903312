"""How hard an English text is to read: counts of it, and three formulas over the counts.

Flesch–Kincaid grade and Flesch reading ease (Flesch 1948, Kincaid 1975), SMOG (McLaughlin 1969, normed on
thirty sentences). They measure length, never understanding. Nothing here reads a file or the network.
"""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass

from healingpartner.language.sentences import counted_words, sentences_in

SMOG_SENTENCES = 30

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]|[aeiouy]l|ll)es?\Z|(?:[^tdlaeiouy]|[aeioul]l)ed\Z|[gq]ue[sd]?\Z")
_SOUNDED_ES = re.compile(r"(?:[sxzcg]|ch|sh)es\Z")
_SILENT_INSIDE = re.compile(r"[^aeiouyl]e(?:ful|ment|ly|less|ness|thing|times?|where|body)")
_TWO_VOWEL_SOUNDS = re.compile(
    r"(?<![tcsgnl])i[ao]|[^ct]ien|[aeouy]ing|eo|oe[mt]|ua[lt]|[aeiy]sm\Z|ier|iet|[^q]uou|creat|react|reali[tsz]|reass"
    r"|ideal|eum\Z|eity|\Aco(?:oper|ordi|inc)|fluid|ruin|suici|nausea|[dstz]n't\Z"
)
_ONE_VOWEL_SOUND = re.compile(r"people|great|leopard|jeopard|cashier")

EXCEPTIONS = {
    "every": 2, "evening": 2, "someone": 2, "someone's": 2, "anyone": 3, "area": 3, "idea": 3, "piano": 3, "the": 1,
    "different": 3, "business": 2, "does": 1, "goes": 1, "being": 2, "friend": 1, "friends": 1, "client": 2,
    "equals": 2, "safety": 2, "medicine": 3, "quiet": 2, "science": 2, "patient": 2, "patients": 2, "patience": 2,
    "experience": 4, "ideas": 3, "areas": 3, "everything": 3, "everybody": 4, "everywhere": 3, "everyday": 3, "ache": 1,
    "aches": 1, "headaches": 2, "stomachaches": 3, "diabetes": 4, "diarrhea": 4, "lion": 2, "lions": 2, "recipe": 3,
    "recipes": 3, "argue": 2, "argued": 2, "rhythm": 2, "rhythms": 2, "naive": 2, "heroin": 3, "clients": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCounts:
    """What the formulas need: words, sentences, syllables, and words of three or more syllables."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int


def flesch_kincaid_grade(counts: TextCounts) -> float:
    """0.39·words/sentences + 11.8·syllables/words − 15.59; school years in the United States."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def flesch_reading_ease(counts: TextCounts) -> float:
    """206.835 − 1.015·words/sentences − 84.6·syllables/words; higher is easier."""
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def smog_grade(counts: TextCounts) -> float:
    """1.0430·√(polysyllables·30/sentences) + 3.1291; rough below thirty sentences."""
    return 1.0430 * math.sqrt(counts.polysyllables * 30 / counts.sentences) + 3.1291


def smog_is_rough(counts: TextCounts) -> bool:
    """Whether there are too few sentences for SMOG to be more than a hint; say so beside it."""
    return counts.sentences < SMOG_SENTENCES


def count_text(text: str, *, leave_out: Collection[str] = ()) -> TextCounts:
    """The counts of an English text; ValueError when there is not one word in it.

    `leave_out`: names of people and medicines, which a reader knows and no formula should count. Numbers never count.
    """
    words = counted_words(text, leave_out)
    if not words:
        raise ValueError("no words to count")
    sounds = [syllables_of(word.text) for word in words]
    return TextCounts(
        words=len(words),
        sentences=max(1, len(sentences_in(text))),
        syllables=sum(sounds),
        polysyllables=sum(sound >= 3 for sound in sounds),
    )


def syllables_of(word: str) -> int:
    """Syllables of one English word: vowel groups mended by rule, with a list of exceptions; never below one."""
    plain = word.casefold().replace("’", "'")
    if plain in EXCEPTIONS:
        return EXCEPTIONS[plain]
    if "-" in plain:
        return sum(syllables_of(part) for part in plain.split("-") if part)
    plain = plain.removesuffix("'s")
    count = len(_VOWELS.findall(plain))
    if _SILENT_END.search(plain) and not _SOUNDED_ES.search(plain):
        count -= 1
    if _SILENT_INSIDE.search(plain):
        count -= 1
    if _TWO_VOWEL_SOUNDS.search(plain) and not _ONE_VOWEL_SOUND.search(plain):
        count += 1
    return max(count, 1)
