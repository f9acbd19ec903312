"""What a visit is: how both come and leave, what each brings, says, hears and asks, and what is owed afterwards.

Every question has an answer that asks nothing further, and no figure here is a score of a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _

WORDS_LIMIT, SPEAKER_LIMIT = 10_000, 120
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)
UNSETTLED_FROM, WORSE_BY = 7, 3
CALL_BACK_DAYS = 2
FURTHEST_DAYS = 3_660


class Kind(StrEnum):
    """Where the two meet."""

    IN_THE_ROOM = "in_the_room"
    FROM_AFAR = "from_afar"
    AT_HOME = "at_home"


KIND_WORDS: Mapping[Kind, str] = {
    Kind.IN_THE_ROOM: N_("In the room"),
    Kind.FROM_AFAR: N_("From afar"),
    Kind.AT_HOME: N_("At their home"),
}


class Felt(StrEnum):
    """How it is inside, in plain words. NOT_NOW is as good an answer as any."""

    SETTLED = "settled"
    KEYED_UP = "keyed_up"
    SHUT_DOWN = "shut_down"
    MIXED = "mixed"
    CANNOT_TELL = "cannot_tell"
    NOT_NOW = "not_now"


FELT_WORDS: Mapping[Felt, str] = {
    Felt.SETTLED: N_("Settled"),
    Felt.KEYED_UP: N_("Keyed up"),
    Felt.SHUT_DOWN: N_("Shut down"),
    Felt.MIXED: N_("Mixed"),
    Felt.CANNOT_TELL: N_("Can't tell"),
    Felt.NOT_NOW: N_("Not now"),
}


class Moment(StrEnum):
    """When somebody says how they are."""

    ARRIVING = "arriving"
    LEAVING = "leaving"


class WordKind(StrEnum):
    """What words in a visit are."""

    AGENDA = "agenda"
    FIRST_MINUTES = "first_minutes"
    APOLOGY = "apology"
    THANKS = "thanks"
    JOT = "jot"
    REMARK = "remark"


class OwedKind(StrEnum):
    """What the practitioner owes afterwards."""

    CALL_BACK = "call_back"
    FOLLOW_UP = "follow_up"


class HeardAnswer(StrEnum):
    """What the one who had said it answers to what was heard."""

    CONFIRMED = "confirmed"
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How one of the two is, coming or going. `level`: 0 (at rest) to 10 (as bad as can be), or None."""

    id: str
    voice: Voice
    moment: Moment
    felt: Felt
    level: int | None
    told: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Something one voice said or brought. `in_place_of`: the id of the word it mends; `done`: talked about.

    `speaker`: whose words they are where several sit on the patient's side, a couple say; "" for the patient.
    """

    id: str
    visit_id: str
    kind: WordKind
    voice: Voice
    words: str
    said: Instant
    in_place_of: str = ""
    speaker: str = ""
    done: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """“What I heard you say”: `by` says it, the other confirms or mends it. `mended`: how it was meant."""

    id: str
    visit_id: str
    by: Voice
    words: str
    said: Instant
    answer: HeardAnswer | None = None
    mended: str = ""
    answered: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, open until it is answered, over as many visits as it takes."""

    id: str
    visit_id: str
    asked_by: Voice
    words: str
    asked: Instant
    answer: str = ""
    answered_by: Voice | None = None
    answered: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A call or a look again that the practitioner owes. `let_go`: the patient does not want it any more."""

    id: str
    person_id: str
    visit_id: str
    kind: OwedKind
    due_on: date
    words: str
    owed: Instant
    came_of_it: str = ""
    done: Instant | None = None
    let_go: Instant | None = None

    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.done is None and self.let_go is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit. Moments are None while they are not known; `phones_away`: who put theirs away."""

    id: str
    person_id: str
    kind: Kind
    opened: Instant
    planned: Instant | None = None
    patient_arrived: Instant | None = None
    practitioner_ready: Instant | None = None
    begun: Instant | None = None
    ended: Instant | None = None
    phones_away: frozenset[Voice] = frozenset()
    check_ins: tuple[CheckIn, ...] = ()

    def at(self) -> Instant:
        """The moment it is sorted and spoken of by."""
        return self.begun or self.planned or self.opened

    def check_in(self, voice: Voice, moment: Moment) -> CheckIn | None:
        """How that side was, coming or going, if it was asked."""
        return next((one for one in self.check_ins if (one.voice, one.moment) == (voice, moment)), None)

    def leaves_unsettled(self, voice: Voice) -> bool:
        """Whether that side leaves at 7 or more, or 3 worse than it came."""
        leaving, arriving = self.check_in(voice, Moment.LEAVING), self.check_in(voice, Moment.ARRIVING)
        if leaving is None or leaving.level is None:
            return False
        came = None if arriving is None else arriving.level
        return leaving.level >= UNSETTLED_FROM or (came is not None and leaving.level - came >= WORSE_BY)


def checked_level(level: int | None) -> int | None:
    """0 to 10, or None; RuleBroken for any other number."""
    if level is not None and not 0 <= level <= 10:
        raise RuleBroken("level", _("This goes from 0 to 10. It can be left open, too."))
    return level


def checked_words(words: str, *, field: str = "words", limit: int = WORDS_LIMIT) -> str:
    """Words as they are kept; RuleBroken when there are none, or too many."""
    kept = clean_text(words, field=field, limit=limit)
    if not kept:
        raise RuleBroken(field, _("There are no words here yet."))
    return kept


def checked_due(given: str, *, today: date) -> date:
    """A day for what is owed, "YYYY-MM-DD", or "" for two days on; RuleBroken when it has passed or is no day."""
    if not given:
        return today + timedelta(days=CALL_BACK_DAYS)
    try:
        day = date.fromisoformat(given)
    except ValueError as amiss:
        raise RuleBroken("due_on", _("This is not a whole date. A day, a month and a year are needed.")) from amiss
    if day < today:
        raise RuleBroken("due_on", _("This day has passed. Choose today, or one that is still to come."))
    if day > today + timedelta(days=FURTHEST_DAYS):
        raise RuleBroken("due_on", _("This is very far away. Choose a day within the next ten years."))
    return day
