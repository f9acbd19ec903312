"""What the papers of a plan are made from: everything it says, whose it is, and how both acknowledged it."""

from dataclasses import dataclass
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.decisions.model import Option
from healingpartner.plans.goals.model import Rating
from healingpartner.plans.steps.model import Step, StepState
from healingpartner.plans.versions.model import Acknowledgement, Names, PlanContents, PlanVersion, WholePlan

GONE = frozenset({StepState.SET_DOWN, StepState.ADAPTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCopy:
    """A plan to be printed. number, agreed: of the version both agreed to, None while they have not.

    ratings: in the order in which they were given; only the goal sheet shows them.
    """

    names: Names
    contents: PlanContents
    made: Instant
    contents_sha256: str = ""
    number: int | None = None
    agreed: Instant | None = None
    acknowledgements: tuple[Acknowledgement, ...] = ()
    ratings: tuple[Rating, ...] = ()

    @property
    def day(self) -> date:
        """The day of the paper."""
        return self.made.local().date()

    @property
    def called(self) -> str:
        """The patient as they asked to be called."""
        return self.names.called or self.names.patient

    def name_of(self, voice: Voice, words: Words) -> str:
        """Whoever speaks or owes, by name."""
        if voice is Voice.BOTH:
            return words.say(N_("Both of us"))
        name = self.called if voice is Voice.PATIENT else self.names.practitioner
        return isolated(name) or words.say(N_("The patient") if voice is Voice.PATIENT else N_("The practitioner"))

    def option(self, option_id: str) -> Option | None:
        """One way, by its id."""
        return next((one for one in self.contents.options if one.id == option_id), None)

    def steps_of(self, owner: Voice) -> tuple[Step, ...]:
        """What this side will do: what was set down or became another step is left out."""
        return tuple(one for one in self.contents.steps_of(owner) if one.state not in GONE)


def copy_of_version(version: PlanVersion, names: Names) -> PlanCopy:
    """An agreed version: made at the moment of its agreement, so that the same bytes come out each time."""
    line = version.line
    return PlanCopy(
        names=names,
        contents=version.contents,
        made=line.agreed,
        contents_sha256=line.contents_sha256,
        number=line.number,
        agreed=line.agreed,
        acknowledgements=line.acknowledgements,
    )


def copy_of_now(whole: WholePlan, made: Instant) -> PlanCopy:
    """A plan as it stands; where it says what its newest version says, it is that version."""
    newest = whole.versions[-1] if whole.versions else None
    same = newest if newest is not None and newest.contents_sha256 == whole.contents_sha256 else None
    return PlanCopy(
        names=whole.names,
        contents=whole.contents,
        made=made,
        contents_sha256=whole.contents_sha256,
        number=same.number if same else None,
        agreed=same.agreed if same else None,
        acknowledgements=same.acknowledgements if same else whole.acknowledgements,
        ratings=whole.ratings,
    )
