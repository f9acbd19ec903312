"""Invented people on a stage, and the steps they take on the pages."""

from PySide6.QtWidgets import QApplication

from desktop.stage import PASSPHRASE, Stage, draw
from healingpartner.desktop.agreements.sign_form import SignForm
from healingpartner.desktop.agreements.tab import AgreementTab
from healingpartner.desktop.agreements.task import AgreementTask
from healingpartner.desktop.notice_panels import PassphrasePanel
from healingpartner.desktop.turned.view import TurnedView
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner


def add(stage: Stage, name: str = "Mira Rahimi", preferred: str = "") -> str:
    """A person; their id."""
    given = Particulars(legal_name=name, preferred_name=preferred)
    return stage.do(lambda practice: practice.do(add_person, given, by=Voice.PRACTITIONER))


def name_practitioner(stage: Stage) -> None:
    """Dr. Amara Osei of Elm Street."""
    given = Practitioner(name="Amara Osei", title="Dr.", practice_name="Elm Street")
    stage.do(lambda practice: practice.do(set_practitioner, given, by=Voice.PRACTITIONER))


def tab_of(stage: Stage, person_id: str) -> AgreementTab:
    """The person's tab, shown and filled."""
    name_practitioner(stage)
    tab = AgreementTab(stage.desk, person_id)
    stage.show(tab)
    stage.settle()
    assert tab.found is not None
    return tab


def offer(stage: Stage, tab: AgreementTab) -> None:
    """Press "Offer this agreement"."""
    assert tab.standing is not None
    assert tab.standing.offer_button is not None
    tab.standing.offer_button.click()
    stage.qtbot.waitUntil(lambda: tab.found is not None and tab.found.agreement is not None)
    stage.settle()


def turn(stage: Stage, tab: AgreementTab) -> tuple[TurnedView, AgreementTask]:
    """Say how the patient is known, and turn the screen."""
    assert tab.standing is not None
    assert tab.standing.how is not None
    tab.standing.how.set_value("known_in_person")
    assert tab.standing.turn_button is not None
    tab.standing.turn_button.click()
    view = tab.view
    assert view is not None
    task = view.findChild(AgreementTask)
    stage.qtbot.waitUntil(lambda: task.reading is not None)
    stage.settle()
    return view, task


def read_all(stage: Stage, task: AgreementTask) -> None:
    """One part after another, to the end of each."""
    reading = task.reading
    assert reading is not None
    if not reading.one_at_a_time.isChecked():
        reading.one_at_a_time.click()
    for _part in reading.text.parts:
        bar = reading.page.verticalScrollBar()
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        reading.next.click()
        QApplication.processEvents()
    stage.settle()


def to_sign(stage: Stage, task: AgreementTask) -> SignForm:
    """Read to the end and go on to sign."""
    read_all(stage, task)
    assert task.reading is not None
    task.reading.choices.go_on.click()
    assert task.sign_form is not None
    return task.sign_form


def sign_by_stroke(stage: Stage, form: SignForm) -> None:
    """Mark what is asked, draw, and sign."""
    form.paper.set_value(True)
    form.consent.set_value(True)
    QApplication.processEvents()
    draw(form.pad)
    form.choices.go_on.click()
    stage.settle()


def begin_to_sign(stage: Stage, tab: AgreementTab) -> SignForm:
    """The practitioner signs at the desk: the passphrase again, then the form."""
    tab.sign()
    panel = stage.window.findChild(PassphrasePanel)
    assert tab.sign_form is None
    panel.field.setText(PASSPHRASE)
    panel.go.click()
    stage.qtbot.waitUntil(lambda: tab.sign_form is not None, timeout=20_000)
    assert tab.sign_form is not None
    return tab.sign_form


def give_back(stage: Stage, tab: AgreementTab) -> None:
    """Hand the screen back with the passphrase."""
    assert tab.view is not None
    tab.view.back_button.click()
    answer_passphrase(tab.view)
    stage.qtbot.waitUntil(lambda: tab.view is None)
    stage.settle()


def answer_passphrase(view: TurnedView) -> None:
    """Type the right passphrase into the open panel."""
    panel = view.findChild(PassphrasePanel)
    panel.field.setText(PASSPHRASE)
    panel.go.click()
