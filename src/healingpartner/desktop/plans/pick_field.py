"""A field for the patient's own hand: answers to press instead of a list to open."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.voice_mark import TOKENS
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class PickField(Field):
    """A few answers side by side; a second press takes one back. `many`: more than one may be pressed."""

    def __init__(
        self,
        label: str,
        answers: Sequence[tuple[str, str]],
        *,
        value: str = "",
        hint: str = "",
        many: bool = False,
        voice: Voice = Voice.PATIENT,
    ) -> None:
        """`answers`: (key, words) in order; a key holds no comma."""
        self._holder, self._many = QWidget(), many
        self.buttons: dict[str, QuietButton] = {}
        row = FlowLayout(self._holder, gap=8)
        for key, words in answers:
            button = self.buttons[key] = QuietButton(words)
            button.setCheckable(True)
            button.setProperty("voice", TOKENS[voice])
            button.setAccessibleName(_("{question} {answer}").format(question=label, answer=words))
            button.clicked.connect(lambda _on=False, key=key: self._press(key))
            row.addWidget(button)
        super().__init__(label, self._holder, hint=hint)
        self.setFocusProxy(next(iter(self.buttons.values())))
        self.set_value(value)

    def value(self) -> str:
        """The key pressed; with several, joined by commas; "" for none."""
        return ",".join(self.picked())

    def picked(self) -> tuple[str, ...]:
        """Every key pressed, in the order they stand."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())

    def set_value(self, value: object) -> None:
        """Show keys without saying that they changed."""
        wanted = set(str(value).split(",")) if value else set()
        for key, button in self.buttons.items():
            button.setChecked(key in wanted)

    def _press(self, key: str) -> None:
        if not self._many:
            for other, button in self.buttons.items():
                button.setChecked(other == key and button.isChecked())
        self._by_hand()
