"""The largest plan we promise to open at once: 12 goals, 40 options, 200 steps; shared by tests and benches."""

from datetime import date

from healingpartner.foundation.money import Money
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.plans.decisions.model import Decision, Evidence, EvidenceKind, Felt, Leaning, Option, Stance
from healingpartner.plans.decisions.store import DECISION, OPTION
from healingpartner.plans.goals.model import LEVELS, Form, Goal, GoalState
from healingpartner.plans.goals.store import GOAL
from healingpartner.plans.model import Plan, PlanState
from healingpartner.plans.money import Cost, Per
from healingpartner.plans.numbers.estimate import Basis, Horizon, HorizonUnit, OutcomeDirection, OutcomeEstimate
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind
from healingpartner.plans.steps.store import STEP
from healingpartner.plans.store import put_part, put_plan
from healingpartner.practice import Practice
from healingpartner.vault.transaction import Transaction

GOALS, DECISIONS, OPTIONS, STEPS = 12, 4, 40, 200
LINE = "Step by step, and with a rest in between, as far as it does good and no further than that."


def large_plan(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, str]:
    """A person with that plan, offered: ids of the person and the plan."""
    return practice.do(_large_plan, name, by=Voice.BOTH)


def _large_plan(tx: Transaction, name: str) -> tuple[str, str]:
    person_id = add_person(tx, Particulars(legal_name=name))
    plan = Plan(
        id=tx.new_id(), person_id=person_id, title="Everything at once", made=tx.at, state=PlanState.OFFERED,
        matters=LINE, hopes=LINE, fears=LINE, reach="555 0111, until six",
    )  # fmt: skip
    put_plan(tx, plan)
    for n in range(GOALS):
        put_part(tx, GOAL, _goal(tx.new_id(), plan.id, n), person_id=person_id)
    decisions = [Decision(id=tx.new_id(), plan_id=plan.id, question=f"{n}: {LINE}", place=n) for n in range(DECISIONS)]
    for decision in decisions:
        put_part(tx, DECISION, decision, person_id=person_id)
    for n in range(OPTIONS):
        option = _option(tx.new_id(), plan.id, decisions[n % DECISIONS].id, n)
        put_part(tx, OPTION, option, person_id=person_id)
    for n in range(STEPS):
        put_part(tx, STEP, _step(tx.new_id(), plan.id, n), person_id=person_id)
    return person_id, plan.id


def _goal(goal_id: str, plan_id: str, n: int) -> Goal:
    return Goal(
        id=goal_id, plan_id=plan_id, patient_words=f"{n}: {LINE}", place=n, shared_wording=LINE, why=LINE,
        form=Form.FIVE, importance=2, difficulty=1, levels={level: f"{level}: {LINE}" for level in LEVELS}, baseline=-1,
        state=GoalState.ACTIVE,
    )  # fmt: skip


def _option(option_id: str, plan_id: str, decision_id: str, n: int) -> Option:
    return Option(
        id=option_id, plan_id=plan_id, decision_id=decision_id, label=f"Way {n}", place=n, involves=LINE, helps=LINE,
        harms=LINE, effort=LINE, cautions=LINE, cost=Cost(low=Money(minor=100 * n, currency="EUR"), per=Per.MONTH),
        leaning=Leaning(stance=Stance.EITHER, reason=LINE), felt=Felt(inner_words=LINE, ready=5, sure=6),
        evidence=(Evidence(kind=EvidenceKind.STUDY, words=LINE, source="Invented 2020"),),
        estimates=(_estimate(OutcomeDirection.BENEFIT, 38, 30), _estimate(OutcomeDirection.HARM, 4, 2)),
    )  # fmt: skip


def _estimate(direction: OutcomeDirection, with_it: int, without: int) -> OutcomeEstimate:
    return OutcomeEstimate(
        outcome="feel it", direction=direction, horizon=Horizon(amount=1, unit=HorizonUnit.YEARS), n_with=with_it,
        n_without=without, denominator=100, basis=Basis.TRIAL, source="Invented 2020",
    )  # fmt: skip


def _step(step_id: str, plan_id: str, n: int) -> Step:
    owner = (Voice.PRACTITIONER, Voice.PATIENT, Voice.BOTH)[n % 3]
    taken = Treatment(kind=TreatmentKind.REMEDY, amounts={DayTime.MORNING: "one", DayTime.NIGHT: "two"}, why=LINE)
    return Step(
        id=step_id, plan_id=plan_id, owner=owner, what=f"{n}: {LINE}", proposed_by=Voice.PRACTITIONER, place=n,
        when="after breakfast", where="at home", how_often="daily", due_on=date(2027, 1, 1 + n % 28), in_the_way=LINE,
        supports=LINE, sure=7, cost=Cost(low=Money(minor=n, currency="EUR")), treatment=taken if n % 4 == 0 else None,
        state=StepState.PROPOSED,
    )  # fmt: skip
