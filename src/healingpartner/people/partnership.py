"""The partnership of the practitioner with one person: its states, and how it may move between them."""

from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.words import N_, Words, _


class State(StrEnum):
    """How a partnership stands."""

    NEW = "new"
    PARTNERS = "partners"
    PAUSED = "paused"
    WITH_ANOTHER = "with_another"
    ENDED = "ended"
    DIED = "died"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """One per person. `partners_since` is the first day of being partners and stays through a pause;
    `moved` is when the present state began to hold.
    """

    state: State
    moved: Instant
    partners_since: PartialDate | None = None


_STATE_WORDS = {
    State.NEW: N_("New"),
    State.PARTNERS: N_("Partners"),
    State.PAUSED: N_("Taking a pause"),
    State.WITH_ANOTHER: N_("Walking with another practitioner"),
    State.ENDED: N_("Ended, the door stays open"),
    State.DIED: N_("Died"),
}


def state_words(state: State) -> str:
    """The state in plain words, in the language of the screen."""
    return _(_STATE_WORDS[state])


def since_words(state: State, partners_since: PartialDate | None, words: Words, *, inside: bool = False) -> str:
    """One line for a list, or `inside` a longer line: "partners since March 2026", or the state alone."""
    if state is State.NEW:
        return words.say(N_("New · no agreement yet"))
    if state is State.PARTNERS and partners_since is not None:
        month = PartialDate(year=partners_since.year, month=partners_since.month)
        said = N_("partners since {month}") if inside else N_("Partners since {month}")
        return words.say(said).format(month=words.partial_date(month))
    return words.say(_STATE_WORDS[state])


def check_move(old: State, new: State, *, mistaken: bool) -> None:
    """RuleBroken when a partnership cannot go from `old` to `new`; `mistaken` mends a death entered by mistake."""
    if new is State.NEW and not mistaken:
        raise RuleBroken("state", _("A partnership that has begun does not become new again."))
    if old is State.DIED and not mistaken:
        raise RuleBroken("state", _("This person is marked as having died. Mend that first, if it was a mistake."))
