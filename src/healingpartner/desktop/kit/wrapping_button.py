"""A quiet button whose words go on to a second line where there is no room for one."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import without_mnemonic


class WrappingButton(QuietButton):
    """For words of any length among others in a `FlowLayout`."""

    def __init__(self, words: str, *, parent: QWidget | None = None) -> None:
        """`words` in one line; it is broken between words only."""
        self._words = words
        super().__init__(words, parent=parent)
        self.setProperty("small", True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """All its words in one line."""
        return self._words

    def sizeHint(self) -> QSize:
        """All words on one line."""
        self.ensurePolished()
        line = self.fontMetrics().lineSpacing()
        shown = self.text().split("\n")
        return QSize(
            self.fontMetrics().horizontalAdvance(self._words) + self._around(),
            super().sizeHint().height() - line * (len(shown) - 1),
        )

    def minimumSizeHint(self) -> QSize:
        """Room for one word of middling length."""
        return QSize(min(self.sizeHint().width(), scaled(self, 110)), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Higher by each line that is needed."""
        lines = len(self._broken(width - self._around()))
        return self.sizeHint().height() + self.fontMetrics().lineSpacing() * (lines - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words for the width that is given."""
        super().resizeEvent(event)
        broken = without_mnemonic("\n".join(self._broken(self.width() - self._around())))
        if broken != self.text():
            self.setText(broken)

    def _around(self) -> int:
        """What padding and border take beside the words."""
        widest = max(self.fontMetrics().horizontalAdvance(line.replace("&&", "&")) for line in self.text().split("\n"))
        return super().sizeHint().width() - widest

    def _broken(self, width: int) -> list[str]:
        lines: list[str] = []
        for word in self._words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.fontMetrics().horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
