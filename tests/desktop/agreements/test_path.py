"""Offer, turn, read, sign, sign, verify: the agreement's whole path on its pages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.accessibility import nameless
from desktop.agreements.people import (
    add,
    answer_passphrase,
    begin_to_sign,
    give_back,
    offer,
    read_all,
    sign_by_stroke,
    tab_of,
    to_sign,
    turn,
)
from desktop.stage import Stage, draw
from healingpartner.agreements.envelope import Identity, Method, Role
from healingpartner.agreements.model import State
from healingpartner.desktop.agreements.copies import copy_maker, purpose_of
from healingpartner.desktop.agreements.task import FORM
from healingpartner.desktop.agreements.verified import VerifiedCard
from healingpartner.desktop.leaving import Leaving
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice

HOSTILE = ("<b>Mira</b> <img src=file:///etc/passwd>", "Mira \u202eimihaR", "مريم رحيمي", "M" * 200, "王小明 🌱")


def words_of(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def test_both_sign_with_their_own_strokes_and_it_verifies(stage: Stage) -> None:
    tab = tab_of(stage, add(stage, preferred="Mira"))
    offer(stage, tab)
    view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    assert "Thank you" in words_of(view)
    give_back(stage, tab)
    assert tab.found is not None
    assert tab.found.waits_for() == {Role.PRACTITIONER}
    form = begin_to_sign(stage, tab)
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.SIGNED)
    stage.settle()
    card = tab.findChild(VerifiedCard)
    stage.qtbot.waitUntil(lambda: card.verdict is not None)
    assert card.verdict is not None
    assert card.verdict.whole
    assert "Whole, and as it was signed." in words_of(tab)
    assert stage.troubles == []


def test_the_practitioner_may_sign_on_the_turned_view_with_the_passphrase(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    assert task.done is not None
    assert task.done.hand_over is not None
    former = task.sign_form
    task.done.hand_over.click()
    assert task.sign_form is former
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: task.sign_form is not former)
    assert task.sign_form is not None
    sign_by_stroke(stage, task.sign_form)
    stage.qtbot.waitUntil(lambda: "Signed by both" in words_of(view))
    give_back(stage, tab)
    assert tab.found is not None
    assert tab.found.state is State.SIGNED
    practitioner = tab.found.signature_of(Role.PRACTITIONER)
    assert practitioner is not None
    assert practitioner.envelope.identity is Identity.OWN_PRACTICE


def test_a_patient_signs_by_keys_alone_with_a_typed_name(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    for tick in (form.paper.tick, form.consent.tick):
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
    form.type_way.setFocus()
    QTest.keyClick(form.type_way, Qt.Key.Key_Space)
    form.typed.line.setFocus()
    QTest.keyClicks(form.typed.line, "mira rahimi")
    QTest.keyClick(form.spoken.tick, Qt.Key.Key_Space)
    form.choices.go_on.setFocus()
    QTest.keyClick(form.choices.go_on, Qt.Key.Key_Space)
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    assert tab.found is not None
    envelope = tab.found.signatures[0].envelope
    assert (envelope.method, envelope.typed_name, envelope.spoken_yes) == (Method.TYPED, "mira rahimi", True)


def test_thinking_about_it_is_as_large_as_agreeing_and_is_kept(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    reading = task.reading
    assert reading is not None
    assert reading.choices.think.size() == reading.choices.go_on.size()
    reading.choices.think.click()
    assert task.thinking is not None
    task.thinking.later[0].click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    assert tab.found is not None
    assert tab.found.agreement is not None
    assert tab.found.agreement.ask_again_on is not None
    assert "thinking about it" in words_of(tab)


def test_the_screen_is_not_turned_before_it_is_said_how_the_patient_is_known(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    tab.turn()
    assert tab.view is None
    assert tab.standing is not None
    assert tab.standing.how is not None
    assert tab.standing.how.sentence()


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    draw(form.pad, points=4)
    form.printed.set_value("Mira R.")
    for field, mend in ((form.paper, True), (form.consent, True)):
        form.choices.go_on.click()
        stage.settle()
        assert field.sentence()
        field.set_value(mend)
    form.choices.go_on.click()
    stage.settle()
    assert "very small for a signature" in words_of(form)
    draw(form.pad)
    assert "very small for a signature" not in words_of(form)
    form.clear.click()
    assert form.pad.strokes().points() == 0
    assert form.printed.value() == "Mira R."
    assert task.done is None


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_any_kind_are_shown_as_they_are_written(stage: Stage, name: str) -> None:
    tab = tab_of(stage, add(stage, name))
    offer(stage, tab)
    view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    for page in (tab, view):
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
    give_back(stage, tab)
    assert tab.found is not None
    assert tab.found.signatures[0].envelope.printed_name == name
    assert stage.troubles == []


def test_what_was_read_is_kept_over_a_lock(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    form.printed.set_value("Mira R.")
    tab.flush()
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    draft = stage.do(lambda practice: practice.draft(agreement_id, FORM, Voice.PATIENT))
    assert draft is not None
    tab.deleteLater()
    stage.qtbot.waitUntil(stage.window.isVisible)
    again = tab_of(stage, person_id)
    _view, task = turn(stage, again)
    assert task.reading is not None
    assert len(task.reading.seen()) == len(task.reading.text.cards)
    task.reading.choices.go_on.click()
    assert task.sign_form is not None
    assert task.sign_form.printed.value() == "Mira R."


def test_an_offer_is_taken_back_after_a_question(stage: Stage) -> None:
    from healingpartner.desktop.notice_panels import QuestionPanel

    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    tab.withdraw()
    stage.window.findChild(QuestionPanel).yes.click()
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.agreement is None)
    assert tab.turning() is not None
    assert tab.turning().why_not  # type: ignore[union-attr]


def test_every_page_can_be_walked_by_a_screen_reader(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    assert nameless(tab) == []
    view, task = turn(stage, tab)
    assert nameless(view) == []
    read_all(stage, task)
    assert task.reading is not None
    card = task.reading.text.cards[0]
    assert "equals" in card.accessibleName()
    assert "I bring my training" in card.accessibleDescription()
    task.reading.choices.go_on.click()
    assert nameless(view) == []


def test_a_copy_on_paper_leaves_by_the_one_door_and_is_written_down(stage: Stage, tmp_path: Path) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    assert tab.found is not None
    found, told = tab.found, []
    assert tab.printing() is not None
    Leaving(stage.desk, tab).save_to(
        copy_maker(stage.desk, found), purpose_of(found), tmp_path / "Agreement.pdf", lambda: told.append(True)
    )
    stage.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert (tmp_path / "Agreement.pdf").read_bytes().startswith(b"%PDF")
    kept = stage.do(lambda practice: practice.db.rows("SELECT what, to_whom, outcome, person_id FROM released"))
    assert [tuple(row) for row in kept] == [("Agreement, not signed yet", "Mira Rahimi", "left", found.person_id)]


def test_what_is_typed_is_kept_within_two_seconds_without_a_pause(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    QTest.keyClicks(form.printed.line, "Mira Østergård ")
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id

    def kept() -> bool:
        draft = stage.do(lambda practice: (practice.draft(agreement_id, FORM, Voice.PATIENT),))[0]
        return draft is not None and "Østergård" in draft.body and '"equals"' in draft.body

    stage.qtbot.waitUntil(kept, timeout=6000)


def test_a_signature_that_the_disk_did_not_take_can_be_given_again(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    draw(form.pad)
    form.paper.set_value(True)
    form.consent.set_value(True)
    full = VaultProblem("disk-full", "There is no room left on the disk.", then="Free some space.")

    def no_room(*_args: object, **_kwargs: object) -> None:
        raise full

    stage.do(lambda practice: setattr(practice, "do", no_room))
    form.choices.go_on.click()
    stage.settle()
    assert stage.troubles == [full]
    assert form.choices.go_on.isEnabled()
    stage.do(lambda practice: delattr(practice, "do"))
    form.choices.go_on.click()
    stage.settle()
    assert task.done is not None
