"""Mira's plan to sleep again, as both would write it; shared by the tests of the tab. Every number is invented."""

from datetime import date

from PySide6.QtWidgets import QApplication

from desktop.stage import Stage
from healingpartner.desktop.plans.tab import PlanTab
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.plans import acts
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import (
    Asks,
    Courses,
    Decision,
    Direction,
    Evidence,
    EvidenceKind,
    Felt,
    Leaning,
    Option,
    OptionKind,
    PreferredRole,
    Reversible,
    Stance,
)
from healingpartner.plans.goals import acts as goals
from healingpartner.plans.goals.model import Form, Goal, GoalState
from healingpartner.plans.model import Plan
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.numbers.estimate import (
    Basis,
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
    Sureness,
)
from healingpartner.plans.versions.acts import acknowledge
from healingpartner.plans.versions.model import AckWay, WholePlan
from healingpartner.plans.views import plan_of
from healingpartner.practice import Practice

MINE, YOURS, BOTH = Voice.PRACTITIONER, Voice.PATIENT, Voice.BOTH
MATTERS = "I want to sleep without listening for my heart."
NIGHTS = {-2: "no night slept through", -1: "1 night", 0: "3 nights", 1: "5 nights", 2: "every night"}
EIGHT_WEEKS = Horizon(amount=8, unit=HorizonUnit.WEEKS)


def person(practice: Practice, name: str = "Mira Rahimi", preferred: str = "Mira") -> str:
    """A person, and the practitioner's own name."""
    practice.do(
        set_practitioner, Practitioner(name="Amara Osei", title="Dr.", practice_name="Elm Street"), by=MINE
    )  # fmt: skip
    made: str = practice.do(add_person, Particulars(legal_name=name, preferred_name=preferred), by=MINE)
    return made


def sleeping(practice: Practice, name: str = "Mira Rahimi", preferred: str = "Mira") -> tuple[str, str]:
    """Ids of a person and of their plan, being talked over: a goal, a question, three ways, one of them chosen."""
    person_id = person(practice, name, preferred)
    plan_id: str = practice.do(acts.begin_plan, person_id, title="Sleeping through", matters=MATTERS, by=YOURS)
    found = whole(practice, person_id)
    practice.do(acts.change_plan, _filled(found.plan), by=BOTH)
    goal_id = practice.do(goals.put_goal, plan_id, goal(), by=BOTH)
    practice.do(goals.turn_goal, goal_id, GoalState.ACTIVE, by=BOTH)
    decision_id = practice.do(decisions.put_decision, plan_id, decision(), by=BOTH)
    made = [practice.do(decisions.put_option, decision_id, one, by=MINE) for one in ways()]
    for option_id, felt in zip(made, feelings(), strict=True):
        practice.do(decisions.say_felt, option_id, felt, by=YOURS)
    practice.do(decisions.set_aside, made[1], by=YOURS)
    practice.do(decisions.keep_as_fallback, made[2], by=YOURS)
    practice.do(acts.offer, plan_id, by=MINE)
    practice.do(acts.talk_over, plan_id, by=MINE)
    practice.do(decisions.decide, decision_id, chosen=(made[0],), by=YOURS)
    return person_id, plan_id


def agreed(practice: Practice, name: str = "Mira Rahimi", preferred: str = "Mira") -> tuple[str, str]:
    """The same plan, agreed to by both and under way, its goal rated once."""
    person_id, plan_id = sleeping(practice, name, preferred)
    for voice in (YOURS, MINE):
        sha256 = whole(practice, person_id).contents_sha256
        practice.do(acknowledge, plan_id, AckWay.SPOKEN, contents_sha256=sha256, by=voice)
    practice.do(acts.begin_work, plan_id, by=MINE)
    (goal_now,) = whole(practice, person_id).contents.goals
    practice.do(goals.rate, goal_now.id, halves=0, by=YOURS)
    return person_id, plan_id


def whole(practice: Practice, person_id: str) -> WholePlan:
    """The plan as it stands."""
    found = practice.ask(plan_of, person_id)
    assert found is not None
    return found


def tab_of(stage: Stage, person_id: str) -> PlanTab:
    """The person's tab, shown and filled to its end."""
    tab = PlanTab(stage.desk, person_id)
    stage.show(tab)
    settle(stage, tab)
    return tab


