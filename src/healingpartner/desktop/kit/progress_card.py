"""Long work in sight: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.foundation.words import _

UNSEEN_MS = 300  # shorter work is done before it could be read


class ProgressCard(Card):
    """Hidden until `begin`, and then for a moment more. `stopped` when the person asks to stop."""

    stopped = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begins hidden."""
        super().__init__(parent=parent)
        self._words = PlainLabel(tone="strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = QuietButton(_("Stop"))
        self._stop.clicked.connect(self._ask_to_stop)
        self._late = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._late.timeout.connect(self._appear)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self.column.addWidget(self._words)
        self.column.addLayout(row)
        self.hide()

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """`words`: what is being done. Without a count the bar moves to and fro."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self._stop.setVisible(can_stop)
        self._stop.setEnabled(True)
        self._late.start()

    def set_progress(self, done: int, whole: int) -> None:
        """How much of how much, in any unit."""
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(min(done, whole))

    def end(self) -> None:
        """The work is over; what came of it is said elsewhere."""
        self._late.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, self._words.text())

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(_("Stopping. Nothing half-done is kept."))
        self.stopped.emit()
