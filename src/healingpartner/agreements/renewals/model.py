"""What renewing is: a day, and for each commitment what either side would do with it.

Nothing here is late and nobody is behind: a renewal that is due is an invitation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT = 5_000
FURTHEST_YEARS = 20
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)


class Choice(StrEnum):
    """What one side would do with a promise."""

    KEEP = "keep"
    CHANGE = "change"
    LET_GO = "let_go"


CHOICE_WORDS: Mapping[Choice, str] = {
    Choice.KEEP: N_("Keep it"),
    Choice.CHANGE: N_("Change it"),
    Choice.LET_GO: N_("Let it go"),
}


class Outcome(StrEnum):
    """What a finished review came to."""

    KEPT = "kept"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalAnswer:
    """One side on one commitment; `words`: how it would say it instead, or why, may be empty."""

    commitment_id: str
    voice: Voice
    choice: Choice
    words: str = ""

    def cleaned(self) -> "RenewalAnswer":
        """With its words as they are kept; RuleBroken beside the commitment when they do not fit."""
        if self.voice not in SIDES:
            raise RuleBroken("voice", _("Each side answers for itself."))
        return replace(self, words=clean_text(self.words, field=self.commitment_id, limit=WORDS_LIMIT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One joint look at an agreement. `outcome` and `finished` are None while it is open."""

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    begun: Instant
    answers: tuple[RenewalAnswer, ...] = ()
    outcome: Outcome | None = None
    finished: Instant | None = None

    def answer_of(self, commitment_id: str, voice: Voice) -> RenewalAnswer | None:
        """What that side said about that commitment."""
        return next((one for one in self.answers if (one.commitment_id, one.voice) == (commitment_id, voice)), None)

    def open_for(self, wording: Wording) -> tuple[Commitment, ...]:
        """Commitments on which one side at least has not answered yet."""
        return tuple(
            one for one in wording.commitments if any(self.answer_of(one.id, voice) is None for voice in SIDES)
        )

    def to_change(self, wording: Wording) -> tuple[Commitment, ...]:
        """Commitments that one side at least would not keep as they are."""
        return tuple(
            one
            for one in wording.commitments
            if any(
                (said := self.answer_of(one.id, voice)) is not None and said.choice is not Choice.KEEP
                for voice in SIDES
            )
        )


def outcome_of(review: Review, wording: Wording) -> Outcome:
    """KEPT when both keep every promise; RuleBroken while one is not answered by both."""
    waiting = review.open_for(wording)
    if waiting:
        raise RuleBroken(waiting[0].id, _("This promise still waits for one of you. Nothing presses."))
    return Outcome.CHANGES if review.to_change(wording) else Outcome.KEPT


def a_year_on(day: date) -> date:
    """The same day of the next year; 28 February after a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def checked_day(given: str, *, today: date) -> date:
    """A day to renew on; RuleBroken when it is no whole date, has passed, or is further than 20 years off."""
    try:
        day = date.fromisoformat(given)
    except ValueError as amiss:
        raise RuleBroken("renew_on", _("This is not a whole date. A day, a month and a year are needed.")) from amiss
    if day < today:
        raise RuleBroken("renew_on", _("This day has passed. Choose today, or one that is still to come."))
    if day.year > today.year + FURTHEST_YEARS:
        raise RuleBroken("renew_on", _("This is very far away. Choose a day within the next twenty years."))
    return day


def without_let_go(wording: Wording, answers: Iterable[RenewalAnswer]) -> Wording:
    """The words without the promises that both would let go: where the next version can begin from.

    The last promise is never taken out.
    """
    gone: dict[str, set[Voice]] = {}
    for one in answers:
        if one.choice is Choice.LET_GO:
            gone.setdefault(one.commitment_id, set()).add(one.voice)
    kept = tuple(one for one in wording.commitments if gone.get(one.id, set()) != set(SIDES))
    return replace(wording, commitments=kept or wording.commitments[:1])
