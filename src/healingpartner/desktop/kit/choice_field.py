"""A choice of one from a few, with own words where the list does not fit a person."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.foundation.words import _


class ChoiceField(Field):
    """One of several; `value()` is the key chosen, or the own words typed."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        value: str = "",
        hint: str = "",
        own_words: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`options`: (key, words) in order; `own_words`: anything else may be typed, and is its own key."""
        self.box = _Box()
        super().__init__(label, self.box, hint=hint, parent=parent)
        self.box.setEditable(own_words)
        self.box.setPlaceholderText(_("Choose"))
        for key, words in options:
            self.box.addItem(words, key)
        self.set_value(value)
        self.box.activated.connect(self._by_hand)
        line = self.box.lineEdit()
        if line is not None:
            line.setProperty("bare", True)
            line.setAccessibleName(label)
            line.textEdited.connect(self._by_hand)

    def value(self) -> str:
        """The key of what is shown; own words stand for themselves; "" for nothing."""
        if self.box.isEditable():
            words = self.box.currentText()
            at = self.box.findText(words)
            return str(self.box.itemData(at)) if at >= 0 else words
        return str(self.box.currentData() or "")

    def set_value(self, key: str) -> None:
        """Show the option of `key`, or `key` itself as own words, without saying that it changed."""
        at = self.box.findData(key)
        self.box.setCurrentIndex(at)
        if at < 0 and self.box.isEditable():
            self.box.setEditText(key)


class _Box(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setProperty("unchosen", True)
        self.currentIndexChanged.connect(self._soften)

    def _soften(self, index: int) -> None:
        """Show the invitation to choose more softly than a choice."""
        self.setProperty("unchosen", index < 0)
        self.style().unpolish(self)
        self.style().polish(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change an answer on it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("soft"), 2))
        wide, middle = scaled(self, 5), self.height() / 2
        at = scaled(self, 18) if self.isRightToLeft() else self.width() - scaled(self, 18)
        tip = middle + wide / 2
        painter.drawPolyline(
            QPolygonF([QPointF(at - wide, tip - wide), QPointF(at, tip), QPointF(at + wide, tip - wide)])
        )
