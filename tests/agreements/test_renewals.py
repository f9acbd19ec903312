"""Renewing: the day may move, both voices look at every promise, and a finished review stays."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from agreements.signing import SEEN, offered, signed
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.renewals import acts, store
from healingpartner.agreements.renewals.model import (
    SIDES,
    Choice,
    Outcome,
    RenewalAnswer,
    a_year_on,
    checked_day,
    without_let_go,
)
from healingpartner.agreements.renewals.views import Renewal, copy_of, renewal_of, review_of
from healingpartner.agreements.verify import verify
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_of
from healingpartner.vault.search import find

TODAY = date(2026, 11, 22)
HOSTILE = ("<b>keep</b>", "\u202eyortsed", "دعه", "x" * 5_000, "'; DROP TABLE renewal_answer; --")


def renewal(practice: Practice, agreement_id: str, today: date = TODAY) -> Renewal:
    found = practice.ask(renewal_of, agreement_id, today=today)
    assert found is not None
    return found


def answer_all(practice: Practice, review_id: str, **differing: Choice) -> None:
    for voice in SIDES:
        answers = [
            RenewalAnswer(
                commitment_id=each,
                voice=voice,
                choice=differing.get(each, Choice.KEEP) if voice is Voice.PATIENT else Choice.KEEP,
            )
            for each in SEEN
        ]
        practice.do(acts.answer, review_id, answers, by=voice)


def test_a_signed_agreement_is_due_a_year_later_and_either_may_move_the_day(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    found = renewal(practice, agreement_id)
    assert (found.renew_on, found.moved_by, found.due) == (date(2027, 11, 22), None, False)
    assert renewal(practice, agreement_id, date(2027, 11, 22)).due
    for by, day in ((Voice.PATIENT, "2027-01-05"), (Voice.PRACTITIONER, "2028-02-29")):
        practice.do(acts.move_renewal, agreement_id, renew_on=day, by=by)
        found = renewal(practice, agreement_id)
        assert (found.renew_on, found.moved_by) == (date.fromisoformat(day), by)
    chosen = practice.ask(store.day_of, agreement_id)
    assert chosen is not None
    assert len(practice.ask(versions_of, store.DAY, chosen.id)) == 2


@pytest.mark.parametrize("day", ["", "soon", "2027", "2026-11-21", "0000-00-00", "9999-12-31", "2027-02-30"])
def test_a_day_that_is_none_or_has_passed_is_said_beside_the_field(practice: Practice, day: str) -> None:
    _person, agreement_id, _version = signed(practice)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.move_renewal, agreement_id, renew_on=day, by=Voice.PATIENT)
    assert broken.value.field == "renew_on"
    assert renewal(practice, agreement_id).moved_by is None


def test_what_is_not_signed_is_not_renewed(practice: Practice) -> None:
    _person, agreement_id, _version = offered(practice)
    assert practice.ask(renewal_of, agreement_id, today=TODAY) is None
    with pytest.raises(RuleBroken):
        practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    with pytest.raises(Refused):
        practice.do(acts.begin_review, "nothing", by=Voice.BOTH)


def test_keeping_everything_carries_the_agreement_a_year_on(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    assert practice.do(acts.begin_review, agreement_id, by=Voice.PATIENT) == review_id
    answer_all(practice, review_id)
    assert practice.do(acts.finish_review, review_id, by=Voice.BOTH) is Outcome.KEPT
    found = renewal(practice, agreement_id)
    assert (found.renew_on, found.moved_by, found.open_review) == (date(2027, 11, 22), Voice.BOTH, None)
    assert [one.outcome for one in found.finished] == [Outcome.KEPT]
    assert practice.ask(verify, agreement_id).whole


def test_a_review_waits_for_both_voices_and_blames_neither(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    one = RenewalAnswer(commitment_id="time", voice=Voice.PATIENT, choice=Choice.CHANGE, words="Half an hour more")
    practice.do(acts.answer, review_id, [one], by=Voice.PATIENT)
    with pytest.raises(RuleBroken) as broken:
        practice.do(acts.finish_review, review_id, by=Voice.BOTH)
    assert broken.value.field == "equals"
    answer_all(practice, review_id, time=Choice.CHANGE)
    assert practice.do(acts.finish_review, review_id, by=Voice.BOTH) is Outcome.CHANGES
    review, wording = practice.ask(review_of, review_id)
    assert [each.id for each in review.to_change(wording)] == ["time"]
    assert renewal(practice, agreement_id).moved_by is None


def test_each_side_answers_only_for_itself(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    mine = RenewalAnswer(commitment_id="time", voice=Voice.PRACTITIONER, choice=Choice.LET_GO)
    for by in (Voice.PATIENT, Voice.BOTH):
        with pytest.raises(RuleBroken):
            practice.do(acts.answer, review_id, [mine], by=by)
    strange = RenewalAnswer(commitment_id="nothing", voice=Voice.PATIENT, choice=Choice.KEEP)
    with pytest.raises(Refused):
        practice.do(acts.answer, review_id, [strange], by=Voice.PATIENT)


def test_a_finished_review_takes_no_more_answers(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    answer_all(practice, review_id)
    practice.do(acts.finish_review, review_id, by=Voice.BOTH)
    for act, more in ((acts.finish_review, ()), (acts.answer, ([],))):
        with pytest.raises(RuleBroken):
            practice.do(act, review_id, *more, by=Voice.PATIENT)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_any_kind_are_kept_found_and_copied(practice: Practice, words: str) -> None:
    person_id, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    said = RenewalAnswer(commitment_id="time", voice=Voice.PATIENT, choice=Choice.CHANGE, words=words)
    practice.do(acts.answer, review_id, [said], by=Voice.PATIENT)
    review, _wording = practice.ask(review_of, review_id)
    assert review.answers == (said,)
    assert practice.ask(copy_of, person_id)["renewal_answer"][0]["words"] == words
    with pytest.raises(RuleBroken):
        practice.do(acts.answer, review_id, [RenewalAnswer(
            commitment_id="time", voice=Voice.PATIENT, choice=Choice.CHANGE, words="x" * 5_001)], by=Voice.PATIENT,
        )  # fmt: skip


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_a_year_on_is_the_same_day_or_the_last_of_february(day: date) -> None:
    later = a_year_on(day)
    assert (later.year, later.month) == (day.year + 1, day.month)
    assert later.day == day.day or (day.day, later.day) == (29, 28)


@given(st.text(max_size=12))
def test_a_checked_day_is_never_in_the_past(given_text: str) -> None:
    try:
        day = checked_day(given_text, today=TODAY)
    except RuleBroken:
        day = TODAY
    assert TODAY <= day <= TODAY + timedelta(days=366 * 21)


def test_what_both_let_go_is_left_out_of_the_words_to_begin_from() -> None:
    wording = starting_wording()
    answers = [
        RenewalAnswer(commitment_id=each, voice=voice, choice=Choice.LET_GO)
        for each, voices in (("time", SIDES), ("calm", SIDES[:1]))
        for voice in voices
    ]
    left = [one.id for one in without_let_go(wording, answers).commitments]
    assert left == [one.id for one in wording.commitments if one.id != "time"]
    everything = [
        RenewalAnswer(commitment_id=one.id, voice=voice, choice=Choice.LET_GO)
        for one in wording.commitments
        for voice in SIDES
    ]
    assert len(without_let_go(wording, everything).commitments) == 1


def test_words_of_a_review_are_found(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    said = RenewalAnswer(commitment_id="time", voice=Voice.PATIENT, choice=Choice.CHANGE, words="kingfisher")
    practice.do(acts.answer, review_id, [said], by=Voice.PATIENT)
    assert [hit.subject_id for hit in practice.ask(find, "kingfisher")] == [review_id]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM renewal_review",
        "UPDATE renewal_review SET outcome = 'kept'",
        "UPDATE OR REPLACE renewal_review SET person_id = 'x'",
        "INSERT OR REPLACE INTO renewal_review SELECT * FROM renewal_review",
        "DELETE FROM renewal_answer",
        "UPDATE renewal_answer SET words = 'x'",
        "UPDATE OR REPLACE renewal_answer SET id = 'x'",
        "INSERT OR REPLACE INTO renewal_answer SELECT * FROM renewal_answer",
        (
            "INSERT INTO renewal_answer SELECT n + 900, 'x', person_id, review_id, 'y', voice, choice, words "
            "FROM renewal_answer LIMIT 1"
        ),
    ],
)
def test_no_statement_alters_a_finished_review(practice: Practice, statement: str) -> None:
    person_id, agreement_id, _version = signed(practice)
    review_id = practice.do(acts.begin_review, agreement_id, by=Voice.BOTH)
    answer_all(practice, review_id, time=Choice.CHANGE)
    practice.do(acts.finish_review, review_id, by=Voice.BOTH)
    before = practice.ask(copy_of, person_id)
    with pytest.raises(Exception, match=r"kept|statement"):
        practice.vault._connection.execute(statement)
    assert practice.ask(copy_of, person_id) == before
    practice.erase_person(person_id)
    assert practice.db.rows("SELECT 1 FROM renewal_answer UNION SELECT 1 FROM renewal_review") == []
