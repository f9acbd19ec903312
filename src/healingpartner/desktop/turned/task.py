"""A task for the view turned to the patient: the one thing that can be done there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class TurnedTask(QWidget):
    """What stands in the turned view. `finished`: nothing is left to do, so the way back may come to the fore."""

    finished = Signal()

    def title(self) -> str:
        """What this is, in a few words, for the top of the view and for screen readers."""
        return ""

    def begin(self) -> None:
        """The view is open: put the focus where the patient begins."""

    def flush(self) -> None:
        """Keep what has been done so far as a draft, now: a pause or locking follows."""
