"""In a visit both come, speak, hear and ask; what somebody said is never written over."""

from datetime import date

import pytest

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people import acts as people
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice
from healingpartner.vault.search import find
from healingpartner.visits import acts, store
from healingpartner.visits.model import Felt, HeardAnswer, Kind, Moment, OwedKind, WordKind
from healingpartner.visits.times import Point
from healingpartner.visits.views import copy_of, visits_of, words_before
from visits.meeting import DESK, HOSTILE, OTHER, full, let_pass, met


def test_a_visit_that_is_open_is_gone_on_with(practice: Practice):
    person_id, visit_id = met(practice)
    assert practice.do(acts.open_visit, person_id, by=DESK) == visit_id
    practice.do(acts.press_point, visit_id, Point.ENDED, by=DESK)
    assert practice.do(acts.open_visit, person_id, by=DESK) != visit_id
    assert len(practice.ask(visits_of, person_id).lines) == 2


def test_a_patient_who_has_arrived_waits_and_then_it_begins(practice: Practice, clock: SteppingClock):
    person_id = practice.do(people.add_person, Particulars(legal_name="Ada Early"), by=DESK)
    visit_id = practice.do(acts.open_visit, person_id, only_arrived=True, by=DESK)
    assert full(practice, visit_id).visit.begun is None
    let_pass(clock, 7)
    assert practice.do(acts.open_visit, person_id, by=DESK) == visit_id
    found = full(practice, visit_id).visit
    assert found.begun is not None
    assert found.patient_arrived is not None
    assert found.begun.utc_us - found.patient_arrived.utc_us >= 7 * 60_000_000


def test_a_person_who_is_not_here_has_no_visit(practice: Practice):
    for act in (acts.open_visit, acts.owe):
        with pytest.raises(Refused):
            practice.do(act, "nobody", by=DESK)
    with pytest.raises(Refused):
        practice.do(acts.say, "no visit", WordKind.JOT, "x", by=DESK)
    with pytest.raises(Refused):
        full(practice, "no visit")


def test_both_check_in_and_may_say_it_anew(practice: Practice):
    _person, visit_id = met(practice)
    for by, felt, level in ((OTHER, Felt.KEYED_UP, 4), (OTHER, Felt.MIXED, 5), (DESK, Felt.SETTLED, None)):
        practice.do(acts.check_in, visit_id, Moment.ARRIVING, felt, level, by=by)
    visit = full(practice, visit_id).visit
    hers, mine = visit.check_in(OTHER, Moment.ARRIVING), visit.check_in(DESK, Moment.ARRIVING)
    assert hers is not None
    assert mine is not None
    assert (hers.felt, hers.level, mine.felt, mine.level) == (Felt.MIXED, 5, Felt.SETTLED, None)
    assert len(visit.check_ins) == 2


def test_not_now_asks_for_no_number_and_a_number_goes_to_ten(practice: Practice):
    _person, visit_id = met(practice)
    practice.do(acts.check_in, visit_id, Moment.ARRIVING, Felt.NOT_NOW, 9, by=OTHER)
    said = full(practice, visit_id).visit.check_in(OTHER, Moment.ARRIVING)
    assert said is not None
    assert said.level is None
    for level in (-1, 11, 10**9):
        with pytest.raises(RuleBroken) as broken:
            practice.do(acts.check_in, visit_id, Moment.LEAVING, Felt.MIXED, level, by=OTHER)
        assert broken.value.field == "level"
    with pytest.raises(RuleBroken):
        practice.do(acts.check_in, visit_id, Moment.ARRIVING, Felt.MIXED, by=Voice.BOTH)


@pytest.mark.parametrize(
    ("came", "leaves", "unsettled"),
    [(None, 7, True), (None, 6, False), (2, 5, True), (3, 5, False), (9, 7, True), (0, None, False), (10, 6, False)],
)
def test_leaving_at_seven_or_three_worse_is_leaving_unsettled(
    practice: Practice, came: int | None, leaves: int | None, unsettled: bool
):
    _person, visit_id = met(practice)
    practice.do(acts.check_in, visit_id, Moment.ARRIVING, Felt.MIXED, came, by=OTHER)
    practice.do(acts.check_in, visit_id, Moment.LEAVING, Felt.MIXED, leaves, by=OTHER)
    visit = full(practice, visit_id).visit
    assert visit.leaves_unsettled(OTHER) is unsettled
    assert not visit.leaves_unsettled(DESK)


