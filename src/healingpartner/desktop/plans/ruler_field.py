"""A ruler from 0 to 10, or steps in words, as a field of a form. Nothing chosen means not now."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.scale import ZERO_TO_TEN, Scale
from healingpartner.foundation.voices import Voice


class RulerField(Field):
    """`value()` is the number of the step chosen, from 0, or None."""

    def __init__(
        self,
        label: str,
        *,
        steps: Sequence[str] = ZERO_TO_TEN,
        low: str = "",
        high: str = "",
        hint: str = "",
        voice: Voice = Voice.PATIENT,
        parent: QWidget | None = None,
    ) -> None:
        """`low`, `high`: what the ends mean; `voice`: whose answer it is."""
        self.scale = Scale(label, steps=steps, low=low, high=high, voice=voice)
        super().__init__(label, self.scale, hint=hint, parent=parent)
        self.scale.chosen.connect(lambda _step: self._by_hand())

    def value(self) -> int | None:
        """The step chosen; None for not now."""
        return self.scale.value()

    def set_value(self, value: int | None) -> None:
        """Show a choice without saying that it was made."""
        self.scale.set_value(value)
