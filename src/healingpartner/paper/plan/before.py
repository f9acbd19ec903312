"""What is worth saying before a plan is printed. None of it keeps anybody from printing."""

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.plan.copy import GONE
from healingpartner.plans.numbers.grid import Column, check_comparable
from healingpartner.plans.parts.model import everyone_on_board
from healingpartner.plans.versions.model import PlanContents

NO_STEP_OF_YOURS = N_("Nothing in this plan is for you to do. Is there a step that you would like to take on?")
NOT_EVERYONE = N_("Not every part is on board. The paper says so in the patient's own words.")


def practitioner_does_something(contents: PlanContents) -> bool:
    """Whether the practitioner owes at least one step, alone or with the patient."""
    return any(one.owner in {Voice.PRACTITIONER, Voice.BOTH} and one.state not in GONE for one in contents.steps)


def worth_saying(contents: PlanContents, words: Words) -> tuple[str, ...]:
    """Plain sentences for the practitioner, the weightiest first; empty when there is nothing to say."""
    told = []
    if not practitioner_does_something(contents):
        told.append(words.say(NO_STEP_OF_YOURS))
    if contents.parts and not everyone_on_board(contents.parts):
        told.append(words.say(NOT_EVERYONE))
    for decision in contents.decisions:
        columns = [Column(label=one.label, estimates=one.estimates) for one in contents.options_of(decision.id)]
        try:
            check_comparable(columns, words=words)
        except Refused as amiss:
            told.append(amiss.sentence())
    return tuple(told)
