"""A plan that has lived: real acts of both that leave a row of every kind; for the whole life, erasure and copying."""

from dataclasses import dataclass, replace
from datetime import date

from healingpartner.exchange.plan_copies import print_and_keep
from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.plans.acts import begin_plan, begin_work, change_plan, offer, rework
from healingpartner.plans.consents import acts as consents
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import Decision, Felt, Option, OptionKind, PreferredRole, Stance
from healingpartner.plans.differing import acts as differing
from healingpartner.plans.differing.model import About
from healingpartner.plans.follow_through import acts as follow_through
from healingpartner.plans.follow_through.model import CheckIn, Obstacle, Went
from healingpartner.plans.goals.acts import put_goal, rate, turn_goal
from healingpartner.plans.goals.model import GoalState
from healingpartner.plans.money import Cost, Per
from healingpartner.plans.parts.acts import go_on_anyway, put_part_voice
from healingpartner.plans.parts.model import PartStance
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind
from healingpartner.plans.templates.acts import make_template
from healingpartner.practice import Practice
from plans.planning import add, both_say_yes, does, goal, part, says, whole


@dataclass(frozen=True)
class Paper:
    """Any bytes that stand for a printed copy."""

    pdf: bytes = b"%PDF-1.7 invented"


def lived(practice: Practice, name: str = "Lena Lives") -> tuple[str, str]:
    """A person with a plan that was agreed, printed, followed and is being reworked; a template was made of it."""
    person_id = add(practice, name)
    plan_id = says(practice, begin_plan, person_id, title="Sleep again", matters="My mornings")
    _write(practice, person_id, plan_id)
    does(practice, offer, plan_id)
    version_id = both_say_yes(practice, person_id, plan_id)
    print_and_keep(practice, version_id, render=lambda _version: Paper())
    does(practice, begin_work, plan_id)
    _follow(practice, person_id, plan_id)
    does(practice, make_template, plan_id, title="Sleep")
    says(practice, rework, plan_id)
    return person_id, plan_id


def _write(practice: Practice, person_id: str, plan_id: str) -> None:
    says(practice, change_plan, replace(whole(practice, person_id).plan, hopes="Dreams", review_on=date(2027, 3, 1)))
    says(practice, put_goal, plan_id, goal("Sleep until six", shared_wording="Six hours in one go"))
    says(practice, put_part_voice, plan_id, part(needs="To be asked each week"))
    says(practice, put_part_voice, plan_id, part("The hopeful one", PartStance.ON_BOARD))
    says(practice, go_on_anyway, plan_id)
    asked = Decision(id="", plan_id="", question="How do we help your sleep?", role=PreferredRole.ME_AFTER_YOU)
    decision_id = does(practice, decisions.put_decision, plan_id, asked)
    drops = does(practice, decisions.put_option, decision_id, _way("Valerian drops"))
    does(practice, decisions.put_option, decision_id, _way("Wait four weeks", OptionKind.WAIT))
    does(practice, decisions.lean, drops, Stance.TOWARD, "It helped others.")
    says(practice, decisions.say_felt, drops, Felt(inner_words="My belly says slowly", ready=4))
    dissent_id = says(practice, differing.differ, plan_id, about=About.OPTION, about_id=drops, words="Not every day.")
    other = says(
        practice, differing.propose_instead, drops, option=_way("Drops on Sundays"), changes="Only once a week",
        watch_for="Heavy dreams", call_when="Two nights without sleep", review_on=date(2027, 1, 10),
        dissent_id=dissent_id,
    )  # fmt: skip
    says(practice, differing.take_alternative, other)
    chosen = whole(practice, person_id).contents.alternatives[0].option_id
    says(practice, decisions.decide, decision_id, chosen=(chosen,), words="Sundays it is.")
    does(practice, steps.put_step, plan_id, _step("Write down what the drops are", Voice.PRACTITIONER))
    does(practice, steps.put_step, plan_id, _step("Take the drops", Voice.PATIENT, taken=True))


def _follow(practice: Practice, person_id: str, plan_id: str) -> None:
    contents = whole(practice, person_id).contents
    for step in contents.steps:
        practice.do(steps.turn_step, step.id, StepState.TAKEN_ON, by=step.owner)
    (first,) = contents.goals
    says(practice, turn_goal, first.id, GoalState.ACTIVE)
    says(practice, rate, first.id, halves=-1, words="Some nights")
    told = CheckIn(
        id="", plan_id="", by=Voice.PATIENT, at=contents.plan.made, step_id=contents.steps[-1].id, went=Went.SOME,
        obstacles=(Obstacle.FORGOT,), helped="The bottle beside my bed",
    )  # fmt: skip
    says(practice, follow_through.check_in, plan_id, told)
    consent = TreatmentConsent(
        id="", plan_id="", what="The drops", given=contents.plan.made, way=ConsentWay.SAID, why="To sleep",
        risks="Heavy dreams", alternatives="Waiting", questions_answered=True, free_choice=True,
    )  # fmt: skip
    consent_id = says(practice, consents.give, plan_id, consent)
    says(practice, consents.withdraw, consent_id, ConsentWay.SAID)


def _way(label: str, kind: OptionKind = OptionKind.TREATMENT) -> Option:
    cost = Cost(low=Money(minor=900, currency="EUR"), per=Per.MONTH)
    return Option(id="", plan_id="", decision_id="", label=label, kind=kind, cost=cost)


def _step(what: str, owner: Voice, *, taken: bool = False) -> Step:
    drops = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.NIGHT: "20 drops"}, why="To fall asleep")
    return Step(
        id="", plan_id="", owner=owner, what=what, proposed_by=Voice.PRACTITIONER, due_on=date(2026, 12, 6),
        treatment=drops if taken else None,
    )  # fmt: skip
