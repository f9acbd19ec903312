"""Rows of a form that know their own rule's sentence: rows that can be added to and taken from, and a line below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.rows_editor import RowsEditor
from healingpartner.foundation.errors import RuleBroken


class PartRows(QWidget):
    """A field of a PartForm: `typed`, `show_typed`, `say`."""

    changed = Signal()

    def __init__(self, make: Callable[[], QWidget], *, add: str, remove: str) -> None:
        """As RowsEditor."""
        super().__init__()
        self._made: list[QWidget] = []

        def made() -> QWidget:
            row = make()
            self._made.append(row)
            return row

        self.rows = RowsEditor(made, add=add, remove=remove)
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        column.addWidget(self._sentence)
        self.rows.changed.connect(self._by_hand)
        self.setFocusProxy(self.rows)

    def typed(self) -> list[dict[str, str]]:
        """Every row as it stands."""
        return self.rows.typed()

    def show_typed(self, rows: object) -> None:
        """Other rows in place of these."""
        self.rows.show_typed(rows)

    def say(self, sentence: str) -> None:
        """A rule's sentence below all rows."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def sentence(self) -> str:
        """The sentence shown, or ""."""
        return self._sentence.text()

    def built(self, name: str, build: Callable[[Any], Any]) -> tuple[Any, ...]:
        """What each row means; RuleBroken(name) once its sentence stands beside the row's own field."""
        parts = []
        for at, row in enumerate(self.standing()):
            try:
                parts.append(build(row))
            except RuleBroken as broken:
                self.rows.say(at, broken.field, broken.sentence)
                raise RuleBroken(name, broken.sentence) from None
        return tuple(parts)

    def standing(self) -> list[Any]:
        """The rows in their order; one that was taken out is hidden until it is gone."""
        self._made = [row for row in self._made if isValid(row) and _stands(row)]
        return list(self._made)

    def _by_hand(self) -> None:
        self.say("")
        self.changed.emit()


def _stands(row: QWidget) -> bool:
    holder = row.parentWidget()
    return holder is not None and not holder.isHidden()
