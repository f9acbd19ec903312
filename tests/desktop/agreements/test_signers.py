"""Who else may sign on the turned view: one for the patient, a witness of a mark, an interpreter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.agreements.people import add, answer_passphrase, give_back, offer, sign_by_stroke, tab_of, to_sign, turn
from desktop.stage import Stage
from healingpartner.agreements.envelope import Identity, Method, Role
from healingpartner.agreements.views import everyone
from healingpartner.desktop.agreements.words import line_words


def words_of(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def _chooses(stage: Stage, task, way: str):
    form = task.sign_form
    form.who.box.setCurrentIndex(form.who.box.findData(way))
    form.who.box.activated.emit(form.who.box.currentIndex())
    stage.qtbot.waitUntil(lambda: task.sign_form is not form)
    QApplication.processEvents()
    return task.sign_form


def test_a_mark_goes_on_to_its_witness(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    view, task = turn(stage, tab)
    to_sign(stage, task)
    form = _chooses(stage, task, "mark")
    assert not form.type_way.isVisible()
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: task.sign_form is not form)
    assert "make this mark" in words_of(view)
    task.sign_form.printed.set_value("Ida Berg")
    task.sign_form.how.set_value("vouched_for")
    sign_by_stroke(stage, task.sign_form)
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    mark, witness = (one.envelope for one in tab.found.signatures)
    assert (mark.method, witness.role) == (Method.MARK, Role.WITNESS)
    assert (mark.identity, witness.identity) == (Identity.KNOWN_IN_PERSON, Identity.VOUCHED_FOR)
    assert tab.found.waits_for() == {Role.PRACTITIONER}
    assert "Ida Berg" in words_of(tab)


def test_one_who_may_sign_for_the_patient_says_why_and_an_interpreter_signs_too(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    to_sign(stage, task)
    form = _chooses(stage, task, "representative")
    form.printed.set_value("Leila Rahimi")
    sign_by_stroke(stage, form)
    assert task.done is None
    assert "Choose this first: it is kept with the signature." in words_of(form)
    form.how.set_value("document_seen")
    form.choices.go_on.click()
    stage.settle()
    assert task.done is None
    assert "Write why this person may sign" in words_of(form)
    form.own.set_value("Her mother")
    form.choices.go_on.click()
    stage.qtbot.waitUntil(lambda: task.done is not None)
    task.done.beside[Role.INTERPRETER].click()
    other = task.sign_form
    other.printed.set_value("Sam Okoro")
    other.own.set_value("Dari")
    other.how.set_value("vouched_for")
    sign_by_stroke(stage, other)
    stage.qtbot.waitUntil(lambda: task.page() is task.done)
    give_back(stage, tab)
    found = [(one.envelope.role, one.envelope.capacity.basis) for one in tab.found.signatures]
    assert found == [(Role.REPRESENTATIVE, "Her mother"), (Role.INTERPRETER, "")]
    known = [one.envelope.identity for one in tab.found.signatures]
    assert known == [Identity.DOCUMENT_SEEN, Identity.VOUCHED_FOR]
    assert "Leila Rahimi" in words_of(tab)


def test_a_mark_without_its_witness_reads_as_waiting_for_the_witness(stage: Stage) -> None:
    person_id = add(stage)
    tab = tab_of(stage, person_id)
    offer(stage, tab)
    _view, task = turn(stage, tab)
    to_sign(stage, task)
    form = _chooses(stage, task, "mark")
    sign_by_stroke(stage, form)
    stage.qtbot.waitUntil(lambda: task.sign_form is not form)
    task.sign_form.choices.think.click()
    answer_passphrase(tab.view)
    stage.qtbot.waitUntil(lambda: tab.view is None)
    stage.settle()
    said = words_of(tab.standing)
    assert said.count("The mark waits for its witness.") == 2
    assert "Your signature is still to come." in said
    assert "has signed" not in said
    (line,) = stage.do(lambda practice: practice.ask(everyone))
    assert line_words(line).startswith("The mark waits for its witness.")


def _press(page: QWidget, key: Qt.Key, times: int = 1) -> None:
    """Press a key on whatever has the keyboard in the window of `page`."""
    for _once in range(times):
        QTest.keyClick(page.window().focusWidget(), key)
        QApplication.processEvents()


def test_who_signs_is_chosen_by_keys_alone_and_what_was_marked_stays(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    form = to_sign(stage, task)
    assert task.window().focusWidget() is form.paper.tick
    _press(task, Qt.Key.Key_Space)
    _press(task, Qt.Key.Key_Tab)
    _press(task, Qt.Key.Key_Space)
    _press(task, Qt.Key.Key_Backtab, 2)
    assert task.window().focusWidget() is form.who.box
    for way in ("representative", "mark"):
        _press(task, Qt.Key.Key_Down)
        form = task.sign_form
        assert form.who.value() == way
        assert task.window().focusWidget() is form.who.box
        assert (form.paper.value(), form.consent.value()) == (True, True)
    _press(task, Qt.Key.Key_Up)
    form = task.sign_form
    _press(task, Qt.Key.Key_Tab, 3)
    assert task.window().focusWidget() is form.printed.line
    QTest.keyClicks(form.printed.line, "Leila Rahimi")
    _press(task, Qt.Key.Key_Tab)
    QTest.keyClicks(form.own.line, "Her mother")
    _press(task, Qt.Key.Key_Tab)
    assert task.window().focusWidget() is form.how.box
    _press(task, Qt.Key.Key_Down)
    assert form.how.value() == "known_in_person"
    assert form.own_words() == {"basis": "Her mother"}
