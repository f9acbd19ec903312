"""Invented people who write to each other; shared by the tests of this room."""

from random import Random

from conftest import LEAST_COST
from healingpartner.foundation.voices import Voice
from healingpartner.journal.reflections import acts as reflections, store
from healingpartner.journal.reflections.model import Reflection, Side
from healingpartner.journal.reflections.statements import Domain
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.vault.sealed_box import Dealt

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
ENTROPY = Random(7).randbytes
HOSTILE = ("<b>bold</b><img src=x>", "\u202eyortsed", "دعه يمر", "'; DROP TABLE journal_entry; --", "=1+1", "x" * 9_000)


def add(practice: Practice, name: str = "Mira Rahimi") -> str:
    """An invented person."""
    return practice.do(add_person, Particulars(legal_name=name, called=name.split(maxsplit=1)[0]), by=DESK)


def levels(*given: int, **more: str) -> Side:
    """A side with these eight levels, in order."""
    return Side(levels=dict(zip(Domain, given, strict=True)), **more)


def begun(practice: Practice, person_id: str) -> tuple[str, Dealt]:
    """A reflection with six words dealt at the least cost that is allowed."""
    dealt = reflections.deal_words(LEAST_COST, ENTROPY)
    return practice.do(reflections.begin_reflection, person_id, sealed_to=dealt.sealed_to, by=OTHER), dealt


def reflection(practice: Practice, reflection_id: str) -> Reflection:
    """As it now stands."""
    found = practice.ask(store.reflection_with, reflection_id)
    assert found is not None
    return found


def sealed_by_both(practice: Practice, person_id: str, patient: Side, practitioner: Side) -> tuple[str, Dealt]:
    """Both sides sealed, none opened."""
    reflection_id, dealt = begun(practice, person_id)
    box = reflections.box_of(patient, reflection(practice, reflection_id), ENTROPY)
    practice.do(reflections.seal_patient_side, reflection_id, box=box, by=OTHER)
    practice.do(reflections.seal_practitioner_side, reflection_id, practitioner, by=DESK)
    return reflection_id, dealt
