"""A plan as a whole: begun, offered, agreed, lived, rested, let go and taken up again."""

from dataclasses import replace
from datetime import date

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.plans.acts import (
    begin_plan,
    begin_work,
    change_plan,
    go_on,
    leave_as_it_was,
    offer,
    pause,
    release,
    rework,
    take_up_again,
    talk_over,
    undo,
)
from healingpartner.plans.goals.acts import put_goal, remove_goal
from healingpartner.plans.model import Limit, LimitKind, PlanState
from healingpartner.plans.money import Ceiling, Cost
from healingpartner.plans.steps.acts import put_step
from healingpartner.plans.steps.model import Step
from healingpartner.practice import Practice
from plans.planning import (
    PATIENT,
    PRACTITIONER,
    add,
    agreed,
    begun,
    both_say_yes,
    does,
    goal,
    says,
    says_yes,
    under_way,
    whole,
    written,
)


def _state(practice: Practice, person_id: str) -> PlanState:
    return whole(practice, person_id).plan.state


def test_a_plan_goes_from_a_draft_to_being_under_way(practice: Practice) -> None:
    person_id, plan_id = written(practice)
    assert _state(practice, person_id) is PlanState.DRAFT
    does(practice, offer, plan_id)
    says(practice, talk_over, plan_id)
    says_yes(practice, person_id, plan_id, PATIENT)
    assert _state(practice, person_id) is PlanState.TALKED_OVER
    says_yes(practice, person_id, plan_id, PRACTITIONER)
    assert _state(practice, person_id) is PlanState.AGREED
    does(practice, begin_work, plan_id)
    assert _state(practice, person_id) is PlanState.UNDER_WAY


def test_a_plan_without_a_name_or_a_person_is_not_begun(practice: Practice) -> None:
    person_id = add(practice)
    with pytest.raises(RuleBroken) as broken:
        does(practice, begin_plan, person_id, title="  ")
    assert broken.value.field == "title"
    with pytest.raises(Refused):
        does(practice, begin_plan, "nobody", title="Walking")


def test_what_is_agreed_is_changed_only_by_reworking_it(practice: Practice) -> None:
    person_id, plan_id = agreed(practice)
    with pytest.raises(RuleBroken) as broken:
        says(practice, put_goal, plan_id, goal("Another"))
    assert broken.value.field == "state"
    says(practice, rework, plan_id)
    says(practice, put_goal, plan_id, goal("Another"))
    assert len(whole(practice, person_id).contents.goals) == 2


