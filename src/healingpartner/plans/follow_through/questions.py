"""What is worth asking now, of whom: worked out each time from what stands, and never kept as something about anybody.

What the practitioner owes comes first. A step set down leads to the question whether the plan still fits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.consents.model import TreatmentConsent
from healingpartner.plans.decisions.model import Decision, DecisionState, Option
from healingpartner.plans.differing.model import Dissent, DissentState
from healingpartner.plans.follow_through.model import CheckIn, Obstacle, Went
from healingpartner.plans.follow_through.review_days import Looked, ReviewDay
from healingpartner.plans.model import LIVED, WRITABLE, Plan
from healingpartner.plans.steps.model import STANDING, Step, StepState

ANOTHER_WAY = frozenset({Obstacle.COST, Obstacle.DID_NOT_FIT})
_IN_A_ROW = 2


class Asking(StrEnum):
    """What is asked, in the order in which it comes."""

    STOP = "stop"
    REPAIR = "repair"
    HEAR = "hear"
    PRICE = "price"
    IN_THE_WAY = "in_the_way"
    STILL_FITS = "still_fits"
    PARTS = "parts"
    ANOTHER_WAY = "another_way"
    LOOK_AGAIN = "look_again"


ASKING_WORDS: Mapping[Asking, str] = {
    Asking.STOP: N_("The yes to “{label}” was taken back. Stop it now, and talk about it in peace."),
    Asking.REPAIR: N_("You owe “{label}”, and its day has passed. Say so first, and mend it together."),
    Asking.HEAR: N_("“{label}” waits to be heard."),
    Asking.PRICE: N_("Nobody knows yet what “{label}” costs. Say by when you will find out."),
    Asking.IN_THE_WAY: N_("“{label}”: what got in the way? Does it still fit?"),
    Asking.STILL_FITS: N_("“{label}” was set down. Does the plan still fit?"),
    Asking.PARTS: N_("“{label}”: twice the mind has changed. Were all parts of you on board?"),
    Asking.ANOTHER_WAY: N_("“{label}” did not fit, or cost too much. Shall we look for another way?"),
    Asking.LOOK_AGAIN: N_("It is time to look at “{label}” again together."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """asked: whom first. part_id: of the step, option, dissent, consent or what to look at; label: its words."""

    asking: Asking
    asked: Voice
    part_id: str
    label: str
    looked: Looked | None = None

    def words(self, told: Words) -> str:
        """The question in a language."""
        return told.say(ASKING_WORDS[self.asking]).format(label=isolated(self.label))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What questions are told from. labels: by id, of all that can be looked at again."""

    plan: Plan
    today: date
    labels: Mapping[str, str]
    steps: Sequence[Step] = ()
    decisions: Sequence[Decision] = ()
    dissents: Sequence[Dissent] = ()
    consents: Sequence[TreatmentConsent] = ()
    check_ins: Sequence[CheckIn] = ()
    days: Sequence[ReviewDay] = ()
    prices_missing: Sequence[Option] = ()


def questions(standing: Standing) -> tuple[Question, ...]:
    """What is worth asking now: the practitioner's first, then what is asked of both, then of the patient."""
    found = list(_at_any_time(standing))
    if standing.plan.state in LIVED | WRITABLE:
        found += _while_open(standing)
    if standing.plan.state in LIVED:
        found += [*_late(standing), *_set_down(standing), *_after_check_ins(standing), *_look_again(standing)]
    order = (Voice.PRACTITIONER, Voice.BOTH, Voice.PATIENT)
    return tuple(sorted(found, key=lambda one: (order.index(one.asked), list(Asking).index(one.asking))))


