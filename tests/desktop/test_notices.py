"""The one voice speaks inside the window, in plain text, and waits where it asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from healingpartner.desktop.notice_panels import Line, PassphrasePanel, QuestionPanel
from healingpartner.desktop.notices import Notices
from healingpartner.foundation.errors import VaultProblem


def _host(qtbot: QtBot) -> tuple[QWidget, Notices]:
    host = QWidget()
    host.resize(900, 600)
    qtbot.addWidget(host)
    notices = Notices(host)
    host.show()
    return host, notices


def test_markup_in_a_notice_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    _, notices = _host(qtbot)
    notices.say("<b>bold</b> <img src='/etc/passwd'>")
    labels = notices.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_the_same_words_are_not_said_twice(qtbot: QtBot) -> None:
    _, notices = _host(qtbot)
    notices.say("Saved.")
    notices.say("Saved.")
    assert notices.texts() == ("Saved.",)


def test_a_problem_of_the_vault_is_said_with_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    _, notices = _host(qtbot)
    notices.trouble(VaultProblem("disk-full", "The disk is full.", safe="Nothing was lost.", then="Make room."))
    assert notices.texts() == ("The disk is full. Nothing was lost. Make room.",)


def test_a_slip_of_the_program_is_said_without_the_words_of_the_exception(qtbot: QtBot) -> None:
    _, notices = _host(qtbot)
    notices.trouble(KeyError("Mira Rahimi"))
    assert "Mira" not in "".join(notices.texts())
    assert notices.texts()


def test_escape_answers_a_question_with_the_choice_that_changes_nothing(qtbot: QtBot) -> None:
    host, notices = _host(qtbot)
    answers: list[bool] = []
    notices.ask("Delete this draft?", yes="Delete draft", no="Keep", then=answers.append)
    panel = host.findChild(QuestionPanel)
    assert isinstance(panel, QuestionPanel)
    assert notices.asking
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert answers == [False]
    assert not notices.asking


def test_the_passphrase_panel_lets_a_wrong_one_be_tried_again(qtbot: QtBot) -> None:
    host, notices = _host(qtbot)
    answers: list[bool] = []
    notices.check_passphrases_by(lambda typed, told: told(typed == "right"))
    notices.ask_passphrase("To leave this page.", then=answers.append)
    panel = host.findChild(PassphrasePanel)
    assert isinstance(panel, PassphrasePanel)
    qtbot.keyClicks(panel.field, "wrong")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert answers == []
    assert "try again" in panel.below.text()
    panel.field.clear()
    qtbot.keyClicks(panel.field, "right")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert answers == [True]


def test_several_lines_at_once_are_each_whole(qtbot: QtBot) -> None:
    host, notices = _host(qtbot)
    notices.say("First thing.")
    notices.say("A second thing that is long enough to be written on more than one line of a notice of this width.")
    notices.warn("A third thing.", then="Do this.")
    QApplication.processEvents()
    lines = [line for line in notices.findChildren(Line) if not line.leaving]
    assert len(lines) == 3
    assert host.isVisible()
    for line in lines:
        assert line.height() >= line.layout().heightForWidth(line.width())
        assert notices.rect().contains(line.geometry())
