"""How a visit is written down, as the patient chooses it, and the words that tell why there is a record.

The words are neutral: each way has something for it and something against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 5_000


class Choice(StrEnum):
    """How the note is written. TALK_FIRST: nothing is chosen yet, and that is an answer."""

    WHILE_WE_TALK = "while_we_talk"
    AFTERWARDS = "afterwards"
    TOGETHER = "together"
    AS_LITTLE = "as_little"
    TALK_FIRST = "talk_first"


CHOICE_WORDS: Mapping[Choice, str] = {
    Choice.WHILE_WE_TALK: N_("Write while we talk"),
    Choice.AFTERWARDS: N_("Write afterwards, and look at me while we talk"),
    Choice.TOGETHER: N_("Write it together, where we both can see it"),
    Choice.AS_LITTLE: N_("Write as little as the law allows"),
    Choice.TALK_FIRST: N_("I want to talk about it first"),
}
CHOICE_MORE: Mapping[Choice, str] = {
    Choice.WHILE_WE_TALK: N_("Less is forgotten. There is more typing between us."),
    Choice.AFTERWARDS: N_("There is more quiet between us. A detail may be lost."),
    Choice.TOGETHER: N_("You see each word as it comes. It takes some of our time."),
    Choice.AS_LITTLE: N_("Less about you lies somewhere. Next time we may have to ask again."),
    Choice.TALK_FIRST: N_("Nothing presses. We begin by talking about it."),
}
WHY: tuple[str, ...] = (
    N_("A record helps us both to remember. It shows what was tried, what helped and what did not."),
    N_("It keeps you safe when somebody else has to care for you, and knows what you cannot take."),
    N_("The law asks for some of it: that we met, what was done, and what was given."),
    N_("What is written down can be read by others in a few cases. We told you about them when we began."),
    N_("You may read all of it, have a copy, and add your own words. You can choose anew at any time."),
)


class Way(StrEnum):
    """How it was chosen."""

    ON_THE_TURNED_VIEW = "turned"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingChoice:
    """What a patient chose. `shown`: the words that told why, exactly as they stood."""

    id: str
    person_id: str
    choice: Choice
    words: str
    shown: str
    way: Way
    chosen: Instant


def shown_text() -> str:
    """The words as they are shown now, in the language of the screen."""
    return "\n\n".join(_(each) for each in WHY)


def checked_choice(given: str) -> Choice:
    """One of the choices; RuleBroken beside it for anything else."""
    try:
        return Choice(given)
    except ValueError as amiss:
        raise RuleBroken("choice", _("Choose one of these, or say that you want to talk about it first.")) from amiss


def checked_own(words: str) -> str:
    """The patient's own words to it; they may be empty."""
    return clean_text(words, field="words", limit=WORDS_LIMIT)
