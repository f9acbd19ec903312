"""How a person is to be spoken of: what they are called, and the words they chose for themself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from healingpartner.people.answers import Answers, Said
from healingpartner.people.model import Particulars

OWN_WORDS = "own_words"
MOST_WORDS = 60
_BETWEEN = re.compile(r"[,;،、，；·•\n]")
_AROUND = " \t.\"'“”„‘’«»-–*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """`names`: every name of theirs. `own_words`: what they call themself, which nobody is to mend."""

    names: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()


def called_by(particulars: Iterable[Particulars], answers: Answers) -> Called:
    """From all that a person told, the records merged into theirs too."""
    names = [name for one in particulars for name in (one.called, one.preferred_name, one.legal_name) if name]
    return Called(names=tuple(dict.fromkeys(names)), own_words=own_words_in(answers))


def own_words_in(answers: Answers) -> tuple[str, ...]:
    """The words one by one, as they stand between commas or on lines of their own."""
    answer = answers.get(OWN_WORDS)
    if answer is None or answer.said is not Said.SAID:
        return ()
    found = (part.strip(_AROUND) for part in _BETWEEN.split(answer.words))
    return tuple(dict.fromkeys(part for part in found if part))[:MOST_WORDS]
