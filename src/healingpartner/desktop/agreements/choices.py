"""Two ways, equally large: to go on, and to think about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from healingpartner.desktop.kit.buttons import PatientButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

SIDE_BY_SIDE_FROM = 440


class Choices(QWidget):
    """`goes_on`: the act named on the button. `thinks`: time is wanted; nothing presses."""

    goes_on = Signal()
    thinks = Signal()

    def __init__(self, words: str, *, voice: Voice = Voice.PATIENT, think: str = "") -> None:
        """`words`: the act; `voice`: whose it is; `think`: other words for the way that waits."""
        super().__init__()
        made = PatientButton if voice is Voice.PATIENT else PrimaryButton
        self.go_on: QuietButton | PatientButton | PrimaryButton = made(words, large=True)
        self.think = QuietButton(think or _("I want to think about it"), large=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 8, 0, 8)
        self._row.setSpacing(16)
        for button in (self.think, self.go_on):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._row.addWidget(button, 1, Qt.AlignmentFlag(0))
        self.go_on.clicked.connect(self.goes_on)
        self.think.clicked.connect(self.thinks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where two would not fit."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, SIDE_BY_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
