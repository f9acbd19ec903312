"""What makes a text hard: its hardest sentences and its long words, so that its author can mend them.

A language that has no measure here is answered with nothing: no number is better than a wrong one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from healingpartner.language.reading_level import TextCounts, count_text, flesch_kincaid_grade, syllables_of
from healingpartner.language.sentences import Piece, counted_words, looks_like_a_name, sentences_in, words_in
from healingpartner.language.spanish import count_spanish, spanish_syllables, szigriszt_pazos

FEWEST_WORDS = 5  # of two or three words, any formula says anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one language is measured. `harder_up`: a higher score is harder; `long_word`: syllables of a long word."""

    count: Callable[..., TextCounts]
    score: Callable[[TextCounts], float]
    syllables: Callable[[str], int]
    harder_up: bool
    long_word: int


MEASURES: Mapping[str, Measure] = {
    "en": Measure(count=count_text, score=flesch_kincaid_grade, syllables=syllables_of, harder_up=True, long_word=3),
    # Words of three and four syllables are everyday Spanish: palabra, enfermedad.
    "es": Measure(
        count=count_spanish, score=szigriszt_pazos, syllables=spanish_syllables, harder_up=False, long_word=5
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HardSentence:
    """A sentence, where it stands in the text, and its score: a school grade in English, an ease in Spanish."""

    sentence: Piece
    words: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWord:
    """A long word as it first stands in the text, its syllables, and how many times it is there."""

    word: str
    syllables: int
    times: int


def measure_for(language: str) -> Measure | None:
    """The measure of a language or of a country's form of it ("es_MX"); None when there is none."""
    return MEASURES.get(language.replace("-", "_").partition("_")[0].casefold())


def score_of(text: str, language: str, *, leave_out: Collection[str] = ()) -> float | None:
    """A school grade in English, an ease in Spanish; None for another language, or when nothing is left to count."""
    measure = measure_for(language)
    if measure is None or not counted_words(text, leave_out):
        return None
    return measure.score(measure.count(text, leave_out=leave_out))


def hardest_sentences(
    text: str, language: str = "en", *, most: int = 3, leave_out: Collection[str] = ()
) -> tuple[HardSentence, ...]:
    """Up to `most` sentences of five words or more, the hardest first."""
    measure = measure_for(language)
    if measure is None:
        return ()
    found = []
    for sentence in sentences_in(text):
        words = len(counted_words(sentence.text, leave_out))
        if words >= FEWEST_WORDS:
            score = measure.score(measure.count(sentence.text, leave_out=leave_out))
            found.append(HardSentence(sentence=sentence, words=words, score=score))
    return tuple(sorted(found, key=lambda one: -one.score if measure.harder_up else one.score)[: max(0, most)])


def hard_words(text: str, language: str = "en", *, leave_out: Collection[str] = ()) -> tuple[HardWord, ...]:
    """The long words, the most frequent first, then the longest. Names, abbreviations and numbers are no hard words."""
    measure = measure_for(language)
    if measure is None:
        return ()
    wanted = {word.text.casefold() for word in counted_words(text, leave_out)}
    times: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for sentence in sentences_in(text):
        for place, word in enumerate(words_in(sentence.text)):
            plain = word.text.casefold()
            if plain not in wanted or looks_like_a_name(word.text, begins_sentence=place == 0):
                continue
            if measure.syllables(word.text) >= measure.long_word:
                times[plain] += 1
                shown.setdefault(plain, word.text)
    found = [HardWord(word=shown[one], syllables=measure.syllables(one), times=many) for one, many in times.items()]
    return tuple(sorted(found, key=lambda one: (-one.times, -one.syllables, one.word.casefold())))