def test_reworking_left_as_it_was_says_what_both_agreed_to(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    before = whole(practice, person_id)
    says(practice, rework, plan_id)
    (first,) = before.contents.goals
    says(practice, put_goal, plan_id, replace(first, patient_words="Something else"))
    says(practice, put_goal, plan_id, goal("Another"))
    says(practice, change_plan, replace(whole(practice, person_id).plan, hopes="Much"))
    says(practice, leave_as_it_was, plan_id)
    after = whole(practice, person_id)
    assert after.plan.state is PlanState.UNDER_WAY
    assert after.contents_sha256 == before.contents_sha256 == after.versions[-1].contents_sha256


def test_own_changes_are_taken_back_one_after_the_other(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    empty = whole(practice, person_id).contents_sha256
    first = says(practice, put_goal, plan_id, goal("First"))
    one = whole(practice, person_id).contents_sha256
    says(practice, put_goal, plan_id, goal("Second"))
    two = whole(practice, person_id).contents_sha256
    says(practice, remove_goal, first)
    for sha256 in (two, one, empty):
        says(practice, undo, plan_id)
        assert whole(practice, person_id).contents_sha256 == sha256
    with pytest.raises(RuleBroken) as broken:
        says(practice, undo, plan_id)
    assert broken.value.field == "undo"


def test_either_side_pauses_and_lets_go_without_a_reason(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    says(practice, pause, plan_id)
    with pytest.raises(RuleBroken):
        does(practice, begin_work, plan_id)
    does(practice, go_on, plan_id)
    assert _state(practice, person_id) is PlanState.UNDER_WAY
    says(practice, release, plan_id)
    assert _state(practice, person_id) is PlanState.RELEASED
    does(practice, take_up_again, plan_id)
    assert _state(practice, person_id) is PlanState.REVIEWING
    assert both_say_yes(practice, person_id, plan_id)


def test_what_is_the_patients_changes_in_the_patients_voice(practice: Practice) -> None:
    person_id, _plan_id = begun(practice)
    for more in (
        {"hopes": "Sleep"},
        {"limits": (Limit(kind=LimitKind.TIME, words="Mornings only"),)},
        {"ceiling": Ceiling(amount=Money(minor=5_000, currency="EUR"))},
    ):
        plan = whole(practice, person_id).plan
        with pytest.raises(RuleBroken) as broken:
            does(practice, change_plan, replace(plan, **more))
        assert broken.value.field in more
        says(practice, change_plan, replace(plan, **more))


def test_a_day_to_look_again_lies_after_the_beginning(practice: Practice) -> None:
    person_id, _plan_id = begun(practice)
    plan = whole(practice, person_id).plan
    with pytest.raises(RuleBroken) as broken:
        does(practice, change_plan, replace(plan, review_on=date(2020, 1, 1)))
    assert broken.value.field == "review_on"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": "x" * 301}, "title"),
        ({"matters": "x" * 10_001}, "matters"),
        ({"hopes": "x" * 10_001}, "hopes"),
        ({"fears": "x" * 10_001}, "fears"),
        ({"reach": "x" * 10_001}, "reach"),
        ({"drawing": "x" * 200_001}, "drawing"),
        ({"limits": (Limit(kind=LimitKind.TIME, words="x" * 10_001),)}, "limits"),
        ({"limits": (Limit(kind=LimitKind.TIME, words="x"),) * 41}, "limits"),
        ({"begins_on": date(2027, 2, 1), "review_on": date(2027, 1, 31)}, "review_on"),
    ],
    ids=lambda given: str(given)[:30],
)
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_written(
    practice: Practice, more: dict[str, object], field: str
) -> None:
    person_id, _plan_id = begun(practice)
    before = whole(practice, person_id)
    with pytest.raises(RuleBroken) as broken:
        says(practice, change_plan, replace(before.plan, **more))  # type: ignore[arg-type]
    assert broken.value.field == field
    assert broken.value.sentence
    assert whole(practice, person_id) == before


def test_a_ceiling_in_another_currency_than_the_plan_counts_in_is_not_taken(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    cost = Cost(low=Money(minor=900, currency="EUR"))
    step = Step(id="", plan_id="", owner=PATIENT, what="Tea", proposed_by=PATIENT, cost=cost)
    says(practice, put_step, plan_id, step)
    plan = whole(practice, person_id).plan
    with pytest.raises(RuleBroken) as broken:
        says(practice, change_plan, replace(plan, ceiling=Ceiling(amount=Money(minor=1, currency="USD"))))
    assert broken.value.field == "ceiling"
    says(practice, change_plan, replace(plan, ceiling=Ceiling(amount=Money(minor=1, currency="EUR"))))


def test_where_a_plan_stands_cannot_be_written_from_outside(practice: Practice) -> None:
    person_id, _plan_id = begun(practice)
    plan = whole(practice, person_id).plan
    says(practice, change_plan, replace(plan, state=PlanState.AGREED, version_id="v", person_id="other", hopes="Rest"))
    assert whole(practice, person_id).plan == replace(plan, hopes="Rest")


def test_a_plan_that_is_not_here_is_said_to_be_gone(practice: Practice) -> None:
    for act in (offer, talk_over, begin_work, rework, leave_as_it_was, pause, go_on, release, take_up_again, undo):
        with pytest.raises(Refused):
            says(practice, act, "nothing")
