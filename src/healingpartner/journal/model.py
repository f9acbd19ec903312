"""What an entry of the journal is: one voice tells the other, and each kind is as easy to write as the next.

A question is owed an answer. A hard thing is offered before it is told. Shared words are never altered; they can be
taken back, and are then shown as taken back, with the day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 50_000
STROKES_LIMIT = 1_000_000  # characters; a drawing of 20,000 points takes half of that
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)


class Kind(StrEnum):
    """What an entry is."""

    THANKS = "thanks"
    LET_DOWN = "let_down"
    QUESTION = "question"
    BETWEEN_US = "between_us"
    OWN_PART = "own_part"
    HARD = "hard"
    MEANING = "meaning"
    LEARNED = "learned"


KIND_WORDS: Mapping[Kind, str] = {
    Kind.THANKS: N_("Thank you"),
    Kind.LET_DOWN: N_("Something let me down"),
    Kind.QUESTION: N_("A question or a challenge"),
    Kind.BETWEEN_US: N_("How our work together feels to me"),
    Kind.OWN_PART: N_("I was wrong, or not myself"),
    Kind.HARD: N_("A hard thing to say"),
    Kind.MEANING: N_("What this is teaching me"),
    Kind.LEARNED: N_("What I learned from you"),
}
OWED_AN_ANSWER = frozenset({Kind.QUESTION})


class HardWay(StrEnum):
    """How the other would like to hear a hard thing."""

    NOW = "now"
    NEXT_VISIT = "next_visit"
    IN_WRITING = "in_writing"
    NOT_AT_ALL = "not_at_all"


HARD_WAY_WORDS: Mapping[HardWay, str] = {
    HardWay.NOW: N_("Tell me now"),
    HardWay.NEXT_VISIT: N_("At our next visit"),
    HardWay.IN_WRITING: N_("In writing"),
    HardWay.NOT_AT_ALL: N_("Not at all"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One shared entry. strokes: a drawing as the pad gives it, canonical JSON, or ""; picture_id: of an attachment.

    offered: for a hard thing, how the other asked to hear it; None for every other kind.
    """

    id: str
    person_id: str
    kind: Kind
    voice: Voice
    shared: Instant
    words: str = ""
    strokes: str = ""
    picture_id: str = ""
    offered: HardWay | None = None
    repair_id: str = ""

    def cleaned(self) -> "Entry":
        """As it is kept; RuleBroken beside "words" when it says and shows nothing, or too much."""
        kept = clean_text(self.words, field="words", limit=WORDS_LIMIT)
        if not (kept or self.strokes or self.picture_id):
            raise RuleBroken("words", _("There is nothing here yet. Write a word, draw, or add a picture."))
        if len(self.strokes) > STROKES_LIMIT:
            raise RuleBroken("words", _("This drawing is very large. Share a part of it, and draw the rest anew."))
        if self.voice not in SIDES:
            raise RuleBroken("voice", _("Each of you writes for yourself."))
        if self.kind is Kind.HARD and self.offered is None:
            raise RuleBroken("offered", _("Ask first how it may be told: now, next visit, in writing or not at all."))
        if self.offered is HardWay.NOT_AT_ALL:
            raise RuleBroken("offered", _("It was asked not to be told. Keep it for yourself, or talk about that."))
        return replace(self, words=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Words added to an entry by either voice, its own included."""

    id: str
    person_id: str
    entry_id: str
    voice: Voice
    words: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """An entry was taken back by the one who wrote it: it stays, struck and hidden."""

    id: str
    person_id: str
    entry_id: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class HardOffer:
    """“There is a hard thing. How may I tell you?” and the other's answer; nothing of the thing itself stands here."""

    id: str
    person_id: str
    by: Voice
    asked: Instant
    answer: HardWay | None = None
    answered: Instant | None = None
    entry_id: str = ""