def test_what_is_brought_comes_first_and_can_be_ticked_off(practice: Practice):
    _person, visit_id = met(practice)
    word_id = practice.do(acts.say, visit_id, WordKind.AGENDA, "My sleep", by=OTHER)
    practice.do(acts.mark_talked_about, word_id, done=True, by=DESK)
    (word,) = full(practice, visit_id).of_kind(WordKind.AGENDA)
    assert (word.words, word.voice, word.done is not None) == ("My sleep", OTHER, True)
    practice.do(acts.mark_talked_about, word_id, done=False, by=DESK)
    assert full(practice, visit_id).of_kind(WordKind.AGENDA)[0].done is None


def test_exact_words_are_kept_and_mended_only_beside_what_stood(practice: Practice):
    _person, visit_id = met(practice)
    first = practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "I cant  sleep, it's\nlike a drum", by=OTHER)
    with pytest.raises(RuleBroken):
        practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "Mine", in_place_of=first, by=DESK)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "like a drum, at night", in_place_of=first, by=OTHER)
    assert [one.words for one in full(practice, visit_id).words] == ["like a drum, at night"]
    assert [one.words for one in practice.ask(words_before, visit_id)] == ["I cant  sleep, it's\nlike a drum"]
    with pytest.raises(RuleBroken):
        practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "again", in_place_of=first, by=OTHER)
    with pytest.raises(Refused):
        practice.do(acts.say, visit_id, WordKind.JOT, "again", in_place_of=first, by=OTHER)


def test_what_was_heard_is_answered_by_the_one_who_said_it_in_both_directions(practice: Practice):
    _person, visit_id = met(practice)
    for by, other in ((DESK, OTHER), (OTHER, DESK)):
        heard_id = practice.do(acts.hear, visit_id, "You would rather wait.", by=by)
        with pytest.raises(RuleBroken):
            practice.do(acts.answer_heard, heard_id, by=by)
        practice.do(acts.answer_heard, heard_id, mended="Until spring, yes.", by=other)
        with pytest.raises(RuleBroken):
            practice.do(acts.answer_heard, heard_id, by=other)
    confirmed = practice.do(acts.hear, visit_id, "It hurts at night.", by=DESK)
    practice.do(acts.answer_heard, confirmed, by=OTHER, hand=ON_THE_TURNED_VIEW)
    answers = [(one.by, one.answer, one.mended) for one in full(practice, visit_id).heard]
    assert answers == [
        (DESK, HeardAnswer.MENDED, "Until spring, yes."),
        (OTHER, HeardAnswer.MENDED, "Until spring, yes."),
        (DESK, HeardAnswer.CONFIRMED, ""),
    ]


def test_a_question_stays_open_over_visits_until_it_is_answered(practice: Practice):
    person_id, visit_id = met(practice)
    question = practice.do(acts.ask, visit_id, "Will I be able to walk to the lake?", by=OTHER)
    practice.do(acts.press_point, visit_id, Point.ENDED, by=DESK)
    later = practice.do(acts.open_visit, person_id, by=DESK)
    assert [one.id for one in full(practice, later).questions] == [question]
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.answer_question, question, "  ", by=DESK)
    assert broken.value.field == "answer"
    practice.do(acts.answer_question, question, "By summer, most people do.", by=DESK)
    assert full(practice, later).questions == ()
    assert full(practice, visit_id).questions[0].answer == "By summer, most people do."
    with pytest.raises(RuleBroken):
        practice.do(acts.answer_question, question, "Again", by=DESK)


def test_a_call_back_is_owed_within_two_days_and_the_patient_may_let_it_go(practice: Practice):
    person_id, visit_id = met(practice)
    first = practice.do(acts.owe, person_id, visit_id=visit_id, words="Ask how the night was", by=DESK)
    second = practice.do(acts.owe, person_id, kind=OwedKind.FOLLOW_UP, due_on="2027-02-01", by=DESK)
    owed = practice.ask(visits_of, person_id).owed
    assert [(one.id, one.due_on) for one in owed] == [(first, date(2026, 11, 24)), (second, date(2027, 2, 1))]
    practice.do(acts.settle, first, "Slept five hours.", by=DESK)
    practice.do(acts.settle, second, by=OTHER)
    kept = {one.id: one for one in practice.ask(store.owed_of, [person_id])}
    assert kept[first].done is not None
    assert (kept[second].done, kept[second].let_go is not None) == (None, True)
    assert practice.ask(store.owed_open) == ()
    for day in ("2020-01-01", "soon", "2099-01-01"):
        with pytest.raises(RuleBroken) as broken:
            practice.do(acts.owe, person_id, due_on=day, by=DESK)
        assert broken.value.field == "due_on"


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_come_back_as_they_were_said_and_are_found(practice: Practice, words: str):
    person_id, visit_id = met(practice)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, f"{words} heron", by=OTHER)
    practice.do(acts.hear, visit_id, words, by=DESK)
    found = full(practice, visit_id)
    assert (found.words[0].words, found.heard[0].words) == (f"{words} heron", words)
    assert [hit.subject_id for hit in practice.ask(find, "heron", person_id=person_id)] == [visit_id]


