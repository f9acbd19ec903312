"""The patient's part of the journal: nothing is kept before it is shared, and what is sealed only six words open."""

import pytest

from conftest import LEAST_COST
from desktop.accessibility import nameless
from desktop.journal.test_journal_tab import SAID, add, done, tab_of
from desktop.stage import Stage
from healingpartner.desktop.journal.repair_card import RepairCard
from healingpartner.desktop.journal.turned.begin_page import BeginPage
from healingpartner.desktop.journal.turned.open_page import OpenPage
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.journal.turned.read_page import ReadPage, TakeBackPage
from healingpartner.desktop.journal.turned.reflect_page import FORM, ReflectPage
from healingpartner.desktop.journal.turned.repair_page import RepairPage
from healingpartner.desktop.journal.turned.task import JournalTask
from healingpartner.desktop.journal.turned.write_page import WritePage
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.voices import Voice
from healingpartner.journal import acts
from healingpartner.journal.model import HardWay, Kind
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.reflections.statements import Domain
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import RepairState
from healingpartner.journal.views import PersonJournal, journal_of
from healingpartner.practice import Practice
from journal.writing import levels

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT


@pytest.fixture(autouse=True)
def _least_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Practice, "cost", LEAST_COST)


def task_of(stage: Stage, person_id: str, place: Place = Place.BEGIN, subject_id: str = "") -> JournalTask:
    task = JournalTask(stage.desk, person_id, place=place, subject_id=subject_id)
    stage.show(task)
    task.begin()
    stage.settle()
    return task


def journal(stage: Stage, person_id: str) -> PersonJournal:
    return stage.do(lambda practice: practice.ask(journal_of, person_id))


def test_a_patient_writes_draws_and_shares(stage: Stage) -> None:
    person_id = add(stage)
    task = task_of(stage, person_id)
    page = task.page
    assert isinstance(page, BeginPage)
    assert nameless(page) == []
    page.buttons[Kind.MEANING.value].click()
    stage.settle()
    assert isinstance(task.page, WritePage)
    task.page.share()
    stage.settle()
    assert task.page.field.sentence()
    task.page.field.set_value("I planted garlic.")
    task.page.share()
    stage.settle()
    assert task.done is not None
    (line,) = journal(stage, person_id).lines
    assert (line.entry.voice, line.entry.words) == (OTHER, "I planted garlic.")


def test_leaving_without_sharing_keeps_nothing(stage: Stage) -> None:
    person_id = add(stage)
    task = task_of(stage, person_id, Place.WRITE, Kind.LET_DOWN.value)
    assert isinstance(task.page, WritePage)
    task.page.field.set_value("You looked at the clock.")
    task.flush()
    task.page.choices.thinks.emit()
    stage.settle()
    assert journal(stage, person_id).lines == ()
    assert stage.do(lambda practice: practice.drafts()) == ()


def test_six_words_are_dealt_before_the_first_answer_and_seal_what_is_answered(stage: Stage) -> None:
    person_id = add(stage)
    task = task_of(stage, person_id, Place.REFLECT)
    page = task.page
    assert isinstance(page, ReflectPage)
    assert page.form is None
    page.deal()
    stage.settle()
    assert page.dealt is not None
    words = " ".join(page.dealt.words)
    page.answer_now()
    stage.settle()
    assert page.dealt is None
    assert page.form is not None
    page.form.rows[Domain.PACE].scale.set_value(2)
    page.form.valued.set_value("You waited for me, Herzgrund.")
    page.form.changed.emit()
    page.flush()
    stage.settle()
    going = journal(stage, person_id).going
    assert going is not None
    draft = stage.do(lambda practice: practice.draft(going.id, FORM, OTHER))
    assert draft is not None
    assert "Herzgrund" not in draft.body
    page.seal()
    stage.settle()
    assert task.done is not None
    assert stage.do(lambda practice: practice.draft(going.id, FORM, OTHER)) is None
    done(stage, reflections.seal_practitioner_side, going.id, levels(*[3] * 8), by=DESK)
    opening = task_of(stage, person_id, Place.OPEN).page
    assert isinstance(opening, OpenPage)
    opening.words.line.set_value("amber amber amber")
    opening.words.give()
    assert opening.words.line.sentence()
    opening.words.line.set_value(words)
    opening.words.give()
    stage.settle()
    assert opening.side.levels == {Domain.PACE: 2}
    opening.own[Domain.PACE].set_value(True)
    opening.open()
    stage.settle()
    assert opening.opened is not None
    assert opening.opened.patient.levels == {}
    assert opening.opened.patient.valued.endswith("Herzgrund.")


