"""Parts: in the patient's words and voice; everyone is on board only when it was asked and every part said yes."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.plans.acts import pause
from healingpartner.plans.parts.acts import go_on_anyway, put_part_voice, remove_part_voice
from healingpartner.plans.parts.model import (
    PARTS_LIMIT,
    PartStance,
    PartVoice,
    everyone_on_board,
    not_on_board,
    waits_for_tap,
)
from healingpartner.practice import Practice
from plans.planning import begun, does, part, says, under_way, whole

STANCES = st.lists(st.sampled_from(list(PartStance)), max_size=6)


@given(STANCES)
def test_one_part_that_is_not_willing_is_enough_not_to_show_everyone_on_board(stances: list[PartStance]) -> None:
    parts = [PartVoice(id=str(n), plan_id="p", label="x", stance=one) for n, one in enumerate(stances)]
    assert everyone_on_board(parts) is (bool(parts) and set(stances) == {PartStance.ON_BOARD})
    assert not (everyone_on_board(parts) and not_on_board(parts))
    assert waits_for_tap(parts, ()) == not_on_board(parts)


def test_a_part_speaks_in_the_patients_voice_at_any_time(practice: Practice) -> None:
    person_id, plan_id = under_way(practice)
    with pytest.raises(RuleBroken):
        does(practice, put_part_voice, plan_id, part())
    part_id = says(practice, put_part_voice, plan_id, part())
    says(practice, put_part_voice, plan_id, replace(part("The tired one", PartStance.ON_BOARD), id=part_id))
    assert [one.label for one in whole(practice, person_id).contents.parts] == ["The one who hopes", "The tired one"]
    with pytest.raises(RuleBroken):
        does(practice, remove_part_voice, part_id)
    says(practice, remove_part_voice, part_id)
    assert len(whole(practice, person_id).contents.parts) == 1


@pytest.mark.parametrize(
    ("given_part", "field"),
    [
        (part("  "), "label"),
        (part("x" * 301), "label"),
        (part(needs="x" * 2_001), "needs"),
        (replace(part(), words="x" * 2_001), "words"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(practice: Practice, given_part: PartVoice, field: str) -> None:
    _person_id, plan_id = begun(practice)
    with pytest.raises(RuleBroken) as broken:
        says(practice, put_part_voice, plan_id, given_part)
    assert broken.value.field == field


def test_more_parts_than_fit_speak_as_one(practice: Practice) -> None:
    _person_id, plan_id = begun(practice)
    for n in range(PARTS_LIMIT):
        says(practice, put_part_voice, plan_id, part(f"Part {n}"))
    with pytest.raises(RuleBroken):
        says(practice, put_part_voice, plan_id, part("One more"))


def test_going_on_is_the_patients_tap_over_exactly_the_parts_that_are_not_on_board(practice: Practice) -> None:
    person_id, plan_id = begun(practice)
    with pytest.raises(RuleBroken):
        says(practice, go_on_anyway, plan_id)
    worried = says(practice, put_part_voice, plan_id, part())
    says(practice, put_part_voice, plan_id, part("Unsure", PartStance.UNSURE))
    for voice in (Voice.PRACTITIONER, Voice.BOTH):
        with pytest.raises(RuleBroken) as broken:
            practice.do(go_on_anyway, plan_id, by=voice)
        assert broken.value.field == "going_on"
    says(practice, go_on_anyway, plan_id, words="We take it along.")
    contents = whole(practice, person_id).contents
    assert [one.parts for one in contents.going_on] == [(worried,)]
    assert waits_for_tap(contents.parts, contents.going_on) == ()
    says(practice, put_part_voice, plan_id, part("Another"))
    contents = whole(practice, person_id).contents
    assert [one.label for one in waits_for_tap(contents.parts, contents.going_on)] == ["Another"]
    says(practice, pause, plan_id)
    with pytest.raises(RuleBroken):
        says(practice, go_on_anyway, plan_id)
