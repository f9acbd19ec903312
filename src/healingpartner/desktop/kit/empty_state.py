"""What stands where nothing is yet: a sign, a sentence, and at most one thing to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import PrimaryButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel


class EmptyState(QWidget):
    """`pressed` when the button is."""

    pressed = Signal()

    def __init__(self, icon: str, sentence: str, *, button: str = "", parent: QWidget | None = None) -> None:
        """`icon`: a name in resources/icons; `button`: a verb, or "" for no button."""
        super().__init__(parent)
        words = PlainLabel(sentence, tone="soft")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(Picture(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        if button:
            self.button = PrimaryButton(button)
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class Picture(QWidget):
    """An icon alone, for the eye; screen readers pass over it."""

    def __init__(self, icon: str, *, token: str = "soft", px: int = 44, parent: QWidget | None = None) -> None:
        """`token`: its colour; `px`: its side at 100 %."""
        super().__init__(parent)
        self._icon, self._token, self._px = icon, token, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(scaled(self, self._px), scaled(self, self._px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in its colour."""
        picture = icons.pixmap(self._icon, self._token, self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)
