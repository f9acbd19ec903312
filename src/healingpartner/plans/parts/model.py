"""A part of the patient that has something to say about the plan, and the tap with which the patient goes on.

The program gives no therapy: it asks, and keeps the answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.words import N_, _

LABEL_LIMIT = 300
PARTS_LIMIT = 40
WORDS_LIMIT = 2_000


class PartStance(StrEnum):
    """Where a part stands."""

    ON_BOARD = "on_board"
    WORRIED = "worried"
    NOT_WILLING = "not_willing"
    UNSURE = "unsure"
    NOT_NOW = "not_now"


PART_STANCE_WORDS: Mapping[PartStance, str] = {
    PartStance.ON_BOARD: N_("On board"),
    PartStance.WORRIED: N_("Worried"),
    PartStance.NOT_WILLING: N_("Not willing"),
    PartStance.UNSURE: N_("Unsure"),
    PartStance.NOT_NOW: N_("Not now"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartVoice:
    """label: what the patient calls it; needs: what would help it."""

    id: str
    plan_id: str
    label: str
    stance: PartStance
    place: int = 0
    words: str = ""
    needs: str = ""

    def cleaned(self) -> "PartVoice":
        """As it is kept; RuleBroken beside the first field that does not fit."""
        label = clean_line(self.label, field="label", limit=LABEL_LIMIT)
        if not fold(label):
            raise RuleBroken("label", _("This part has no name yet. Any words for it will do."))
        return replace(
            self,
            label=label,
            words=clean_text(self.words, field="words", limit=WORDS_LIMIT),
            needs=clean_text(self.needs, field="needs", limit=WORDS_LIMIT),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """The patient's own tap: going on although not every part is on board. parts: ids of those it was said over."""

    id: str
    plan_id: str
    at: Instant
    parts: tuple[str, ...]
    words: str = ""


def everyone_on_board(parts: Iterable[PartVoice]) -> bool:
    """Whether it was asked, and every part said yes."""
    stances = [one.stance for one in parts]
    return bool(stances) and all(one is PartStance.ON_BOARD for one in stances)


def not_on_board(parts: Iterable[PartVoice]) -> tuple[PartVoice, ...]:
    """Parts that are worried or not willing: going on then is the patient's own tap."""
    return tuple(one for one in parts if one.stance in {PartStance.WORRIED, PartStance.NOT_WILLING})


def waits_for_tap(parts: Iterable[PartVoice], taps: Iterable[GoingOn]) -> tuple[PartVoice, ...]:
    """Parts not on board over which the patient's newest tap did not go on yet."""
    newest = max(taps, key=lambda tap: tap.at.utc_us, default=None)
    said_over = () if newest is None else newest.parts
    return tuple(one for one in not_on_board(parts) if one.id not in said_over)
