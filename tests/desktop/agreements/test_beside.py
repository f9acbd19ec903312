"""Renewing, ending, beginning again and consents on their cards, with a real practice behind them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.accessibility import nameless
from desktop.agreements.people import answer_passphrase, name_practitioner
from desktop.stage import Stage
from healingpartner.agreements.acts import offer, sign_as_patient, sign_as_practitioner
from healingpartner.agreements.consents.model import ConsentKind
from healingpartner.agreements.endings.acts import begin_ending
from healingpartner.agreements.endings.letters import LetterKind
from healingpartner.agreements.endings.model import EndingAsked, Stands
from healingpartner.agreements.endings.views import endings_of
from healingpartner.agreements.envelope import Identity
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import Signing, State
from healingpartner.agreements.renewals.model import Choice
from healingpartner.agreements.renewals.views import renewal_of
from healingpartner.agreements.views import agreement_of
from healingpartner.desktop.agreements.beside_cards import BesideCards
from healingpartner.desktop.agreements.beside_papers import PaperOrder, blank_copy, comparison, plain_beside_full
from healingpartner.desktop.agreements.consent_task import ConsentTask
from healingpartner.desktop.agreements.ending_card import FORM, EndingCard
from healingpartner.desktop.agreements.ending_task import EndingTask
from healingpartner.desktop.agreements.renewal_card import RenewalCard
from healingpartner.desktop.agreements.renewal_task import RenewalTask
from healingpartner.desktop.agreements.resuming_task import ResumingTask
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.notice_panels import QuestionPanel
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.partnership import State as Partnership
from healingpartner.people.views import state_of
from healingpartner.practice import Practice

HOSTILE = ("<b>bye</b><img src=x>", "\u202eeyb", "مع السلامة", "w" * 3000)


def signed_person(practice: Practice, name: str = "Mira Rahimi") -> str:
    """A person whose starting agreement both have signed."""
    person_id = practice.do(add_person, Particulars(legal_name=name, preferred_name="Mira"), by=Voice.PRACTITIONER)
    wording = starting_wording()
    agreement_id = practice.do(offer, person_id, wording=wording, by=Voice.PRACTITIONER)
    agreement = practice.ask(agreement_of, person_id).agreement
    assert agreement is not None
    for act, by in ((sign_as_patient, Voice.PATIENT), (sign_as_practitioner, Voice.PRACTITIONER)):
        signing = Signing(
            printed_name=name, identity=Identity.KNOWN_IN_PERSON, consent_on_screen=True, paper_offered=True,
            seen=frozenset(one.id for one in wording.commitments), typed_name=name, spoken_yes=True,
        )  # fmt: skip
        practice.do(act, agreement_id, version_id=agreement.version_id, signing=signing, by=by, hand=ON_THE_TURNED_VIEW)
    return person_id


def tab_of(stage: Stage, person_id: str) -> AgreementTab:
    name_practitioner(stage)
    tab = AgreementTab(stage.desk, person_id)
    stage.show(tab)
    stage.settle()
    assert tab.cards is not None
    return tab


def cards(tab: AgreementTab) -> BesideCards:
    assert tab.cards is not None
    return tab.cards


def renewal(tab: AgreementTab) -> RenewalCard:
    card = cards(tab).renewal
    assert card is not None
    return card


def ending(tab: AgreementTab) -> EndingCard:
    return cards(tab).ending


def words_of(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def save(stage: Stage, tab: AgreementTab, order: PaperOrder, path: Path) -> None:
    told: list[bool] = []
    Leaving(stage.desk, tab).save_to(order.make, order.purpose, path, lambda: told.append(True))
    stage.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_both_look_at_every_promise_and_keep_them(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = renewal(tab)
    assert "again on November 22, 2027" in words_of(card)
    card.begin_button.click()
    stage.qtbot.waitUntil(lambda: card.review is not None)
    assert card.review is not None
    review = card.review
    review.finish_button.click()
    stage.settle()
    assert "Nothing presses" in review.sentence.text()
    for link in review.keep_rest.values():
        link.click()
    stage.settle()
    assert nameless(tab) == []
    review.finish_button.click()
    stage.qtbot.waitUntil(lambda: card.review is None)
    stage.settle()
    assert "you both kept every promise" in words_of(card)
    assert stage.troubles == []


def test_a_promise_to_change_leads_to_the_next_version(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = renewal(tab)
    card.begin()
    stage.qtbot.waitUntil(lambda: card.review is not None)
    assert card.review is not None
    side = card.review.sides["time", Voice.PATIENT]
    side.choice.set_value("change")
    side.words.set_value("An hour, please")
    side.keep()
    for link in card.review.keep_rest.values():
        link.click()
    card.review.finish_button.click()
    stage.qtbot.waitUntil(lambda: card.review is None)
    stage.settle()
    assert "An hour, please" in words_of(card.said)
    assert "Our time is worth the same" in words_of(card.said)
    card.talk_button.click()
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.OFFERED)
    assert tab.found is not None
    assert tab.found.still_binds is not None


def test_either_may_move_the_day(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = renewal(tab)
    card.move_link.click()
    card.day.set_value("1970")
    card.move_button.click()
    assert card.side.sentence()
    card.side.set_value("patient")
    for day, wrong in (("1970", True), ("sometime", True), ("", True), ("31.1.2027", False)):
        card.day.set_value(day)
        card.move_button.click()
        stage.settle()
        assert bool(card.day.sentence()) is wrong, day
    assert "January 31, 2027" in words_of(card)


def test_the_patient_ends_it_the_same_day_on_the_turned_view_and_begins_again(stage: Stage) -> None:
    person_id = stage.do(signed_person)
    tab = tab_of(stage, person_id)
    card = ending(tab)
    card.turn_button.click()
    assert tab.view is not None
    task = tab.view.findChild(EndingTask)
    stage.settle()
    assert nameless(tab.view) == []
    assert task.choices.think.size() == task.choices.go_on.size()
    QTest.keyClicks(task.words.text, "Thank you for the winter.")
    task.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    tab.view.back_button.click()
    answer_passphrase(tab.view)
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.ENDED)
    stage.settle()
    assert stage.do(lambda practice: practice.ask(state_of, person_id)) is Partnership.ENDED
    card = ending(tab)
    stage.qtbot.waitUntil(lambda: card.stands is not None)
    assert card.stands is not None
    assert "Thank you for the winter." in words_of(card)
    card.stands.resume_button.click()
    assert card.stands.side.sentence()
    card.stands.side.set_value("patient")
    card.stands.my_words.set_value("I am glad.")
    card.stands.resume_button.click()
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.SIGNED)
    stage.settle()
    assert "you began again on" in words_of(ending(tab))
    assert stage.troubles == []


def test_the_practitioner_gives_notice_hands_over_and_may_take_it_back(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = ending(tab)
    card.open_button.click()
    card.form.begin_button.click()
    assert card.form.side.sentence()
    card.form.side.set_value("practitioner")
    card.form.results.set_value("The blood test of May\n\n")
    card.form.last_day.set_value("24.11.2026")
    card.form.begin_button.click()
    stage.window.findChild(QuestionPanel).yes.click()
    stage.settle()
    assert card.form.why_then.sentence()
    card.form.why_then.set_value("I move to another town.")
    card.form.begin_button.click()
    stage.window.findChild(QuestionPanel).yes.click()
    stage.qtbot.waitUntil(lambda: card.stands is not None)
    stage.settle()
    assert card.stands is not None
    assert "I move to another town." in words_of(card)
    assert nameless(tab) == []
    ticks = list(card.stands.steps.values())
    assert len(ticks) == 4
    ticks[-1].tick.click()
    stage.settle()
    assert card.state is not None
    assert card.state.standing is not None
    assert len(card.state.standing.owed()) == 3
    assert card.stands is not None
    card.stands.more.set_value("The key of the box")
    card.stands.add_link.click()
    stage.settle()
    assert len(card.state.standing.steps) == 5
    assert card.stands is not None
    card.stands.back.click()
    stage.qtbot.waitUntil(lambda: card.stands is None)
    assert card.state.earlier[0].stands() is Stands.TAKEN_BACK
    assert stage.troubles == []


def test_what_is_typed_about_an_ending_is_kept_as_a_draft(stage: Stage) -> None:
    person_id = stage.do(signed_person)
    tab = tab_of(stage, person_id)
    card = ending(tab)
    card.open_button.click()
    QTest.keyClicks(card.form.patient_words.text, "Dear you")
    tab.flush()
    stage.settle()
    assert stage.do(lambda practice: (practice.draft(person_id, FORM, Voice.PRACTITIONER),))[0] is not None
    tab.deleteLater()
    again = tab_of(stage, person_id)
    stage.settle()
    assert ending(again).form.patient_words.value() == "Dear you"


def test_each_consent_is_given_and_taken_back_in_one_tap(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = cards(tab).consents
    key = ConsentKind.REMOTE_VISIT.value
    card.lines[key].turn_button.click()
    assert tab.view is not None
    task = tab.view.findChild(ConsentTask)
    assert nameless(tab.view) == []
    stage.settle()
    assert task.page.verticalScrollBar().value() == 0
    task.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    tab.view.back_button.click()
    answer_passphrase(tab.view)
    stage.qtbot.waitUntil(lambda: card.lines[key].beside.standing is not None)
    stage.settle()
    assert "on the turned screen" in words_of(card)
    assert card.lines[ConsentKind.PRIVACY_NOTICE.value].beside.standing is None
    card.lines[key].back_button.click()
    stage.qtbot.waitUntil(lambda: card.lines[key].beside.standing is None)
    stage.settle()
    assert "Taken back on" in words_of(card)
    card.lines[key].yes_button.click()
    stage.qtbot.waitUntil(lambda: card.lines[key].beside.standing is not None)
    assert tab.found is not None
    assert tab.found.state is State.SIGNED


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_any_kind_are_shown_as_they_are_written(stage: Stage, words: str) -> None:
    person_id = stage.do(signed_person)
    asked = EndingAsked(patient_words=words, practitioner_words=words, reason="other", reason_words=words)
    stage.do(lambda practice: practice.do(begin_ending, person_id, asked, by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    stage.settle()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in tab.findChildren(QLabel))
    assert stage.troubles == []


def test_a_letter_is_written_kept_and_saved(stage: Stage, tmp_path: Path) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    letters = ending(tab).letters
    letters.write_link.click()
    letters.keep_button.click()
    assert letters.kind.sentence()
    letters.kind.set_value(LetterKind.RELEASE.value)
    letters.texts["helped"].set_value("Walking")
    letters.keep_button.click()
    stage.settle()
    assert letters.to_whom.sentence()
    letters.to_whom.set_value("Dr. Lind")
    letters.keep_button.click()
    stage.qtbot.waitUntil(lambda: bool(letters.links))
    save(stage, tab, next(iter(letters.links.values()))._order(), tmp_path / "letter.pdf")
    kept = stage.do(lambda practice: practice.db.rows("SELECT what, to_whom, outcome FROM released"))
    assert [tuple(row) for row in kept] == [("Release letter", "Mira Rahimi", "left")]


def test_papers_leave_by_the_one_door(stage: Stage, tmp_path: Path) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    assert tab.found is not None
    line = cards(tab).consents.lines[ConsentKind.PRIVACY_NOTICE.value]
    orders = (
        blank_copy(stage.desk), plain_beside_full(stage.desk, tab.found), renewal(tab).papers._order(),
        line.papers._order(),
    )  # fmt: skip
    for number, order in enumerate(orders):
        save(stage, tab, order, tmp_path / f"{number}.pdf")
        assert "Mira" not in order.name
    assert comparison(stage.desk, tab.found).purpose.person_id == tab.found.person_id


def test_the_patient_answers_a_review_in_their_own_hand_on_the_turned_view(stage: Stage) -> None:
    tab = tab_of(stage, stage.do(signed_person))
    card = renewal(tab)
    card.turn_button.click()
    stage.qtbot.waitUntil(lambda: tab.view is not None)
    assert tab.view is not None
    task = tab.view.findChild(RenewalTask)
    stage.qtbot.waitUntil(lambda: bool(task.sides))
    assert nameless(tab.view) == []
    assert task.choices.think.size() == task.choices.go_on.size()
    task.sides["time"].choice.set_value("change")
    task.sides["time"].keep()
    task.sides["time"].words.setFocus()
    task.sides["time"].words.set_value("An hour, please")
    task.sides["time"].keep()
    task.keep_rest.click()
    task.choices.go_on.click()
    stage.settle()
    assert task.done is not None
    state = stage.do(lambda practice: practice.ask(renewal_of, card._id, today=date(2026, 11, 22)))
    assert state is not None
    assert state.open_review is not None
    said = state.open_review.answer_of("time", Voice.PATIENT)
    assert said is not None
    assert (said.choice, said.words) == (Choice.CHANGE, "An hour, please")
    assert {one.voice for one in state.open_review.answers} == {Voice.PATIENT}
    assert len(state.open_review.answers) == len(state.wording.commitments)
    assert card.review is not None
    assert card.review.sides["time", Voice.PATIENT].answer() == said


def test_the_patient_begins_again_on_the_turned_view(stage: Stage) -> None:
    person_id = stage.do(signed_person)
    stage.do(lambda practice: practice.do(begin_ending, person_id, EndingAsked(), by=Voice.PATIENT))
    tab = tab_of(stage, person_id)
    card = ending(tab)
    stage.qtbot.waitUntil(lambda: card.stands is not None)
    assert card.stands is not None
    card.stands.turn_button.click()
    assert tab.view is not None
    task = tab.view.findChild(ResumingTask)
    stage.settle()
    assert nameless(tab.view) == []
    QTest.keyClicks(task.words.text, "I am glad to be back.")
    task.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    state = stage.do(lambda practice: practice.ask(endings_of, person_id))
    assert state.standing is None
    resuming = state.earlier[-1].resuming
    assert resuming is not None
    assert (resuming.begun_by, resuming.patient_words) == (Voice.PATIENT, "I am glad to be back.")
    assert stage.do(lambda practice: practice.ask(state_of, person_id)) is Partnership.PARTNERS
