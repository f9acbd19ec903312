"""The pause: a page that shows nothing of anybody, for as long as the patient wishes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import PatientButton, QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.words import _


class PausePage(QWidget):
    """`goes_on`: the patient is ready again. `gives_back`: they would rather stop here."""

    goes_on = Signal()
    gives_back = Signal()

    def __init__(self) -> None:
        """No name, no text of the task, no question."""
        super().__init__()
        self.setAccessibleName(_("A pause"))
        title = TitleLabel(_("A pause"), level=1)
        words = PlainLabel(_("Take the time you need. Everything you have done here is kept."))
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.go_on = PatientButton(_("Go on"), large=True)
        self.give_back = QuietButton(_("Stop here for today"), large=True)
        self.go_on.clicked.connect(self.goes_on)
        self.give_back.clicked.connect(self.gives_back)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addStretch(1)
        ways.addWidget(self.give_back)
        ways.addWidget(self.go_on)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(_Leaf(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(12)
        column.addLayout(ways)
        column.addStretch(3)


class _Leaf(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, 56), scaled(self, 56))

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = icons.pixmap("flower-lotus", "yours", self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)
