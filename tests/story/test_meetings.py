"""The days on which two people met, and the visit of a day."""

from datetime import date

from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.story.meetings import days_met, visit_on
from healingpartner.visits import acts as visits

DESK = Voice.PRACTITIONER


def test_a_day_has_its_visit_once_it_has_begun(practice: Practice) -> None:
    person_id = practice.do(add_person, Particulars(legal_name="Mira Rahimi"), by=DESK)
    today = practice.vault.clock.now().local().date()
    assert days_met(practice.db, person_id) == ()
    assert visit_on(practice.db, person_id, day=today) == ""
    visit_id = practice.do(visits.open_visit, person_id, by=DESK)
    assert days_met(practice.db, person_id) == (today,)
    assert visit_on(practice.db, person_id, day=today) == visit_id
    assert visit_on(practice.db, person_id, day=date(2020, 1, 1)) == ""
