"""Fields two by two, or one below the other where there is no room for two."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from healingpartner.desktop.kit.measure import scaled

TWO_FROM = 460


class FieldGrid(QWidget):
    """Add fields in order; a `wide` one takes a line of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[QWidget, bool]] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)

    def add(self, part: QWidget, *, wide: bool = False) -> None:
        """One more at the end."""
        self._parts.append((part, wide))
        self._arrange()

    def take(self, part: QWidget) -> None:
        """Take a part out and away."""
        self._parts = [each for each in self._parts if each[0] is not part]
        self._grid.removeWidget(part)
        part.hide()
        part.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two beside each other only while both have room."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= scaled(self, TWO_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for part, _wide in self._parts:
            self._grid.removeWidget(part)
        row = column = 0
        for part, wide in self._parts:
            if column and wide:
                row, column = row + 1, 0
            span = self._columns if wide else 1
            self._grid.addWidget(part, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= self._columns:
                row, column = row + 1, 0
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)
