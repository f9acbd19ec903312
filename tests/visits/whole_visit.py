"""A visit in which everything happens that can: for a practice that has lived."""

from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.visits import acts
from healingpartner.visits.body.acts import draw_on_body
from healingpartner.visits.body.model import Side
from healingpartner.visits.examinations import acts as examinations
from healingpartner.visits.examinations.model import Asked, Step
from healingpartner.visits.measurements.acts import measure
from healingpartner.visits.model import Felt, Moment, OwedKind, WordKind
from healingpartner.visits.notes import acts as notes, own_acts
from healingpartner.visits.notes.model import Way
from healingpartner.visits.sharing.acts import say_who_sees
from healingpartner.visits.sharing.model import Way as SharedWay
from healingpartner.visits.times import Point
from healingpartner.visits.writing import acts as writing
from healingpartner.visits.writing.model import Choice, Way as ChosenWay, shown_text
from visits.meeting import DESK, OTHER, met
from visits.notes.writing import asked, written

NAME = "Mahin Visits"
KNEE = Asked(what="Feel how the knee bends", why="To see what hurts", stop_signal="A raised hand")


def live_visits(practice: Practice) -> None:
    """From arriving to a locked note that both added to, and what is owed and chosen beside it."""
    person_id, visit_id = met(practice, NAME)
    _said(practice, person_id, visit_id)
    examination_id = practice.do(examinations.ask_to_examine, visit_id, KNEE, by=DESK)
    practice.do(examinations.answer_asked, examination_id, agreed=True, by=OTHER)
    practice.do(examinations.reach, examination_id, Step.EXAMINE, by=DESK)
    practice.do(examinations.stop, examination_id, by=OTHER)
    note_id = written(practice, person_id, visit_id)
    practice.do(notes.sign_note, note_id, by=DESK)
    practice.do(notes.note_seen, note_id, Way.READ_ALOUD, by=OTHER)
    practice.do(notes.lock_note, note_id, by=DESK)
    practice.do(notes.add_below, note_id, "It was the left one.", by=OTHER)
    practice.do(notes.keep_note, person_id, asked("Rang at noon."), by=DESK)
    key = practice.do(own_acts.make_template, note_id, "My four parts", by=DESK)
    practice.do(own_acts.set_template_aside, key, by=DESK)
    practice.do(own_acts.keep_snippet, "Rest", "We spoke about rest.", by=DESK)
    gone = practice.do(own_acts.reflect, person_id, "To be taken away.", by=DESK)
    practice.do(own_acts.reflect, person_id, "", private_id=gone, by=DESK)
    practice.do(own_acts.reflect, person_id, "I was tired myself.", visit_id=visit_id, by=DESK)
    practice.do(
        writing.choose_writing, person_id, Choice.TOGETHER.value, shown=shown_text(), way=ChosenWay.SAID, by=OTHER
    )
    practice.do(say_who_sees, person_id, "Sara, my mother", "ask_each", way=SharedWay.SAID, by=OTHER)
    practice.do(measure, person_id, "Blood pressure", "120/80", "mmHg", visit_id=visit_id, by=DESK)
    practice.do(
        draw_on_body, person_id, Side.FRONT, regions=["left_knee"], strokes=[((600, 1380), (610, 1400))], by=OTHER
    )
    practice.do(acts.press_point, visit_id, Point.ENDED, by=DESK)


def _said(practice: Practice, person_id: str, visit_id: str) -> None:
    practice.do(acts.tell_point, visit_id, Point.PLANNED, "8:00", by=DESK)
    practice.do(acts.check_in, visit_id, Moment.ARRIVING, Felt.KEYED_UP, 3, by=OTHER)
    practice.do(acts.check_in, visit_id, Moment.LEAVING, Felt.MIXED, 7, by=OTHER)
    practice.do(acts.put_phone_away, visit_id, away=True, by=DESK)
    first = practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "like a drum", by=OTHER)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "like a drum at night", in_place_of=first, by=OTHER)
    brought = practice.do(acts.say, visit_id, WordKind.AGENDA, "My sleep", by=OTHER)
    practice.do(acts.mark_talked_about, brought, done=True, by=DESK)
    heard = practice.do(acts.hear, visit_id, "You would rather wait.", by=DESK)
    practice.do(acts.answer_heard, heard, mended="Until spring.", by=OTHER)
    question = practice.do(acts.ask, visit_id, "Will it be gone by summer?", by=OTHER)
    practice.do(acts.answer_question, question, "For most people it is.", by=Voice.PRACTITIONER)
    owed = practice.do(acts.owe, person_id, visit_id=visit_id, by=DESK)
    practice.do(acts.settle, owed, "Slept five hours.", by=DESK)
    practice.do(acts.owe, person_id, kind=OwedKind.FOLLOW_UP, due_on="2027-02-01", by=DESK)
