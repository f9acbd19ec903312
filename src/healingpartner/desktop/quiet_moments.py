"""At quiet moments the practice is tidied: words into the index, the log into the database, the head noted outside.

A damaged log loses rows that every later check finds in order, so it is kept short.
"""

from PySide6.QtCore import QObject, QTimer

from healingpartner.desktop.runner import Runner

QUIET_MS = 5000


class QuietMoments(QObject):
    """Waits until nothing was written for a few seconds, then tidies on the vault thread."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        """Begins to watch what the runner changes."""
        super().__init__(parent)
        self._runner = runner
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.tidy)
        runner.changed.connect(self._wait)

    def stop(self) -> None:
        """The practice is being closed, which tidies it anyway. The next change begins anew."""
        self._timer.stop()

    def tidy(self) -> None:
        """Tidy now; while the practice is being read, wait for another quiet moment."""
        self._runner.run(lambda practice: practice.tidy(), owner=self, then=self._tidied)

    def _wait(self, _change: object = None) -> None:
        self._timer.start()

    def _tidied(self, done: bool) -> None:
        if not done:
            self._wait()
