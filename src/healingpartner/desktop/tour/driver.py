"""The driver: starts the real desktop, waits for what should come, takes pictures, and keeps the book."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QLocale, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from healingpartner.desktop.health_watch import HealthWatch
from healingpartner.desktop.notice_panels import Line
from healingpartner.desktop.start import Started, application, start
from healingpartner.desktop.tour.book import Book, NotHeld
from healingpartner.desktop.tour.clock import TourClock
from healingpartner.desktop.tour.hand import Hand, row_words
from healingpartner.desktop.tour.place import SCREEN
from healingpartner.foundation.clock import SystemClock
from healingpartner.paper.read_back import words_on
from healingpartner.practice import Practice
from healingpartner.vault.calibration import Cost

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LIMIT_S = 20.0
LIGHT_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=2)
_A_SHORT_WHILE_MS = 3_000

R = TypeVar("R")


class Tour:
    """One walk. `hand` acts; `until` waits; `shot` takes a picture; `ask` looks into the practice itself."""

    def __init__(self, folder: Path, home: Path, *, seed: int = 1) -> None:
        """`folder`: for the book; `home`: the private place; `seed`: where chance comes from."""
        self.book, self.home = Book(folder), home
        self.clock = TourClock(START)
        self.hand = Hand(self.until)
        self.entropy = Random(f"tour {seed}").randbytes  # noqa: S311 - repeatable on purpose
        self.memory: dict[str, str] = {}
        self._started: Started | None = None

    # -- the desktop ----------------------------------------------------------------------------------

    @property
    def started(self) -> Started:
        """The running desktop."""
        if self._started is None:
            raise NotHeld("the desktop was not running")
        return self._started

    def begin(self, folder: Path | None = None) -> None:
        """Start the desktop, at a practice when one is given."""
        QLocale.setDefault(QLocale("en_US"))
        app = application()
        app.setCursorFlashTime(0)
        self._started = start(
            app, clock=self.clock, rest_clock=SystemClock(), folder=folder, entropy=self.entropy, cost=LIGHT_COST
        )
        self.started.window.resize(*SCREEN)
        self.started.window.show()
        self.started.window.activateWindow()
        self.settle()

    def end(self) -> None:
        """End the desktop as closing the program does."""
        if self._started is not None:
            self._started.end()
            self._started = None

    def pass_time(self, minutes: int = 3) -> None:
        """Let the tour's clock move on."""
        self.clock.pass_time(timedelta(minutes=minutes))

    # -- waiting --------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], bool], what: str, limit_s: float = LIMIT_S) -> None:
        """Let the program go on until it holds; NotHeld when it does not within the limit."""
        deadline = QDeadlineTimer(round(limit_s * 1000))
        while not holds():
            if deadline.hasExpired():
                raise NotHeld(f"{what} did not come")
            go_on()
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until the vault thread has answered everything and no short timer is running."""
        for _round in range(3):
            told: list[None] = []
            self.started.desk.runner.aside(_nothing, owner=self.started.window, then=told.append)
            self.until(partial(bool, told), "the vault thread's answer", 3 * LIMIT_S)
            self.until(lambda: not self._waiting(), "the end of a short wait", 2 * LIMIT_S)

    def _waiting(self) -> bool:
        return any(
            timer.isSingleShot() and timer.isActive() and timer.interval() <= _A_SHORT_WHILE_MS
            for window in QApplication.topLevelWidgets()
            for timer in window.findChildren(QTimer)
            if not isinstance(timer.parent(), HealthWatch | Line)
        )

    def ask(self, work: Callable[[Practice], R]) -> R:
        """Do something with the open practice on its own thread, and wait for the answer."""
        answers: list[R] = []
        problems: list[Exception] = []
        self.started.desk.runner.try_run(work, owner=self.started.window, then=answers.append, sorry=problems.append)
        self.until(lambda: bool(answers or problems), "an answer of the practice")
        if problems:
            raise problems[0]
        return answers[0]

    def paper(self, name: str) -> str:
        """The words on a paper that was saved; NotHeld when there is none."""
        path = self.book.papers / f"{name}.pdf"
        self.until(path.is_file, f"the paper {path.name}")
        return words_on(path.read_bytes())

    def rows(self, list_name: str) -> list[str]:
        """What the lines of a list say."""
        view = self.hand.wait_for(list_name, QAbstractItemView)
        return [row_words(view, row) for row in range(view.model().rowCount())]

    # -- pictures -------------------------------------------------------------------------------------

    def shot(self, name: str, *, window: QWidget | None = None, with_notices: bool = False) -> None:
        """Take a picture of the window in front, once it has come to rest; passing notices are let pass first."""
        self.settle()
        if not with_notices:
            self._let_notices_pass()
        shown = window or self.front()
        picture = self._at_rest(shown)
        if not picture.save(str(self.book.next_screen(name))):
            raise NotHeld(f"the picture {name} could not be kept")

    def front(self) -> QWidget:
        """The window in front: the turned view when there is one, else the desk."""
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        if not windows:
            raise NotHeld("no window was in sight")
        others = [each for each in windows if each is not self.started.window]
        return others[0] if others and not self.started.window.isVisible() else self.started.window

    def _let_notices_pass(self) -> None:
        for line in self.started.window.findChildren(Line):
            line.leave()
        QCoreApplication.processEvents()

    def _at_rest(self, shown: QWidget) -> QImage:
        """The picture once it is the same three times running."""
        same, before = 0, QImage()

        def still() -> bool:
            nonlocal same, before
            now = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            same = same + 1 if now == before else 0
            before = now
            return same >= 2

        self.until(still, "a picture at rest")
        return before


def go_on() -> None:
    """What one round of the program's own loop does: events, and what was put away is really destroyed."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _nothing() -> None:
    """Asked of the vault thread to learn when it has done all that was asked before."""