def settle(stage: Stage, tab: PlanTab) -> None:
    """Wait until everything asked was answered and every slice was built."""
    stage.settle()
    stage.qtbot.waitUntil(lambda: tab.later.is_settled, timeout=10_000)
    stage.settle()
    QApplication.processEvents()


def goal() -> Goal:
    """Five levels in words."""
    return Goal(
        id="", plan_id="", patient_words=MATTERS, shared_wording="Nights slept through in a week", form=Form.FIVE,
        levels=NIGHTS, baseline=-2, importance=3, difficulty=2,
    )  # fmt: skip


def decision() -> Decision:
    """What there is to decide."""
    return Decision(
        id="", plan_id="", question="What do we try first, so that you sleep?", why_now="The nights wear you out.",
        decide_by=PartialDate(year=2026, month=12, day=1), role=PreferredRole.ME_AFTER_YOU, others="my sister Leila",
    )  # fmt: skip


def ways() -> tuple[Option, ...]:
    """Walking, a remedy, and waiting."""
    return (
        Option(
            id="", plan_id="", decision_id="", label="Walk after supper", kind=OptionKind.DAILY_LIFE,
            involves="Half an hour at dusk, not faster than you can talk.", effort="4 evenings a week",
            asks=Asks.SOME, reversible=Reversible.EASILY, cost=money(0),
            leaning=Leaning(stance=Stance.TOWARD, reason="It has few harms, and you like the dusk."),
            estimates=(estimate("sleep better", 38, 24), estimate("have sore legs", 9, 4, harm=True)),
            evidence=(Evidence(kind=EvidenceKind.STUDY, words="38 of 100 slept better", source="Invented 2020"),),
            courses=Courses(best="You sleep through by Christmas.", likely="Three nights a week.", hard="No change."),
        ),
        Option(
            id="", plan_id="", decision_id="", label="Low-dose amitriptyline", kind=OptionKind.TREATMENT,
            involves="One small tablet.", effort="at night", asks=Asks.LITTLE, reversible=Reversible.EASILY,
            cost=money(600, Per.MONTH),
            leaning=Leaning(stance=Stance.EITHER, reason="It helps more people, and dulls the day for some."),
            estimates=(estimate("sleep better", 45, 24), estimate("feel drowsy by day", 20, 6, harm=True)),
        ),
        Option(
            id="", plan_id="", decision_id="", label="Wait and watch, 6 weeks", kind=OptionKind.WAIT, cost=money(0),
            if_i_wait="Nothing is lost in six weeks.", estimates=(estimate("sleep better", 24, None),),
        ),
    )  # fmt: skip


def feelings() -> tuple[Felt, ...]:
    """What Mira says of each."""
    return (
        Felt(inner_words="My body says yes to this.", direction=Direction.TOWARD, preference=9, ready=9, sure=8),
        Felt(inner_words="I am afraid of the fog.", direction=Direction.AWAY, preference=3, ready=3, sure=6),
        Felt(inner_words="Feels like being left alone.", direction=Direction.MIXED, preference=4, ready=4, sure=4),
    )


def money(minor: int, per: Per = Per.ONCE) -> Cost:
    """A price in pounds."""
    amount = Money(minor=minor, currency="GBP")
    return Cost(low=amount, high=amount, per=per)


def estimate(outcome: str, with_it: int, without: int | None, *, harm: bool = False) -> OutcomeEstimate:
    """So many of 100 in eight weeks."""
    return OutcomeEstimate(
        outcome=outcome, direction=OutcomeDirection.HARM if harm else OutcomeDirection.BENEFIT, horizon=EIGHT_WEEKS,
        n_with=with_it, n_without=without, denominator=100, basis=Basis.TRIAL, sureness=Sureness.MODERATE,
        source="Invented 2020", checked_on=date(2026, 9, 1),
        interval_with=Interval(low=max(0, with_it - 8), high=with_it + 8),
        interval_without=None if without is None else Interval(low=max(0, without - 6), high=without + 6),
    )  # fmt: skip


def _filled(plan: Plan) -> Plan:
    from dataclasses import replace

    return replace(
        plan, hopes="To wake up rested.", ceiling=Ceiling(amount=Money(minor=4000, currency="GBP")),
        review_on=date(2027, 1, 12), reach="555 0111, until six",
    )  # fmt: skip
