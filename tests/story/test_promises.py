"""What waits for the practitioner, from every room; and private hints that go by themselves."""

from datetime import date, timedelta

from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.journal import acts as journal
from healingpartner.journal.model import HardWay, Kind
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import Statement
from healingpartner.people.acts import merge
from healingpartner.practice import Practice
from healingpartner.story.promises import ANSWER_DAYS, HARD_THING, Promise, promises_owed
from healingpartner.story.signals import Signal, hint_for
from healingpartner.visits import acts as visits
from healingpartner.visits.appointments import acts as appointments
from healingpartner.visits.times import Point
from journal.writing import DESK, OTHER, add, levels, reflection, sealed_by_both

TODAY = date(2026, 11, 22)


def owed(practice: Practice, until: date = TODAY + timedelta(days=7)) -> tuple[Promise, ...]:
    return practice.ask(promises_owed, until=until)


def signals(practice: Practice, person_id: str, clock: SteppingClock) -> tuple[Signal, ...]:
    hint = practice.ask(hint_for, person_id, now=clock.now())
    return () if hint is None else hint.signals


def let_pass(clock: SteppingClock, days: float) -> None:
    clock._next_us += round(days * 24 * 3600) * 1_000_000


def test_a_question_a_call_and_a_let_down_wait_side_by_side(practice: Practice) -> None:
    mira = add(practice)
    practice.do(journal.share, mira, Kind.QUESTION, "Why this?", by=OTHER)
    practice.do(visits.owe, mira, words="Two names", by=DESK)
    practice.do(repairs.say, mira, Statement(when="then", felt="rushed"), by=OTHER)
    found = owed(practice)
    assert [(one.tab, one.name) for one in found] == [
        ("journal", "Mira Rahimi"), ("visits", "Mira Rahimi"), ("journal", "Mira Rahimi"),
    ]  # fmt: skip
    assert {one.due_on for one in found} == {TODAY, TODAY + timedelta(days=2), TODAY + timedelta(days=ANSWER_DAYS)}


def test_an_answered_question_waits_no_more(practice: Practice) -> None:
    entry = practice.do(journal.share, add(practice), Kind.QUESTION, "Why this?", by=OTHER)
    assert len(owed(practice)) == 1
    practice.do(journal.reply, entry, "Because.", by=DESK)
    assert owed(practice) == ()


def test_how_a_hard_thing_may_be_told_waits_until_it_is_said(practice: Practice) -> None:
    mira = add(practice)
    practice.do(journal.offer_hard_thing, mira, by=DESK)
    assert owed(practice) == ()  # that one waits for her
    offer = practice.do(journal.offer_hard_thing, mira, by=OTHER)
    (one,) = owed(practice)
    assert (one.tab, one.words, one.says) == ("journal", HARD_THING, True)
    practice.do(journal.answer_hard_offer, offer, HardWay.NEXT_VISIT, by=DESK)
    assert owed(practice) == ()


def test_what_a_joined_record_waits_for_still_has_a_name(practice: Practice) -> None:
    mira, twin = add(practice), add(practice, "Mira Rahimi-Twin")
    practice.do(journal.share, twin, Kind.QUESTION, "Why this?", by=OTHER)
    practice.do(merge, twin, into_id=mira, by=DESK)
    assert [one.name for one in owed(practice)] == ["Mira Rahimi-Twin"]


def test_own_lateness_is_named_first_and_goes_by_itself(practice: Practice, clock: SteppingClock) -> None:
    mira = add(practice)
    assert signals(practice, mira, clock) == ()
    (one,) = practice.do(appointments.make_appointments, mira, [clock.wall(TODAY, 9 * 60 + 2)], minutes=50, by=DESK)
    visit = practice.do(appointments.arrive, one, by=OTHER)
    let_pass(clock, 0.02)
    practice.do(visits.press_point, visit, Point.BEGUN, by=DESK)
    assert signals(practice, mira, clock) == (Signal.OWN_LATENESS,)
    let_pass(clock, 20)
    assert signals(practice, mira, clock) == ()


def test_a_drop_and_a_gap_are_hinted_at_for_a_while(practice: Practice, clock: SteppingClock) -> None:
    mira = add(practice)
    for patient in (levels(*[4] * 8), levels(4, 4, 1, 4, 4, 4, 4, 4)):
        reflection_id, dealt = sealed_by_both(practice, mira, patient, levels(*[4] * 8))
        assert reflection(practice, reflection_id).sealed_to
        practice.do(reflections.open_together, reflection_id, patient, by=Voice.PATIENT)
        assert dealt.words
    assert signals(practice, mira, clock) == (Signal.DROP, Signal.GAP)
    let_pass(clock, 15)
    assert signals(practice, mira, clock) == ()


def test_a_question_of_more_than_a_week_is_the_practitioners_own_signal(
    practice: Practice, clock: SteppingClock
) -> None:
    mira = add(practice)
    practice.do(journal.share, mira, Kind.QUESTION, "Why this?", by=OTHER)
    let_pass(clock, 7)
    assert signals(practice, mira, clock) == ()
    let_pass(clock, 1)
    assert signals(practice, mira, clock) == (Signal.UNANSWERED,)


def test_a_let_down_or_a_hard_thing_left_for_more_than_a_week_is_one_too(
    practice: Practice, clock: SteppingClock
) -> None:
    mira, jonah = add(practice), add(practice, "Jonah Takahashi")
    repair = practice.do(repairs.say, mira, Statement(when="then", felt="rushed"), by=OTHER)
    practice.do(journal.offer_hard_thing, jonah, by=OTHER)
    let_pass(clock, 8)
    for each in (mira, jonah):
        assert signals(practice, each, clock) == (Signal.UNANSWERED,)
    practice.do(repairs.receive, repair, by=DESK)
    assert signals(practice, mira, clock) == ()


def test_nothing_of_a_hint_is_ever_written_down(practice: Practice, clock: SteppingClock) -> None:
    mira = add(practice)
    practice.do(journal.share, mira, Kind.QUESTION, "Why this?", by=OTHER)
    let_pass(clock, 9)
    head = practice.vault.head()
    assert signals(practice, mira, clock)
    assert practice.vault.head() == head
