"""Waiting for the first paint of a window."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Says `painted` on stdout once the window has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False

    def wait(self) -> None:
        while not self.seen:
            QCoreApplication.processEvents()
        sys.stdout.write("painted\n")
        sys.stdout.flush()
