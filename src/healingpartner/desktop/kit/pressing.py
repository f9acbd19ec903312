"""A button that Return presses as Space does: Qt keeps Return for the dialogs that we do not have."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PressedByReturn(QPushButton):
    """Under every button of ours. A key held down presses once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter press; all else is as Qt has it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
