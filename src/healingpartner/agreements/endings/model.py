"""What an ending is, how it is begun by either, and what belongs to it.

A reason may always stay unsaid. There is a kind for what led to it and none for whose doing it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT, STEP_LIMIT, STEPS_LIMIT = 10_000, 500, 100
NOTICE_DAYS = 30
FURTHEST_DAYS = 3_660


class Reason(StrEnum):
    """What led to it, if somebody wants to say. "" in a form is the same as RATHER_NOT_SAY."""

    MOVED_AWAY = "moved_away"
    NEEDS_SOMETHING_ELSE = "needs_something_else"
    ENOUGH_FOR_NOW = "enough_for_now"
    FINISHED = "finished"
    MONEY = "money"
    DOES_NOT_FIT = "does_not_fit"
    RATHER_NOT_SAY = "rather_not_say"
    OTHER = "other"


REASON_WORDS: Mapping[Reason, str] = {
    Reason.MOVED_AWAY: N_("Moved away"),
    Reason.NEEDS_SOMETHING_ELSE: N_("Something else is needed"),
    Reason.ENOUGH_FOR_NOW: N_("Enough for now"),
    Reason.FINISHED: N_("We finished what we came for"),
    Reason.MONEY: N_("Money"),
    Reason.DOES_NOT_FIT: N_("It does not fit"),
    Reason.RATHER_NOT_SAY: N_("Rather not say"),
    Reason.OTHER: N_("In other words"),
}


class LeadsTo(StrEnum):
    """What comes after: an open door, or the way on with another practitioner."""

    OPEN_DOOR = "open_door"
    ANOTHER = "another"


LEADS_TO_WORDS: Mapping[LeadsTo, str] = {
    LeadsTo.OPEN_DOOR: N_("It ends here, and the door stays open"),
    LeadsTo.ANOTHER: N_("The way goes on with another practitioner"),
}


class StepKind(StrEnum):
    """What is handed over."""

    PROMISE = "promise"
    RESULT = "result"
    REFERRAL = "referral"
    RECORD_COPY = "record_copy"
    LETTER = "letter"
    OTHER = "other"


STEP_WORDS: Mapping[StepKind, str] = {
    StepKind.PROMISE: N_("A promise still open"),
    StepKind.RESULT: N_("A result we wait for"),
    StepKind.REFERRAL: N_("A way to someone else"),
    StepKind.RECORD_COPY: N_("A copy of the record"),
    StepKind.LETTER: N_("A letter"),
    StepKind.OTHER: N_("Something else"),
}


class Stands(StrEnum):
    """Where an ending stands."""

    NOTICE = "notice"
    ENDED = "ended"
    TAKEN_BACK = "taken_back"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingAsked:
    """What a form holds. `last_day`: "YYYY-MM-DD", or "" for today (patient) or 30 days on (practitioner).

    why_then: the practitioner's sentence about the last day, asked for when it comes sooner than 30 days.
    """

    leads_to: LeadsTo = LeadsTo.OPEN_DOOR
    reason: str = ""
    reason_words: str = ""
    patient_words: str = ""
    practitioner_words: str = ""
    last_day: str = ""
    why_then: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resuming:
    """A new beginning after an ending, with words from both."""

    id: str
    begun_by: Voice
    patient_words: str
    practitioner_words: str
    resumed: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingStep:
    """Something the practitioner still does or hands over. `done`: None while it is owed."""

    id: str
    kind: StepKind
    words: str
    done: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One ending. `agreement_id`: the signed agreement that it ends, "" when none was signed."""

    id: str
    person_id: str
    agreement_id: str
    begun_by: Voice
    leads_to: LeadsTo
    reason: Reason
    reason_words: str
    patient_words: str
    practitioner_words: str
    last_day: date
    why_then: str
    begun: Instant
    ended: Instant | None = None
    taken_back: Instant | None = None
    steps: tuple[EndingStep, ...] = ()
    resuming: Resuming | None = None

    def stands(self) -> Stands:
        """Where it stands."""
        if self.taken_back is not None:
            return Stands.TAKEN_BACK
        if self.resuming is not None:
            return Stands.RESUMED
        return Stands.NOTICE if self.ended is None else Stands.ENDED

    def owed(self) -> tuple[EndingStep, ...]:
        """Steps that are still to be done."""
        return tuple(step for step in self.steps if step.done is None)


def default_last_day(by: Voice, today: date) -> date:
    """Today for the patient; thirty days on for the practitioner."""
    return today if by is Voice.PATIENT else today + timedelta(days=NOTICE_DAYS)


def checked_ending(asked: EndingAsked, *, by: Voice, today: date) -> tuple[EndingAsked, Reason, date]:
    """The form with its words cleaned, the reason and the last day; RuleBroken beside the first thing amiss."""
    if by not in (Voice.PATIENT, Voice.PRACTITIONER):
        raise RuleBroken("begun_by", _("Say which of the two begins the ending."))
    reason = _reason(asked.reason)
    cleaned = replace(
        asked,
        reason_words=clean_text(asked.reason_words, field="reason_words", limit=WORDS_LIMIT),
        patient_words=clean_text(asked.patient_words, field="patient_words", limit=WORDS_LIMIT),
        practitioner_words=clean_text(asked.practitioner_words, field="practitioner_words", limit=WORDS_LIMIT),
        why_then=clean_line(asked.why_then, field="why_then", limit=STEP_LIMIT),
    )
    day = _last_day(asked.last_day, by=by, today=today)
    if by is Voice.PRACTITIONER and day < today + timedelta(days=NOTICE_DAYS) and not cleaned.why_then:
        raise RuleBroken("why_then", _("This is sooner than thirty days. One sentence why helps the patient to plan."))
    return cleaned, reason, day


def checked_step(words: str) -> str:
    """A step's words as they are kept; RuleBroken when there are none."""
    kept = clean_line(words, field="step", limit=STEP_LIMIT)
    if not kept:
        raise RuleBroken("step", _("Write in a few words what is handed over."))
    return kept


def _reason(given: str) -> Reason:
    if not given:
        return Reason.RATHER_NOT_SAY
    try:
        return Reason(given)
    except ValueError as amiss:
        raise RuleBroken("reason", _("Choose one of these, or leave it unsaid.")) from amiss


def _last_day(given: str, *, by: Voice, today: date) -> date:
    if not given:
        return default_last_day(by, today)
    try:
        day = date.fromisoformat(given)
    except ValueError as amiss:
        raise RuleBroken("last_day", _("This is not a whole date. A day, a month and a year are needed.")) from amiss
    if day < today:
        raise RuleBroken("last_day", _("This day has passed. Choose today, or one that is still to come."))
    if day > today + timedelta(days=FURTHEST_DAYS):
        raise RuleBroken("last_day", _("This is very far away. Choose a day within the next ten years."))
    return day
