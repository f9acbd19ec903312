"""A column that scrolls: what a page stands on, so that nothing is cut at large text or on a small screen."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from healingpartner.desktop.fonts import BODY

WIDEST_LEAST = 560


class ScrollPage(QScrollArea):
    """Add to `column`. It scrolls downward, sideways only where a part is too wide, and follows the focus."""

    def __init__(self, name: str, *, margin: int = 28, parent: QWidget | None = None) -> None:
        """`name`: what is on it, for screen readers; `margin`: pixels around the column."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside = _Inside()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(margin, margin // 2, margin, margin)
        self.column.setSpacing(16)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(BODY * 2)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def minimumSizeHint(self) -> QSize:
        """As wide as the column needs, but never so wide that a window outgrows a small screen."""
        wide = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(wide, WIDEST_LEAST), BODY * 8)

    def whole_height(self) -> int:
        """What the column would need to show all of itself at once."""
        return self._inside.sizeHint().height()

    def bring_to_top(self, part: QWidget) -> None:
        """Scroll until `part` begins at the top, or as near to it as the page is long."""
        self.verticalScrollBar().setValue(part.mapTo(self._inside, QPoint(0, 0)).y() - BODY // 2)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 40)


class _Inside(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Only the width counts: lines that wrap tell a height for a width other than the one they get."""
        return QSize(super().minimumSizeHint().width(), 0)
