"""The practitioner's own name, letterhead and sheet."""

import pytest

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.people.answers import Answer
from healingpartner.people.practitioner import acts, views
from healingpartner.people.practitioner.model import Practitioner

AMARA = Practitioner(name="Amara Osei", title="Dr.", called="Amara", practice_name="Elm Street",
                     address="1 Elm Street\nSpringfield", phone="555", email="amara@elm.example")  # fmt: skip


def do(practice, act, *args):
    return practice.do(act, *args, by=Voice.PRACTITIONER)


def test_before_the_first_run_the_practitioner_is_empty(practice):
    assert practice.ask(views.practitioner) == Practitioner(name="")


def test_the_letterhead_comes_back_and_can_change(practice):
    do(practice, acts.set_practitioner, AMARA)
    assert practice.ask(views.practitioner) == AMARA
    assert AMARA.letterhead() == (
        "Elm Street", "Dr. Amara Osei", "1 Elm Street", "Springfield", "555 · amara@elm.example",
    )  # fmt: skip


def test_a_practitioner_without_a_name_is_asked_for_one(practice):
    with pytest.raises(RuleBroken) as broken:
        do(practice, acts.set_practitioner, Practitioner(name=" "))
    assert broken.value.field == "name"


def test_the_own_sheet_is_kept_once_and_takes_only_first_meeting_questions(practice):
    do(practice, acts.set_practitioner, AMARA)
    do(practice, acts.introduce_self, [Answer(question="meet_joy", words="Mending clocks")])
    do(practice, acts.introduce_self, [Answer(question="meet_home", words="Two dogs")])
    assert [each.words for each in practice.ask(views.sheet).answers] == ["Two dogs", "Mending clocks"]
    with pytest.raises(RuleBroken):
        do(practice, acts.introduce_self, [Answer(question="touch", choice="ask")])
