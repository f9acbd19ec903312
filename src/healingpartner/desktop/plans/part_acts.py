"""Small acts on a line of a card: buttons named after what they are about, and a why that opens below them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

LONGEST_NAME = 24


def short_name(called: str) -> str:
    """A name for a button, which cannot wrap; safe beside other words."""
    return isolated(called if len(called) <= LONGEST_NAME else f"{called[: LONGEST_NAME - 1]}…")


class ActRow(FlowLayout):
    """Buttons in a row; each is announced with what it is about."""

    def __init__(self, subject: str) -> None:
        """`subject`: what they are about, in its own words."""
        super().__init__(gap=10)
        self._subject = subject
        self.made: dict[str, QuietButton | LinkButton] = {}

    def act(self, words: str, then: Callable[[], object], *, first: bool = False) -> QuietButton | LinkButton:
        """One more; `first`: the likeliest, shown as a button."""
        button: QuietButton | LinkButton = QuietButton(words) if first else LinkButton(words)
        if first:
            button.setProperty("small", True)
        button.setAccessibleName(_("{act}: {subject}").format(act=words, subject=self._subject))
        button.clicked.connect(lambda _on=False: then())
        self.made[words] = button
        self.addWidget(button)
        return button


class WhyBar(QWidget):
    """Whose word it is and why, before something rests or stops. `given`: the voice and the words."""

    given = Signal(object, str)

    def __init__(self, words: str, called: str, *, must: bool = False) -> None:
        """`words`: of the button; `must`: the practitioner says why (the patient need not)."""
        super().__init__()
        self.side = SideChoice(_("Who says so"), called)
        self.why = TextField(_("Why") if must else _("Why, if it is to be said"), lines=1)
        self.go = QuietButton(words)
        self.leave = LinkButton(_("Leave it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        row = FlowLayout(gap=10)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        for part in (self.side, self.why):
            column.addWidget(part)
        column.addLayout(row)
        self.go.clicked.connect(self._give)
        self.leave.clicked.connect(self.hide)

    def begin(self) -> None:
        """Show it, and begin with whose word it is."""
        self.show()
        self.side.setFocus()

    def say(self, sentence: str) -> None:
        """A rule's sentence beside the why."""
        self.why.say(sentence)
        self.why.setFocus()

    def _give(self) -> None:
        voice = self.side.voice()
        if voice is not None:
            self.given.emit(voice, self.why.value())


def voice_of(said: object) -> Voice:
    """The voice that a bar gave."""
    return said if isinstance(said, Voice) else Voice.PRACTITIONER
