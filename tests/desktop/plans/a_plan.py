"""A plan as two people might have it: four ways, one set aside, one negotiated, steps of both, a part that worries."""

from dataclasses import dataclass, replace
from datetime import date

from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.plans import acts
from healingpartner.plans.decisions import acts as deciding
from healingpartner.plans.decisions.model import (
    Asks,
    Decision,
    Direction,
    Evidence,
    EvidenceKind,
    Felt,
    Option,
    OptionKind,
    Reversible,
    Stance,
)
from healingpartner.plans.goals import acts as goals
from healingpartner.plans.goals.model import Form, Goal, GoalState
from healingpartner.plans.model import Limit, LimitKind
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.numbers.estimate import (
    Basis,
    Horizon,
    HorizonUnit,
    OutcomeDirection,
    OutcomeEstimate,
    Sureness,
)
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind, WithFood
from healingpartner.plans.versions import acts as versions
from healingpartner.plans.versions.model import AckWay, WholePlan
from healingpartner.plans.views import plan_of
from healingpartner.practice import Practice

EIGHT_WEEKS = Horizon(amount=8, unit=HorizonUnit.WEEKS)
MINE, HERS = Voice.PRACTITIONER, Voice.PATIENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Ids of what was made."""

    person_id: str
    plan_id: str
    goal_id: str = ""
    decision_id: str = ""
    walk: str = ""
    pills: str = ""
    wait: str = ""
    breathing: str = ""
    my_step: str = ""
    her_step: str = ""
    drops: str = ""


def person(practice: Practice, name: str = "Mira Rahimi", called: str = "Mira") -> str:
    """Somebody, and Dr. Amara Osei of Elm Street."""
    given = Practitioner(name="Amara Osei", title="Dr.", practice_name="Elm Street")
    practice.do(set_practitioner, given, by=MINE)
    return practice.do(add_person, Particulars(legal_name=name, preferred_name=called), by=MINE)


def bare(practice: Practice, title: str = "Sleeping again") -> Made:
    """A plan with nothing in it but its name."""
    person_id = person(practice)
    return Made(person_id=person_id, plan_id=practice.do(acts.begin_plan, person_id, title=title, by=MINE))


def sleeping(count: int, without: int, outcome: str = "sleep better") -> OutcomeEstimate:
    """Of 100 people in eight weeks."""
    return OutcomeEstimate(
        outcome=outcome, direction=OutcomeDirection.BENEFIT, horizon=EIGHT_WEEKS, n_with=count, n_without=without,
        denominator=100, basis=Basis.TRIAL, sureness=Sureness.MODERATE, source="Wójcik 2024",
    )  # fmt: skip


def filled(practice: Practice) -> Made:
    """Everything the two would weigh, nothing decided; the plan is a draft."""
    made = bare(practice)
    plan = whole(practice, made).plan
    said = replace(
        plan,
        matters="I want to sleep without listening for my heart.",
        hopes="To wake up rested on most days.",
        fears="Being foggy at work.",
        limits=(
            Limit(kind=LimitKind.TIME, words="Evenings only."),
            Limit(kind=LimitKind.FAMILY, words="Two children."),
        ),
        ceiling=Ceiling(amount=Money(minor=4000, currency="EUR"), per=Per.MONTH),
    )
    practice.do(acts.change_plan, said, by=HERS)
    practice.do(
        acts.change_plan, replace(said, reach="Call 555 010 0100 on weekdays.", review_on=date(2027, 2, 22)), by=MINE
    )
    goal = Goal(
        id="", plan_id=made.plan_id, patient_words="I sleep through most nights.", form=Form.FIVE, baseline=-2,
        levels={-2: "no night slept through", -1: "1 night", 0: "3 nights", 1: "5 nights", 2: "every night"},
        importance=3, difficulty=2,
    )  # fmt: skip
    goal_id = practice.do(goals.put_goal, made.plan_id, goal, by=HERS)
    practice.do(goals.turn_goal, goal_id, GoalState.ACTIVE, by=HERS)
    question = Decision(
        id="", plan_id=made.plan_id, question="What do we try first, to sleep better?",
        why_now="Three bad months, and the exam is in spring.",
    )  # fmt: skip
    decision_id = practice.do(deciding.put_decision, made.plan_id, question, by=MINE)
    ids = [practice.do(deciding.put_option, decision_id, one, by=MINE) for one in ways(made.plan_id, decision_id)]
    practice.do(
        deciding.lean, ids[0], Stance.TOWARD, "It helps many, costs nothing, and you like being outside.", by=MINE
    )
    practice.do(deciding.lean, ids[1], Stance.EITHER, "It works faster, but the fog by day is real.", by=MINE)
    practice.do(
        deciding.say_felt, ids[0],
        Felt(inner_words="My body says yes to this.", direction=Direction.TOWARD, ready=9, sure=8),
        by=HERS,
    )  # fmt: skip
    return replace(
        made, goal_id=goal_id, decision_id=decision_id, walk=ids[0], pills=ids[1], wait=ids[2], breathing=ids[3],
        **_steps(practice, made, ids[0]),
    )  # fmt: skip


def ways(plan_id: str, decision_id: str) -> tuple[Option, ...]:
    """A walk, a medicine, waiting, breathing."""
    nothing = Cost(low=Money(minor=0, currency="EUR"))
    return (
        Option(
            id="", plan_id=plan_id, decision_id=decision_id, label="Walk after supper", kind=OptionKind.DAILY_LIFE,
            involves="Half an hour outside, four evenings a week.", helps="Falling asleep sooner.",
            effort="Four evenings a week.", reversible=Reversible.EASILY, cost=nothing, asks=Asks.SOME,
            estimates=(sleeping(38, 24),),
            evidence=(Evidence(kind=EvidenceKind.STUDY, words="Walking and sleep, 12 trials.", source="Wójcik 2024"),),
        ),
        Option(
            id="", plan_id=plan_id, decision_id=decision_id, label="Low-dose amitriptyline",
            involves="One small tablet at night, for eight weeks.", helps="Sleeping through.",
            harms="Drowsy by day, a dry mouth.", cautions="Not with your other heart medicine without asking.",
            reversible=Reversible.PARTLY, asks=Asks.LITTLE, estimates=(
                sleeping(45, 24),
                replace(sleeping(20, 6, "feel drowsy by day"), direction=OutcomeDirection.HARM),
            ),
            cost=Cost(low=Money(minor=600, currency="EUR"), per=Per.MONTH),
        ),
        Option(
            id="", plan_id=plan_id, decision_id=decision_id, label="Wait and watch, 6 weeks", kind=OptionKind.WAIT,
            involves="We change nothing, and look again in January.", cost=nothing, asks=Asks.LITTLE,
            if_i_wait="Sleep may come back by itself.", reversible=Reversible.EASILY, estimates=(sleeping(24, 24),),
        ),
        Option(
            id="", plan_id=plan_id, decision_id=decision_id, label="Breathing group on Mondays",
            kind=OptionKind.INTEGRATIVE, involves="Eight evenings in a group of six.", effort="Mondays at seven.",
        ),
    )  # fmt: skip


def _steps(practice: Practice, made: Made, option_id: str) -> dict[str, str]:
    given = (
        ("my_step", MINE, Step(
            id="", plan_id=made.plan_id, owner=MINE, what="Find out what the breathing group costs.", proposed_by=MINE,
            due_on=date(2026, 11, 29),
        )),
        ("her_step", MINE, Step(
            id="", plan_id=made.plan_id, owner=HERS, what="Walk after supper", proposed_by=MINE, when="after supper",
            where="along the river", how_often="4 evenings a week", in_the_way="Rain.", option_id=option_id,
        )),
        ("drops", MINE, Step(
            id="", plan_id=made.plan_id, owner=HERS, what="Valerian drops", proposed_by=MINE, treatment=Treatment(
                kind=TreatmentKind.REMEDY, amounts={DayTime.EVENING: "20 drops"}, food=WithFood.EITHER,
                until=date(2027, 1, 31), why="To fall asleep sooner.",
            ),
        )),
    )  # fmt: skip
    return {name: practice.do(steps.put_step, made.plan_id, step, by=by) for name, by, step in given}


def offered(practice: Practice) -> Made:
    """The filled plan, offered."""
    made = filled(practice)
    practice.do(steps.turn_step, made.my_step, StepState.TAKEN_ON, by=MINE)
    practice.do(acts.offer, made.plan_id, by=MINE)
    return made


def agreed(practice: Practice) -> Made:
    """Decided, taken on, said yes to by both, and under way."""
    made = offered(practice)
    practice.do(deciding.set_aside, made.pills, by=HERS)
    practice.do(deciding.decide, made.decision_id, chosen=(made.walk,), words="I try this first.", by=HERS)
    for step in (made.her_step, made.drops):
        practice.do(steps.turn_step, step, StepState.TAKEN_ON, by=HERS)
    for voice in (HERS, MINE):
        seen = whole(practice, made).contents_sha256
        practice.do(versions.acknowledge, made.plan_id, AckWay.SPOKEN, contents_sha256=seen, by=voice)
    practice.do(acts.begin_work, made.plan_id, by=MINE)
    return made


def whole(practice: Practice, made: Made) -> WholePlan:
    """The plan as it now stands."""
    found = practice.ask(plan_of, made.person_id, plan_id=made.plan_id)
    assert found is not None
    return found
