"""Who else may see the notes, and how far. The patient is asked, whatever their age; the law is told beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 5_000


class Reach(StrEnum):
    """How far."""

    ALL = "all"
    ASK_EACH = "ask_each"
    NOTHING = "nothing"


REACH_WORDS: Mapping[Reach, str] = {
    Reach.ALL: N_("May see all notes"),
    Reach.ASK_EACH: N_("Ask me each time"),
    Reach.NOTHING: N_("May see no notes"),
}


class Way(StrEnum):
    """How it was said."""

    ON_THE_TURNED_VIEW = "turned"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What the patient said about one other person; the newest about them stands."""

    id: str
    person_id: str
    who: str
    reach: Reach
    words: str
    way: Way
    chosen: Instant


def checked_who(who: str) -> str:
    """A name; RuleBroken beside it when there is none."""
    kept = clean_line(who, field="who", limit=200)
    if not kept:
        raise RuleBroken("who", _("Say whom this is about."))
    return kept


def checked_reach(given: str) -> Reach:
    """One of the answers; RuleBroken beside it for anything else."""
    try:
        return Reach(given)
    except ValueError as amiss:
        raise RuleBroken("reach", _("Choose one of these. Asking each time is an answer, too.")) from amiss


def checked_words(words: str) -> str:
    """The patient's own words to it; they may be empty."""
    return clean_text(words, field="words", limit=WORDS_LIMIT)