def _at_any_time(standing: Standing) -> Iterator[Question]:
    """A treatment goes on although the yes to it was taken back: that is asked even while the plan rests."""
    again = {(one.what, one.option_id, one.step_id) for one in standing.consents if one.withdrawn is None}
    for one in standing.consents:
        if one.withdrawn is None or (one.what, one.option_id, one.step_id) in again:
            continue
        if any(step.state in STANDING and _is_of(step, one) for step in standing.steps):
            yield Question(asking=Asking.STOP, asked=Voice.PRACTITIONER, part_id=one.id, label=one.what)


def _is_of(step: Step, consent: TreatmentConsent) -> bool:
    """Whether a yes was to this step, or to the way that this treatment belongs to."""
    of_way = step.treatment is not None and bool(consent.option_id) and step.option_id == consent.option_id
    return step.id == consent.step_id or of_way


def _while_open(standing: Standing) -> Iterator[Question]:
    for one in standing.dissents:
        if one.state is DissentState.OPEN:
            other = Voice.PATIENT if one.by is Voice.PRACTITIONER else Voice.PRACTITIONER
            yield Question(asking=Asking.HEAR, asked=other, part_id=one.id, label=one.words)
    if standing.plan.state in WRITABLE:
        for option in standing.prices_missing:
            yield Question(asking=Asking.PRICE, asked=Voice.PRACTITIONER, part_id=option.id, label=option.label)


def _late(standing: Standing) -> Iterator[Question]:
    for one in standing.steps:
        if one.is_late(standing.today):
            if Voice.PRACTITIONER in one.owners:
                yield Question(asking=Asking.REPAIR, asked=Voice.PRACTITIONER, part_id=one.id, label=one.what)
            if Voice.PATIENT in one.owners:
                yield Question(asking=Asking.IN_THE_WAY, asked=Voice.PATIENT, part_id=one.id, label=one.what)


def _set_down(standing: Standing) -> Iterator[Question]:
    """Asked until somebody has said since then whether it still fits."""
    for one in standing.steps:
        if one.state is StepState.SET_DOWN and one.turned is not None:
            since = (each for each in standing.check_ins if each.at.utc_us >= one.turned.utc_us)
            if all(each.still_fits is None for each in since):
                yield Question(asking=Asking.STILL_FITS, asked=Voice.BOTH, part_id=one.id, label=one.what)


def _after_check_ins(standing: Standing) -> Iterator[Question]:
    for step in standing.steps:
        if step.state in {StepState.DONE, StepState.ADAPTED}:
            continue
        answers = [one for one in standing.check_ins if one.step_id == step.id and one.by is Voice.PATIENT and one.went]
        if _changed_twice(answers, (one for one in standing.decisions if one.step_id == step.id)):
            yield Question(asking=Asking.PARTS, asked=Voice.PATIENT, part_id=step.id, label=step.what)
        elif step.state in STANDING and answers and _another_way(answers[-1]):
            yield Question(asking=Asking.ANOTHER_WAY, asked=Voice.BOTH, part_id=step.id, label=step.what)


def _changed_twice(answers: Sequence[CheckIn], asked_anew: Iterable[Decision]) -> bool:
    """Whether the newest two changed their mind, and it was not asked anew in a decision since."""
    since = 0
    for decision in asked_anew:
        if decision.state is not DecisionState.DECIDED or decision.outcome is None:
            return False
        since = max(since, decision.outcome.decided.utc_us)
    newest = [one for one in answers if one.at.utc_us > since][-_IN_A_ROW:]
    return len(newest) == _IN_A_ROW and all(one.went is Went.CHANGED_MIND for one in newest)


def _another_way(answer: CheckIn) -> bool:
    return answer.went is Went.NO_LONGER_FITS or bool(ANOTHER_WAY & set(answer.obstacles))


def _look_again(standing: Standing) -> Iterator[Question]:
    for day in standing.days:
        if day.on <= standing.today:
            yield Question(
                asking=Asking.LOOK_AGAIN,
                asked=Voice.BOTH,
                part_id=day.part_id,
                label=standing.labels.get(day.part_id, standing.plan.title),
                looked=day.looked,
            )
