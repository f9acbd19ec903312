"""The sealed copy on the page: made with the second signature, given as its bytes, and any file checked beside it."""

from pathlib import Path

import pytest

from desktop.agreements.people import (
    add,
    answer_passphrase,
    begin_to_sign,
    give_back,
    offer,
    sign_by_stroke,
    tab_of,
    to_sign,
    turn,
)
from desktop.agreements.test_path import words_of
from desktop.stage import PASSPHRASE, Stage
from healingpartner.agreements.model import State
from healingpartner.agreements.sealed_copies.model import SealedCopy
from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.desktop.agreements.copies import copy_maker, purpose_of
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.agreements.verified import VerifiedCard
from healingpartner.desktop.leaving import Leaving, Make
from healingpartner.desktop.notice_panels import PassphrasePanel
from healingpartner.exchange.sealing import kept_bytes
from healingpartner.exchange.verify import Found
from healingpartner.foundation.errors import Refused
from healingpartner.practice import Practice

SLOW = 30_000


def patient_signs(stage: Stage, tab: AgreementTab) -> None:
    _view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)


def signed_at_the_desk(stage: Stage) -> AgreementTab:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    patient_signs(stage, tab)
    give_back(stage, tab)
    sign_by_stroke(stage, begin_to_sign(stage, tab))
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.state is State.SIGNED, timeout=SLOW)
    return tab


def card_of(stage: Stage, tab: AgreementTab) -> VerifiedCard:
    stage.qtbot.waitUntil(lambda: tab.verified is not None and tab.verified.standing is not None, timeout=SLOW)
    stage.settle()
    assert tab.verified is not None
    return tab.verified


def copy_in(stage: Stage, tab: AgreementTab) -> SealedCopy | None:
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    return stage.do(lambda practice: (practice.ask(sealed_copy_of, agreement_id),))[0]


def saved(stage: Stage, tab: AgreementTab, path: Path) -> bytes:
    assert tab.found is not None
    told: list[bool] = []
    make = copy_maker(stage.desk, tab.found)
    Leaving(stage.desk, tab).save_to(make, purpose_of(tab.found), path, lambda: told.append(True))
    stage.qtbot.waitUntil(lambda: bool(told), timeout=SLOW)
    stage.settle()
    return path.read_bytes()


def test_the_second_signature_at_the_desk_seals_and_the_kept_bytes_are_given(stage: Stage, tmp_path: Path) -> None:
    tab = signed_at_the_desk(stage)
    card = card_of(stage, tab)
    copy = copy_in(stage, tab)
    assert copy is not None
    assert "No copy has been given yet." in words_of(card)
    given = saved(stage, tab, tmp_path / "Agreement.pdf")
    assert given == stage.do(lambda practice: kept_bytes(practice, copy))
    assert "was last saved as a file on" in words_of(card)
    assert copy.certificate_sha256[:4] in words_of(card)
    card.check_file(tmp_path / "Agreement.pdf")
    stage.qtbot.waitUntil(lambda: card.file_verdict is not None, timeout=SLOW)
    assert card.file_verdict is not None
    assert card.file_verdict.found is Found.WHOLE
    assert "Whole, and as it was signed." in card.file_words.text()
    assert stage.troubles == []


def test_the_second_signature_on_the_turned_view_seals(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    former = task.sign_form
    assert task.done is not None
    assert task.done.hand_over is not None
    task.done.hand_over.click()
    answer_passphrase(view)
    stage.qtbot.waitUntil(lambda: task.sign_form is not former, timeout=SLOW)
    assert task.sign_form is not None
    sign_by_stroke(stage, task.sign_form)
    stage.qtbot.waitUntil(lambda: "Signed by both" in words_of(view))
    give_back(stage, tab)
    assert "was sealed on" in words_of(card_of(stage, tab))
    assert copy_in(stage, tab) is not None


def signed_last_by_the_patient(stage: Stage) -> AgreementTab:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    sign_by_stroke(stage, begin_to_sign(stage, tab))
    stage.qtbot.waitUntil(lambda: tab.sign_form is None, timeout=SLOW)
    stage.settle()
    patient_signs(stage, tab)
    give_back(stage, tab)
    assert tab.found is not None
    assert tab.found.state is State.SIGNED
    return tab


def is_refused(make: Make, practice: Practice) -> bool:
    try:
        make(practice)
    except Refused:
        return True
    return False


def test_when_the_patient_signs_last_the_copy_waits_calmly_and_no_other_is_given(stage: Stage, tmp_path: Path) -> None:
    tab = signed_last_by_the_patient(stage)
    card = card_of(stage, tab)
    assert "The sealed copy waits for your passphrase." in words_of(card)
    assert not card.save_button.isVisible()
    found = tab.found
    assert found is not None
    assert stage.do(lambda practice: is_refused(copy_maker(stage.desk, found), practice))
    card.seal_button.click()
    panel = stage.window.findChild(PassphrasePanel)
    panel.field.setText("not the right one at all")
    panel.go.click()
    stage.qtbot.waitUntil(lambda: "Nothing changed" in words_of(panel), timeout=SLOW)
    assert copy_in(stage, tab) is None
    panel.field.setText(PASSPHRASE)
    panel.go.click()
    stage.qtbot.waitUntil(lambda: card.standing is not None and card.standing.copy is not None, timeout=SLOW)
    assert card.save_button.isVisible()
    assert saved(stage, tab, tmp_path / "Agreement.pdf").startswith(b"%PDF")


def test_leaving_the_question_for_the_passphrase_signs_and_seals_nothing(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    tab.sign()
    stage.window.findChild(PassphrasePanel).back.click()
    stage.settle()
    assert tab.sign_form is None
    assert tab.found is not None
    assert tab.found.signatures == ()


@pytest.mark.parametrize("content", [b"", b"no paper", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_no_copy_of_ours_is_told_calmly(stage: Stage, tmp_path: Path, content: bytes) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    assert tab.verified is not None
    path = tmp_path / "Something.pdf"
    path.write_bytes(content)
    tab.verified.check_file(path)
    stage.qtbot.waitUntil(lambda: tab.verified is not None and "Checking" not in tab.verified.file_words.text())
    assert tab.verified.file_words.text()
    assert tab.verified.file_verdict is None or not tab.verified.file_verdict.whole
    assert stage.troubles == []


def test_an_altered_copy_is_told_from_the_whole_one(stage: Stage, tmp_path: Path) -> None:
    tab = signed_at_the_desk(stage)
    card = card_of(stage, tab)
    path = tmp_path / "Agreement.pdf"
    path.write_bytes(saved(stage, tab, path) + b"\n% one line more\n")
    card.check_file(path)
    stage.qtbot.waitUntil(lambda: card.file_verdict is not None, timeout=SLOW)
    assert card.file_verdict is not None
    assert card.file_verdict.found is Found.ALTERED
    assert "Do not rely on it." in card.file_words.text()
