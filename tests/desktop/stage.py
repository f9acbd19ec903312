"""A desk with a real practice behind it, for tests of pages: runner, notices, theme and settings as the program has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from healingpartner.desktop.desk import Desk, Ways
from healingpartner.desktop.notices import Notices
from healingpartner.desktop.runner import Runner
from healingpartner.desktop.settings_store import Settings
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.clock import Clock
from healingpartner.practice import Practice, open_practice

PASSPHRASE = "seven quiet herons wade at dawn"
ANSWERS_WITHIN_MS = 30_000
R = TypeVar("R")


class Stage:
    """`desk` and the `window` that pages stand in; `do` waits for work on the vault thread."""

    def __init__(self, qtbot: QtBot, clock: Clock, *, look: Look = Look.LIGHT, text_percent: int = 100) -> None:
        """The window is 1280 × 820 until a test resizes it."""
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1280, 820)
        self._column = QVBoxLayout(self.window)
        runner, theme = Runner(), Theme(look=look, text_percent=text_percent, high_contrast=False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app)
        self.desk = Desk(
            runner=runner,
            notices=Notices(self.window),
            theme=theme,
            settings=Settings(),
            clock=clock,
            ways=Ways(),
        )
        self.troubles: list[object] = []
        runner.trouble.connect(self.troubles.append)

    def open(self, folder: Path, data_key: bytes, entropy: Callable[[int], bytes]) -> None:
        """Open the practice on the vault thread."""
        told: list[object] = []
        runner = self.desk.runner
        runner.open(
            lambda: (open_practice(folder, data_key=data_key, clock=self.desk.clock, entropy=entropy), None),
            owner=self.window,
            then=told.append,
            sorry=self.troubles.append,
        )
        self.qtbot.waitUntil(lambda: bool(told), timeout=ANSWERS_WITHIN_MS)
        self.desk.notices.check_passphrases_by(
            lambda words, answer: runner.run(lambda p: p.check_passphrase(words), owner=self.window, then=answer)
        )

    def do(self, work: Callable[[Practice], R]) -> R:
        """Run `work` with the practice and wait for what it gives."""
        told: list[R] = []
        # waitUntil looks every ten milliseconds; tests ask some ten thousand times.
        waiting = QEventLoop()

        def answered(given: R) -> None:
            told.append(given)
            waiting.quit()

        self.desk.runner.run(work, owner=self.window, then=answered)
        if not told:
            QTimer.singleShot(ANSWERS_WITHIN_MS, waiting, waiting.quit)
            waiting.exec()
        assert told, "the vault thread gave no answer"
        return told[0]

    def show(self, page: QWidget) -> None:
        """Put a page into the window."""
        self._column.addWidget(page)
        self.window.show()

    def settle(self) -> None:
        """Wait until everything asked so far has been answered and drawn."""
        for _round in range(3):
            self.do(lambda _practice: True)
            QApplication.processEvents()


@contextmanager
def set_up(
    qtbot: QtBot, folder: Path, data_key: bytes, clock: Clock, entropy: Callable[[int], bytes], **look: object
) -> Iterator[Stage]:
    """A stage with its practice open; everything is closed at the end."""
    stage = Stage(qtbot, clock, **look)  # type: ignore[arg-type]
    stage.open(folder, data_key, entropy)
    yield stage
    stage.window.close()
    stage.desk.runner.stop()
    stage.window.deleteLater()
    QApplication.processEvents()


def draw(pad: QWidget, *, points: int = 200) -> None:
    """Sign on a pad by mouse: a wave from left to right."""
    wide, high = pad.width(), pad.height()
    places = [
        QPoint(20 + (wide - 40) * n // points, high // 2 + ((n * 7) % 40 - 20) * high // 100) for n in range(points)
    ]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])
