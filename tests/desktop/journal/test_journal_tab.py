"""The journal at the desk: written by either, sealed apart, opened together, mended."""

from collections.abc import Callable
from datetime import date

import pytest

from conftest import LEAST_COST
from desktop.accessibility import nameless
from desktop.stage import Stage
from healingpartner.desktop.journal.repair_forms import ChangeForm, LinesForm, OneLineForm
from healingpartner.desktop.journal.tab import JournalTab
from healingpartner.foundation.voices import Voice
from healingpartner.journal import acts
from healingpartner.journal.model import HardWay, Kind
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.reflections.model import ReflectionState, Side
from healingpartner.journal.reflections.statements import Domain
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import GivenBack, Mended, RepairState, Statement
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.practice import Practice
from journal.writing import ENTROPY, levels

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
SAID = Statement(when="you looked at the clock", felt="rushed", matters="to finish a thought", like="time")


def add(stage: Stage, name: str = "Mira Rahimi") -> str:
    given = Particulars(legal_name=name, called=name.split(maxsplit=1)[0])

    def work(practice: Practice) -> str:
        practice.do(set_practitioner, Practitioner(name="Amara Osei", called="Amara"), by=DESK)
        return practice.do(add_person, given, by=DESK)

    return stage.do(work)


def tab_of(stage: Stage, person_id: str) -> JournalTab:
    tab = JournalTab(stage.desk, person_id)
    stage.show(tab)
    stage.settle()
    return tab


def done(stage: Stage, act: Callable[..., object], *args: object, by: Voice, **more: object) -> object:
    found = stage.do(lambda practice: practice.do(act, *args, by=by, **more))
    stage.settle()
    return found


def opened(practice: Practice, person_id: str, patient: Side, practitioner: Side) -> None:
    dealt = reflections.deal_words(LEAST_COST, ENTROPY)
    one = practice.do(reflections.begin_reflection, person_id, sealed_to=dealt.sealed_to, by=OTHER)
    from journal.writing import reflection

    box = reflections.box_of(patient, reflection(practice, one), ENTROPY)
    practice.do(reflections.seal_patient_side, one, box=box, by=OTHER)
    practice.do(reflections.seal_practitioner_side, one, practitioner, by=DESK)
    practice.do(reflections.open_together, one, patient, by=OTHER)


