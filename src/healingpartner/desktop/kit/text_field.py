"""Several lines of words, in a field that grows with them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from healingpartner.desktop.kit.field import Field


class TextField(Field):
    """Words on several lines; Tab goes on to the next field."""

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        hint: str = "",
        example: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """`lines`: the least height; it grows to four times that and scrolls from there."""
        self.text = _Growing(lines)
        super().__init__(label, self.text, hint=hint, parent=parent)
        self.text.setPlaceholderText(example)
        self._quiet = False
        self.set_value(value)
        self.text.textChanged.connect(self._maybe_by_hand)

    def value(self) -> str:
        """The words as typed, lines ended by LF."""
        return self.text.toPlainText()

    def set_value(self, words: str) -> None:
        """Show `words` without saying that they changed."""
        self._quiet = True
        self.text.setPlainText(words)
        self._quiet = False

    def _maybe_by_hand(self) -> None:
        if not self._quiet:
            self._by_hand()


class _Growing(QPlainTextEdit):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:
        least, line = self._lines, self.fontMetrics().lineSpacing()
        shown = min(max(int(self.document().size().height()), least), least * 4)
        return QSize(super().sizeHint().width(), shown * line + 2 * line)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.updateGeometry()
