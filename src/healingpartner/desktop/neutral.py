"""A minute's notice before locking while the screen is turned or a visit is open: a page that shows nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import colour
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.words import _


class NeutralPage(QWidget):
    """Covers its host. Any key or touch is a sign that someone is there."""

    came_back = Signal()

    def __init__(self, host: QWidget) -> None:
        """`host`: the window in sight."""
        super().__init__(host)
        self._host = host
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Are you still here?"))
        column = QVBoxLayout(self)
        column.addStretch(2)
        title = TitleLabel(_("Are you still here?"), level=1)
        more = PlainLabel(
            _("In a minute this closes by itself. Everything is kept. Touch the screen or press any key to go on.")
        )
        for label in (title, more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        host.installEventFilter(self)

    def open(self) -> None:
        """Cover the host."""
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Show again what was in sight."""
        self._host.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.came_back.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.came_back.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.came_back.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("paper"))