def test_a_thank_you_is_one_choice_and_a_few_words(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    composer = tab.composer
    assert composer is not None
    composer.kinds[Kind.THANKS].click()
    composer.field.set_value("<b>Thank you</b> for waiting.")
    composer.share_button.click()
    stage.settle()
    assert composer.side.sentence()  # whose words they are is never guessed
    composer.side.set_value(DESK.value)
    composer.share_button.click()
    stage.settle()
    (card,) = tab.entries.values()
    assert card.line.entry.words == "<b>Thank you</b> for waiting."
    assert composer.kind() is None
    assert nameless(tab) == []


def test_what_is_typed_is_back_after_the_page_and_unsaid_is_gone(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    assert tab.composer is not None
    tab.composer.kinds[Kind.MEANING].click()
    tab.composer.field.set_value("I planted garlic.")
    tab.composer.typed_on.emit()
    tab.flush()
    stage.settle()
    again = tab_of(stage, person_id)
    assert again.composer is not None
    assert again.composer.kind() is Kind.MEANING
    assert again.composer.field.value() == "I planted garlic."
    again.composer.unsay_link.click()
    stage.settle()
    third = tab_of(stage, person_id)
    assert third.composer is not None
    assert third.composer.field.value() == ""


def test_a_question_is_owed_an_answer_until_it_has_one(stage: Stage) -> None:
    person_id = add(stage)
    entry = done(stage, acts.share, person_id, Kind.QUESTION, "Why this?", by=OTHER)
    tab = tab_of(stage, person_id)
    card = tab.entries[str(entry)]
    assert card.waits
    assert card.reply_button is not None
    card.reply_button.click()
    card.give_reply()
    stage.settle()
    assert card.reply_field is not None
    assert card.reply_field.sentence()
    card.reply_field.set_value("Because it acts faster.")
    card.give_reply()
    stage.settle()
    assert not tab.entries[str(entry)].waits


def test_an_answer_half_typed_stays_when_something_else_is_written(stage: Stage) -> None:
    person_id = add(stage)
    entry = str(done(stage, acts.share, person_id, Kind.QUESTION, "Why this?", by=OTHER))
    tab = tab_of(stage, person_id)
    tab.entries[entry].open_reply("Because")
    done(stage, acts.share, person_id, Kind.THANKS, "Thanks", by=OTHER)
    assert len(tab.entries) == 2
    assert tab.entries[entry].typed() == "Because"


def test_a_hard_thing_is_asked_about_before_a_word_of_it_is_written(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    composer = tab.composer
    assert composer is not None
    composer.kinds[Kind.HARD].click()
    stage.settle()
    assert not composer.field.isVisible()
    composer.offer_button.click()
    stage.settle()
    assert tab.found is not None
    composer.answers_offer.emit(tab.found.offers[0].id, HardWay.IN_WRITING)
    stage.settle()
    assert composer.field.isVisible()
    composer.side.set_value(DESK.value)
    composer.field.set_value("I cannot help you further with this.")
    composer.share_button.click()
    stage.settle()
    assert [card.line.entry.offered for card in tab.entries.values()] == [HardWay.IN_WRITING]


def test_the_own_side_is_kept_as_a_draft_sealed_once_and_not_shown_again(stage: Stage) -> None:
    person_id = add(stage)
    dealt = reflections.deal_words(LEAST_COST, ENTROPY)
    done(stage, reflections.begin_reflection, person_id, sealed_to=dealt.sealed_to, by=OTHER)
    tab = tab_of(stage, person_id)
    assert tab.reflection is not None
    assert tab.reflection.form is not None
    tab.reflection.give()
    stage.settle()
    assert tab.found is not None
    assert tab.found.going is not None
    assert tab.found.going.state is ReflectionState.BEGUN  # nothing answered seals nothing
    tab.reflection.form.rows[Domain.HOPE].scale.chosen.emit(3)
    tab.reflection.form.rows[Domain.HOPE].scale.set_value(3)
    tab.reflection.typed_on.emit()
    tab.flush()
    stage.settle()
    again = tab_of(stage, person_id)
    assert again.reflection is not None
    assert again.reflection.form is not None
    assert again.reflection.form.side().levels == {Domain.HOPE: 3}
    again.reflection.give()
    stage.settle()
    assert again.found is not None
    assert again.found.going is not None
    assert again.found.going.state is ReflectionState.ONE_SEALED
    assert again.reflection.form is None


def test_what_was_opened_stands_as_a_picture_and_in_words(stage: Stage) -> None:
    person_id = add(stage)
    stage.do(lambda practice: opened(practice, person_id, levels(*[4] * 8), levels(*[3] * 8)))
    stage.do(
        lambda practice: opened(practice, person_id, levels(4, 3, 2, 4, 3, 4, 1, 2), levels(4, 4, 4, 3, 3, 4, 3, 2))
    )
    tab = tab_of(stage, person_id)
    card = tab.opened
    assert card is not None
    assert "Time and pace. Mira: Partly. Amara Osei: Fully." in card.chart.lines[Domain.PACE].accessibleName()
    card.words_link.click()
    assert card.table.isVisible()
    card.trend_link.click()
    assert card.trend_words.text().count("\n") == 1
    assert nameless(tab) == []


def test_a_let_down_is_received_given_back_and_closed_from_the_desk(stage: Stage) -> None:
    person_id = add(stage)
    one = str(done(stage, repairs.say, person_id, SAID, by=OTHER))
    tab = tab_of(stage, person_id)

    def press(key: str) -> None:
        tab.repairs[one].buttons[key].click()  # type: ignore[attr-defined]
        stage.settle()

    press("receive")
    press("open_give_back")
    form = tab.repairs[one].form
    assert isinstance(form, LinesForm)
    form.keep_button.click()
    stage.settle()
    assert form.fields()["hears"].sentence()
    form.show_typed({"hears": "You were not done.", "own_part": "I worried about the next person."})
    form.keep_button.click()
    stage.settle()
    done(stage, repairs.feel_understood, one, yes=True, by=OTHER)
    press("open_change")
    change = tab.repairs[one].form
    assert isinstance(change, ChangeForm)
    change.words.set_value("The clock stands behind you.")
    change.give()
    stage.settle()
    done(stage, repairs.close, one, Mended.MENDED, by=OTHER)
    press("close_enough")
    assert tab.repairs[one].repair.state is RepairState.CLOSED


def test_the_practitioner_may_ask_for_time_let_go_and_ask_a_third_person(stage: Stage) -> None:
    person_id = add(stage)
    one = str(done(stage, repairs.say, person_id, SAID, by=OTHER))
    tab = tab_of(stage, person_id)

    def fill(key: str, words: str) -> OneLineForm:
        tab.repairs[one].buttons[key].click()  # type: ignore[attr-defined]
        form = tab.repairs[one].form
        assert isinstance(form, OneLineForm)
        form.line.set_value(words)
        form.keep_button.click()
        stage.settle()
        return form

    for amiss in ("", "whenever", "2020-01-01"):
        assert fill("open_later", amiss).line.sentence()
    fill("open_later", "2026-12-01")
    assert tab.repairs[one].repair.not_ready_until == date(2026, 12, 1)
    done(stage, repairs.receive, one, by=DESK)
    for _loop in range(3):
        done(stage, repairs.give_back, one, GivenBack(hears="You left.", at=stage.desk.clock.now()), by=DESK)
        done(stage, repairs.feel_understood, one, yes=False, by=OTHER)
    assert fill("open_third", "").line.sentence()
    fill("open_third", "Sara, whom we both trust")
    assert tab.repairs[one].repair.outside == "Sara, whom we both trust"
    done(stage, repairs.give_back, one, GivenBack(hears="You felt rushed.", at=stage.desk.clock.now()), by=DESK)
    done(stage, repairs.feel_understood, one, yes=True, by=OTHER)
    done(stage, repairs.agree_changes, one, [(DESK, "No clock at all", None)], by=DESK)
    (change,) = tab.repairs[one].repair.changes
    tab.repairs[one].buttons[f"let_go_{change.id}"].click()  # type: ignore[attr-defined]
    stage.settle()
    assert tab.repairs[one].repair.changes[0].let_go is not None
    assert tab.repairs[one].repair.state is RepairState.TENDED


def test_hints_on_tone_are_shown_and_stop_nobody(stage: Stage) -> None:
    person_id = add(stage)
    done(stage, acts.wish_to_hear, person_id, yes=True, by=OTHER)
    tab = tab_of(stage, person_id)
    tab.mending.begin_button.click()
    form = tab.mending.form
    assert form is not None
    form.show_typed({"when": "you always look at the clock", "felt": "rushed"})
    form.fields()["when"].changed.emit()
    assert [hint.words for hint in form.hints()] == ["always"]
    form.keep_button.click()
    stage.settle()
    assert tab.found is not None
    assert [one.by for one in tab.found.repairs] == [DESK]


@pytest.mark.parametrize("name", ["داریوش امینی", "王小明", "Wolfeschlegelsteinhausenbergerdorff" * 4])
def test_any_name_stands_on_the_page(stage: Stage, name: str) -> None:
    tab = tab_of(stage, add(stage, name))
    assert nameless(tab) == []
