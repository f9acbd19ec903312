"""A paper signed by hand comes back on its page: what is asked, what is told, and what is kept."""

from pathlib import Path

import pytest

from agreements.by_hand import JPEG, PNG, code_of, scan_at
from desktop.accessibility import nameless
from desktop.agreements.people import add, offer, tab_of
from desktop.agreements.test_path import words_of
from desktop.stage import PASSPHRASE, Stage
from healingpartner.agreements.envelope import Method, Role
from healingpartner.agreements.model import State
from healingpartner.agreements.on_paper.views import scans_of
from healingpartner.agreements.sealed_copies.views import sealed_copy_of
from healingpartner.desktop.agreements.paper_form import FORM, NOT_HERE, PaperForm
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.notice_panels import PassphrasePanel
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Link, LinkKind, Particulars
from healingpartner.vault.releases import log_of

SLOW = 30_000
DAY = "22 Nov 2026"


def opened(stage: Stage, person_id: str) -> tuple[AgreementTab, PaperForm]:
    """The person's tab with the page for a signed paper."""
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    assert tab.standing is not None
    assert tab.standing.paper_button is not None
    tab.standing.paper_button.click()
    stage.settle()
    assert tab.signing.paper is not None
    return tab, tab.signing.paper


def fill(stage: Stage, tab: AgreementTab, form: PaperForm, *files: Path) -> None:
    """Everything that is asked, rightly."""
    assert tab.found is not None
    assert tab.found.version is not None
    version_id = tab.found.version.id
    form.code.set_value(stage.do(lambda practice: code_of(practice, version_id)))
    form.take(files)
    for block in form.blocks.values():
        block.day.set_value(DAY)
        if block.how is not None:
            block.how.set_value("known_in_person")


def give_passphrase(stage: Stage) -> None:
    panel = stage.window.findChild(PassphrasePanel)
    panel.field.setText(PASSPHRASE)
    panel.go.click()


def keep(stage: Stage, tab: AgreementTab, form: PaperForm) -> None:
    """Press, give the passphrase, and wait until the page is back."""
    form.keep_button.click()
    stage.settle()
    give_passphrase(stage)
    stage.qtbot.waitUntil(lambda: tab.page is not None, timeout=SLOW)
    stage.settle()


def test_both_signed_on_paper_and_the_copy_is_sealed(stage: Stage, tmp_path: Path) -> None:
    tab, form = opened(stage, add(stage))
    fill(stage, tab, form, scan_at(tmp_path, "b.png", PNG), scan_at(tmp_path, "a.jpg"))
    assert nameless(form) == []
    keep(stage, tab, form)
    assert tab.found is not None
    assert tab.found.agreement is not None
    assert tab.found.state is State.SIGNED
    agreement_id = tab.found.agreement.id
    assert [one.envelope.method for one in tab.found.signatures] == [Method.PAPER, Method.PAPER]
    assert stage.do(lambda practice: practice.ask(sealed_copy_of, agreement_id)) is not None
    kinds = [one.media_type for one in stage.do(lambda practice: practice.ask(scans_of, agreement_id))]
    assert kinds == ["image/jpeg", "image/png"]
    stage.qtbot.waitUntil(lambda: tab.verified is not None and tab.verified.scans.isVisible(), timeout=SLOW)
    assert "by hand on paper, dated" in words_of(tab)
    assert "is kept here, as it was brought back" in words_of(tab)
    assert stage.troubles == []


def test_a_scan_is_saved_again_as_it_came_and_that_is_written_down(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    tab, form = opened(stage, person_id)
    fill(stage, tab, form, scan_at(tmp_path))
    keep(stage, tab, form)
    stage.qtbot.waitUntil(lambda: tab.verified is not None and bool(tab.verified.scans.buttons), timeout=SLOW)
    assert tab.verified is not None
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    (scan,) = stage.do(lambda practice: practice.ask(scans_of, agreement_id))
    tab.verified.scans.save_to(scan, tmp_path / "again.jpg")
    stage.qtbot.waitUntil((tmp_path / "again.jpg").is_file)
    assert (tmp_path / "again.jpg").read_bytes() == JPEG
    stage.settle()
    log = stage.do(lambda practice: practice.ask(log_of, person_id))
    assert any(one.sha256 == scan.sha256 for one in log)


def test_a_scan_that_is_gone_from_the_folder_is_told(stage: Stage, tmp_path: Path) -> None:
    person_id = add(stage)
    tab, form = opened(stage, person_id)
    form.own.set_value(False)
    form.own.changed.emit()
    fill(stage, tab, form, scan_at(tmp_path))
    form.keep_button.click()
    stage.settle()
    give_passphrase(stage)
    stage.qtbot.waitUntil(lambda: tab.page is not None, timeout=SLOW)
    stage.settle()
    for path in stage.do(lambda practice: list(practice.vault.place.files.glob("*/*"))):
        path.unlink()
    tab._build(tab.found)  # type: ignore[arg-type]
    stage.settle()
    assert "is damaged or gone" in words_of(tab)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda form: form.take(()), "Choose the scan"),
        (lambda form: form.code.set_value(""), "first two groups"),
        (lambda form: form.code.set_value("0000 0000"), "belongs to other words"),
        (lambda form: form.blocks[Role.PATIENT].printed.set_value(""), "Write the name"),
        (lambda form: form.blocks[Role.PATIENT].day.set_value(""), "Write the whole date"),
        (lambda form: form.blocks[Role.PATIENT].day.set_value("2099"), "Write the whole date"),
        (lambda form: form.blocks[Role.PRACTITIONER].day.set_value("1 Jan 2099"), "still to come"),
        (lambda form: form.blocks[Role.PRACTITIONER].day.set_value("no day at all"), ""),
    ],
)
def test_what_is_missing_is_said_beside_its_field_before_the_passphrase_is_asked(
    stage: Stage, tmp_path: Path, spoil: object, said: str
) -> None:
    tab, form = opened(stage, add(stage))
    fill(stage, tab, form, scan_at(tmp_path))
    spoil(form)  # type: ignore[operator]
    form.keep_button.click()
    stage.settle()
    assert said in words_of(form)
    assert not any(panel.isVisible() for panel in stage.window.findChildren(PassphrasePanel))
    assert form.keep_button.isEnabled()
    assert tab.signing.paper is form


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "This file is empty."), (b"Dear diary", "no PDF, PNG or JPEG"), (None, "to its end")]
)
def test_a_file_that_does_not_fit_is_told_before_the_passphrase_and_what_was_written_stays(
    stage: Stage, tmp_path: Path, content: bytes | None, said: str
) -> None:
    tab, form = opened(stage, add(stage))
    path = tmp_path / "scan.pdf"
    if content is not None:
        path.write_bytes(content)
    fill(stage, tab, form, path)
    form.keep_button.click()
    stage.qtbot.waitUntil(lambda: said in words_of(form), timeout=SLOW)
    assert not any(panel.isVisible() for panel in stage.window.findChildren(PassphrasePanel))
    assert form.blocks[Role.PATIENT].day.value() == DAY
    assert form.keep_button.isEnabled()
    form.take([scan_at(tmp_path)])
    keep(stage, tab, form)
    assert tab.found is not None
    assert tab.found.state is State.SIGNED


