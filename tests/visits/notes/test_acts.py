"""A note is kept, signed and locked by three acts; after that both sides only add below it."""

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_of
from healingpartner.vault.search import find
from healingpartner.visits import acts as visits
from healingpartner.visits.notes import acts, store
from healingpartner.visits.notes.model import NoteAsked, NoteKind, Section, Standing, Way, started_from
from healingpartner.visits.notes.views import contact_notes, copy_of, desk_of, note_in_full, notes_of_visit
from healingpartner.visits.times import Point
from visits.meeting import DESK, HOSTILE, OTHER, met
from visits.notes.writing import asked, locked, template, written


def test_a_note_is_kept_signed_and_locked_by_three_acts(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    steps = [practice.ask(note_in_full, note_id).note.standing()]
    for act in (acts.sign_note, acts.lock_note):
        practice.do(act, note_id, by=DESK)
        steps.append(practice.ask(note_in_full, note_id).note.standing())
    assert steps == [Standing.WRITTEN, Standing.SIGNED, Standing.LOCKED]
    assert [version.act for version in practice.ask(versions_of, store.NOTE, note_id)] == [
        "visits.keep_note",
        "visits.sign_note",
        "visits.lock_note",
    ]


def test_a_signed_note_refuses_a_second_signature(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    with pytest.raises(RuleBroken):
        practice.do(acts.lock_note, note_id, by=DESK)
    practice.do(acts.sign_note, note_id, by=DESK)
    with pytest.raises(RuleBroken):
        practice.do(acts.sign_note, note_id, by=DESK)


def test_a_signed_note_is_written_on_only_after_it_was_opened_again(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    practice.do(acts.sign_note, note_id, by=DESK)
    base = practice.ask(note_in_full, note_id).base
    with pytest.raises(RuleBroken):
        practice.do(acts.keep_note, person_id, asked("More"), visit_id=visit_id, note_id=note_id, base=base, by=DESK)
    practice.do(acts.open_again, note_id, by=DESK)
    base = practice.ask(note_in_full, note_id).base
    practice.do(acts.keep_note, person_id, asked("More"), visit_id=visit_id, note_id=note_id, base=base, by=DESK)
    assert practice.ask(note_in_full, note_id).note.sections[0].words == "More"


def test_a_locked_note_stays_readable_and_is_never_opened_again(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = locked(practice, person_id, visit_id)
    for act in (acts.open_again, acts.lock_note, acts.sign_note):
        with pytest.raises(RuleBroken):
            practice.do(act, note_id, by=DESK)
    assert practice.ask(note_in_full, note_id).note.sections[0].words == "Slept badly."


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE visit_note SET sections = '[]'",
        "UPDATE visit_note SET locked_us = NULL",
        "UPDATE visit_note SET signed_us = NULL",
        "UPDATE visit_note SET visit_id = NULL",
        "DELETE FROM visit_note",
        "INSERT OR REPLACE INTO visit_note SELECT * FROM visit_note",
        "UPDATE visit_note_addendum SET words = 'other'",
        "DELETE FROM visit_note_addendum",
        "INSERT OR REPLACE INTO visit_note_addendum SELECT * FROM visit_note_addendum",
        "UPDATE visit_note_reading SET voice = 'practitioner'",
        "DELETE FROM visit_note_reading",
    ],
)
def test_no_statement_changes_a_locked_note_or_what_stands_below_it(practice: Practice, statement: str):
    person_id, visit_id = met(practice)
    note_id = locked(practice, person_id, visit_id)
    practice.do(acts.add_below, note_id, "It was the left one.", by=OTHER)
    practice.do(acts.note_seen, note_id, Way.READ_ALOUD, by=OTHER)
    before = practice.ask(note_in_full, note_id)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    assert practice.ask(note_in_full, note_id) == before


def test_the_words_of_a_signed_note_change_by_no_statement_either(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    practice.do(acts.sign_note, note_id, by=DESK)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing("UPDATE visit_note SET title = 'other' WHERE id = ?", note_id)


def test_both_sides_add_below_and_it_is_always_shown_with_the_note(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    with pytest.raises(RuleBroken):
        practice.do(acts.add_below, note_id, "Too soon", by=OTHER)
    practice.do(acts.sign_note, note_id, by=DESK)
    practice.do(acts.add_below, note_id, "It was the left one.", by=OTHER, hand=ON_THE_TURNED_VIEW)
    practice.do(acts.lock_note, note_id, by=DESK)
    practice.do(acts.add_below, note_id, "Yes, the left.", by=DESK)
    (shown,) = practice.ask(notes_of_visit, visit_id)
    assert [(one.voice, one.words) for one in shown.note.addenda] == [
        (OTHER, "It was the left one."),
        (DESK, "Yes, the left."),
    ]
    assert practice.ask(find, "left", person_id=person_id)[0].subject_id == note_id
    for words in ("", " \n", "x" * 20_001):
        with pytest.raises(RuleBroken) as broken:
            practice.do(acts.add_below, note_id, words, by=OTHER)
        assert broken.value.field == "addendum"


def test_who_has_seen_it_is_kept_with_the_words_they_saw(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    with pytest.raises(RuleBroken):
        practice.do(acts.note_seen, note_id, Way.ON_THE_TURNED_VIEW, by=OTHER)
    practice.do(acts.note_seen, note_id, Way.ON_THE_TURNED_VIEW, by=OTHER, hand=ON_THE_TURNED_VIEW)
    shown = practice.ask(note_in_full, note_id)
    assert shown.still_reads_as(shown.note.readings[0])
    practice.do(
        acts.keep_note, person_id, asked("Slept well."), visit_id=visit_id, note_id=note_id, base=shown.base, by=DESK
    )
    after = practice.ask(note_in_full, note_id)
    assert not after.still_reads_as(after.note.readings[0])


def test_the_patient_does_not_write_the_note_but_below_it(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    with pytest.raises(RuleBroken):
        practice.do(acts.keep_note, person_id, asked(), visit_id=visit_id, by=OTHER)
    for act in (acts.sign_note, acts.lock_note, acts.open_again):
        with pytest.raises(RuleBroken):
            practice.do(act, note_id, by=OTHER)


def test_two_windows_on_one_note_never_write_over_one_another(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id)
    base = practice.ask(note_in_full, note_id).base
    same = {"visit_id": visit_id, "note_id": note_id, "base": base}
    practice.do(acts.keep_note, person_id, asked("From the first window"), by=DESK, **same)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.keep_note, person_id, asked("From the second window"), by=DESK, **same)
    assert broken.value.field == "base"
    assert practice.ask(note_in_full, note_id).note.sections[0].words == "From the first window"


def test_words_carried_over_are_marked_until_they_are_touched_and_never_cross_people(practice: Practice):
    person_id, visit_id = met(practice)
    first = written(practice, person_id, visit_id, "Knee sore in the morning.")
    practice.do(visits.press_point, visit_id, Point.ENDED, by=DESK)
    later = practice.do(visits.open_visit, person_id, by=DESK)
    last = practice.ask(desk_of, person_id, visit_id=later, language="en").last
    assert last is not None
    assert last.id == first
    sections = started_from(last, template())
    assert [one.carried for one in sections] == [True, False, False, False]
    note = NoteAsked(template="soap", sections=sections, from_note_id=first)
    note_id = practice.do(acts.keep_note, person_id, note, visit_id=later, by=DESK)
    shown = practice.ask(note_in_full, note_id)
    assert [one.words for one in shown.note.carried()] == ["Knee sore in the morning."]
    touched = asked("Knee sore all day.", carried=True, origin=first)
    practice.do(acts.keep_note, person_id, touched, visit_id=later, note_id=note_id, base=shown.base, by=DESK)
    assert practice.ask(note_in_full, note_id).note.carried() == ()
    other, other_visit = met(practice, "Jonah Takahashi")
    with pytest.raises(RuleBroken):
        practice.do(acts.keep_note, other, asked(origin=first), visit_id=other_visit, by=DESK)
    assert practice.ask(desk_of, other, visit_id=other_visit, language="en").last is None
    with pytest.raises(Refused):
        practice.do(acts.keep_note, other, asked(), visit_id=later, by=DESK)


def test_two_hundred_thousand_letters_are_said_beside_the_part_and_nothing_is_kept(practice: Practice):
    person_id, visit_id = met(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.keep_note, person_id, asked("x" * 200_000), visit_id=visit_id, by=DESK)
    assert broken.value.field == "subjective"
    both = tuple(Section(key=key, title=key, words="y" * 60_000) for key in ("one", "two"))
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.keep_note, person_id, NoteAsked(template="x", sections=both), visit_id=visit_id, by=DESK)
    assert broken.value.field == ""
    assert practice.ask(notes_of_visit, visit_id) == ()
    practice.do(acts.keep_note, person_id, asked("x" * 100_000), visit_id=visit_id, by=DESK)


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_come_back_as_they_were_written(practice: Practice, words: str):
    person_id, visit_id = met(practice)
    note_id = written(practice, person_id, visit_id, words)
    assert practice.ask(note_in_full, note_id).note.sections[0].words == words


def test_an_empty_note_is_not_kept_and_a_gone_one_is_said(practice: Practice):
    person_id, visit_id = met(practice)
    with pytest.raises(RuleBroken):
        practice.do(acts.keep_note, person_id, asked("  \n "), visit_id=visit_id, by=DESK)
    for act in (acts.sign_note, acts.lock_note, acts.open_again):
        with pytest.raises(Refused):
            practice.do(act, "nothing", by=DESK)
    with pytest.raises(Refused):
        practice.ask(note_in_full, "nothing")
    with pytest.raises(Refused):
        practice.do(acts.keep_note, "nobody", asked(), by=DESK)


def test_a_call_is_noted_without_a_visit(practice: Practice):
    person_id, visit_id = met(practice)
    call = NoteAsked(
        template="narrative", kind=NoteKind.CALL, sections=(Section(key="told", title="Told", words="Rang at noon."),)
    )
    note_id = practice.do(acts.keep_note, person_id, call, by=DESK)
    written(practice, person_id, visit_id)
    assert [one.id for one in practice.ask(contact_notes, person_id)] == [note_id]
    copied = practice.ask(copy_of, person_id)
    assert len(copied["visit_note"]) == 2


def test_erasing_a_person_takes_locked_notes_too(practice: Practice):
    person_id, visit_id = met(practice)
    note_id = locked(practice, person_id, visit_id)
    practice.do(acts.add_below, note_id, "Mine", by=OTHER)
    practice.do(acts.note_seen, note_id, Way.ON_PAPER, by=OTHER)
    practice.erase_person(person_id)
    for table in store.TABLES:
        assert practice.db.value(f"SELECT count(*) FROM {table.name}") == 0