def test_answers_half_given_come_back_with_the_six_words_only(stage: Stage) -> None:
    person_id = add(stage)
    first = task_of(stage, person_id, Place.REFLECT).page
    assert isinstance(first, ReflectPage)
    first.deal()
    stage.settle()
    assert first.dealt is not None
    words = " ".join(first.dealt.words)
    first.answer_now()
    stage.settle()
    assert first.form is not None
    first.form.rows[Domain.HOPE].scale.set_value(4)
    first.form.changed.emit()
    first.flush()
    stage.settle()
    again = task_of(stage, person_id, Place.REFLECT).page
    assert isinstance(again, ReflectPage)
    assert again.typed_words is not None
    again.typed_words.line.set_value(words)
    again.typed_words.give()
    stage.settle()
    assert again.form is not None
    assert again.form.side().levels == {Domain.HOPE: 4}


def test_wrong_words_slow_the_next_try_on_whichever_page(stage: Stage, clock: SteppingClock) -> None:
    """Leaving the page and coming back, or pressing Return, does not shorten the wait; the right words open it then."""
    person_id = add(stage)
    first = task_of(stage, person_id, Place.REFLECT).page
    assert isinstance(first, ReflectPage)
    first.deal()
    stage.settle()
    assert first.dealt is not None
    words = " ".join(first.dealt.words)
    first.answer_now()
    stage.settle()
    assert first.form is not None
    first.form.changed.emit()
    first.flush()
    stage.settle()

    def typed(what: str) -> ReflectPage:
        page = task_of(stage, person_id, Place.REFLECT).page
        assert isinstance(page, ReflectPage)
        assert page.typed_words is not None
        page.typed_words.line.set_value(what)
        page.typed_words.line.line.returnPressed.emit()
        stage.settle()
        return page

    wrong = " ".join(reversed(words.split()))
    for _try in range(7):
        clock._next_us += 200 * 1_000_000
        page = typed(wrong)
        assert page.form is None
    assert page.typed_words is not None
    assert not page.typed_words.go_on.isEnabled()
    assert typed(words).form is None
    page.typed_words.line.set_value(words)
    page.typed_words.line.line.returnPressed.emit()
    stage.settle()
    assert page.form is None
    clock._next_us += 400 * 1_000_000
    assert typed(words).form is not None


def test_lost_words_close_it_kindly(stage: Stage) -> None:
    person_id = add(stage)

    def sealed(practice: Practice) -> str:
        from journal.writing import sealed_by_both

        return sealed_by_both(practice, person_id, levels(*[4] * 8), levels(*[4] * 8))[0]

    stage.do(sealed)
    page = task_of(stage, person_id, Place.OPEN).page
    assert isinstance(page, OpenPage)
    other = reflections.deal_words(LEAST_COST, bytes)
    for _try in range(4):
        page.words.line.set_value(" ".join(other.words))
        page.words.given.emit(" ".join(other.words))
        stage.settle()
    assert page.words.line.sentence()
    assert not page.words.go_on.isEnabled()
    page._lost()
    page.findChildren(type(page.words.go_on))[-1].click()
    stage.settle()
    found = journal(stage, person_id)
    assert found.going is None


def test_a_patient_tells_what_let_them_down_and_says_if_they_feel_understood(stage: Stage) -> None:
    person_id = add(stage)
    task = task_of(stage, person_id, Place.REPAIR)
    page = task.page
    assert isinstance(page, RepairPage)
    assert page.form is not None
    page.form.keep_button.click()
    stage.settle()
    assert page.form.fields()["when"].sentence()
    page.form.show_typed({"when": "you looked at the clock", "felt": "rushed"})
    page.form.keep_button.click()
    stage.settle()
    (repair,) = journal(stage, person_id).repairs
    done(stage, repairs.receive, repair.id, by=DESK)
    from healingpartner.desktop.journal.repair_forms import given_back_of

    given = given_back_of({"hears": "You were not done."}, stage.desk.clock.now())
    done(stage, repairs.give_back, repair.id, given, by=DESK)
    answering = task_of(stage, person_id, Place.REPAIR, repair.id).page
    assert isinstance(answering, RepairPage)
    answering.buttons["understood"].click()
    stage.settle()
    assert journal(stage, person_id).repairs[0].state is RepairState.UNDERSTOOD


