"""A form about one part of a plan: fields by the name of what they write, kept as plain values while being typed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice


class PartForm(QWidget):
    """`changed` at every change by hand. `typed()` is JSON: what a draft keeps."""

    changed = Signal()

    def __init__(self) -> None:
        """Without fields; add them in order."""
        super().__init__()
        self.fields: dict[str, Any] = {}
        self._labels: dict[str, str] = {}
        self._amiss = PlainLabel(tone="warn")
        self._amiss.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._amiss)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self.column.addLayout(self._body)
        self.column.addLayout(self._foot)

    def add(self, name: str, field: Any, *, label: str = "", grid: FieldGrid | None = None, wide: bool = False) -> Any:
        """A field (or rows with `typed` and `show_typed`) at the end, or in a grid. Gives it back."""
        self.fields[name] = field
        self._labels[name] = label or (field.label.text() if isinstance(field, Field) else "")
        field.changed.connect(self._by_hand)
        if grid is None:
            self._body.addWidget(field)
        else:
            grid.add(field, wide=wide)
        return field

    def add_grid(self) -> FieldGrid:
        """Fields two by two from here."""
        grid = FieldGrid()
        self._body.addWidget(grid)
        return grid

    def add_part(self, part: QWidget) -> None:
        """Something that is no field."""
        self._body.addWidget(part)

    def head(self, words: str, *, voice: Voice | None = None, soft: str = "") -> None:
        """A heading; `voice`: whose words stand below it; `soft`: a sentence that helps."""
        row = QWidget()
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 10, 0, 0)
        line.setSpacing(2)
        line.addWidget(_Headed(words, voice))
        if soft:
            line.addWidget(PlainLabel(soft, tone="soft"))
        self._body.addWidget(row)

    def label_of(self, name: str) -> str:
        """How a field is called on the screen."""
        return self._labels.get(name, "")

    def typed(self) -> dict[str, Any]:
        """Every field as it stands."""
        return {name: _typed(field) for name, field in self.fields.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Fields as they were; what is not named stays."""
        for name, field in self.fields.items():
            if name in typed:
                _show(field, typed[name])

    def say(self, problem: RuleBroken | Refused) -> QWidget | None:
        """A rule's sentence beside its field, or below the form; gives the field it stands beside."""
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        field = self.fields.get(self.field_for(problem.field)) if isinstance(problem, RuleBroken) else None
        self._amiss.setText("" if field is not None else sentence)
        self._amiss.setVisible(field is None)
        if field is None:
            announce(self, sentence)
            return self._amiss
        field.say(sentence)
        field.setFocus()
        shown: QWidget = field
        return shown

    def field_for(self, name: str) -> str:
        """The field that a rule's name belongs to, where it is called otherwise here."""
        return name

    def silence(self) -> None:
        """Take the sentence below the form away."""
        self._amiss.hide()

    def _by_hand(self) -> None:
        self.silence()
        self.changed.emit()


class _Headed(QWidget):
    def __init__(self, words: str, voice: Voice | None) -> None:
        super().__init__()
        from PySide6.QtWidgets import QHBoxLayout

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if voice is not None:
            row.addWidget(VoiceMark(voice))
        row.addWidget(TitleLabel(words, level=3), 1)


def _typed(field: Any) -> Any:
    return field.typed() if hasattr(field, "typed") else field.value()


def _show(field: Any, value: Any) -> None:
    if hasattr(field, "show_typed"):
        field.show_typed(value)
    else:
        field.set_value(value)
