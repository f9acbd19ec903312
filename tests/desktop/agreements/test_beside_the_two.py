"""An interpreter named in the ledger, guardians of the record to choose from, time to think, two texts on paper."""

from pathlib import Path

from desktop.agreements.people import (
    add,
    begin_to_sign,
    give_back,
    name_practitioner,
    offer,
    read_all,
    sign_by_stroke,
    tab_of,
    to_sign,
    turn,
)
from desktop.agreements.test_path import words_of
from desktop.stage import Stage
from healingpartner.agreements import store
from healingpartner.agreements.acts import offer as offer_act
from healingpartner.agreements.envelope import Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.negotiation import acts as negotiation
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.views import agreement_of
from healingpartner.desktop.agreements.compared import ComparedPage
from healingpartner.desktop.agreements.pages import ThinkingPage
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.leaving import Leaving
from healingpartner.exchange.sealing import STEPS
from healingpartner.foundation.voices import Voice
from healingpartner.paper.read_back import words_on
from healingpartner.people.acts import add_person
from healingpartner.people.answers import Answer
from healingpartner.people.model import Link, LinkKind, Particulars
from healingpartner.practice import Practice
from healingpartner.vault.history import versions_for_person

GUARDIANS = (
    Link(kind=LinkKind.REPRESENTATIVE, name="Sara Rahimi", relation="her mother", basis="parent"),
    Link(kind=LinkKind.REPRESENTATIVE, name="Ivo Novak", relation="guardian"),
    Link(kind=LinkKind.FAMILY, name="Not One Of Them"),
)


def with_guardians(stage: Stage, *, interpreter: str = "") -> str:
    given = Particulars(legal_name="Mira Rahimi", links=GUARDIANS)
    answers = [Answer(question="interpreter", choice=interpreter)] if interpreter else []
    return stage.do(lambda practice: practice.do(add_person, given, answers=answers, by=Voice.PRACTITIONER))


def through(practice: Practice, person_id: str) -> set[str]:
    """Through whom the lines of this person's agreement went."""
    return {one.hand.through for one in versions_for_person(practice.db, person_id, store.TABLES)}


