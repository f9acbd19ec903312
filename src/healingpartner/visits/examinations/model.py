"""What an examination is: what is asked, who is there, how to say stop, and its six steps in their order.

Nobody is examined without a yes, and a yes can be taken back at every step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.words import N_, _

LINE_LIMIT, WORDS_LIMIT = 300, 10_000


class Step(StrEnum):
    """One after the other; undressing and dressing may be passed over where nobody undresses."""

    TALK = "talk"
    ASK = "ask"
    STEP_OUT = "step_out"
    EXAMINE = "examine"
    DRESS = "dress"
    TALK_AFTER = "talk_after"


ORDER = tuple(Step)
STEP_WORDS: Mapping[Step, str] = {
    Step.TALK: N_("Talk, dressed"),
    Step.ASK: N_("Ask, and hear the answer"),
    Step.STEP_OUT: N_("Step out while they undress"),
    Step.EXAMINE: N_("Examine, saying what comes next"),
    Step.DRESS: N_("Step out while they dress"),
    Step.TALK_AFTER: N_("Talk again, dressed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the practitioner asks. `chaperone`: who is there too, or nobody; `stop_signal`: a word or a hand."""

    what: str
    where_on: str = ""
    why: str = ""
    chaperone: str = ""
    stop_signal: str = ""

    def cleaned(self) -> "Asked":
        """With its words as they are kept; RuleBroken beside what has to be said first."""
        kept = Asked(
            what=clean_line(self.what, field="what", limit=LINE_LIMIT),
            where_on=clean_line(self.where_on, field="where_on", limit=LINE_LIMIT),
            why=clean_line(self.why, field="why", limit=LINE_LIMIT),
            chaperone=clean_line(self.chaperone, field="chaperone", limit=LINE_LIMIT),
            stop_signal=clean_line(self.stop_signal, field="stop_signal", limit=LINE_LIMIT),
        )
        if not kept.what:
            raise RuleBroken("what", _("Say what you would like to do. It is hard to agree to something unnamed."))
        if not kept.why:
            raise RuleBroken("why", _("Say why it would help. The answer may depend on it."))
        if not kept.stop_signal:
            raise RuleBroken("stop_signal", _("Agree first on how to say stop: a word, or a raised hand."))
        return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A step that was reached, and when."""

    step: Step
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """One examination. `agreed`: the patient's answer, None while it is open; `stopped`: when they took it back."""

    id: str
    person_id: str
    visit_id: str
    said: Asked
    asked: Instant
    agreed: bool | None = None
    answered: Instant | None = None
    steps: tuple[Reached, ...] = ()
    found: str = ""
    stopped: Instant | None = None
    ended: Instant | None = None

    def stands_at(self) -> Step:
        """The last step that was reached."""
        return self.steps[-1].step if self.steps else Step.TALK

    def is_open(self) -> bool:
        """Whether it can still go on."""
        return self.stopped is None and self.ended is None and self.agreed is not False

    def next_steps(self) -> tuple[Step, ...]:
        """Where it can go from here: nowhere without a yes, and nowhere after a stop."""
        if not self.is_open() or not self.agreed:
            return ()
        later = ORDER[ORDER.index(self.stands_at()) + 1 :]
        return later[:2] if later[:1] in ((Step.STEP_OUT,), (Step.DRESS,)) else later[:1]


def answered(examination: Examination, *, agreed: bool, at: Instant) -> Examination:
    """With the patient's answer; RuleBroken when there is one."""
    if examination.agreed is not None:
        raise RuleBroken("agreed", _("This was answered already. Ask anew if you want to ask for more."))
    return replace(examination, agreed=agreed, answered=at)


def checked_step(examination: Examination, step: Step) -> Step:
    """The step, when it may come now; RuleBroken without a yes, after a stop, or out of order."""
    if examination.stopped is not None:
        raise RuleBroken("step", _("It was stopped. It is not gone on with; you can ask anew, another time."))
    if not examination.agreed:
        raise RuleBroken("step", _("There is no yes to this yet. Ask, and hear the answer first."))
    if step not in examination.next_steps():
        raise RuleBroken("step", _("One step comes after the other. This is not the next one."))
    return step


def checked_found(words: str) -> str:
    """What was found, as it is kept; it may be empty."""
    return clean_text(words, field="found", limit=WORDS_LIMIT)
