"""A person with a plan, and the two voices, for the tests of deciding and following through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people import acts as people
from healingpartner.people.model import Particulars
from healingpartner.plans import acts as plans
from healingpartner.plans.decisions import acts as decisions
from healingpartner.plans.decisions.model import Decision, Option, OptionKind
from healingpartner.plans.model import Plan, PlanState
from healingpartner.plans.steps import acts as steps
from healingpartner.plans.steps.model import Step
from healingpartner.plans.steps.store import steps_of
from healingpartner.plans.store import plan_with, put_plan
from healingpartner.practice import Practice
from healingpartner.vault.transaction import Transaction

PATIENT, PRACTITIONER = Voice.PATIENT, Voice.PRACTITIONER
NO_TIME = Instant(utc_us=0, offset_min=0, zone="UTC")


class Two:
    """The two at one plan: `says` and `offers` are acts of the patient and of the practitioner."""

    def __init__(self, practice: Practice, title: str = "Sleep again") -> None:
        """A person is added, and a plan begun."""
        self.practice = practice
        self.person_id: str = practice.do(people.add_person, Particulars(legal_name="Rosa Lind"), by=PRACTITIONER)
        self.plan_id: str = practice.do(plans.begin_plan, self.person_id, title=title, by=PRACTITIONER)

    def says(self, act: Callable[..., Any], *args: object, **given: object) -> Any:
        return self.practice.do(act, *args, by=PATIENT, hand=ON_THE_TURNED_VIEW, **given)

    def offers(self, act: Callable[..., Any], *args: object, **given: object) -> Any:
        return self.practice.do(act, *args, by=PRACTITIONER, **given)

    @property
    def today(self) -> date:
        """The day it is at the two."""
        return self.practice.vault.clock.now().local().date()

    @property
    def plan(self) -> Plan:
        return self.practice.ask(plan_with, self.plan_id)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.practice.ask(steps_of, self.plan_id)

    def stands(self, state: PlanState) -> None:
        """The plan comes to stand there by the way of acts that are tested elsewhere."""
        self.practice.do(_stand, self.plan_id, state, by=PRACTITIONER)

    def decision(self, question: str = "How shall we help your sleep?", **given: Any) -> str:
        return str(self.offers(decisions.put_decision, self.plan_id, ask(question, **given)))

    def option(self, decision_id: str, label: str, **given: Any) -> str:
        return str(self.offers(decisions.put_option, decision_id, way(label, **given)))

    def four_ways(self) -> tuple[str, tuple[str, str, str, str]]:
        """A question with four ways, waiting among them; its id and theirs."""
        decision_id = self.decision()
        return decision_id, (
            self.option(decision_id, "Valerian drops"),
            self.option(decision_id, "A sleep diary", kind=OptionKind.DAILY_LIFE),
            self.option(decision_id, "Wait four weeks", kind=OptionKind.WAIT),
            self.option(decision_id, "A sleeping pill"),
        )

    def step(self, what: str, owner: Voice = PATIENT, **given: Any) -> str:
        return str(self.offers(steps.put_step, self.plan_id, doing(what, owner, **given)))


def ask(question: str, **given: Any) -> Decision:
    return Decision(id="", plan_id="", question=question, **given)


def way(label: str, **given: Any) -> Option:
    return Option(id="", plan_id="", decision_id="", label=label, **given)


def doing(what: str, owner: Voice = PATIENT, **given: Any) -> Step:
    return Step(id="", plan_id="", owner=owner, what=what, proposed_by=PRACTITIONER, **given)


def broken(ask: Callable[..., Any], *args: object, **given: object) -> str:
    """The field beside which a sentence is said when this is asked for."""
    with pytest.raises(RuleBroken) as said:
        ask(*args, **given)
    assert said.value.sentence.endswith((".", "?"))
    return said.value.field


def _stand(tx: Transaction, plan_id: str, state: PlanState) -> None:
    put_plan(tx, replace(plan_with(tx, plan_id), state=state))
