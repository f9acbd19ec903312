"""A layout that sets its parts one after another and begins a new line where there is no room."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """For chips and small buttons; follows the direction of reading. `ends`: lines stand at the end instead."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, ends: bool = False) -> None:
        """`gap`: pixels between parts and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ends = ends
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over a part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The part at `index`, no longer laid out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take every part out and away."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower line makes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set every part."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest part."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        top, gap = rect.top(), self.spacing()
        for line in self._lines(rect.width()):
            high = max(size.height() for _item, size in line)
            if move:
                self._set_line(line, QRect(rect.left(), top, rect.width(), high))
            top += high + gap
        return max(0, top - rect.top() - gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > width > 0:
                size = QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
            if not lines or used + self.spacing() + size.width() > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append((item, size))
            used += self.spacing() + size.width()
        return lines

    def _set_line(self, line: list[tuple[QLayoutItem, QSize]], place: QRect) -> None:
        widget = self.parentWidget()
        rtl = widget is not None and widget.isRightToLeft()
        taken = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
        x = place.left() + (place.width() - taken if self._ends != rtl else 0)
        for item, size in reversed(line) if rtl else line:
            item.setGeometry(QRect(QPoint(x, place.top() + (place.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()