def test_the_interpreter_who_is_here_is_named_with_each_act_on_the_turned_view(stage: Stage) -> None:
    person_id = with_guardians(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    assert tab.standing is not None
    assert not tab.standing.through.isVisible()
    tab.standing.interpreter_link.click()
    tab.standing.through.set_value("  Lin\u00a0 Wei ")
    _view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    assert stage.do(lambda practice: through(practice, person_id)) == {"", "Lin Wei"}
    assert task.done is not None
    task.done.beside[Role.INTERPRETER].click()
    assert task.sign_form is not None
    assert task.sign_form.printed.value() == "Lin Wei"


def test_the_question_is_open_where_the_record_wishes_an_interpreter(stage: Stage) -> None:
    tab = tab_of(stage, with_guardians(stage, interpreter="yes"))
    assert tab.standing is not None
    assert tab.standing.through.isVisible()


def test_a_no_in_the_record_leaves_the_question_quiet(stage: Stage) -> None:
    tab = tab_of(stage, with_guardians(stage, interpreter="no"))
    assert tab.standing is not None
    assert not tab.standing.through.isVisible()


def test_the_interpreters_name_stays_while_the_page_is_drawn_anew(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    assert tab.standing is not None
    tab.standing.interpreter_link.click()
    tab.standing.through.set_value("Lin Wei")
    offer(stage, tab)
    assert tab.standing is not None
    assert tab.standing.interpreter() == "Lin Wei"


def test_those_whom_the_record_names_are_offered_to_sign_for_the_patient(stage: Stage) -> None:
    tab = tab_of(stage, with_guardians(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    assert form.who is not None
    form.who.set_value("representative")
    form.who.changed.emit()
    form = task.sign_form  # type: ignore[assignment]
    assert form.known is not None
    offered = [form.known.box.itemText(at) for at in range(form.known.box.count())]
    assert len(offered) == 3
    assert "Sara Rahimi" in offered[0]
    assert "Ivo Novak" in offered[1]
    assert form.known.value() == ""
    form.known.set_value("0")
    form.known.changed.emit()
    assert form.printed.value() == "Sara Rahimi"
    assert form.own_words() == {"basis": "parent"}
    form.known.set_value("1")
    form.known.changed.emit()
    assert form.own_words() == {"basis": "guardian"}
    form.known.set_value("other")
    form.known.changed.emit()
    assert form.printed.value() == ""
    form.printed.set_value("Someone In Own Words")
    assert form.signing().printed_name == "Someone In Own Words"


def test_whoever_would_rather_sign_on_paper_is_thanked_and_nothing_is_kept(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    view, task = turn(stage, tab)
    form = to_sign(stage, task)
    form.by_hand.click()
    stage.settle()
    assert "On paper, gladly" in words_of(view)
    assert task.done is not None
    assert task.done.hand_over is None
    assert stage.do(lambda practice: practice.ask(agreement_of, person_id)).signatures == ()
    give_back(stage, tab)
    assert tab.standing is not None
    assert tab.standing.paper_button is not None


def test_only_the_patients_side_is_asked_for_paper(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    form = begin_to_sign(stage, tab)
    assert not form.by_hand.isVisible()


def test_the_practitioner_thinks_about_it_at_the_desk(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    assert tab.standing is not None
    assert tab.standing.think_button is not None
    tab.standing.think_button.click()
    page = tab.compared
    assert isinstance(page, ThinkingPage)
    page.day.set_value("1 Jan 2020")
    page.on_day.click()
    stage.settle()
    assert "has passed" in words_of(page)
    page.day.set_value("")
    page.on_day.click()
    assert "Write a day first." in words_of(page)
    page.day.set_value("3 Feb 2027")
    page.on_day.click()
    stage.qtbot.waitUntil(lambda: tab.page is not None)
    stage.settle()
    assert "You wanted to look at it again on February 3, 2027." in words_of(tab)
    assert tab.standing is not None
    assert tab.standing.think_button is not None
    tab.standing.think_button.click()
    stage.settle()
    assert "thinking about it since" not in words_of(tab)


def test_the_patient_may_name_a_day_of_their_own(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    _view, task = turn(stage, tab)
    read_all(stage, task)
    assert task.reading is not None
    task.reading.choices.think.click()
    assert task.thinking is not None
    task.thinking.day.set_value("1 Jan 2020")
    task.thinking.on_day.click()
    stage.settle()
    assert task.done is None
    assert "has passed" in words_of(task.thinking)
    task.thinking.day.set_value("March 2027")
    task.thinking.on_day.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    found = stage.do(lambda practice: practice.ask(agreement_of, person_id))
    assert found.agreement is not None
    assert found.agreement.ask_again_on is not None
    assert found.agreement.ask_again_on.text() == "2027-03"


def three_texts(practice: Practice, person_id: str) -> None:
    agreement_id = practice.do(offer_act, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    for words in ("First own words.", "Second own words."):
        practice.do(
            negotiation.answer_commitment, agreement_id, "equals", Stance.REWORDED, patient=words, by=Voice.PATIENT
        )
        practice.do(negotiation.accept_rewording, agreement_id, "equals", by=Voice.PRACTITIONER)
        practice.do(negotiation.offer_changed, agreement_id, by=Voice.PRACTITIONER)


def test_any_two_texts_go_on_paper_as_they_are_shown(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    name_practitioner(stage)
    stage.do(lambda practice: three_texts(practice, person_id))
    tab = tab_of(stage, person_id)
    tab.compare()
    stage.settle()
    page = tab.compared
    assert isinstance(page, ComparedPage)
    for former, present, wanted, missing in (
        ("1", "3", "Second own words.", "First own words."),
        ("1", "2", "First own words.", "Second own words."),
        ("2", "3", "First own words.", "You bring"),
    ):
        page.former.set_value(former)
        page.present.set_value(present)
        path = tmp_path / f"{former}-{present}.pdf"
        links = page.findChild(PaperLinks)
        order = links._order()
        Leaving(stage.desk, page).save_to(order.make, order.purpose, path, lambda: None)
        stage.qtbot.waitUntil(path.is_file, timeout=20_000)
        words = words_on(path.read_bytes())
        assert wanted in words
        assert missing not in words
        assert f"Version {former}" in words
        assert f"Version {present}" in words


def test_sealing_shows_each_step_it_takes(stage: Stage) -> None:
    from desktop.agreements.test_sealed import signed_at_the_desk

    tab = signed_at_the_desk(stage)
    assert tab.verified is not None
    progress, told = tab.verified.sealer.progress, []
    tab.verified.sealer._went_on.connect(told.append)
    for step in range(len(STEPS)):
        tab.verified.sealer._went_on.emit(step)
    stage.settle()
    assert told == list(range(len(STEPS)))
    stage.qtbot.waitUntil(progress.isVisible)
    assert "Keeping it" in words_of(progress)
    tab.verified.sealer.ended.emit("")
    assert not progress.isVisible()
