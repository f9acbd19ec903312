"""Rows of a form that can be added to and taken from: contacts, people around someone, numbers."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import IconButton, LinkButton


class RowEditor(Protocol):
    """What a row must be able to do; it is a QWidget with a signal `changed`."""

    changed: Signal

    def typed(self) -> dict[str, str]: ...

    def show_typed(self, typed: Mapping[str, Any]) -> None: ...

    def say(self, field: str, sentence: str) -> None: ...


class RowsEditor(QWidget):
    """`changed` at every change by hand."""

    changed = Signal()

    def __init__(self, make: Callable[[], QWidget], *, add: str, remove: str) -> None:
        """`make` gives an empty row (a RowEditor); `add` and `remove` are the words of the buttons."""
        super().__init__()
        self._make, self._remove = make, remove
        self._rows: list[tuple[QWidget, Any]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        plus = LinkButton(add, icon="plus")
        plus.clicked.connect(self._add_by_hand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(plus, 0, Qt.AlignmentFlag.AlignLeading)

    def typed(self) -> list[dict[str, str]]:
        """Every row as it stands."""
        return [row.typed() for _holder, row in self._rows]

    def show_typed(self, rows: object) -> None:
        """Other rows in place of these, without saying that they changed."""
        while self._rows:
            self._take_away(self._rows[0][0])
        for each in rows if isinstance(rows, list) else []:
            if isinstance(each, dict):
                self._add().show_typed(each)

    def say(self, at: int, field: str, sentence: str) -> None:
        """A rule's sentence in row `at`."""
        if 0 <= at < len(self._rows):
            self._rows[at][1].say(field, sentence)

    def _add(self) -> Any:
        row: Any = self._make()
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row, 1)
        away = IconButton("x", self._remove, token="soft", px=16)
        away.clicked.connect(lambda: self._remove_by_hand(holder))
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        row.changed.connect(self.changed)
        self._rows.append((holder, row))
        self._column.addWidget(holder)
        return row

    def _add_by_hand(self) -> None:
        self._add().setFocus()
        self.changed.emit()

    def _remove_by_hand(self, holder: QWidget) -> None:
        self._take_away(holder)
        self.changed.emit()

    def _take_away(self, holder: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not holder]
        self._column.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
