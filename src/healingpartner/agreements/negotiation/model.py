"""What each side says of each commitment, and what follows from it for the next text.

Silence is no answer: who signs a text agrees with it as it stands. An answer that the text does not carry yet is
brought into it before anyone signs.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.agreements.marks import Mark, OpenPoint, Text, open_point
from healingpartner.agreements.wording import TEXT_LIMIT, Commitment
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

HELP_LIMIT = REASON_LIMIT = 2_000
SIDES = (Voice.PATIENT, Voice.PRACTITIONER)

# Letters that are not seen, or that make words read otherwise than they stand.
_HIDDEN = frozenset("\u202d\u202e\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")


class Stance(StrEnum):
    """What one side says of one commitment."""

    AGREE = "agree"
    REWORDED = "reworded"
    NOT_YET = "not_yet"
    LEFT_OUT = "left_out"


class Reply(StrEnum):
    """What the other side says of new words."""

    NONE = ""
    ACCEPTED = "accepted"
    SET_ASIDE = "set_aside"


class Standing(StrEnum):
    """How a commitment stands between both."""

    UNANSWERED = "unanswered"
    ONE_AGREES = "one_agrees"
    BOTH_AGREE = "both_agree"
    REWORDED = "reworded"
    ACCEPTED = "accepted"
    SET_ASIDE = "set_aside"
    NOT_YET = "not_yet"
    LEFT_OUT = "left_out"


OPEN = frozenset({Standing.REWORDED, Standing.SET_ASIDE, Standing.NOT_YET, Standing.LEFT_OUT})
MARKED: Mapping[Standing, Mark] = {
    Standing.SET_ASIDE: Mark.NOT_YET,
    Standing.NOT_YET: Mark.NOT_YET,
    Standing.LEFT_OUT: Mark.LEFT_OUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side's answer to one commitment. `practitioner` and `patient`: new words for either promise, "" for as it is.

    help: what would help, with "not yet". version_id: the text it was said of. reply and reason: the other side's.
    """

    id: str
    person_id: str
    agreement_id: str
    version_id: str
    commitment_id: str
    side: Voice
    stance: Stance
    said: Instant
    practitioner: str = ""
    patient: str = ""
    help: str = ""
    reply: Reply = Reply.NONE
    reason: str = ""
    replied: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One commitment of the present text with both voices. `mark`: as the present text carries it."""

    commitment: Commitment
    mark: OpenPoint | None = None
    patient: Said | None = None
    practitioner: Said | None = None

    def of(self, side: Voice) -> Said | None:
        """What that side says."""
        return self.patient if side is Voice.PATIENT else self.practitioner

    def reworded(self) -> Said | None:
        """The new words in question: those that wait first, then accepted ones, then those set aside."""
        order = (Reply.NONE, Reply.ACCEPTED, Reply.SET_ASIDE)
        new = [one for one in (self.patient, self.practitioner) if one is not None and one.stance is Stance.REWORDED]
        return min(new, key=lambda one: order.index(one.reply), default=None)

    @property
    def standing(self) -> Standing:
        """How it stands: what keeps it from binding weighs before what does not."""
        stances = [one.stance for one in (self.patient, self.practitioner) if one is not None]
        new = self.reworded()
        if Stance.LEFT_OUT in stances:
            return Standing.LEFT_OUT
        if Stance.NOT_YET in stances:
            return Standing.NOT_YET
        if new is not None:
            return {
                Reply.NONE: Standing.REWORDED,
                Reply.ACCEPTED: Standing.ACCEPTED,
                Reply.SET_ASIDE: Standing.SET_ASIDE,
            }[new.reply]
        if not stances:
            return Standing.UNANSWERED
        return Standing.BOTH_AGREE if len(stances) == len(SIDES) else Standing.ONE_AGREES

    @property
    def is_open(self) -> bool:
        """Whether there is still something to talk over, by what was said or by the text itself."""
        standing = self.standing
        return standing in OPEN or (standing is Standing.UNANSWERED and self.mark is not None)


def points_of(text: Text, said: Iterable[Said]) -> tuple[Point, ...]:
    """Every commitment of the text with what was said of it."""
    by_place = {(one.commitment_id, one.side): one for one in said}
    return tuple(
        Point(
            commitment=one,
            mark=text.open_point(one.id),
            patient=by_place.get((one.id, Voice.PATIENT)),
            practitioner=by_place.get((one.id, Voice.PRACTITIONER)),
        )
        for one in text.wording.commitments
    )


def next_text(text: Text, points: Iterable[Point]) -> Text:
    """The text that carries everything said: accepted words in place, open points marked."""
    language = text.wording.language
    commitments: list[Commitment] = []
    marks: list[OpenPoint] = []
    for point in points:
        standing, new = point.standing, point.reworded()
        if standing is Standing.ACCEPTED and new is not None:
            commitments.append(with_new_words(point.commitment, new))
            continue
        commitments.append(point.commitment)
        if standing in MARKED:
            marks.append(open_point(point.commitment.id, MARKED[standing], language=language))
        elif point.mark is not None and standing in {Standing.UNANSWERED, Standing.REWORDED}:
            marks.append(point.mark)
    return Text(wording=replace(text.wording, commitments=tuple(commitments)), open=tuple(marks))


def with_new_words(one: Commitment, new: Said) -> Commitment:
    """The commitment in the new words. Plain words beside the old ones would say something else, so they go."""
    changed = replace(one, practitioner=new.practitioner or one.practitioner, patient=new.patient or one.patient)
    return changed if changed == one else replace(changed, plain=None)


def waiting(points: Iterable[Point]) -> tuple[Point, ...]:
    """Points whose new words the other side has not answered."""
    return tuple(point for point in points if point.standing is Standing.REWORDED)


def has_unwritten(text: Text, points: Iterable[Point]) -> bool:
    """Whether something was said that the text does not carry yet."""
    points = tuple(points)
    return bool(waiting(points)) or next_text(text, points) != text


def check_may_sign(text: Text, points: Iterable[Point]) -> None:
    """RuleBroken while the text does not say what the two have said to each other."""
    points = tuple(points)
    if waiting(points):
        raise RuleBroken("waiting", _("New words for a point still wait for an answer. After that you can sign."))
    if next_text(text, points) != text:
        raise RuleBroken("version", _("The text does not say yet what you two said. Make the changed text, then sign."))


def new_words(words: str, old: str, *, field: str) -> str:
    """Own words for a promise as they are kept, "" when they are the old ones; RuleBroken when they cannot be kept."""
    kept = clean_line(words, field=field, limit=TEXT_LIMIT)
    if kept and not fold(kept):
        kept = ""
    if any(letter in _HIDDEN or unicodedata.category(letter) in {"Cn", "Co"} for letter in kept):
        raise RuleBroken(field, _("There are letters here that cannot be seen. Take them out, or type the words anew."))
    return "" if kept == old else kept


def aside(words: str, *, field: str, limit: int = HELP_LIMIT) -> str:
    """What would help, or why: optional words beside an answer, as they are kept."""
    kept = clean_text(words, field=field, limit=limit)
    return kept if fold(kept) else ""
