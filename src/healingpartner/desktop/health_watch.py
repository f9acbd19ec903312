"""Behind an open practice its chain and rows are proven, a little at a time; only a finding is spoken of."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from healingpartner.desktop.desk import Desk
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault.checks import slices
from healingpartner.vault.proof import Finding, Step

_FIRST_AFTER_MS = 4000
_NEXT_AFTER_MS = 60


class HealthWatch(QObject):
    """Asks the vault thread for one slice after another, so that acts and views go between."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Does nothing until `begin`."""
        super().__init__(parent)
        self._desk = desk
        self._steps: Iterator[Step] | None = None
        self._running = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin after a moment of calm."""
        self._running += 1
        self._steps = None
        self._timer.start(_FIRST_AFTER_MS)

    def stop(self) -> None:
        """The practice is being closed."""
        self._running += 1
        self._steps = None
        self._timer.stop()

    def _next(self) -> None:
        at = self._running
        self._desk.runner.run(self._one, owner=self, then=lambda step: self._seen(at, step))

    def _one(self, practice: Practice) -> Step | None:
        if self._steps is None:
            self._steps = slices(practice.vault)
        return next(self._steps, None)

    def _seen(self, at: int, step: Step | None) -> None:
        if at != self._running or step is None:
            return
        if step.found:
            self._speak(step.found[0])
            return
        self._timer.start(_NEXT_AFTER_MS)

    def _speak(self, finding: Finding) -> None:
        self._desk.notices.warn(
            _("A part of the practice is not as it was written: {where}. {what}").format(
                where=finding.where, what=_(finding.sentence)
            ),
            then=_("Nothing was changed. Verify the practice in Settings, and keep your newest backup safe."),
        )
