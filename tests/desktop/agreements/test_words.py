"""What a list says below a name: where the agreement stands today, the name not said again."""

from datetime import date

from desktop.agreements.test_beside import signed_person
from healingpartner.agreements.acts import offer, think_about_it
from healingpartner.agreements.endings.acts import begin_ending
from healingpartner.agreements.endings.model import EndingAsked
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import State
from healingpartner.agreements.views import everyone
from healingpartner.desktop.agreements.words import TINTS, line_words
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice


def line(practice: Practice, today: date) -> str:
    return line_words(practice.ask(everyone, today=today)[0])


def test_a_line_says_where_a_signed_agreement_stands_today(practice: Practice) -> None:
    person_id = signed_person(practice)
    assert line(practice, date(2026, 12, 1)).startswith("since ")
    assert line(practice, date(2028, 1, 1)) == "Time to look at it together again"
    practice.do(begin_ending, person_id, EndingAsked(), by=Voice.PATIENT)
    assert line(practice, date(2028, 1, 1)) == "Ended; the door stays open"


def test_a_line_does_not_say_the_name_again(practice: Practice) -> None:
    person_id = practice.do(add_person, Particulars(legal_name="Mira Rahimi"), by=Voice.PRACTITIONER)
    agreement_id = practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    assert "Mira" not in line(practice, date(2026, 12, 1))
    practice.do(think_about_it, agreement_id, ask_again_on="2027-03", by=Voice.PATIENT)
    said = line(practice, date(2026, 12, 1))
    assert "Mira" not in said
    assert said.startswith("Thinking about it since")
    assert "March 2027" in said


def test_being_due_is_no_warning() -> None:
    assert TINTS[State.RENEWAL_DUE] != "warn"
