"""The turned view: one task, a pause for the asking, and only the practitioner's passphrase leads back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.accessibility import nameless
from desktop.stage import PASSPHRASE, Stage
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notice_panels import PassphrasePanel
from healingpartner.desktop.turned.task import TurnedTask
from healingpartner.desktop.turned.view import SIZES, TurnedView
from healingpartner.foundation.errors import VaultProblem


class OneTask(TurnedTask):
    """A line to write in, and a count of how often it was kept."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = 0
        self.words = QLineEdit()
        self.words.setAccessibleName("Words")
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel("Some words to read"))
        column.addWidget(self.words)

    def begin(self) -> None:
        self.words.setFocus()

    def flush(self) -> None:
        self.kept += 1


@pytest.fixture
def owner(stage: Stage) -> QWidget:
    page = QWidget()
    stage.show(page)
    return page


@pytest.fixture
def view(stage: Stage, owner: QWidget) -> TurnedView:
    made = TurnedView(stage.desk, OneTask(), "<b>Mira</b> \u202eihimaR", owner=owner)
    made.open()
    stage.settle()
    return made


def leave(stage: Stage, view: TurnedView, words: str) -> PassphrasePanel:
    view.back_button.click()
    panel = view.findChild(PassphrasePanel)
    assert panel is not None
    panel.field.setText(words)
    panel.go.click()
    stage.qtbot.waitUntil(lambda: not isValid(panel) or not panel.isVisible() or panel.go.isEnabled())
    return panel


def test_the_practitioners_window_is_away_while_the_screen_is_turned(stage: Stage, view: TurnedView) -> None:
    assert view.is_turned
    assert view.isVisible()
    assert view.isFullScreen()
    assert stage.window.isHidden()
    stage.window.show()
    stage.settle()
    assert stage.window.isHidden()


def test_the_frame_is_told_when_the_screen_turns_and_turns_back(stage: Stage, owner: QWidget) -> None:
    told: list[bool] = []
    stage.desk.ways.turned.connect(told.append)
    view = TurnedView(stage.desk, OneTask(), "Mira", owner=owner)
    view.open()
    leave(stage, view, PASSPHRASE)
    stage.qtbot.waitUntil(lambda: told == [True, False])
    assert stage.window.isVisible()
    stage.qtbot.waitUntil(lambda: not isValid(view))


def test_a_wrong_passphrase_leaves_the_screen_turned(stage: Stage, view: TurnedView) -> None:
    leave(stage, view, "not the passphrase at all")
    assert view.is_turned
    assert stage.window.isHidden()


def test_closing_the_window_locks_instead(stage: Stage, view: TurnedView) -> None:
    locks: list[bool] = []
    stage.desk.ways.lock_now.connect(lambda: locks.append(True))
    assert not view.close()
    assert locks == [True]
    assert view.is_pausing
    assert stage.window.isHidden()


def test_locking_destroys_the_view_and_shows_the_window_again(stage: Stage, owner: QWidget, view: TurnedView) -> None:
    owner.deleteLater()
    stage.qtbot.waitUntil(lambda: not isValid(view))
    stage.qtbot.waitUntil(stage.window.isVisible)


def test_a_pause_shows_nothing_and_asks_nothing(stage: Stage, view: TurnedView) -> None:
    task = view.findChild(OneTask)
    task.words.setText("half a sentence")
    view.pause_button.click()
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert not any("Mira" in words or "read" in words for words in shown)
    assert task.kept == 1
    view.go_on()
    assert task.words.text() == "half a sentence"
    assert task.isVisible()


def test_escape_pauses_and_never_leaves(stage: Stage, view: TurnedView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.is_pausing
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.is_pausing
    assert view.is_turned


def test_the_words_grow_and_shrink_within_bounds(stage: Stage, view: TurnedView) -> None:
    label = next(label for label in view.findChildren(PlainLabel) if label.text().startswith("Some words"))
    at_first = label.font().pixelSize()
    assert at_first >= round(15 * 1.3)
    for _press in SIZES:
        view.larger.click()
    assert label.font().pixelSize() == round(15 * SIZES[-1] / 100)
    assert not view.larger.isEnabled()
    for _press in SIZES:
        view.smaller.click()
    assert label.font().pixelSize() == round(15 * SIZES[0] / 100)


def test_everything_is_reached_by_keys_and_has_a_name(stage: Stage, view: TurnedView) -> None:
    assert nameless(view) == []
    reached: set[QWidget] = set()
    for _press in range(12):
        QTest.keyClick(view.focusWidget() or view, Qt.Key.Key_Tab)
        focus = view.focusWidget()
        if focus is not None:
            reached.add(focus)
    assert {view.pause_button, view.back_button, view.smaller, view.larger} <= reached
    assert all(view.isAncestorOf(widget) for widget in reached)


def test_a_name_with_markup_is_shown_as_it_is_written(stage: Stage, view: TurnedView) -> None:
    shown = [label for label in view.findChildren(QLabel) if "<b>Mira</b>" in label.text()]
    assert shown
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)
    assert "\u202e" not in shown[0].text()
    assert view.windowTitle() == "Healing Partner"


def test_no_menu_of_the_system_offers_more(stage: Stage, view: TurnedView) -> None:
    assert view.actions() == []
    QApplication.sendEvent(view, QEvent(QEvent.Type.WindowDeactivate))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert QApplication.activePopupWidget() is None


def test_a_trouble_of_the_vault_is_told_where_the_patient_looks(stage: Stage, view: TurnedView) -> None:
    full = VaultProblem("disk-full", "There is no room left on the disk.", then="Free some space.")
    stage.desk.notices.trouble(full)
    assert view.notices.isVisible()
    assert "no room left" in view.notices.texts()[0]
    assert stage.desk.notices.texts() == ()
    view._answered(True)
    stage.desk.notices.trouble(full)
    assert "no room left" in stage.desk.notices.texts()[0]
