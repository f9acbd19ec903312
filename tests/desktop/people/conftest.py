"""A stage with the real practice, and Mira in it."""

from collections.abc import Iterator

import pytest

from desktop.stage import Stage, set_up
from healingpartner.foundation.voices import Voice
from healingpartner.people import acts
from healingpartner.people.answers import Answer
from healingpartner.people.model import Contact, ContactKind, Particulars

MIRA = Particulars(
    legal_name="Mira Rahimi",
    called="Mira",
    pronouns="she/her",
    contacts=(Contact(kind=ContactKind.PHONE, value="030 123 4567"),),
)


@pytest.fixture
def stage(qtbot, folder, data_key, clock, entropy) -> Iterator[Stage]:
    """A window, a desk, and an open practice."""
    with set_up(qtbot, folder, data_key, clock, entropy) as made:
        yield made


@pytest.fixture
def mira(stage: Stage) -> str:
    """A person of the practice, by id."""
    answers = [Answer(question="matters", words="My garden"), Answer(question="touch", choice="ask")]
    return stage.do(lambda practice: practice.do(acts.add_person, MIRA, answers=answers, by=Voice.PATIENT))
