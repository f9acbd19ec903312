"""Work cut into slices, so that a long plan opens at once and the screen never stands still."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

SLICE_MS = 8


class Slices(QObject):
    """Does what it is given in order, a few milliseconds at a time. `settled`: nothing waits any more."""

    settled = Signal()

    def __init__(self, owner: QObject) -> None:
        """`owner`: the page; what waits goes with it."""
        super().__init__(owner)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._one_slice)

    @property
    def is_settled(self) -> bool:
        """Whether everything was done."""
        return not self._waiting

    def add(self, work: Callable[[], None]) -> None:
        """Do this when its turn comes."""
        self._waiting.append(work)
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """What waits belongs to a page that is gone."""
        self._waiting.clear()
        self._timer.stop()

    def _one_slice(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._waiting and spent.elapsed() < SLICE_MS:
            self._waiting.popleft()()
        if not self._waiting:
            self._timer.stop()
            self.settled.emit()
