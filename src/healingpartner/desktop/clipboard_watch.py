"""What was copied from here does not stay on the clipboard when the practice locks."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardWatch(QObject):
    """Notes whether what is on the clipboard came from one of our windows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begins to watch."""
        super().__init__(parent)
        self._is_ours = False
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._note)

    def clear_if_ours(self) -> None:
        """Empty the clipboard, and the selection of X11, where they hold something of ours."""
        if self._is_ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
        self._is_ours = False

    def _note(self) -> None:
        # Not every system says who owns the clipboard; a change while one of our windows has the keys is ours.
        self._is_ours = QGuiApplication.focusWindow() is not None
