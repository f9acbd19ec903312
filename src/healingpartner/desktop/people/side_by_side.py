"""Two columns of a page, one below the other where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.measure import scaled

BESIDE_FROM = 700


class SideBySide(QWidget):
    """Add cards to `main` and `aside`; `main` is wider and comes first."""

    def __init__(self) -> None:
        super().__init__()
        self.main, self.aside = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for column, share in ((self.main, 5), (self.aside, 4)):
            column.setSpacing(16)
            holder = QWidget()
            outer = QVBoxLayout(holder)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.addLayout(column)
            outer.addStretch(1)
            self._row.addWidget(holder, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other only while both have room."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(self, BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)


def clear(column: QVBoxLayout) -> None:
    """Take every widget of a column out and away."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
