"""What every task of a visit has in common on the turned view: one page, acts by the patient's hand, and thanks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.visits.doing import Doing
from healingpartner.foundation.words import _


class OwnHandTask(GivingBack):
    """`doing` acts as whoever holds the screen; `choices`: to go on, and as large, not now."""

    def __init__(self, desk: Desk, go_on: str) -> None:
        """`go_on`: the act named on the button."""
        super().__init__()
        self._desk = desk
        self.doing = Doing(desk, self, hand=self.hand)
        self.choices = Choices(go_on, think=_("Not now"))
        self.choices.thinks.connect(self._stop)
        self.done: DonePage | None = None
        self.page = ScrollPage(self.title(), margin=4)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def speak_through(self, name: str) -> None:
        """An interpreter is here: what is said from now on went through them."""
        super().speak_through(name)
        self.doing.hand = self.hand

    def thank(self, words: str) -> None:
        """The task is done: say what became of it."""
        self.done = DonePage(_("Thank you"), words)
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _stop(self) -> None:
        self.flush()
        self.gives_back.emit()