def test_what_a_practitioner_said_sleeps_on_the_turned_view_too(stage: Stage) -> None:
    person_id = add(stage)
    one = str(done(stage, repairs.say, person_id, SAID, by=DESK))
    page = task_of(stage, person_id, Place.REPAIR, one).page
    assert isinstance(page, RepairPage)
    assert "receive" not in page.buttons
    assert not page.findChildren(RepairCard)  # not a word of it is read before morning
    done(stage, acts.wish_to_hear, person_id, yes=True, by=OTHER)
    asleep = task_of(stage, person_id).page
    assert isinstance(asleep, BeginPage)
    assert one not in asleep.buttons
    stage.desk.clock._next_us += 24 * 3600 * 1_000_000  # type: ignore[attr-defined]
    listed = task_of(stage, person_id).page
    assert isinstance(listed, BeginPage)
    assert one in listed.buttons
    done(stage, acts.wish_to_hear, person_id, yes=False, by=OTHER)
    unwished = task_of(stage, person_id).page
    assert isinstance(unwished, BeginPage)
    assert one not in unwished.buttons
    awake = task_of(stage, person_id, Place.REPAIR, one).page
    assert isinstance(awake, RepairPage)
    awake.buttons["not_ready"].click()
    assert awake.until.sentence()
    awake.buttons["receive"].click()
    stage.settle()
    assert journal(stage, person_id).repairs[0].state is RepairState.RECEIVED


def test_what_both_wrote_is_read_added_to_and_taken_back_by_the_patient(stage: Stage) -> None:
    person_id = add(stage)
    theirs = str(done(stage, acts.share, person_id, Kind.QUESTION, "Why this?", by=OTHER))
    mine = str(done(stage, acts.share, person_id, Kind.THANKS, "Thank you for the bread.", by=DESK))
    for number in range(12):
        done(stage, acts.share, person_id, Kind.LEARNED, f"One thing more: {number}", by=DESK)
    task = task_of(stage, person_id)
    assert isinstance(task.page, BeginPage)
    task.page.buttons["read"].click()
    stage.settle()
    page = task.page
    assert isinstance(page, ReadPage)
    assert nameless(page) == []
    assert mine not in page.cards
    page.more.click()
    stage.settle()
    assert not page.more.isVisible()
    page.cards[mine].open_reply()
    page.cards[mine].give_reply()
    stage.settle()
    assert page.cards[mine].reply_field is not None
    assert page.cards[mine].reply_field.sentence()
    page.cards[mine].reply_field.set_value("It was still warm.")
    page.cards[mine].give_reply()
    stage.settle()
    assert isinstance(task.page, ReadPage)
    task.page.show_earlier()
    stage.settle()
    task.page.cards[theirs].takes_back.emit(theirs)
    stage.settle()
    assert isinstance(task.page, TakeBackPage)
    task.page.choices.goes_on.emit()
    stage.settle()
    lines = {line.entry.id: line for line in journal(stage, person_id).lines}
    assert [reply.voice for reply in lines[mine].replies] == [OTHER]
    assert lines[theirs].taken_back is not None


def test_a_hard_thing_of_the_patient_is_asked_about_before_it_is_told(stage: Stage) -> None:
    person_id = add(stage)
    task = task_of(stage, person_id)
    assert isinstance(task.page, BeginPage)
    task.page.hard.buttons["offer"].click()
    stage.settle()
    assert isinstance(task.page, BeginPage)
    assert "write" not in task.page.hard.buttons
    tab = tab_of(stage, person_id)
    assert tab.hard is not None
    tab.hard.buttons[HardWay.IN_WRITING].click()
    stage.settle()
    task.go("begin")
    stage.settle()
    assert isinstance(task.page, BeginPage)
    task.page.hard.buttons["write"].click()
    stage.settle()
    assert isinstance(task.page, WritePage)
    task.page.field.set_value("I stopped the tablets in May.")
    task.page.share()
    stage.settle()
    (line,) = journal(stage, person_id).lines
    assert (line.entry.voice, line.entry.offered) == (OTHER, HardWay.IN_WRITING)
    assert tab.hard is None
