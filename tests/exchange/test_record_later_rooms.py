"""The copy of a record holds what plans, visits and the journal keep, in words; and never what was not to be shared."""

from healingpartner.exchange.record_copy import record_copy
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.journal import acts as journal
from healingpartner.journal.model import Kind
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import Statement
from healingpartner.paper.record_copy import RecordCopy
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.visits import acts as visits
from healingpartner.visits.model import WordKind
from healingpartner.visits.notes.own_acts import reflect
from journal.writing import levels, sealed_by_both
from plans.living import lived

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
GB = Words("en_GB")


def copied(practice: Practice, person_id: str) -> RecordCopy:
    return practice.ask(record_copy, person_id, GB, made=practice.vault.clock.now())


def told(copy: RecordCopy, chapter: str) -> str:
    """A chapter as one text."""
    (found,) = (one for one in copy.chapters if one.title == chapter)
    return "\n".join(
        f"{section.title}\n" + "\n".join(f"{one.label}: {one.words}" for one in section.entries)
        for section in found.sections
    )


def test_a_plan_is_told_with_all_its_parts(practice: Practice) -> None:
    person, _plan = lived(practice, "Lena Lives")
    text = told(copied(practice, person), "Our plans")
    for title in ("Plan", "Goal", "Decision", "A way", "Step", "How it goes", "Yes to a treatment", "Seen differently"):
        assert f"{title}\n" in text or f"{title} 1\n" in text
    assert "utc_us" not in text
    assert "hp/" not in text


def test_the_journal_is_told_without_what_was_taken_back(practice: Practice) -> None:
    person_id = practice.do(add_person, Particulars(legal_name="Mira Rahimi"), by=DESK)
    practice.do(journal.share, person_id, Kind.THANKS, "You waited for me.", by=OTHER)
    gone = practice.do(journal.share, person_id, Kind.LET_DOWN, "You looked at the clock.", by=OTHER)
    practice.do(journal.take_back, gone, by=OTHER)
    practice.do(repairs.say, person_id, Statement(when="we spoke of money", felt="small"), by=OTHER)
    side = levels(4, 3, 2, 4, 3, 4, 1, 2, valued="Your patience.")
    one, _dealt = sealed_by_both(practice, person_id, side, levels(*[3] * 8, feels="I look forward to it."))
    text = told(copied(practice, person_id), "Our journal")
    assert "You waited for me." in text
    assert "we spoke of money" in text
    assert "clock" not in text
    assert "I look forward to it." not in text  # sealed, until both open it
    practice.do(reflections.open_together, one, side, by=OTHER)
    text = told(copied(practice, person_id), "Our journal")
    assert "I look forward to it." in text
    assert "Your patience." in text


def test_visits_are_told_and_the_practitioners_own_reflections_are_not(practice: Practice) -> None:
    person_id = practice.do(add_person, Particulars(legal_name="Mira Rahimi"), by=DESK)
    visit_id = practice.do(visits.open_visit, person_id, by=DESK)
    practice.do(visits.say, visit_id, WordKind.FIRST_MINUTES, "My knee went on the stairs.", by=OTHER)
    practice.do(reflect, person_id, "I was tired today.", visit_id=visit_id, by=DESK)
    text = told(copied(practice, person_id), "Our visits")
    assert "My knee went on the stairs." in text
    assert "tired" not in text