def test_empty_and_endless_words_are_said_beside_the_field(practice: Practice):
    _person, visit_id = met(practice)
    for words in ("", " \n\t", "x" * 10_001):
        for act, more in ((acts.say, (WordKind.JOT, words)), (acts.hear, (words,)), (acts.ask, (words,))):
            with pytest.raises(RuleBroken) as broken:
                practice.do(act, visit_id, *more, by=OTHER)
            assert broken.value.field == "words"


def test_phones_are_put_away_by_both_and_the_place_is_told(practice: Practice):
    _person, visit_id = met(practice)
    practice.do(acts.put_phone_away, visit_id, away=True, by=DESK)
    practice.do(acts.put_phone_away, visit_id, away=True, by=OTHER)
    practice.do(acts.meet_as, visit_id, Kind.FROM_AFAR, by=DESK)
    found = full(practice, visit_id).visit
    assert (found.phones_away, found.kind) == (frozenset({DESK, OTHER}), Kind.FROM_AFAR)
    practice.do(acts.put_phone_away, visit_id, away=False, by=OTHER)
    assert full(practice, visit_id).visit.phones_away == frozenset({DESK})


def test_visits_of_a_merged_record_are_shown_with_their_person_and_copied(practice: Practice):
    twin, visit_id = met(practice, "Myra Rahimi")
    person_id, _own = met(practice)
    practice.do(acts.say, visit_id, WordKind.AGENDA, "My knee", by=OTHER)
    practice.do(people.merge, twin, into_id=person_id, by=DESK)
    assert {line.first_words for line in practice.ask(visits_of, person_id).lines} == {"My knee", ""}
    copied = practice.ask(copy_of, person_id)
    assert len(copied["visit"]) == 2
    assert copied["visit_word"][0]["words"] == "My knee"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE visit_word SET words = 'other'",
        "UPDATE visit_word SET voice = 'practitioner'",
        "DELETE FROM visit_word",
        "INSERT OR REPLACE INTO visit_word SELECT * FROM visit_word",
        "UPDATE visit_heard SET mended = 'other'",
        "DELETE FROM visit_heard",
        "INSERT OR REPLACE INTO visit_heard SELECT * FROM visit_heard",
    ],
)
def test_no_statement_changes_what_was_said(practice: Practice, statement: str):
    _person, visit_id = met(practice)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "as I said it", by=OTHER)
    practice.do(acts.answer_heard, practice.do(acts.hear, visit_id, "so", by=DESK), by=OTHER)
    with pytest.raises(Exception, match="kept"), practice.vault.transaction(by=DESK, act="test") as tx:
        tx.erasing(statement)
    assert full(practice, visit_id).words[0].words == "as I said it"


def test_erasing_a_person_takes_their_visits(practice: Practice):
    person_id, visit_id = met(practice)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "as I said it", by=OTHER)
    practice.do(acts.ask, visit_id, "Why?", by=OTHER)
    practice.do(acts.owe, person_id, visit_id=visit_id, by=DESK)
    practice.do(acts.answer_heard, practice.do(acts.hear, visit_id, "so", by=DESK), by=OTHER)
    practice.erase_person(person_id)
    for table in store.TABLES:
        assert practice.db.value(f"SELECT count(*) FROM {table.name}") == 0


def test_where_two_sit_on_the_patients_side_it_is_kept_whose_words_are_whose(practice: Practice):
    _person, visit_id = met(practice)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "We quarrel", speaker=" Sara,  my\nwife ", by=OTHER)
    practice.do(acts.say, visit_id, WordKind.FIRST_MINUTES, "Less than before", by=OTHER)
    assert [one.speaker for one in full(practice, visit_id).words] == ["Sara, my wife", ""]
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.say, visit_id, WordKind.JOT, "x", speaker="y" * 121, by=OTHER)
    assert broken.value.field == "speaker"