def test_a_file_that_vanishes_while_the_passphrase_is_typed_is_told(stage: Stage, tmp_path: Path) -> None:
    tab, form = opened(stage, add(stage))
    page = scan_at(tmp_path)
    fill(stage, tab, form, page)
    form.keep_button.click()
    stage.settle()
    page.unlink()
    give_passphrase(stage)
    stage.qtbot.waitUntil(lambda: "could not be read to its end" in words_of(form), timeout=SLOW)
    assert form.keep_button.isEnabled()
    assert tab.signing.paper is form
    assert stage.troubles == []


def test_a_wrong_passphrase_keeps_nothing(stage: Stage, tmp_path: Path) -> None:
    tab, form = opened(stage, add(stage))
    fill(stage, tab, form, scan_at(tmp_path))
    form.keep_button.click()
    stage.settle()
    stage.window.findChild(PassphrasePanel).back.click()
    stage.settle()
    assert tab.signing.paper is form
    assert tab.found is not None
    assert tab.found.signatures == ()


def test_guardians_of_the_record_are_offered_and_own_words_stay_possible(stage: Stage) -> None:
    given = Particulars(
        legal_name="Mira Rahimi",
        links=(Link(kind=LinkKind.REPRESENTATIVE, name="Sara Rahimi", relation="her mother", basis="parent"),),
    )
    person_id = stage.do(lambda practice: practice.do(add_person, given, by=Voice.PRACTITIONER))
    _tab, form = opened(stage, person_id)
    form.who.set_value("representative")
    form.who.changed.emit()
    block = form.blocks[Role.REPRESENTATIVE]
    assert block.known is not None
    block.known.set_value("0")
    block.known.changed.emit()
    assert (block.printed.value(), block.signer().basis) == ("Sara Rahimi", "parent")
    block.printed.set_value("Ivo Novak")
    assert block.signer().printed_name == "Ivo Novak"


def test_the_blocks_follow_who_signed_and_keep_what_was_typed(stage: Stage) -> None:
    _tab, form = opened(stage, add(stage))
    assert set(form.blocks) == {Role.PATIENT, Role.PRACTITIONER}
    form.blocks[Role.PRACTITIONER].day.set_value(DAY)
    form.witness.set_value(True)
    form.witness.changed.emit()
    form.who.set_value(NOT_HERE)
    form.who.changed.emit()
    assert set(form.blocks) == {Role.PRACTITIONER, Role.WITNESS}
    assert form.blocks[Role.PRACTITIONER].day.value() == DAY


def test_what_was_typed_about_a_paper_comes_back(stage: Stage) -> None:
    tab, form = opened(stage, add(stage))
    form.code.line.textEdited.emit("ab")
    form.code.set_value("7f0b d0df")
    form.interpreter.set_value(True)
    form.interpreter.changed.emit()
    form.blocks[Role.INTERPRETER].printed.set_value("Lin Wei")
    form.leave_button.click()
    stage.settle()
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    assert stage.do(lambda practice: practice.draft(agreement_id, FORM, Voice.PRACTITIONER)) is not None
    tab.bring_back()
    stage.settle()
    again = tab.signing.paper
    assert again is not None
    assert again.code.value() == "7f0b d0df"
    assert again.blocks[Role.INTERPRETER].printed.value() == "Lin Wei"


def test_nobody_is_asked_for_a_signature_that_was_given_on_the_screen(stage: Stage, tmp_path: Path) -> None:
    tab, form = opened(stage, add(stage))
    form.own.set_value(False)
    form.own.changed.emit()
    fill(stage, tab, form, scan_at(tmp_path))
    keep(stage, tab, form)
    assert tab.found is not None
    assert tab.found.waits_for() == {Role.PRACTITIONER}
    tab.bring_back()
    stage.settle()
    assert tab.signing.paper is not None
    assert set(tab.signing.paper.blocks) == {Role.PRACTITIONER}
