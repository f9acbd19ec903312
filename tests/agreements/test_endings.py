"""Ending and resuming: begun by either, kindly, with the partnership moved in the same act."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from agreements.signing import add, signed
from healingpartner.agreements.endings import acts, store
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import (
    EndingAsked,
    LeadsTo,
    Reason,
    Stands,
    StepKind,
    checked_ending,
)
from healingpartner.agreements.endings.views import PersonEndings, copy_of, endings_of
from healingpartner.agreements.verify import verify
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import state_of
from healingpartner.practice import Practice
from healingpartner.vault.connection import Connection
from healingpartner.vault.history import versions_of
from healingpartner.vault.search import find

TODAY = date(2026, 11, 22)
HOSTILE = ("<b>bye</b>", "\u202eeyb", "مع السلامة", "x" * 10_000, "'; DROP TABLE ending; --")


def stands(practice: Practice, person_id: str) -> PersonEndings:
    return practice.ask(endings_of, person_id)


def begin(practice: Practice, person_id: str, by: Voice = Voice.PATIENT, **asked: str) -> str:
    leads_to = LeadsTo(asked.pop("leads_to", "open_door"))
    return practice.do(acts.begin_ending, person_id, EndingAsked(leads_to=leads_to, **asked), by=by)


def test_the_patient_may_end_the_same_day_and_needs_no_reason(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice)
    before = practice.db.rows("SELECT * FROM agreement")
    ending_id = practice.do(acts.begin_ending, person_id, EndingAsked(), by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW)
    found = stands(practice, person_id)
    assert found.standing is not None
    assert found.standing.stands() is Stands.ENDED
    assert (found.standing.reason, found.standing.last_day) == (Reason.RATHER_NOT_SAY, TODAY)
    assert (found.standing.agreement_id, found.partnership) == (agreement_id, Partnership.ENDED)
    assert [tuple(row) for row in practice.db.rows("SELECT * FROM agreement")] == [tuple(row) for row in before]
    assert practice.ask(verify, agreement_id).whole
    assert practice.ask(versions_of, store.ENDING, ending_id)[-1].hand == ON_THE_TURNED_VIEW


def test_the_practitioner_gives_thirty_days_or_says_why_not(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    with pytest.raises(RuleBroken) as broken:
        begin(practice, person_id, Voice.PRACTITIONER, last_day="2026-12-01")
    assert broken.value.field == "why_then"
    ending_id = begin(practice, person_id, Voice.PRACTITIONER)
    found = stands(practice, person_id)
    assert found.standing is not None
    assert (found.standing.last_day, found.standing.stands()) == (date(2026, 12, 22), Stands.NOTICE)
    assert found.partnership is Partnership.PARTNERS
    with pytest.raises(RuleBroken):
        practice.do(acts.let_it_end, ending_id, by=Voice.PRACTITIONER)
    practice.do(acts.take_back_ending, ending_id, by=Voice.PRACTITIONER)
    assert stands(practice, person_id).standing is None
    begin(practice, person_id, Voice.PRACTITIONER, last_day="2026-12-01", why_then="I move to another town.")


def test_the_patient_need_not_wait_for_the_last_day(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    ending_id = begin(practice, person_id, Voice.PRACTITIONER)
    with pytest.raises(RuleBroken):
        practice.do(acts.take_back_ending, ending_id, by=Voice.PATIENT)
    practice.do(acts.add_words, ending_id, "Thank you for the winter.", by=Voice.PATIENT)
    practice.do(acts.let_it_end, ending_id, by=Voice.PATIENT)
    found = stands(practice, person_id)
    assert found.partnership is Partnership.ENDED
    assert found.standing is not None
    assert found.standing.patient_words == "Thank you for the winter."
    assert [hit.subject_id for hit in practice.ask(find, "winter")] == [ending_id]


def test_the_way_may_go_on_with_another_and_come_back(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    begin(practice, person_id, reason="moved_away", leads_to="another")
    assert practice.ask(state_of, person_id) is Partnership.WITH_ANOTHER
    with pytest.raises(RuleBroken):
        begin(practice, person_id)
    practice.do(acts.resume, person_id, patient_words="I am back.", practitioner_words="I am glad.", by=Voice.PATIENT)
    found = stands(practice, person_id)
    assert (found.standing, found.partnership) == (None, Partnership.PARTNERS)
    resuming = found.earlier[0].resuming
    assert resuming is not None
    assert (resuming.patient_words, resuming.practitioner_words) == ("I am back.", "I am glad.")
    begin(practice, person_id)
    assert len(stands(practice, person_id).earlier) == 1


def test_nothing_begins_again_that_has_not_ended(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    with pytest.raises(RuleBroken):
        practice.do(acts.resume, person_id, by=Voice.PATIENT)
    begin(practice, person_id, Voice.PRACTITIONER)
    with pytest.raises(RuleBroken):
        practice.do(acts.resume, person_id, by=Voice.PATIENT)


def test_what_is_handed_over_is_a_list_of_steps_owed(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    steps = [(StepKind.RECORD_COPY, "A copy of the record"), (StepKind.RESULT, "The blood test of May")]
    ending_id = practice.do(acts.begin_ending, person_id, EndingAsked(), steps=steps, by=Voice.PATIENT)
    practice.do(acts.add_step, ending_id, kind=StepKind.PROMISE, words=" Call  the school ", by=Voice.PRACTITIONER)
    found = stands(practice, person_id).standing
    assert found is not None
    assert [step.words for step in found.owed()] == [
        "A copy of the record", "The blood test of May", "Call the school",
    ]  # fmt: skip
    practice.do(acts.mark_step, found.steps[1].id, done=True, by=Voice.PRACTITIONER)
    found = stands(practice, person_id).standing
    assert found is not None
    assert [step.kind for step in found.owed()] == [StepKind.RECORD_COPY, StepKind.PROMISE]
    practice.do(acts.mark_step, found.steps[1].id, done=False, by=Voice.PRACTITIONER)
    with pytest.raises(RuleBroken):
        practice.do(acts.add_step, ending_id, kind=StepKind.OTHER, words="  ", by=Voice.PRACTITIONER)
    with pytest.raises(Refused):
        practice.do(acts.mark_step, "nothing", done=True, by=Voice.PRACTITIONER)


def test_a_letter_is_kept_found_and_may_be_written_on(practice: Practice) -> None:
    person_id = add(practice)
    said = LetterWords(kind=LetterKind.REFERRAL, to_whom="Dr. Lind", helped="Walking by the river")
    letter_id = practice.do(acts.write_letter, person_id, said, by=Voice.PRACTITIONER)
    more = LetterWords(kind=LetterKind.REFERRAL, to_whom="Dr. Lind", helped="Walking", strengths="Her humour")
    assert practice.do(acts.write_letter, person_id, more, letter_id=letter_id, by=Voice.PRACTITIONER) == letter_id
    assert [one.words for one in stands(practice, person_id).letters] == [more]
    assert [hit.subject_id for hit in practice.ask(find, "humour")] == [letter_id]
    assert len(practice.ask(versions_of, store.LETTER, letter_id)) == 2
    nobody = LetterWords(kind=LetterKind.RELEASE, helped="x")
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.write_letter, person_id, nobody, by=Voice.PRACTITIONER)
    assert broken.value.field == "to_whom"
    with pytest.raises(RuleBroken):
        practice.do(acts.write_letter, person_id, LetterWords(kind=LetterKind.CLOSING), by=Voice.PRACTITIONER)
    with pytest.raises(Refused):
        practice.do(acts.write_letter, add(practice, "Other"), said, letter_id=letter_id, by=Voice.PRACTITIONER)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_any_kind_are_kept_and_copied(practice: Practice, words: str) -> None:
    person_id, _agreement, _version = signed(practice)
    begin(practice, person_id, patient_words=words, practitioner_words=words, reason_words=words, reason="other")
    found = stands(practice, person_id).standing
    assert found is not None
    assert {found.patient_words, found.practitioner_words, found.reason_words} == {words}
    assert practice.ask(copy_of, person_id)["ending"][0]["patient_words"] == words


@pytest.mark.parametrize(
    ("field", "given_value"),
    [
        ("reason", "blame"), ("last_day", "2026-11-21"), ("last_day", "tomorrow"), ("last_day", "9999-01-01"),
        ("patient_words", "x" * 10_001), ("why_then", "x" * 501),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_kept(
    practice: Practice, field: str, given_value: str
) -> None:
    person_id, _agreement, _version = signed(practice)
    with pytest.raises(RuleBroken) as broken:
        begin(practice, person_id, **{field: given_value})
    assert broken.value.field == field
    assert stands(practice, person_id).standing is None


def test_nobody_but_the_two_begins_an_ending(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    with pytest.raises(RuleBroken):
        begin(practice, person_id, Voice.BOTH)
    with pytest.raises(Refused):
        begin(practice, "nobody")


@given(st.text(max_size=12), st.sampled_from([Voice.PATIENT, Voice.PRACTITIONER]))
def test_a_last_day_is_never_in_the_past(day: str, by: Voice) -> None:
    try:
        last = checked_ending(EndingAsked(last_day=day, why_then="so"), by=by, today=TODAY)[2]
    except RuleBroken:
        last = TODAY
    assert last >= TODAY


def _statements() -> list[str]:
    found = ["UPDATE ending SET reason = 'x'", "UPDATE ending SET taken_back_us = 1", "UPDATE ending SET n = n + 9"]
    for table in ("ending", "resuming"):
        found += [
            f"DELETE FROM {table}",
            f"UPDATE {table} SET person_id = 'x'",
            f"UPDATE OR REPLACE {table} SET patient_words = 'x'",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        ]
    return found


@pytest.mark.parametrize("statement", _statements())
def test_no_statement_alters_an_ending_or_a_new_beginning(practice: Practice, statement: str) -> None:
    person_id, _agreement, _version = signed(practice)
    begin(practice, person_id, patient_words="Thank you.")
    practice.do(acts.resume, person_id, by=Voice.PATIENT)
    before = stands(practice, person_id)
    connection: Connection = practice.vault._connection
    with pytest.raises(Exception, match=r"kept|statement"):
        connection.execute(statement)
    assert stands(practice, person_id) == before


def test_a_lawful_erasure_takes_everything_of_it_along(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice)
    practice.do(acts.begin_ending, person_id, EndingAsked(), steps=[(StepKind.LETTER, "A letter")], by=Voice.PATIENT)
    practice.do(acts.resume, person_id, by=Voice.PATIENT)
    practice.do(acts.write_letter, person_id, LetterWords(kind=LetterKind.CLOSING, opening="x"), by=Voice.PRACTITIONER)
    practice.erase_person(person_id)
    for table in store.TABLES:
        assert practice.db.rows(f"SELECT * FROM {table.name}") == []
