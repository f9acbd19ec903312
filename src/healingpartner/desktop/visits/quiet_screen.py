"""The quiet screen: a window of its own over the whole screen, with nothing of the record in it. One key hides it.

It shows the clock and a line to jot on, a quiet minute, or the pause. What is jotted is a draft before it is kept.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.turned.pause import PausePage
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.desktop.visits.quiet_pages import PresencePage, QuietMinutePage
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits import acts
from healingpartner.visits.model import Visit, WordKind

FORM = "visit-jot"


class QuietScreen(QWidget):
    """left: the visit is in sight again. stops: the patient would rather stop for today."""

    left = Signal()
    stops = Signal()

    def __init__(self, desk: Desk, visit: Visit, *, owner: QWidget) -> None:
        """`owner`: the page of the visit, destroyed on locking, and this with it."""
        super().__init__(owner, Qt.WindowType.Window)
        self._desk, self._visit_id, self._host = desk, visit.id, owner.window()
        self._open = False
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Healing Partner"))
        self._doing = Doing(desk, self)
        self.presence, self.minute, self.pause = PresencePage(desk.clock, visit), QuietMinutePage(), PausePage()
        self.draft = DraftKeeper(desk, FORM, visit.id, self._typed, owner=self)
        self._stack = QStackedWidget()
        for page in (self.presence, self.minute, self.pause):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.addWidget(self._stack)
        self._connect()
        self.draft.fetch(lambda typed, _seq: self._bring_back(str((typed or {}).get("jot", ""))))

    def show_presence(self) -> None:
        """Be present: the clock and the line."""
        self._show(self.presence)
        self.presence.begin()

    def show_pause(self) -> None:
        """Show the neutral page; nobody is asked why, and no clock runs."""
        self.draft.flush()
        self._show(self.pause)
        self.pause.go_on.setFocus()

    def show_minute(self) -> None:
        """A quiet minute, ended by itself or by a press."""
        self._show(self.minute)
        self.minute.begin()

    def leave(self) -> None:
        """Back to the visit."""
        if not self._open:
            return
        self._open = False
        self.draft.flush()
        self._desk.ways.turned.emit(False)
        self._host.show()
        self._host.activateWindow()
        self.hide()
        self.left.emit()
        self.deleteLater()

    def flush(self) -> None:
        """Keep what is being jotted."""
        self.draft.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is going back to the visit."""
        event.ignore()
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides it, from the pause too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        self.presence.stop()
        self.minute.stop()
        self._stack.setCurrentWidget(page)
        if not self._open:
            self._open = True
            self._desk.ways.turned.emit(True)
            self.showFullScreen()
            self._host.hide()

    def _connect(self) -> None:
        self.presence.hides.connect(self.leave)
        self.presence.pauses.connect(self.show_pause)
        self.presence.quiet.connect(self.show_minute)
        self.presence.typed_on.connect(self.draft.touch)
        self.presence.jotted.connect(self._jot)
        self.minute.over.connect(self.show_presence)
        self.pause.goes_on.connect(self.show_presence)
        self.pause.gives_back.connect(self._stop)
        host = self._host
        self.destroyed.connect(lambda: _show_again(host))

    def _typed(self) -> dict[str, Any]:
        return {"jot": self.presence.jot.value()}

    def _bring_back(self, jot: str) -> None:
        if jot and not self.presence.jot.value():
            self.presence.jot.set_value(jot)

    def _jot(self, words: str) -> None:
        self._doing.do(
            acts.say, self._visit_id, WordKind.JOT, words, by=Voice.PRACTITIONER,
            then=lambda _id: self._jotted(), sorry=self._sorry,
        )  # fmt: skip

    def _jotted(self) -> None:
        self.presence.jot_kept()
        self.draft.drop()

    def _sorry(self, problem: Problem) -> None:
        self.presence.jot.say(sentence_of(problem))

    def _stop(self) -> None:
        self.leave()
        self.stops.emit()


def _show_again(host: QWidget) -> None:
    """Locking destroys this before it was left; the window then shows what the lock put there."""
    app = QApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app, lambda: host.show() if isValid(host) else None)
