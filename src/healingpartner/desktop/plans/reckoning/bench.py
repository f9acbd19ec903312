"""What every card of the reckoning is: fields, and below them what they come to, told anew as one types."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.foundation.errors import RuleBroken

PAUSE_MS = 250


class Bench(Card):
    """Give it fields by name and a way to tell what they come to: widgets, in order, or RuleBroken beside a field."""

    def __init__(
        self,
        title: str,
        about: str,
        fields: Mapping[str, Any],
        tell: Callable[[Mapping[str, str]], list[QWidget]],
        *,
        wide: frozenset[str] = frozenset(),
    ) -> None:
        """`about`: a sentence below the title; `wide`: fields that take a line of their own."""
        super().__init__(title)
        self.fields = dict(fields)
        self._tell = tell
        self.column.addWidget(PlainLabel(about, tone="soft"))
        self.grid = FieldGrid()
        for name, field in self.fields.items():
            self.grid.add(field, wide=name in wide)
            field.changed.connect(self._by_hand)
        self.column.addWidget(self.grid)
        self.told = QVBoxLayout()
        self.told.setSpacing(6)
        self.column.addLayout(self.told)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.reckon)

    def typed(self) -> dict[str, str]:
        """Every field as it stands."""
        return {name: field.value() for name, field in self.fields.items()}

    def type(self, **typed: str) -> None:
        """Show values, and what they come to."""
        for name, value in typed.items():
            self.fields[name].set_value(value)
        self.reckon()

    def reckon(self) -> None:
        """Tell what the fields come to; nothing while something is missing, a sentence beside one that is amiss."""
        self._pause.stop()
        for field in self.fields.values():
            field.say("")
        shown: list[QWidget] = []
        try:
            shown = self._tell(self.typed())
        except RuleBroken as amiss:
            if amiss.field in self.fields:
                self.fields[amiss.field].say(amiss.sentence)
            else:
                shown = [PlainLabel(amiss.sentence, tone="warn")]
        while (item := self.told.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in shown:
            self.told.addWidget(widget)

    def _by_hand(self) -> None:
        self._pause.start()


def sentences(told: tuple[str, ...]) -> list[QWidget]:
    """Sentences as they are shown, to be copied by mouse and keys."""
    return [PlainLabel(one, selectable=True) for one in told if one]


def filled(typed: Mapping[str, str], *names: str) -> bool:
    """Whether all of these have something in them."""
    return all(typed[name].strip() for name in names)
