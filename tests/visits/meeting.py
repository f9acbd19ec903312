"""Invented people who meet, for tests of visits."""

from datetime import timedelta

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.visits import acts
from healingpartner.visits.views import VisitInFull, visit_in_full

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
HOSTILE = (
    "<b>bold</b><img src=x>",
    "\u202eyortsed",
    "دعه يمر",
    "'; DROP TABLE visit; --",
    "{name} %s \\n",
    "x" * 9_000,
)


def met(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, str]:
    """A person and a visit that has begun: (person id, visit id)."""
    person_id = practice.do(add_person, Particulars(legal_name=name), by=DESK)
    return person_id, practice.do(acts.open_visit, person_id, by=DESK)


def full(practice: Practice, visit_id: str) -> VisitInFull:
    """The visit as a page gets it."""
    return practice.ask(visit_in_full, visit_id)


def let_pass(clock: SteppingClock, minutes: int) -> None:
    """Let the clock stand `minutes` later."""
    clock._next_us += timedelta(minutes=minutes) // timedelta(microseconds=1)
