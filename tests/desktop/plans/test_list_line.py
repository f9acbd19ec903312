"""The second line of the list of people: promises that are open, beside how the agreement stands."""

from datetime import date

from agreements.signing import offered as agreement_offered
from desktop.plans import a_plan
from healingpartner.desktop.rooms import _second_lines
from healingpartner.foundation.voices import Voice
from healingpartner.plans import acts
from healingpartner.plans.steps.acts import turn_step
from healingpartner.plans.steps.model import StepState
from healingpartner.practice import Practice

BEFORE, AFTER = date(2026, 11, 25), date(2026, 12, 3)


def lines(practice: Practice, today: date) -> dict[str, str]:
    return dict(practice.ask(_second_lines, today))


def test_a_promise_of_ones_own_is_told_once_its_day_has_passed(practice: Practice) -> None:
    made = a_plan.agreed(practice)
    assert made.person_id not in lines(practice, BEFORE)
    assert lines(practice, AFTER)[made.person_id] == "1 promise of yours is open"
    practice.do(turn_step, made.my_step, StepState.DONE, by=Voice.PRACTITIONER)
    assert made.person_id not in lines(practice, AFTER)


def test_a_late_step_of_the_patient_is_nobodys_line(practice: Practice) -> None:
    made = a_plan.agreed(practice)
    practice.do(turn_step, made.my_step, StepState.DONE, by=Voice.PRACTITIONER)
    assert "promise" not in lines(practice, date(2027, 2, 1)).get(made.person_id, "")


def test_the_day_to_look_at_the_plan_and_a_plan_on_offer_are_told(practice: Practice) -> None:
    made = a_plan.offered(practice)
    assert lines(practice, BEFORE)[made.person_id] == "A plan is offered"
    practice.do(acts.pause, made.plan_id, by=Voice.PATIENT)
    assert made.person_id not in lines(practice, BEFORE)


def test_an_agreement_that_waits_stands_beside_what_the_plan_says(practice: Practice) -> None:
    person_id, _agreement, _version = agreement_offered(practice)
    assert lines(practice, BEFORE)[person_id] == "It waits for both of you."
    plan_id = practice.do(acts.begin_plan, person_id, title="Resting", by=Voice.PRACTITIONER)
    practice.do(acts.offer, plan_id, by=Voice.PRACTITIONER)
    assert lines(practice, BEFORE)[person_id] == "A plan is offered · It waits for both of you."
